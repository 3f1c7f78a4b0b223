/** Cumulative 累计 only grows, a stock 现有 rises and falls, an increment 新增 belongs to the day of the moment. */
export type FigureKind = 'cumulative' | 'stock' | 'increment'

/** What one of a figure is. Two units are never added, and a unit is never changed into another. */
export const units = {
  person: { zh: '人', en: 'people' },
  'person-time': { zh: '人次', en: 'person-times' },
  vehicle: { zh: '辆', en: 'vehicles' },
  place: { zh: '个', en: 'places' },
  station: { zh: '个', en: 'stations' },
  household: { zh: '户', en: 'households' },
  post: { zh: '个', en: 'posts' },
  team: { zh: '个', en: 'teams' },
  room: { zh: '间', en: 'rooms' },
  venue: { zh: '家', en: 'venues' },
  gathering: { zh: '场', en: 'gatherings' },
  line: { zh: '条', en: 'lines' },
  visit: { zh: '次', en: 'inspections' },
  finding: { zh: '个', en: 'findings' },
  document: { zh: '件', en: 'documents' },
  task: { zh: '项', en: 'tasks' },
  /** Counted in fen and grams so that nothing is rounded; said in yuan and tonnes. */
  fen: { zh: '元', en: 'yuan', per: 100 },
  piece: { zh: '件', en: 'pieces' },
  pair: { zh: '副', en: 'pairs' },
  bag: { zh: '袋', en: 'bags' },
  barrel: { zh: '桶', en: 'barrels' },
  gram: { zh: '吨', en: 'tonnes', per: 1_000_000 },
  store: { zh: '家', en: 'stores' },
  topic: { zh: '个', en: 'topics' },
  item: { zh: '条', en: 'items' },
  village: { zh: '个', en: 'villages' },
  play: { zh: '次', en: 'times' },
  /** Counted in tenths, as stock lasts. */
  day: { zh: '天', en: 'days', per: 10 },
} as const satisfies Record<string, { zh: string; en: string; per?: number }>
export type Unit = keyof typeof units

/** How many of what is counted are one of the unit a value is said in. */
export const perOf = (unit: Unit): number => (units[unit] as { per?: number }).per ?? 1

/** Where the number comes from: a function of the schema `report` that takes an area and a moment and says a division in each row. */
export interface Source {
  view: string
  /** Columns that are added up, and columns that are taken off. */
  sum: readonly string[]
  less?: readonly string[]
  /** Rows that count: these columns have this value, and those another. */
  where?: Readonly<Record<string, string>>
  not?: Readonly<Record<string, string>>
}

export interface Figure {
  name: string
  kind: FigureKind
  unit: Unit
  /** The capability that answers for it. */
  owner: string
  zh: string
  en: string
  /** The figure it is a part of, when it is one. */
  subsetOf: string | null
  /** A changed definition is a new version with a decision record, never an edit. */
  version: number
  source: Source
  /** The area is asked as a whole: somebody may stand in two of its parts, and is one person all the same. */
  whole: boolean
  /** What has to be there for a number; without any row there is none then, and elsewhere no row is zero. */
  needs: 'definition' | 'round' | 'assumption' | null
}

type Told<N extends string> = Pick<Figure, 'kind' | 'unit' | 'zh' | 'en' | 'source'> &
  Partial<Pick<Figure, 'subsetOf' | 'version' | 'whole' | 'needs'>> & { name: N }

/** The figures one capability answers for. */
export const figuresOf = <const N extends string>(
  owner: string,
  told: ReadonlyArray<Told<N>>,
): Array<Figure & { name: N }> =>
  told.map((one) => ({ subsetOf: null, version: 1, whole: false, needs: null, ...one, owner }))

/** What is asked of the view, as somebody would ask it who wants to check the number. */
export function sqlOf({ source: { view, sum, less = [], where = {}, not = {} } }: Pick<Figure, 'source'>): string {
  const counted = [sum.join(' + '), ...less].join(' - ')
  const rows = [
    ...Object.entries(where).map(([column, value]) => `${column} = '${value}'`),
    ...Object.entries(not).map(([column, value]) => `${column} <> '${value}'`),
  ]
  const only = rows.length > 0 ? ` where ${rows.join(' and ')}` : ''
  return `select sum(${counted}) from report.${view}(area, moment)${only}`
}
