import type { Statement, Tx } from '../../kernel/db.ts'
import type { Figure } from './catalogue/figure.ts'

/** A figure's number in an area and, where asked for, in each of its parts; null where nobody has reported. */
export interface Counted {
  value: number | null
  parts: Map<string, number | null>
}
type Row = { part: string | null } & Record<string, number | null>

/**
 * Values of figures in an area as of a moment, as known now. Each view is asked once, whatever the number of figures and parts.
 * Parts are the divisions one level below; what stands in the area itself and in none of its parts has the area as its part.
 */
export async function countFigures(
  tx: Tx,
  wanted: readonly Figure[],
  area: string,
  moment: Date,
  withParts = false,
): Promise<Map<string, Counted>> {
  const asked = [...Map.groupBy(wanted, ({ source, whole }) => `${source.view} ${whole}`).values()].map((figures) => ({
    figures,
    rows: (figures[0]?.whole ? wholeRows : summedRows)(tx, figures, area, moment, withParts).execute(),
  }))
  const counted = new Map<string, Counted>()
  for (const { figures, rows } of asked) {
    const found = await rows
    for (const figure of figures) counted.set(figure.name, countedIn(figure, found))
  }
  return counted
}

function countedIn({ name, needs }: Figure, rows: readonly Row[]): Counted {
  const value = (row: Row | undefined) => row?.[name] ?? (needs ? null : 0)
  const parts = rows.flatMap((row) => (row.part === null ? [] : [[row.part, value(row)] as const]))
  return { value: value(rows.find(({ part }) => part === null)), parts: new Map(parts) }
}

function summedRows(
  tx: Tx,
  figures: readonly Figure[],
  area: string,
  moment: Date,
  withParts: boolean,
): Statement<Row[]> {
  const part = tx`left(division, ${area.length + 3})`
  const rows = tx`from ${viewOf(tx, figures)}(${area}, ${moment})`
  return withParts
    ? tx<Row[]>`select ${part} as part, ${sums(tx, figures)} ${rows} group by grouping sets ((), (1))`
    : tx<Row[]>`select null as part, ${sums(tx, figures)} ${rows}`
}

function wholeRows(
  tx: Tx,
  figures: readonly Figure[],
  area: string,
  moment: Date,
  withParts: boolean,
): Statement<Row[]> {
  const parts = tx`
    union all select d.division, d.division from report.division_v1 d
    where ${withParts} and d.county = (select kernel.app_county()) and d.parent = ${area}`
  return tx<Row[]>`
    select a.part, ${sums(tx, figures)} from (select null::text as part, ${area}::text as division ${parts}) a
    cross join lateral ${viewOf(tx, figures)}(a.division, ${moment}) group by a.part`
}

const viewOf = (tx: Tx, figures: readonly Figure[]) => tx(`report.${figures[0]?.source.view}`)

const sums = (tx: Tx, figures: readonly Figure[]) =>
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
