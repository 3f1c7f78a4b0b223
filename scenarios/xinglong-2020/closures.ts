import type { Command } from './command.ts'
import { instant } from './events.ts'
import type { FiguresFile } from './figures.ts'
import type { Division } from './plan.ts'
import { type Chance, chance, namedId } from './random.ts'

const DAY = 86_400_000
const HOUR = 3_600_000

type Kind = 'venue' | 'gathering' | 'line'
/** What the account closes, calls off and stops; how many there are of each the figures file says. */
const classes = [
  ['ktv', 'venue', '歌厅'],
  ['bath', 'venue', '洗浴中心'],
  ['internet-cafe', 'venue', '网吧'],
  ['bar', 'venue', '酒吧'],
  ['cinema', 'venue', '影剧院'],
  ['library', 'venue', '图书馆'],
  ['training', 'venue', '培训学校'],
  ['travel-agency', 'venue', '旅行社'],
  ['tourism', 'venue', '旅游公司'],
  ['banquet', 'gathering', '宴席'],
  ['fair', 'gathering', '庙会'],
  ['lantern-show', 'gathering', '灯会'],
  ['performance', 'gathering', '文艺汇演'],
  ['coach', 'line', '客运班线'],
  ['bus', 'line', '公交线路'],
  ['taxi', 'line', '出租车公司'],
] as const
export type Class = (typeof classes)[number][0]

export interface SubjectPlan {
  id: string
  division: string
  kind: Kind
  class: Class
  name: string
  address: string
  heldFrom: string | null
  heldTo: string | null
  at: string
}
interface OrderPlan {
  id: string
  documentId: string
  classes: Class[]
  startsMs: number
  basis: string
  ground: string
}
export interface InspectionPlan {
  id: string
  subjectId: string
  atMs: number
  found: 'closed' | 'open'
  action: 'closed-on-the-spot' | 'warned' | null
}
export interface Closures {
  county: string
  seed: string
  offset: string
  authority: string
  subjects: SubjectPlan[]
  orders: OrderPlan[]
  inspections: InspectionPlan[]
  /** Who applied to reopen, and how far that came by the end. */
  applications: Array<{ subjectId: string; upTo: 'lodged' | 'passed' | 'refused' }>
  /** One firm that objected and was answered. */
  appellant: string | null
  /** What the file says of each class. */
  told: Array<{ class: Class; kind: Kind; value: number }>
}

const LAW = '《传染病防治法》第四十二条'
const numberOf = (file: FiguresFile, name: string): number =>
  file.figures.find((one) => one.name === `closures.${name}`)?.value ?? 0

/** Which document closed what, from when; a county whose file has no command has none of it. */
function planOrders({ seed, county, offset, documents, series }: Omit<Command, 'closures'>): OrderPlan[] {
  const issued = (kind: string, nth: number) => {
    const own = series.find((one) => one.kind === kind)
    return documents.filter(({ seriesId }) => seriesId === own?.id)[nth]
  }
  const order = (
    key: string,
    kind: string,
    nth: number,
    from: string,
    closed: Class[],
    ground: string,
  ): OrderPlan[] => {
    const document = issued(kind, nth)
    if (!document) return []
    const startsMs = Date.parse(`${from}${offset}`)
    return [
      {
        id: namedId(seed, county, 'closure', key),
        documentId: document.id,
        classes: closed,
        startsMs,
        basis: LAW,
        ground,
      },
    ]
  }
  return [
    ...order(
      'gatherings',
      'directive',
      1,
      '2020-01-25T10:00:00',
      ['banquet', 'fair', 'lantern-show', 'performance'],
      '防止聚餐和集体活动传播疫情',
    ),
    ...order(
      'venues',
      'directive',
      1,
      '2020-01-25T12:00:00',
      ['ktv', 'bath', 'internet-cafe', 'bar', 'cinema', 'library'],
      '防止人员在公共场所聚集',
    ),
    ...order('lines', 'directive', 1, '2020-01-26T00:00:00', ['coach', 'bus', 'taxi'], '限制人员流动'),
    ...order('travel', 'notice', 0, '2020-01-27T00:00:00', ['travel-agency', 'tourism'], '停止组团旅游'),
    ...order('training', 'circular', 6, '2020-01-28T00:00:00', ['training'], '停止线下授课'),
  ]
}

/** Two thirds stand in the county's town, whose township is the first of the list; the rest anywhere. */
function placeOf(draw: Chance, divisions: readonly Division[]): Division {
  const places = divisions.filter(({ code }) => code.length === 12)
  const [first] = places
  const town = places.filter(({ code }) => code.slice(0, 9) === first?.code.slice(0, 9))
  return draw.pick(draw.may(0.66) ? town : places)
}
const short = (name: string): string => name.replace(/(社区居民委员会|居民委员会|村民委员会|村委会)$/, '')

function planSubjects(file: FiguresFile, county: string, divisions: readonly Division[]): SubjectPlan[] {
  const { seed, calendar } = file
  const at = `2020-01-20T09:00:00${calendar.offset}`
  return classes.flatMap(([one, kind, word]) =>
    Array.from({ length: numberOf(file, one) }, (_, nth): SubjectPlan => {
      const draw = chance(seed, county, 'closures', one, nth)
      const place = placeOf(draw, divisions)
      const id = namedId(seed, county, 'closable', one, nth)
      const said = { id, kind, class: one, at }
      if (kind === 'line') {
        // Lines belong to the county as a whole.
        return { ...said, division: county, name: `${word}${nth + 1}`, address: '', heldFrom: null, heldTo: null }
      }
      const name = `${short(place.name)}${word}${nth + 1}`
      const address = `${short(place.name)}${draw.whole(1, 60)}号`
      if (kind === 'venue') return { ...said, division: place.code, name, address, heldFrom: null, heldTo: null }
      const day = Date.parse(`2020-01-26T00:00:00${calendar.offset}`) + draw.whole(0, 20) * DAY
      const [heldFrom, heldTo] = [10, 16].map((hour) => instant(day + hour * HOUR, calendar.offset)) as [string, string]
      return { ...said, division: place.code, name, address, heldFrom, heldTo }
    }),
  )
}

/** Somebody stood before every door within ten days; some were found open, and shut a day or two later. */
function planInspections(
  file: FiguresFile,
  subjects: readonly SubjectPlan[],
  orders: readonly OrderPlan[],
): InspectionPlan[] {
  const { seed } = file
  const venues = subjects.filter(({ kind }) => kind === 'venue')
  const wrong = new Set(
    venues
      .filter((_, nth) => nth % 17 === 4)
      .slice(0, numberOf(file, 'breaches'))
      .map(({ id }) => id),
  )
  return subjects.flatMap((one): InspectionPlan[] => {
    const order = orders.find((own) => own.classes.includes(one.class))
    if (!order) return []
    const draw = chance(seed, one.id, 'inspected')
    const firstMs = one.heldFrom
      ? Date.parse(one.heldFrom) + HOUR
      : order.startsMs + draw.whole(10 * 60, 9 * 24 * 60) * 60_000
    const look = (nth: number, atMs: number, found: 'closed' | 'open'): InspectionPlan => {
      const action = found === 'closed' ? null : nth % 2 === 0 ? ('closed-on-the-spot' as const) : ('warned' as const)
      return { id: namedId(seed, one.id, 'look', nth), subjectId: one.id, atMs, found, action }
    }
    if (!wrong.has(one.id)) return [look(0, firstMs, 'closed')]
    return [look(0, firstMs, 'open'), look(1, firstMs + draw.whole(20, 46) * HOUR, 'closed')]
  })
}

export function planClosures(
  file: FiguresFile,
  command: Omit<Command, 'closures'>,
  divisions: readonly Division[],
): Closures {
  const { seed, county, offset, name: authority } = command
  const orders = planOrders(command)
  const subjects = orders.length > 0 ? planSubjects(file, county, divisions) : []
  const [bath, , other] = subjects.filter((one) => one.class === 'bath')
  const [agency] = subjects.filter((one) => one.class === 'travel-agency')
  const applications = [
    ...(bath ? [{ subjectId: bath.id, upTo: 'refused' as const }] : []),
    ...(agency ? [{ subjectId: agency.id, upTo: 'passed' as const }] : []),
    ...(other ? [{ subjectId: other.id, upTo: 'lodged' as const }] : []),
  ]
  const inspections = planInspections(file, subjects, orders)
  const told = classes.map(([one, kind]) => ({ class: one, kind, value: numberOf(file, one) }))
  const course = { applications, appellant: bath?.id ?? null }
  return { county, seed, offset, authority, subjects, orders, inspections, ...course, told }
}

const STEPS = { lodged: 1, passed: 2, refused: 3 }
const count = ({ subjects, orders, inspections, applications, appellant }: Closures): number =>
  subjects.length +
  orders.length * 2 +
  inspections.length +
  applications.reduce((sum, { upTo }) => sum + STEPS[upTo], 0) +
  (appellant ? 2 : 0)

export const countClosures = (closures: Closures | null): number => (closures ? count(closures) : 0)
