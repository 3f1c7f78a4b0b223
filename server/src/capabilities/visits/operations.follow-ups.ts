import type { z } from 'zod'
import { announce } from '../../kernel/feed.ts'
import {
  batchOperation,
  type Ctx,
  cursorOf,
  operation,
  positionOf,
  purposeOf,
  type Verdict,
} from '../../kernel/operation.ts'
import { idTaken, type Problem } from '../../kernel/problem.ts'
import { digestOf } from '../../kernel/seal.ts'
import { maskedMany } from '../people/index.ts'
import { isAhead } from '../places/rules.clock.ts'
import { mayFollowUp, maySeeFollowUps } from './policy.ts'
import { followUpUnknown, inFuture, outcomeNotOfKind } from './problems.ts'
import { type FollowUpOutcome, isMedical, outcomesOf } from './rules.ts'
import { CloseFollowUp, ENDINGS_MAX, FollowUpClosed, FollowUpPage, ListFollowUps } from './schema.lists.ts'
import {
  type FollowUpRow,
  findFollowUps,
  keepFollowUpOutcomes,
  listFollowUpRows,
  type NewFollowUpOutcome,
} from './sql.follow-ups.ts'
import { FOLLOWED_UP } from './sql.progress.ts'

export const listFollowUps = operation({
  name: 'visits.follow-up.list',
  summary: { zh: '入户跟进', en: 'What positive answers opened' },
  kind: 'read',
  personal: true,
  input: ListFollowUps,
  output: FollowUpPage,
  load: purposeOf,
  allow: (actor, { purpose }, { area }) => maySeeFollowUps(actor, purpose, area ?? actor.division),
  async run(ctx, { state, kind, area = ctx.actor.division, after, limit }) {
    const rows = await listFollowUpRows(ctx.tx, { state, kind, area, before: positionOf(after), limit })
    const persons = await maskedMany(
      ctx,
      rows.flatMap(({ personId }) => personId ?? []),
    )
    const items = rows.map(({ personId, openedAt, outcomeAt, ...row }) => ({
      ...row,
      person: (personId && persons.get(personId)) || null,
      openedAt: openedAt.toISOString(),
      outcomeAt: outcomeAt?.toISOString() ?? null,
    }))
    return { items, next: cursorOf(rows, limit, ({ openedAt, id }) => ({ at: openedAt, id })) }
  },
  audit: ({ input, output }) => ({
    count: new Set(output.items.flatMap(({ person }) => person?.id ?? [])).size,
    ...(input.area ? { division: input.area } : {}),
    note: { state: input.state, kind: input.kind ?? null },
  }),
})

export const mayEnd = (actor: Ctx['actor'], { division, kind }: FollowUpRow) =>
  mayFollowUp(actor, { division, medical: isMedical(kind) })

interface Ending {
  followUp: FollowUpRow
  id: string
  recordedAt: string
  outcome: FollowUpOutcome
  note: string | null
  exposureId: string | null
  content: unknown
}
export function endingRow({ actor, now }: Pick<Ctx, 'actor' | 'now'>, ending: Ending): NewFollowUpOutcome {
  const { followUp, id, recordedAt, outcome, note, exposureId, content } = ending
  return {
    county: actor.county,
    id,
    division: followUp.division,
    follow_up_id: followUp.id,
    outcome,
    exposure_id: exposureId,
    note,
    recorded_by: actor.accountId,
    digest: digestOf(content),
    recorded_at: new Date(recordedAt),
    received_at: now,
  }
}

export async function keepEndings(ctx: Ctx, rows: readonly NewFollowUpOutcome[]) {
  const arrivals = await keepFollowUpOutcomes(ctx.tx, rows)
  const kept = rows.filter((_, nth) => arrivals[nth] === 'new')
  announce(
    ctx,
    [...Map.groupBy(kept, ({ division }) => division)].map(([division, own]) => {
      return { kind: FOLLOWED_UP, division, ids: own.map(({ follow_up_id }) => follow_up_id) }
    }),
  )
  return arrivals
}

function endingProblem({ outcome, recordedAt }: CloseFollowUp, { kind }: FollowUpRow, now: Date): Problem | null {
  if (!outcomesOf[kind].includes(outcome)) return outcomeNotOfKind({ kind, outcome })
  return isAhead(new Date(recordedAt), now) ? inFuture({ at: recordedAt, now: now.toISOString() }) : null
}

/** How follow-ups ended: one at the desk, or the pile that came back from the hospital. */
export const closeFollowUps = batchOperation({
  name: 'visits.follow-up.close',
  summary: { zh: '登记跟进结果', en: 'Record how follow-ups ended' },
  kind: 'write',
  item: CloseFollowUp,
  done: FollowUpClosed,
  max: ENDINGS_MAX,
  load: ({ tx }, items) =>
    findFollowUps(
      tx,
      items.map(({ followUpId }) => followUpId),
    ),
  allow(actor, found, { followUpId }) {
    const followUp = found.get(followUpId)
    return followUp ? mayEnd(actor, followUp) : followUpUnknown({ id: followUpId })
  },
  async runMany(ctx, items, found, senders) {
    const verdicts: Array<Verdict<z.input<typeof FollowUpClosed>>> = new Array(items.length)
    const sound = items.flatMap((item, at) => {
      const followUp = found.get(item.followUpId)
      const sender = senders[at]
      if (!followUp || !sender) throw new Error('visits: allowed without a follow-up')
      const problem = endingProblem(item, followUp, ctx.now)
      if (problem) verdicts[at] = { ok: false, problem }
      const { actor } = sender
      const row = () => endingRow({ actor, now: ctx.now }, { ...item, followUp, exposureId: null, content: item })
      return problem ? [] : [{ at, row: row() }]
    })
    const arrivals = await keepEndings(
      ctx,
      sound.map(({ row }) => row),
    )
    sound.forEach(({ at, row: { id } }, nth) => {
      const arrival = arrivals[nth]
      const isKept = arrival === 'new' || arrival === 'again'
      verdicts[at] = isKept ? { ok: true, arrival, value: { id, arrival } } : { ok: false, problem: idTaken({ id }) }
    })
    return verdicts
  },
  audit(items, verdicts) {
    const [only] = items.length === 1 ? items : []
    const done = verdicts.flatMap((verdict) => (verdict.ok ? [verdict] : []))
    return {
      count: items.length,
      ...(only ? { subject: only.followUpId } : {}),
      note: {
        new: done.filter(({ arrival }) => arrival === 'new').length,
        refused: verdicts.length - done.length,
        ...(only ? { outcome: only.outcome } : { first: items[0]?.id ?? null }),
      },
    }
  },
})
