import { announce } from '../../kernel/feed.ts'
import { type Ctx, cursorOf, operation, positionOf } from '../../kernel/operation.ts'
import { idTaken } from '../../kernel/problem.ts'
import { digestOf } from '../../kernel/seal.ts'
import { findDivisions, nameOfDivisions } from '../places/index.ts'
import { isAhead } from '../places/rules.clock.ts'
import { mayCall, mayReadCounts } from './policy.ts'
import {
  areaUnknown,
  endBeforeStart,
  endedAlready,
  questionnaireOfPlaces,
  questionnaireUnknown,
  roundUnknown,
} from './problems.ts'
import { findVersions, isOfPlaces, keepStarting } from './questionnaires.ts'
import { Arrived, EndRound, ListRounds, OpenRound, RoundPage, type RoundRow } from './schema.ts'
import { ROUND_CALLED, ROUND_OVER } from './sql.progress.ts'
import { findRounds, keepRound, keepRoundEnd, listRoundRows, type StoredRound } from './sql.rounds.ts'

export function roundRow(row: StoredRound, names: ReadonlyMap<string, string>): RoundRow {
  const { id, area, title, key, version, startedAt, endedAt, targets } = row
  return {
    id,
    area,
    areaName: names.get(area) ?? area,
    title,
    questionnaire: { key, version },
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    targets,
  }
}

export async function getRound({ tx }: Ctx, id: string): Promise<StoredRound> {
  const found = (await findRounds(tx, [id])).get(id)
  if (!found) throw roundUnknown({ id })
  return found
}

export const openRound = operation({
  name: 'visits.round.open',
  summary: { zh: '发起一轮入户', en: 'Call a round' },
  kind: 'write',
  input: OpenRound,
  output: Arrived,
  allow: (actor, _loaded, { area }) => mayCall(actor, area),
  async run(ctx, round) {
    const { id, area, title, questionnaire, targets } = round
    if (!(await findDivisions(ctx.tx, [area])).has(area)) throw areaUnknown({ area })
    const asked = (await findVersions(ctx.tx, [questionnaire]))(questionnaire)
    if (!asked) throw questionnaireUnknown({ ...questionnaire })
    if (isOfPlaces(asked)) throw questionnaireOfPlaces({ key: questionnaire.key })
    await keepStarting(ctx, questionnaire)
    const arrival = await keepRound(
      ctx.tx,
      {
        county: ctx.actor.county,
        id,
        division: area,
        title,
        questionnaire_key: questionnaire.key,
        questionnaire_version: questionnaire.version,
        started_at: new Date(round.startedAt),
        recorded_by: ctx.actor.accountId,
        received_at: ctx.now,
        digest: digestOf(round),
      },
      targets.map(({ at, percent }) => ({ at: new Date(at), percent })),
    )
    if (arrival === 'taken') throw idTaken({ id })
    if (arrival === 'new') announce(ctx, [{ kind: ROUND_CALLED, division: area, ids: [id] }])
    return { id, arrival }
  },
  audit: ({ input, output }) => ({ subject: input.id, division: input.area, note: { arrival: output.arrival } }),
})

export const endRound = operation({
  name: 'visits.round.end',
  summary: { zh: '结束一轮入户', en: 'End a round' },
  kind: 'write',
  input: EndRound,
  output: Arrived,
  load: (ctx, { roundId }) => getRound(ctx, roundId),
  allow: (actor, { area }) => mayCall(actor, area),
  async run(ctx, { roundId, endedAt }, { area, startedAt, endedAt: before }) {
    const ended = new Date(endedAt)
    if (before?.getTime() === ended.getTime()) return { id: roundId, arrival: 'again' as const }
    if (before) throw endedAlready({ endedAt: before.toISOString() })
    if (ended < startedAt || isAhead(ended, ctx.now)) throw endBeforeStart({ startedAt: startedAt.toISOString() })
    const kept = await keepRoundEnd(ctx.tx, {
      county: ctx.actor.county,
      round_id: roundId,
      division: area,
      ended_at: ended,
      recorded_by: ctx.actor.accountId,
      received_at: ctx.now,
    })
    if (!kept) throw endedAlready({ endedAt })
    announce(ctx, [{ kind: ROUND_OVER, division: area, ids: [roundId] }])
    return { id: roundId, arrival: 'new' as const }
  },
  audit: ({ input, loaded }) => ({ subject: input.roundId, division: loaded.area, note: { endedAt: input.endedAt } }),
})

export const listRounds = operation({
  name: 'visits.round.list',
  summary: { zh: '入户轮次', en: 'Rounds' },
  kind: 'read',
  input: ListRounds,
  output: RoundPage,
  allow: (actor) => mayReadCounts(actor),
  async run({ tx }, { state, after, limit }) {
    const rows = await listRoundRows(tx, { state, before: positionOf(after), limit })
    const names = await nameOfDivisions(tx)
    return {
      items: rows.map((row) => roundRow(row, names)),
      next: cursorOf(rows, limit, ({ startedAt, id }) => ({ at: startedAt, id })),
    }
  },
  audit: () => null,
})
