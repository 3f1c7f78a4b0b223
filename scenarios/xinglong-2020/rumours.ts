import type { FiguresFile } from './figures.ts'
import type { Division } from './plan.ts'
import { chance } from './random.ts'
import { TALKS, type Talk } from './rumours-texts.ts'

export interface SignalPlan {
  id: string
  division: string
  source: 'hotline' | 'village' | 'channel' | 'feed'
  channel: 'wechat-group' | 'moments' | 'short-video' | 'phone' | 'face-to-face'
  words: string
  items: number
  reach: number | null
  heardAt: string
}
export interface TopicPlan {
  talk: Talk
  signals: SignalPlan[]
  /** The moment of the tenth item; nothing where there are fewer. */
  foundAt: number | null
}
export interface Rumours {
  county: string
  seed: string
  offset: string
  topics: TopicPlan[]
}

const HOUR = 3_600_000
export const SHOWN_FROM = 10
const figure = (file: FiguresFile, name: string): number => file.figures.find((one) => one.name === name)?.value ?? 0
const SOURCES = [
  { source: 'hotline', channel: 'phone', weight: 2, most: 1 },
  { source: 'village', channel: 'face-to-face', weight: 3, most: 2 },
  { source: 'channel', channel: 'wechat-group', weight: 4, most: 9 },
  { source: 'feed', channel: 'short-video', weight: 1, most: 6 },
] as const

/** As many topics as the file counts, each heard over a day and a half by several ways. Pure. */
export function planRumours(file: FiguresFile, county: string, divisions: readonly Division[]): Rumours {
  const { seed, calendar } = file
  const wanted = figure(file, 'rumours.topics')
  const places = divisions
    .filter((one) => one.code.length === 12 && one.code.startsWith(county))
    .map(({ code }) => code)
  const shown = TALKS.filter(({ items }) => items >= SHOWN_FROM).slice(0, wanted)
  const hidden = wanted > 0 ? TALKS.filter(({ items }) => items < SHOWN_FROM) : []
  const topics = [...shown, ...hidden].map((talk) => planTopic(talk, { seed, county, places, offset: calendar.offset }))
  return { county, seed, offset: calendar.offset, topics }
}

interface Ground {
  seed: string
  county: string
  places: readonly string[]
  offset: string
}
function planTopic(talk: Talk, { seed, county, places, offset }: Ground): TopicPlan {
  const draw = chance(seed, county, 'rumours', talk.key)
  const begins = Date.parse(`2020-${talk.begins}:00${offset}`)
  const signals: SignalPlan[] = []
  let left = talk.items
  for (let nth = 0; left > 0; nth += 1) {
    const { source, channel, most } = draw.weighted(SOURCES)
    const items = Math.min(left, draw.whole(1, most))
    left -= items
    // Most is heard in the first hours; some comes days later.
    const after = Math.floor(draw.next() ** 3 * 36 * 60) * 60_000
    const heard = begins + (nth === 0 ? 0 : after)
    signals.push({
      id: draw.id(heard),
      division: places.length > 0 ? draw.pick(places) : county,
      ...{ source, channel, items },
      words: talk.ways.map((part) => draw.pick(part)).join(''),
      reach: source === 'channel' ? draw.whole(40, 480) : null,
      heardAt: new Date(heard).toISOString(),
    })
  }
  signals.sort((one, other) => (one.heardAt < other.heardAt ? -1 : 1))
  return { talk, signals, foundAt: foundAt(signals) }
}

function foundAt(signals: readonly SignalPlan[]): number | null {
  let sum = 0
  for (const { items, heardAt } of signals) {
    sum += items
    if (sum >= SHOWN_FROM) return Date.parse(heardAt)
  }
  return null
}

export const momentAfter = (topic: TopicPlan, hours: number): string =>
  new Date((topic.foundAt ?? 0) + hours * HOUR).toISOString()

/** What is done with a topic, each with the hours after it was found. */
export const hoursOf = ({ answeredAfter }: Talk) => {
  const whole = answeredAfter ?? 6
  return {
    coded: 0.2,
    assessed: 0.3,
    reported: 0.5,
    verified: whole * 0.6,
    answered: answeredAfter,
    settled: whole + 14,
  }
}

/** How many records a topic takes: its signals, what is done with it, and the answer. */
export function stepsOf({ talk, foundAt: found }: TopicPlan): number {
  if (found === null) return 0
  const answers = (talk.answeredAfter === null ? 0 : 1) + (talk.settled ? 1 : 0)
  const verdicts = (talk.verdict ? 1 : 0) + (talk.settled ? 1 : 0)
  return 3 + verdicts + answers * 2 + (talk.matter ? 1 : 0)
}
export const countRumours = ({ topics }: Rumours): number =>
  topics.length === 0 ? 0 : 2 + topics.reduce((sum, topic) => sum + topic.signals.length + stepsOf(topic), 0)

/** By our own count of the plan. */
export function heldBy({ topics }: Rumours, asOf: string) {
  const moment = Date.parse(asOf)
  const found = topics.filter((one) => one.foundAt !== null && one.foundAt <= moment)
  const answered = found.filter(
    ({ talk, foundAt: at }) => talk.answeredAfter !== null && (at ?? 0) + talk.answeredAfter * HOUR <= moment,
  )
  const items = found.flatMap(({ signals }) => signals).filter(({ heardAt }) => Date.parse(heardAt) <= moment)
  return {
    'rumours-found': found.length,
    'rumours-items': items.reduce((sum, one) => sum + one.items, 0),
    'rumours-answered': answered.length,
    'rumours-answered-in-time': answered.filter(({ talk }) => (talk.answeredAfter ?? 0) <= 5).length,
    'rumours-open': found.length - answered.length,
  }
}
