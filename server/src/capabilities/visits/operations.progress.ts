import { type Ctx, operation } from '../../kernel/operation.ts'
import { nameOfDivisions } from '../places/index.ts'
import { afterBlock, cursorByBlock } from '../places/rules.cursors.ts'
import { getRound, roundRow } from './operations.rounds.ts'
import { mayReadCounts } from './policy.ts'
import { outsideRound } from './problems.ts'
import { addCounted, type Counted, doneOf, neededOf, nothingCounted } from './rules.ts'
import { AskProgress, BlockPage, ListBlocks, Progress } from './schema.ts'
import { countHouseholds, countVillages, doneByHour, listBlockRows } from './sql.reading.ts'
import type { StoredRound } from './sql.rounds.ts'

/** What is asked about, within what the round is about: of a village's round a township sees the village. */
export function areaWithin(round: string, asked: string): string | null {
  if (asked.startsWith(round)) return asked
  return round.startsWith(asked) ? round : null
}

/** Villages of an area with what was found there; of a village that nobody lives in there is a row of zeros. */
async function standing({ tx }: Ctx, round: string, villages: readonly string[], area: string, moment: Date) {
  const [homes, found] = await Promise.all([
    countHouseholds(tx, villages, moment),
    countVillages(tx, round, area, moment),
  ])
  const counts = new Map<string, Counted>(villages.map((division) => [division, nothingCounted()]))
  for (const { division, households } of homes) counts.set(division, { ...nothingCounted(), households })
  for (const { division, ...states } of found) {
    const households = counts.get(division)?.households ?? 0
    counts.set(division, { ...states, households })
  }
  return counts
}

const sumOf = (counts: Iterable<Counted>): Counted => [...counts].reduce(addCounted, nothingCounted())

/** Where everything of an area stands against what was asked for by when. */
export const readProgress = operation({
  name: 'visits.progress.read',
  summary: { zh: '入户进度', en: 'Progress of a round' },
  kind: 'read',
  input: AskProgress,
  output: Progress,
  load: (ctx, { roundId }) => getRound(ctx, roundId),
  allow: (actor, _round, { area }) => mayReadCounts(actor, area ?? actor.division),
  async run(ctx, { roundId, area: asked = ctx.actor.division, asOf }, round) {
    const area = areaWithin(round.area, asked)
    const names = await nameOfDivisions(ctx.tx)
    if (area === null || !names.has(area)) throw outsideRound({ area: asked })
    const moment = momentIn(round, asOf, ctx.now)
    const villages = [...names.keys()].filter((code) => code.length === 12 && code.startsWith(area))
    const [counts, hours] = await Promise.all([
      standing(ctx, roundId, villages, area, moment),
      doneByHour(ctx.tx, roundId, area, moment),
    ])
    const targets = await targetsOf(ctx, round, { area, villages, moment, counts })
    const needed = neededBy(round, moment)
    let done = 0
    return {
      round: roundRow(round, names),
      area,
      name: names.get(area) ?? area,
      asOf: moment.toISOString(),
      total: sumOf(counts.values()),
      targets,
      children: childrenOf(area, counts).map(([division, counted]) => {
        return { division, name: names.get(division) ?? division, counted, needed: needed(counted) }
      }),
      hours: hours.map((one) => {
        done += one.done
        return { hour: one.hour.toISOString(), done }
      }),
    }
  },
  audit: () => null,
})

/** Of a round that is over, its end. */
function momentIn({ endedAt }: StoredRound, asOf: string | undefined, now: Date): Date {
  const wanted = asOf ? new Date(asOf) : now
  return endedAt && wanted > endedAt ? endedAt : wanted
}

function neededBy({ targets }: StoredRound, moment: Date) {
  const due = targets.findLast(({ at }) => new Date(at) <= moment)
  return ({ households }: Counted) => (due ? neededOf(households, due.percent) : null)
}

function childrenOf(area: string, counts: ReadonlyMap<string, Counted>): Array<[string, Counted]> {
  if (area.length === 12) return []
  const children = new Map<string, Counted>()
  for (const [village, counted] of counts) {
    const child = village.slice(0, area.length + 3)
    children.set(child, addCounted(children.get(child) ?? nothingCounted(), counted))
  }
  return [...children].sort(([one], [other]) => (one < other ? -1 : 1))
}

interface Where {
  area: string
  villages: readonly string[]
  moment: Date
  counts: ReadonlyMap<string, Counted>
}
/** Each target as it stood when it was due; one that is still to come, as it stands. */
async function targetsOf(ctx: Ctx, round: StoredRound, { area, villages, moment, counts }: Where) {
  const found: Array<{ at: string; percent: number; due: boolean; households: number; needed: number; done: number }> =
    []
  for (const { at, percent } of round.targets) {
    const due = new Date(at) <= moment
    const then = due ? await standing(ctx, round.id, villages, area, new Date(at)) : counts
    const total = sumOf(then.values())
    const { households } = total
    found.push({ at, percent, due, households, needed: neededOf(households, percent), done: doneOf(total) })
  }
  return found
}

/** The blocks of a village: stairwells, villagers' groups. */
export const listBlocks = operation({
  name: 'visits.block.list',
  summary: { zh: '一村各楼栋、小组的入户进度', en: 'Progress of a village by block' },
  kind: 'read',
  input: ListBlocks,
  output: BlockPage,
  load: (ctx, { roundId }) => getRound(ctx, roundId),
  allow: (actor, _round, { division }) => mayReadCounts(actor, division),
  async run({ tx, now }, { roundId, division, asOf, after, limit }, round) {
    if (!division.startsWith(round.area)) throw outsideRound({ area: division })
    const moment = momentIn(round, asOf, now)
    const rows = await listBlockRows(tx, { roundId, village: division, moment, after: afterBlock(after), limit })
    const needed = neededBy(round, moment)
    return {
      items: rows.map(({ unit, compoundId, block, firstDoor: _, ...counted }) => {
        return { unit, compoundId, block, counted, needed: needed(counted) }
      }),
      next: cursorByBlock(rows, limit),
    }
  },
  audit: () => null,
})
