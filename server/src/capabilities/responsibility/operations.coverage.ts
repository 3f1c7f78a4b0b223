import { UUID } from '../../kernel/db.ts'
import { type Ctx, operation } from '../../kernel/operation.ts'
import { maskedMany, mayLookFor } from '../people/index.ts'
import { nameOfDivisions } from '../places/index.ts'
import { afterBlock, cursorByBlock } from '../places/rules.cursors.ts'
import { accountNames, answeringPost } from './holders.ts'
import { mayRead } from './policy.ts'
import { householdUnknown } from './problems.ts'
import { rulesInForce } from './rulebook.ts'
import { addCoverage, byChild, coverageOf, type Level, levels, missingAbove, noCoverage } from './rules.ts'
import {
  AskChain,
  AskCoverage,
  BlockPage,
  Chain,
  CoverageBoard,
  ListBlocks,
  ListUncovered,
  UncoveredPage,
} from './schema.ts'
import {
  countPostsAt,
  listBlocks,
  listChain,
  listOpenHomes,
  listReaching,
  listUpper,
  listVillages,
  type ReachingRow,
  type UpperRow,
} from './sql.coverage.ts'
import { findHomes } from './sql.duties.ts'
import type { AnsweringRow, Held } from './sql.posts.ts'

const isHeld = ({ accountId, personId }: Held): boolean => accountId !== null || personId !== null
const namedBy = (upper: readonly UpperRow[]): Set<string> =>
  new Set(upper.filter(isHeld).map(({ rank, reachDivision }) => `${rank}/${reachDivision}`))

/** How an area stands at a moment, before anybody's name is looked up. */
async function standing(ctx: Ctx, area: string, moment: Date) {
  const names = await nameOfDivisions(ctx.tx)
  const inside = [...names.keys()].filter((code) => code.startsWith(area)).sort()
  const villages = inside.filter((code) => code.length === 12)
  const [stands, upper] = await Promise.all([listVillages(ctx.tx, villages, moment), listUpper(ctx.tx, area, moment)])
  return { names, inside, stands, upper, named: namedBy(upper) }
}

export const readCoverage = operation({
  name: 'responsibility.coverage.read',
  summary: { zh: '四级包联落实情况(按区划)', en: 'How far the four levels are covered, by area' },
  kind: 'read',
  input: AskCoverage,
  output: CoverageBoard,
  allow: (actor, _loaded, { area }) => mayRead(actor, area ?? actor.division),
  async run(ctx, { area = ctx.actor.division, asOf }) {
    const moment = asOf ? new Date(asOf) : ctx.now
    const { names, inside, stands, upper, named } = await standing(ctx, area, moment)
    const { kinds } = await rulesInForce(ctx, moment)
    const posts = await countPostsAt(ctx.tx, inside, [...kinds.keys()], moment)
    const nameOf = await accountNames(ctx, upper)
    const show = (row: AnsweringRow) => answeringPost(row, nameOf)
    const children = byChild(area, stands, named)
    return {
      area,
      name: names.get(area) ?? area,
      asOf: moment.toISOString(),
      total: stands.reduce((sum, village) => addCoverage(sum, coverageOf(village, named)), noCoverage()),
      path: pathTo(area, upper).map(({ level, division, rows }) => ({
        level,
        division,
        name: names.get(division) ?? division,
        posts: rows.map(show),
      })),
      children: inside
        .filter((code) => code.length === area.length + 3)
        .map((division) => ({
          division,
          name: names.get(division) ?? division,
          counted: children.get(division) ?? noCoverage(),
          posts: upper.filter(({ reachDivision }) => reachDivision === division).map(show),
        })),
      posts,
    }
  },
  audit: () => null,
})

export const listVillageBlocks = operation({
  name: 'responsibility.block.list',
  summary: { zh: '楼门、村民小组的落实情况', en: 'Stairwells and groups of a village, and how far they are covered' },
  kind: 'read',
  input: ListBlocks,
  output: BlockPage,
  allow: (actor, _loaded, { village }) => mayRead(actor, village),
  async run(ctx, { village, after, limit }) {
    const rows = await listBlocks(ctx.tx, village, afterBlock(after), limit)
    const reaching = await listReaching(ctx.tx, village, { blocks: rows, moment: ctx.now })
    const nameOf = await accountNames(ctx, reaching)
    const items = rows.map(({ firstDoor: _, ...block }) => ({
      ...block,
      posts: reaching.filter((row) => reaches(row, block)).map((row) => answeringPost(row, nameOf)),
    }))
    return { items, next: cursorByBlock(rows, limit) }
  },
  audit: () => null,
})

const reaches = (row: ReachingRow, { unit, compoundId }: { unit: string; compoundId: string | null }): boolean =>
  row.reach === 'block' ? row.unit === unit : row.compoundId === compoundId

/** Who answers for the whole of an area, level by level. */
function pathTo(area: string, upper: readonly UpperRow[]) {
  const deep = { 6: 1, 9: 2, 12: 3 }[area.length] ?? 3
  return levels.slice(0, deep).map((level, index) => ({
    level,
    division: area.slice(0, 6 + 3 * index),
    rows: upper.filter(({ rank, reachDivision }) => rank === level && area.startsWith(reachDivision)),
  }))
}

export const listUncovered = operation({
  name: 'responsibility.uncovered.list',
  summary: { zh: '未落实四级包联的户', en: 'Households without somebody at one of the levels' },
  kind: 'read',
  input: ListUncovered,
  output: UncoveredPage,
  allow: (actor, _loaded, { area }) => mayRead(actor, area ?? actor.division),
  async run(ctx, { area = ctx.actor.division, after, limit }) {
    const place = uncoveredPlace(after)
    const { names, stands, upper, named } = await standing(ctx, area, ctx.now)
    const gaps = stands
      .filter(({ division }) => !place || division >= place.division)
      .filter((village) => coverageOf(village, named).uncovered > 0)
      .slice(0, limit + 1)
      .map(({ division }) => division)
    const whole = gaps.filter((division) => missingAbove(division, named).length > 0)
    const rows = await listOpenHomes(ctx.tx, { villages: gaps, whole, after: place, moment: ctx.now, limit })
    const asked = rows.map(({ division, named: last }) => {
      const lacking: Level[] = [...missingAbove(division, named), ...(last ? [] : (['household'] as const))]
      return { lacking, above: aboveGap(division, lacking, upper) }
    })
    const nameOf = await accountNames(
      ctx,
      asked.flatMap(({ above }) => above ?? []),
    )
    const items = rows.map(({ named: _, unit: __, ...home }, index) => ({
      ...home,
      divisionName: names.get(home.division) ?? home.division,
      lacking: asked[index]?.lacking ?? [],
      above: asked[index]?.above ? answeringPost(asked[index].above, nameOf) : null,
    }))
    const last = rows.at(-1)
    const next = last && rows.length === limit ? [last.division, last.walkOrder, last.id, last.unit].join('~') : null
    return { items, next }
  },
  audit: () => null,
})

function uncoveredPlace(cursor: string | undefined) {
  const [division = '', walkOrder = '', id = '', unit = ''] = cursor?.split('~') ?? []
  const isSound = /^\d{12}$/.test(division) && /^\d{1,9}$/.test(walkOrder) && UUID.test(id)
  return isSound ? { division, unit, walkOrder: Number(walkOrder), id } : null
}

/** Somebody to turn to: the nearest post above the lowest gap that has a person on it. */
function aboveGap(division: string, lacking: readonly Level[], upper: readonly UpperRow[]): UpperRow | null {
  const lowest = Math.max(...lacking.map((level) => levels.indexOf(level)))
  for (const level of levels.slice(0, lowest).reverse()) {
    const found = upper.find((row) => row.rank === level && isHeld(row) && division.startsWith(row.reachDivision))
    if (found) return found
  }
  return null
}

export const readChain = operation({
  name: 'responsibility.chain.read',
  summary: { zh: '一户的四级责任人', en: 'Who answers for a household, at four levels' },
  kind: 'read',
  personal: true,
  input: AskChain,
  output: Chain,
  async load(ctx, { householdId }) {
    const home = (await findHomes(ctx.tx, [householdId])).get(householdId)
    if (!home) throw householdUnknown({ id: householdId })
    return { home, purpose: ctx.purpose }
  },
  allow: (actor, { home, purpose }) => mayRead(actor, home.division) && mayLookFor(actor, purpose),
  async run(ctx, _input, { home }) {
    const rows = await listChain(ctx.tx, home, ctx.now)
    const nameOf = await accountNames(ctx, rows)
    const persons = await maskedMany(
      ctx,
      rows.flatMap(({ personId }) => personId ?? []),
    )
    const show = (row: AnsweringRow) => {
      const person = row.personId ? persons.get(row.personId) : undefined
      const post = answeringPost(row, nameOf)
      return { ...post, holderName: post.holderName ?? person?.name ?? null, phone: person?.phone ?? null }
    }
    const at = (level: string) => rows.filter(({ rank }) => rank === level)
    return {
      householdId: home.id,
      division: home.division,
      levels: levels.map((level) => ({ level, posts: at(level).map(show) })),
      beside: at('beside').map(show),
      lacking: levels.filter((level) => !at(level).some(isHeld)),
    }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.householdId,
    division: loaded.home.division,
    count: personsIn([...output.levels.flatMap(({ posts }) => posts), ...output.beside]),
  }),
})

/** How many people were shown: a post is not one, nor is an account. */
const personsIn = (posts: ReadonlyArray<{ holder: { kind: string; id: string } | null }>): number =>
  new Set(posts.flatMap(({ holder }) => (holder?.kind === 'person' ? [holder.id] : []))).size
