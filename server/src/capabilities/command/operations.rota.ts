import ical from 'ical-generator'
import { isAgain, keepFacts, keepNew, lockOne, originOf } from '../../kernel/facts.ts'
import { type Ctx, operation } from '../../kernel/operation.ts'
import { getBody } from './operations.organisation.ts'
import { mayDirect, mayReadIssued } from './policy.documents.ts'
import { dutyTaken, dutyUnknown, outOfTerm, spanInvalid } from './problems.organisation.ts'
import { gapsIn } from './rules.organisation.ts'
import { Kept } from './schema.documents.ts'
import { AddDuty, AskRota, Calendar, CancelDuty, NoteDuty, Rota } from './schema.organisation.ts'
import { postsKnown, seatsOf } from './seats.ts'
import { type Body, type Duty, findDuty, listDuties, listNotes } from './sql.organisation.ts'

const DAY_MS = 86_400_000
const DUTY_MS = 2 * DAY_MS
const ROTA_MS = 62 * DAY_MS

export const addDuty = operation({
  name: 'command.duty.add',
  summary: { zh: '排班', en: 'Put a post on duty' },
  kind: 'write',
  input: AddDuty,
  output: Kept,
  load: getBody,
  allow: (actor, body: Body) => mayDirect(actor, body),
  async run(ctx, input, body) {
    const [startsAt, endsAt] = [new Date(input.startsAt), new Date(input.endsAt)]
    if (endsAt <= startsAt || endsAt.getTime() - startsAt.getTime() > DUTY_MS) throw spanInvalid()
    await lockOne(ctx, `command.rota/${body.id}`)
    if (await isAgain(ctx, 'command.duty', input)) return { id: input.id, arrival: 'again' as const }
    await postsKnown(ctx, [input.postId])
    const twice = (await listDuties(ctx.tx, body.id, startsAt, endsAt)).find(({ postId }) => postId === input.postId)
    if (twice) throw dutyTaken({ at: twice.startsAt.toISOString() })
    const said = { body_id: body.id, post_id: input.postId, telephone: input.telephone }
    const row = { ...originOf(ctx, body, input), ...said, starts_at: startsAt, ends_at: endsAt }
    await keepNew(ctx, 'command.duty', row)
    return { id: input.id, arrival: 'new' as const }
  },
  audit: ({ input, output, loaded }) => ({
    subject: loaded.id,
    division: loaded.division,
    note: { duty: input.id, arrival: output.arrival },
  }),
})

async function getDuty({ tx }: Ctx, { dutyId }: { dutyId: string }, even = false): Promise<Duty> {
  const found = await findDuty(tx, dutyId, even)
  if (!found) throw dutyUnknown({ id: dutyId })
  return found
}
const ofDuty = ({ input, output, loaded }: { input: { id: string }; output: { arrival: string }; loaded: Duty }) => ({
  subject: loaded.bodyId,
  division: loaded.division,
  note: { duty: loaded.id, record: input.id, arrival: output.arrival },
})

export const cancelDuty = operation({
  name: 'command.duty.cancel',
  summary: { zh: '取消排班', en: 'Take a duty out of the rota' },
  kind: 'write',
  input: CancelDuty,
  output: Kept,
  load: (ctx, input) => getDuty(ctx, input, true),
  allow: (actor, duty: Duty) => mayDirect(actor, duty),
  async run(ctx, input, duty) {
    if (await isAgain(ctx, 'command.duty_cancel', input)) return { id: input.id, arrival: 'again' as const }
    const row = { ...originOf(ctx, duty, input), duty_id: duty.id, note: input.note }
    const [arrival] = await keepFacts(ctx.tx, 'command.duty_cancel', [row])
    if (arrival !== 'new') throw dutyUnknown({ id: duty.id })
    return { id: input.id, arrival }
  },
  audit: ofDuty,
})

export const noteDuty = operation({
  name: 'command.duty.note',
  summary: { zh: '交接班记录', en: 'What the next on duty has to know' },
  kind: 'write',
  input: NoteDuty,
  output: Kept,
  load: (ctx, input) => getDuty(ctx, input),
  allow: (actor, duty: Duty) => mayDirect(actor, duty),
  async run(ctx, input, duty) {
    if (await isAgain(ctx, 'command.duty_note', input)) return { id: input.id, arrival: 'again' as const }
    const at = new Date(input.at)
    if (at < duty.startsAt || at > ctx.now) throw outOfTerm({ at: input.at })
    await keepNew(ctx, 'command.duty_note', { ...originOf(ctx, duty, input), duty_id: duty.id, note: input.note, at })
    return { id: input.id, arrival: 'new' as const }
  },
  audit: ofDuty,
})

async function rotaOf(ctx: Ctx, body: Body, { from, till }: { from: string; till: string }) {
  const [begin, end] = [
    new Date(`${from}T00:00:00+08:00`),
    new Date(new Date(`${till}T00:00:00+08:00`).getTime() + DAY_MS),
  ]
  if (end <= begin || end.getTime() - begin.getTime() > ROTA_MS) throw spanInvalid()
  const duties = await listDuties(ctx.tx, body.id, begin, end)
  const posts = duties.map(({ postId }) => postId)
  const notes = await listNotes(
    ctx.tx,
    duties.map(({ id }) => id),
  )
  const seats = await seatsOf(ctx, posts, body.division, ctx.now)
  return { begin, end, duties, notes, seats }
}

export const readRota = operation({
  name: 'command.rota.read',
  summary: { zh: '值班表和空档', en: 'The rota, and where nobody is on duty' },
  kind: 'read',
  input: AskRota,
  output: Rota,
  load: getBody,
  allow: (actor) => mayReadIssued(actor),
  async run(ctx, asked, body) {
    const { begin, end, duties, notes, seats } = await rotaOf(ctx, body, asked)
    return {
      bodyId: body.id,
      title: body.title,
      duties: duties.map(({ bodyId: _, division: __, startsAt, endsAt, ...duty }) => ({
        ...{ ...duty, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
        postTitle: seats.get(duty.postId)?.title ?? '—',
        holderName: seats.get(duty.postId)?.holderName ?? null,
        notes: notes
          .filter((one) => one.dutyId === duty.id)
          .map(({ id, note, at }) => ({ id, note, at: at.toISOString() })),
      })),
      gaps: gapsIn(duties, begin, end).map(({ startsAt, endsAt }) => ({
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
      })),
    }
  },
  audit: () => null,
})

/** For anybody's own calendar. It names posts and not people: calendars are synchronised to wherever their owners please. */
export const exportRota = operation({
  name: 'command.rota.export',
  summary: { zh: '导出值班日历(iCalendar)', en: 'The rota as a calendar file' },
  kind: 'read',
  input: AskRota,
  output: Calendar,
  load: getBody,
  allow: (actor) => mayReadIssued(actor),
  async run(ctx, asked, body) {
    const { duties, seats } = await rotaOf(ctx, body, asked)
    const calendar = ical({
      name: `${body.title}值班表`,
      prodId: { company: 'Qunfang', product: 'rota', language: 'ZH' },
    })
    for (const { id, postId, startsAt, endsAt, telephone } of duties) {
      const summary = `${body.title}值班:${seats.get(postId)?.title ?? '—'}`
      const description = telephone ? `电话 ${telephone}` : null
      calendar.createEvent({ id, start: startsAt, end: endsAt, stamp: ctx.now, summary, description })
    }
    const content = Buffer.from(calendar.toString()).toString('base64')
    return { fileName: `${body.title}值班表.ics`, type: 'text/calendar', content }
  },
  audit: () => null,
})
