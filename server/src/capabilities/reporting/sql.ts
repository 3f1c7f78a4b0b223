import type { Tx } from '../../kernel/db.ts'
import type { Ctx } from '../../kernel/operation.ts'
import type { Statement } from '../../kernel/statement.ts'
import type { Figure } from './catalogue/figure.ts'
import { canTellEarlier, knowledgeOf } from './catalogue/knowledge.ts'

/** A figure's number in an area and, where asked for, in each of its parts; null where nobody has reported. */
export interface Counted {
  value: number | null
  parts: Map<string, number | null>
  /** Asked what was known earlier, and this is what is known now: its view cannot tell. */
  knownNow: boolean
}
type Row = { part: string | null } & Record<string, number | null>

export interface Asked {
  area: string
  /** What had happened until then. */
  moment: Date
  /** What had arrived until then; null = until now. */
  knownBy?: Date | null
  withParts?: boolean
}
interface Group {
  figures: readonly Figure[]
  view: string
  whole: boolean
  earlier: boolean
}

/**
 * Values of figures in an area as of a moment, by what was known at another. Each view is asked once, whatever the number of figures and
 * parts. Parts are the divisions one level below; what stands in the area itself and in none of its parts has the area as its part.
 */
export async function countFigures(
  { tx, actor, now }: Pick<Ctx, 'tx' | 'actor' | 'now'>,
  wanted: readonly Figure[],
  { area, moment, knownBy = null, withParts = false }: Asked,
): Promise<Map<string, Counted>> {
  const asksEarlier = isEarlier(knownBy, now)
  const groups = [...Map.groupBy(wanted, ({ source, whole }) => `${source.view} ${whole}`).values()].map((figures) =>
    groupOf(figures, asksEarlier, actor.division === String(actor.county)),
  )
  const ask = (group: Group) =>
    [group, (group.whole ? wholeRows : summedRows)(tx, group, area, moment, withParts).execute()] as const
  const asked = groups.filter(({ earlier }) => !earlier).map(ask)
  const earlier = groups.filter((one) => one.earlier)
  if (earlier.length > 0) {
    // Sent in one breath: nobody else's statement of this transaction comes between.
    void setKnownBy(tx, knownBy)
    asked.push(...earlier.map(ask))
    void setKnownBy(tx, null)
  }
  const counted = new Map<string, Counted>()
  for (const [group, rows] of asked) {
    const found = await rows
    const knownNow = asksEarlier && !group.earlier
    for (const figure of group.figures) counted.set(figure.name, { ...countedIn(figure, found), knownNow })
  }
  return counted
}

const isEarlier = (knownBy: Date | null, now: Date): boolean => knownBy !== null && knownBy < now

/** From here on facts that arrived after the moment are not seen, by the policies of `kernel.known_in_time`; null sees them again. */
const setKnownBy = (tx: Tx, moment: Date | null): Promise<unknown> =>
  tx.unsafe(`set local app.known_by = '${moment?.toISOString() ?? ''}'`).execute()

function groupOf(figures: readonly Figure[], asksEarlier: boolean, fromCounty: boolean): Group {
  const { source, whole } = figures[0] as Figure
  const known = knowledgeOf(source.view)
  const earlier = asksEarlier && canTellEarlier(source.view, fromCounty)
  return earlier && known.by === 'view'
    ? { figures, view: known.view, whole: known.whole === true, earlier }
    : { figures, view: source.view, whole, earlier }
}

/** What was asked of one figure at one moment, by what was known at another; null = now. */
export interface AskedOf {
  moment: Date
  knownBy: Date | null
}
/** A figure's numbers in an area, in the order asked: in one walk where its view can, else one by one. */
export async function countOften(
  ctx: Pick<Ctx, 'tx' | 'actor' | 'now'>,
  figure: Figure,
  area: string,
  asked: readonly AskedOf[],
): Promise<Array<Omit<Counted, 'parts'>>> {
  const { tx, now } = ctx
  const known = knowledgeOf(figure.source.view)
  if (known.by !== 'view' || !known.often || !asked.some(({ knownBy }) => isEarlier(knownBy, now))) {
    const counted = await Promise.all(asked.map((one) => countFigures(ctx, [figure], { area, ...one })))
    return counted.map((found) => ({ value: null, knownNow: false, ...found.get(figure.name) }))
  }
  const moments = asked.map(({ moment }) => moment.toISOString())
  const knowns = asked.map(({ knownBy }) => (knownBy ?? now).toISOString())
  const rows = await tx<Array<{ nth: number; value: number | null }>>`
    select nth::integer, ${sumOf(tx, figure)} from ${tx(`report.${known.often}`)}(${area}, ${moments}::timestamptz[], ${knowns}::timestamptz[])
    group by nth`
  const values = new Map(rows.map(({ nth, ...row }) => [nth, countedIn(figure, [{ part: null, ...row }]).value]))
  return asked.map((_one, at) => ({ value: values.get(at + 1) ?? countedIn(figure, []).value, knownNow: false }))
}

function countedIn({ name, needs }: Figure, rows: readonly Row[]): Omit<Counted, 'knownNow'> {
  const value = (row: Row | undefined) => row?.[name] ?? (needs ? null : 0)
  const parts = rows.flatMap((row) => (row.part === null ? [] : [[row.part, value(row)] as const]))
  return { value: value(rows.find(({ part }) => part === null)), parts: new Map(parts) }
}

function summedRows(tx: Tx, group: Group, area: string, moment: Date, withParts: boolean): Statement<Row[]> {
  const part = tx`left(division, ${area.length + 3})`
  const rows = tx`from ${viewOf(tx, group)}(${area}, ${moment})`
  return withParts
    ? tx<Row[]>`select ${part} as part, ${sums(tx, group)} ${rows} group by grouping sets ((), (1))`
    : tx<Row[]>`select null as part, ${sums(tx, group)} ${rows}`
}

function wholeRows(tx: Tx, group: Group, area: string, moment: Date, withParts: boolean): Statement<Row[]> {
  const parts = tx`
    union all select d.division, d.division from report.division_v1 d
    where ${withParts} and d.county = (select kernel.app_county()) and d.parent = ${area}`
  return tx<Row[]>`
    select a.part, ${sums(tx, group)} from (select null::text as part, ${area}::text as division ${parts}) a
    cross join lateral ${viewOf(tx, group)}(a.division, ${moment}) group by a.part`
}

const viewOf = (tx: Tx, { view }: Group) => tx(`report.${view}`)

const sums = (tx: Tx, { figures }: Group) =>
  figures.map((figure) => sumOf(tx, figure)).reduce((listed, one) => tx`${listed}, ${one}`)

function sumOf(tx: Tx, { name, source: { sum, less = [], where = {}, not = {} } }: Figure): Statement<unknown> {
  const added = sum.reduce((before, column) => tx`${before} + ${tx(column)}`, tx`0`)
  const counted = less.reduce((before, column) => tx`${before} - ${tx(column)}`, added)
  const equal = Object.entries(where).reduce(
    (before, [column, value]) => tx`${before} and ${tx(column)} = ${value}`,
    tx`true`,
  )
  const rows = Object.entries(not).reduce(
    (before, [column, value]) => tx`${before} and ${tx(column)} <> ${value}`,
    equal,
  )
  return tx`(sum(${counted}) filter (where ${rows}))::float8 as ${tx(name)}`
}
