import { announce, enqueue } from '../../kernel/feed.ts'
import { type Ctx, cursorOf, operation, positionOf } from '../../kernel/operation.ts'
import { idTaken } from '../../kernel/problem.ts'
import { digestOf } from '../../kernel/seal.ts'
import { forgetRemembered } from './collecting.ts'
import { forgetMoment } from './moment.ts'
import { mayReadFields, mayReadForgetting, mayStartRun, mayTurnEvents } from './policy.ts'
import { diseaseUnknown, notInFuture, notMadeUp, notOpen, runsToday } from './problems.ts'
import { parseCard } from './rules.ts'
import {
  CloseEvent,
  Events,
  Fields,
  ListEvents,
  ListFields,
  ListRuns,
  ReadState,
  ReopenEvent,
  Runs,
  SetCalendar,
  StartedRun,
  StartRun,
  State,
  Turned,
} from './schema.ts'
import { keepCalendar, keepTurn, knowsDisease, listEventsNow, listFieldRows, listRunRows, readStanding } from './sql.ts'

export const FORGET = 'retention.forget'

export const listFields = operation({
  name: 'retention.field.list',
  summary: {
    zh: '个人信息字段卡:采集什么、为何、谁能看、保存多久',
    en: 'Field cards: what is kept about people, why, for whom, how long',
  },
  kind: 'read',
  input: ListFields,
  output: Fields,
  allow: (actor) => mayReadFields(actor),
  async run({ tx }, { after = null, limit }) {
    const rows = await listFieldRows(tx, after, limit)
    const last = rows.at(-1)
    return {
      items: rows.flatMap(({ schema, relation, field, card }) => {
        const said = parseCard(card)
        return said ? [{ relation: `${schema}.${relation}`, field, ...said }] : []
      }),
      next: last && rows.length === limit ? `${last.schema}.${last.relation}.${last.field}` : null,
    }
  },
  audit: () => null,
})

const origin = ({ actor, now }: Ctx, input: { id: string }) => ({
  county: actor.county,
  id: input.id,
  recorded_by: actor.accountId,
  received_at: now,
  digest: digestOf(input),
})

function told(ctx: Ctx, id: string): void {
  forgetRemembered(ctx.actor.county)
  announce(ctx, [{ kind: 'event-turn', division: String(ctx.actor.county), ids: [id] }])
}

export const closeEvent = operation({
  name: 'retention.event.close',
  summary: { zh: '结束疫情应对,停止采集', en: 'Close an event: collecting ends, and forgetting begins' },
  kind: 'write',
  input: CloseEvent,
  output: Turned,
  allow: (actor) => mayTurnEvents(actor),
  async run(ctx, input) {
    const { disease, at, responseEnds, documentNo, documentDate } = input
    if (new Date(at) > ctx.now) throw notInFuture({ at })
    if (!(await knowsDisease(ctx.tx, disease))) throw diseaseUnknown({ disease })
    const arrival = await keepTurn(ctx.tx, {
      ...origin(ctx, input),
      disease,
      turn: 'closed',
      response_ends: responseEnds,
      at: new Date(at),
      document_no: documentNo,
      document_date: documentDate,
    })
    if (arrival === 'taken') throw idTaken({ id: input.id })
    if (arrival === 'new') told(ctx, input.id)
    return { id: input.id, arrival }
  },
  audit: ({ input: { id, disease, at, documentNo, responseEnds } }) => ({
    subject: id,
    note: { disease, at, documentNo, responseEnds },
  }),
})

export const reopenEvent = operation({
  name: 'retention.event.reopen',
  summary: { zh: '重新启动疫情应对', en: 'Reopen an event: what is recorded from now on is taken again' },
  kind: 'write',
  input: ReopenEvent,
  output: Turned,
  load: ({ tx }) => listEventsNow(tx),
  allow: (actor) => mayTurnEvents(actor),
  async run(ctx, input, events) {
    const { disease, documentNo, documentDate } = input
    if (!events.some((one) => one.disease === disease)) throw notOpen({ disease })
    const arrival = await keepTurn(ctx.tx, {
      ...origin(ctx, input),
      disease,
      turn: 'reopened',
      response_ends: false,
      at: ctx.now,
      document_no: documentNo,
      document_date: documentDate,
    })
    if (arrival === 'taken') throw idTaken({ id: input.id })
    if (arrival === 'new') told(ctx, input.id)
    return { id: input.id, arrival }
  },
  audit: ({ input: { id, disease, documentNo } }) => ({ subject: id, note: { disease, documentNo } }),
})

export const listEvents = operation({
  name: 'retention.event.list',
  summary: { zh: '已结束或重新启动的疫情应对', en: 'Events that were closed or reopened' },
  kind: 'read',
  input: ListEvents,
  output: Events,
  allow: (actor) => mayReadFields(actor),
  async run({ tx }) {
    const events = await listEventsNow(tx)
    return { items: events.map(({ at, ...same }) => ({ ...same, at: at.toISOString() })), next: null }
  },
  audit: () => null,
})

export const setCalendar = operation({
  name: 'retention.calendar.set',
  summary: {
    zh: '设定本县日历(演练用历史日历)',
    en: 'Say by which calendar the county lives (historical for an exercise)',
  },
  kind: 'write',
  input: SetCalendar,
  output: Turned,
  allow: (actor) => mayTurnEvents(actor),
  async run(ctx, input) {
    const { kind, ground, moment } = input
    if (kind === 'running' && moment) throw runsToday()
    const at = moment === null ? null : new Date(moment)
    const arrival = await keepCalendar(ctx.tx, { ...origin(ctx, input), kind, ground, moment: at })
    if (arrival === 'taken') throw idTaken({ id: input.id })
    forgetMoment(ctx.actor.county)
    // The database answers by the same rule that the run goes by.
    if (kind === 'historical' && arrival === 'new' && (await readStanding(ctx.tx)).calendar !== 'historical') {
      throw notMadeUp()
    }
    return { id: input.id, arrival }
  },
  audit: ({ input: { id, kind } }) => ({ subject: id, note: { kind } }),
})

export const readState = operation({
  name: 'retention.state.read',
  summary: { zh: '本县日历与应对状态', en: 'The calendar of the county, and whether the response has ended' },
  kind: 'read',
  input: ReadState,
  output: State,
  allow: (actor) => mayReadFields(actor),
  async run({ tx }) {
    const { calendar, moment, responseEnded } = await readStanding(tx)
    return { calendar, moment: moment?.toISOString() ?? null, responseEnded: responseEnded?.toISOString() ?? null }
  },
  audit: () => null,
})

/** The same work as every night's, for whoever does not want to wait; it can take nothing that is not due. */
export const startRun = operation({
  name: 'retention.run.start',
  summary: { zh: '现在执行到期删除', en: 'Forget now what is due' },
  kind: 'write',
  input: StartRun,
  output: StartedRun,
  allow: (actor) => mayStartRun(actor),
  async run(ctx, { id }) {
    await enqueue(ctx, FORGET, { run: id })
    return { id }
  },
  audit: ({ input }) => ({ subject: input.id }),
})

export const listRuns = operation({
  name: 'retention.run.list',
  summary: { zh: '到期删除记录与证明', en: 'Runs of forgetting, each with its certificate' },
  kind: 'read',
  input: ListRuns,
  output: Runs,
  allow: (actor) => mayReadForgetting(actor),
  async run({ tx }, { after, limit }) {
    const rows = await listRunRows(tx, positionOf(after), limit)
    return {
      items: rows.map(({ id, moment, steps, looked, gone, nth, at, body, previous, hash }) => ({
        id,
        moment: moment.toISOString(),
        steps,
        looked,
        gone,
        certificate:
          nth !== null && at && body !== null && previous !== null && hash
            ? { nth, at: at.toISOString(), body, previous, hash }
            : null,
      })),
      next: cursorOf(rows, limit, ({ moment, id }) => ({ at: moment, id })),
    }
  },
  audit: () => null,
})
