import { answer, type Sent, type Session, sentBy } from './api.ts'
import { instant } from './events.ts'
import { momentOf } from './figures.ts'
import type { PostPlan, Ground as PostsGround } from './grid.ts'
import { DAY, type Ground, HOUR, overMs, type Spell } from './observed.ts'
import type { Division } from './plan.ts'
import { chance, namedId } from './random.ts'

export interface RoomPlan {
  id: string
  label: string
  floor: number
}
export interface LodgingPlan {
  id: string
  orderId: string
  room: RoomPlan
  /** The how-manieth who lives in this room. */
  turn: number
  startMs: number
  overMs: number
  needs: string[]
}
export interface Sites {
  siteId: string
  /** Null where nobody is kept in a central place. */
  division: string | null
  offset: string
  openMs: number
  untilMs: number
  rooms: RoomPlan[]
  lodgings: LodgingPlan[]
}

const FLOOR_ROOMS = 12
const LEAST_ROOMS = 24
/** A vacated room is disinfected so soon, and taken again after that. */
const CLEAN_AFTER = 2 * HOUR

const roomAt = (siteId: string, nth: number): RoomPlan => {
  const floor = 2 + Math.floor(nth / FLOOR_ROOMS)
  const label = `${floor}${String((nth % FLOOR_ROOMS) + 1).padStart(2, '0')}`
  return { id: namedId(siteId, 'room', label), label, floor }
}

/** The county's site: everybody under an order of central isolation, each in a room of their own. Pure and seeded. */
export function planSites({ file, county }: Ground, divisions: readonly Division[], spells: readonly Spell[]): Sites {
  const { offset } = file.calendar
  const central = spells.filter(({ kind }) => kind === 'central').toSorted((a, b) => a.startMs - b.startMs)
  const places = divisions.filter(({ code }) => code.length === 12).map(({ code }) => code)
  // In the county town, where communities are.
  const division = places.find((code) => code[9] === '0') ?? places[0] ?? null
  const siteId = namedId(file.seed, county, 'site')
  const draw = chance(file.seed, county, 'lodgings')
  const freeFrom: number[] = []
  const turns: number[] = []
  const lodgings = central.flatMap((spell): LodgingPlan[] => {
    const startMs = spell.startMs + draw.whole(20, 90) * 60_000
    const needs = draw.may(0.2) ? [draw.pick(['halal', 'vegetarian', 'diabetic'])] : []
    if (startMs >= overMs(spell)) return []
    const found = freeFrom.findIndex((ms) => ms <= startMs)
    const nth = found < 0 ? freeFrom.length : found
    const turn = turns[nth] ?? 0
    freeFrom[nth] = overMs(spell) + CLEAN_AFTER
    turns[nth] = turn + 1
    const id = namedId(spell.id, 'lodging')
    return [{ id, orderId: spell.id, room: roomAt(siteId, nth), turn, startMs, overMs: overMs(spell), needs }]
  })
  const rooms = Array.from({ length: Math.max(LEAST_ROOMS, freeFrom.length) }, (_, nth) => roomAt(siteId, nth))
  const openMs = (central[0]?.startMs ?? 0) - DAY
  const untilMs = Math.max(...file.figures.map(({ asOf }) => momentOf(asOf, offset)))
  return { siteId, division: lodgings.length > 0 ? division : null, offset, openMs, untilMs, rooms, lodgings }
}

const groups = [
  ['site-command', '集中医学观察工作指挥部'],
  ['site-party', '集中医学观察工作指挥部临时党委'],
  ['site-medical', '医学观察组'],
  ['site-disinfection', '消杀组'],
  ['site-transport', '人员转运组'],
  ['site-care', '生活保障与心理疏导组'],
] as const

/** The command, its party committee and the four groups, where the file says that anybody is kept in a central place. */
export function planSitePosts(
  { file, county }: PostsGround,
  openedAt: string,
  holder: (division: string) => PostPlan['holder'],
): PostPlan[] {
  if (!file.figures.some(({ name }) => name === 'isolation.central')) return []
  return groups.map(([kind, title]) => {
    const id = namedId(file.seed, county, 'post', kind)
    return { id, division: county, kind, title, openedAt, holder: holder(county), duties: [] }
  })
}

const over = ({ lodgings, untilMs }: Sites): LodgingPlan[] => lodgings.filter((one) => one.overMs <= untilMs)

export const countSites = (sites: Sites): number =>
  sites.division === null
    ? 0
    : 1 + sites.rooms.length + sites.lodgings.length + 2 * over(sites).length + daysOf(sites).length + 4

type Add = (sent: Sent, label: string) => void
const LABEL = '集中隔离点 isolation site'
const asSent = ({ arrival }: { arrival: 'new' | 'again' }): Sent =>
  arrival === 'new' ? { fresh: 1, again: 0 } : { fresh: 0, again: 1 }

export async function sendSites(sites: Sites, desk: Session, add: Add): Promise<void> {
  const { siteId, division, offset, openMs, rooms, lodgings } = sites
  if (division === null) return
  const at = instant(openMs, offset)
  const document = { authority: '兴隆县新型冠状病毒肺炎疫情防控工作领导小组', documentNo: '兴疫防〔2020〕6号' }
  const place = { name: '县集中医学观察点', location: '县城', ...document }
  add(asSent(await answer('site', () => desk.POST('/sites', { body: { id: siteId, division, at, ...place } }))), LABEL)
  const items = rooms.map((room) => ({ ...room, siteId, at }))
  const added = await answer('rooms', () => desk.POST('/site-rooms/batch', { body: { items } }))
  add(sentBy('room', added.verdicts), LABEL)
  // A room is taken again when it is vacated and disinfected, so those of one turn go together.
  for (let turn = 0; lodgings.some((one) => one.turn === turn); turn += 1) {
    const own = lodgings.filter((one) => one.turn === turn)
    await takeIn(sites, own, desk, add)
    for (const one of over({ ...sites, lodgings: own })) await leave(sites, one, desk, add)
  }
  await runTheHouse(sites, desk, add)
}

const daysOf = ({ openMs, untilMs, offset }: Sites): string[] =>
  Array.from({ length: Math.ceil((untilMs - openMs) / DAY) }, (_, nth) =>
    instant(openMs + nth * DAY, offset).slice(0, 10),
  )
const meals = [
  ['breakfast', '07:10'],
  ['lunch', '12:10'],
  ['dinner', '18:10'],
] as const

/** The corridors are disinfected every day, the last day's meals went out, and people wrote about what they lived through. */
async function runTheHouse(sites: Sites, desk: Session, add: Add): Promise<void> {
  const { siteId, offset, openMs, untilMs, lodgings } = sites
  const params = { path: { siteId } }
  const said = (name: string, at: string) => ({ id: namedId(siteId, name), at })
  const routine = { ...said('routine', instant(openMs, offset)), area: 'corridors' as const, everyHours: 26 }
  add(asSent(await answer('routine', () => desk.POST('/sites/{siteId}/routines', { params, body: routine }))), LABEL)
  const agent = { agent: '84消毒液', mgPerLitre: 500, persons: 2, areas: ['corridors' as const], roomIds: [] }
  for (const day of daysOf(sites).slice(1)) {
    const body = { ...said(`corridors ${day}`, `${day}T09:00:00${offset}`), ...agent }
    add(asSent(await answer('round', () => desk.POST('/sites/{siteId}/disinfections', { params, body }))), LABEL)
  }
  const last = instant(untilMs - 1, offset).slice(0, 10)
  for (const [meal, time] of meals) {
    const at = `${last}T${time}:00${offset}`
    const portions = lodgings.filter(
      ({ startMs, overMs: end }) => startMs <= Date.parse(at) && Date.parse(at) < end,
    ).length
    const body = { ...said(`${last} ${meal}`, at), day: last, meal, portions }
    add(asSent(await answer('meal', () => desk.POST('/sites/{siteId}/meals', { params, body }))), LABEL)
  }
  const title = '“抗击疫情、你我同在”主题文学创作比赛'
  const contest = { ...said('contest', instant(untilMs - 3 * DAY, offset)), title, persons: 12 }
  add(asSent(await answer('activity', () => desk.POST('/sites/{siteId}/activities', { params, body: contest }))), LABEL)
}

async function takeIn({ siteId, offset }: Sites, own: readonly LodgingPlan[], desk: Session, add: Add): Promise<void> {
  const items = own.map(({ id, orderId, room, startMs, needs }) => ({
    ...{ id, siteId, orderId, needs },
    roomId: room.id,
    at: instant(startMs, offset),
  }))
  const { verdicts } = await answer('lodgings', () => desk.POST('/lodgings/batch', { body: { items } }))
  add(sentBy('lodging', verdicts), LABEL)
}

async function leave({ siteId, offset }: Sites, one: LodgingPlan, desk: Session, add: Add): Promise<void> {
  const { id: lodgingId, room, overMs: endMs } = one
  const leaving = { id: namedId(lodgingId, 'leaving'), at: instant(endMs, offset), whereto: 'released' as const }
  const params = { path: { lodgingId } }
  add(
    asSent(await answer('leaving', () => desk.POST('/lodgings/{lodgingId}/leaving', { params, body: leaving }))),
    LABEL,
  )
  const done = { agent: '84消毒液', mgPerLitre: 1000, persons: 2, areas: [], roomIds: [room.id] }
  const body = { id: namedId(lodgingId, 'disinfection'), at: instant(endMs + CLEAN_AFTER / 2, offset), ...done }
  const path = { siteId }
  add(
    asSent(await answer('disinfection', () => desk.POST('/sites/{siteId}/disinfections', { params: { path }, body }))),
    LABEL,
  )
}
