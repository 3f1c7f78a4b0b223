import { answer, Refused, type Sent, type Session, sentBy } from './api.ts'
import type { FiguresFile } from './figures.ts'
import type { Division } from './plan.ts'
import { leaflets, legal, pieces, type Words } from './publicity-texts.ts'
import { chance, namedId } from './random.ts'

type Kind = 'board' | 'rss' | 'atom' | 'cap' | 'wechat' | 'radio' | 'television' | 'print' | 'loudspeakers'
export interface PiecePlan {
  id: string
  kind: Words['kind']
  words: Words
  at: string
  channels: Kind[]
}
export interface AiringPlan {
  id: string
  division: string
  pieceId: string
  fromOn: string
  toOn: string
  times: Array<{ at: string; minutes: number }>
}
export interface PlayPlan {
  id: string
  division: string
  pieceId: string
  airingId: string
  loudspeakerId: string
  dueOn: string
  dueAt: string
  played: boolean
  minutes: number | null
  reason: 'power-cut' | 'broken' | 'nobody-there' | null
  at: string
}
export interface Publicity {
  county: string
  name: string
  seed: string
  offset: string
  pieces: PiecePlan[]
  villages: string[]
  airings: AiringPlan[]
  plays: PlayPlan[]
}

const CHANNELS: ReadonlyArray<[Kind, string]> = [
  ['board', '公告栏'],
  ['rss', '公告订阅 RSS'],
  ['atom', '公告订阅 Atom'],
  ['cap', '预警信息'],
  ['wechat', '微信公众号'],
  ['radio', '广播台'],
  ['television', '电视台'],
  ['print', '宣传单印发'],
  ['loudspeakers', '各村大喇叭'],
]
const PULLED: Kind[] = ['board', 'rss', 'atom']
const WAYS: Record<Words['kind'], Kind[]> = {
  leaflet: [...PULLED, 'wechat', 'print'],
  broadcast: [...PULLED, 'wechat', 'radio', 'television', 'loudspeakers'],
  'open-letter': [...PULLED, 'wechat', 'radio', 'television'],
  appeal: [...PULLED, 'wechat', 'television', 'loudspeakers'],
  notice: [...PULLED, 'wechat'],
  'legal-notice': [...PULLED, 'wechat', 'television'],
}
const DAY = 86_400_000
const dayAfter = (day: string, count: number): string =>
  new Date(Date.parse(day) + count * DAY).toISOString().slice(0, 10)
const figure = (file: FiguresFile, name: string): number => file.figures.find((one) => one.name === name)?.value ?? 0

interface Ground {
  file: FiguresFile
  county: string
  divisions: readonly Division[]
  scale: number
}
/** As many leaflets and pieces as the file counts, where each of them went, and what every village played of them. Pure. */
export function planPublicity({ file, county, divisions, scale }: Ground): Publicity {
  const { seed, calendar, county: named } = file
  const { offset } = calendar
  const wanted = [
    ...leaflets.slice(0, figure(file, 'publicity.leaflets')),
    ...pieces.slice(0, figure(file, 'publicity.pieces')),
    ...legal.slice(0, figure(file, 'publicity.legal-notices')),
  ]
  const plans = wanted.map(
    (words): PiecePlan => ({
      id: namedId(seed, county, 'piece', words.zh),
      kind: words.kind,
      words,
      at: `2020-${words.day}T15:00:00${offset}`,
      channels: words.alert ? [...WAYS[words.kind], 'cap'] : WAYS[words.kind],
    }),
  )
  const villages = divisions
    .filter(({ code }) => code.startsWith(county) && code.length === 12 && '23'.includes(code.charAt(9)))
    .map(({ code }) => code)
    .slice(0, figure(file, 'publicity.villages-heard'))
  const airings = villages.flatMap((village) => airingsOf(village, plans, { seed, scale }))
  const plays = airings.flatMap((airing) => playsOf(airing, seed, offset))
  return { county, name: named.zh, seed, offset, pieces: plans, villages, airings, plays }
}

const AIRED: Partial<Record<Words['kind'], { days: number; times: AiringPlan['times'] }>> = {
  broadcast: {
    days: 14,
    times: [
      { at: '07:00', minutes: 3 },
      { at: '18:00', minutes: 3 },
    ],
  },
  appeal: { days: 7, times: [{ at: '12:00', minutes: 3 }] },
}
function airingsOf(
  division: string,
  plans: readonly PiecePlan[],
  { seed, scale }: { seed: string; scale: number },
): AiringPlan[] {
  return plans.flatMap(({ id: pieceId, kind, words }) => {
    const aired = AIRED[kind]
    if (!aired) return []
    const fromOn = dayAfter(`2020-${words.day}`, 1)
    const toOn = dayAfter(fromOn, Math.max(1, Math.round(aired.days * scale)) - 1)
    return [{ id: namedId(seed, division, 'airing', pieceId), division, pieceId, fromOn, toOn, times: aired.times }]
  })
}

const HINDRANCES = ['power-cut', 'broken', 'nobody-there'] as const
const loudspeakerOf = (seed: string, division: string): string => namedId(seed, division, 'loudspeaker')
/** Most of what was planned was played. Now and then it was not, and now and then nobody said anything. */
function playsOf({ id, division, pieceId, fromOn, toOn, times }: AiringPlan, seed: string, offset: string): PlayPlan[] {
  const draw = chance(seed, 'plays', id)
  const plays: PlayPlan[] = []
  for (let day = fromOn; day <= toOn; day = dayAfter(day, 1)) {
    for (const { at: dueAt } of times) {
      // The first of a village is always played: that is how the county came to be heard everywhere.
      const isFirst = plays.length === 0
      if (!isFirst && draw.may(0.015)) continue
      const played = isFirst || !draw.may(0.02)
      plays.push({
        ...{ id: namedId(id, 'play', day, dueAt), division, pieceId, airingId: id },
        loudspeakerId: loudspeakerOf(seed, division),
        ...{ dueOn: day, dueAt, played },
        minutes: played ? draw.whole(1, 3) : null,
        reason: played ? null : draw.pick(HINDRANCES),
        at: `${day}T${dueAt}:00${offset}`,
      })
    }
  }
  return plays
}

const byHand = ({ channels }: PiecePlan): number => channels.filter((one) => HANDS.has(one)).length
const HANDS: ReadonlySet<Kind> = new Set(['wechat', 'radio', 'television', 'print'])
export const countPublicity = ({ pieces: plans, villages, airings, plays }: Publicity): number =>
  plans.length === 0
    ? 0
    : CHANNELS.length +
      plans.reduce((sum, one) => sum + 1 + byHand(one), 0) +
      villages.length +
      airings.length +
      plays.length +
      1

type Add = (sent: Sent, label: string) => void
const LABEL = '宣传 public information'
const asSent = ({ arrival }: { arrival: 'new' | 'again' }): Sent =>
  arrival === 'new' ? { fresh: 1, again: 0 } : { fresh: 0, again: 1 }
export type Writer = (nth: number) => Promise<Session | null>
const WRITERS = 5
const BATCH = 1_000

export async function sendPublicity(publicity: Publicity, desk: Session, writerOf: Writer, add: Add): Promise<void> {
  const { county, seed, pieces: plans } = publicity
  if (plans.length === 0) return
  const channelOf = (kind: Kind) => namedId(seed, county, 'channel', kind)
  for (const [kind, title] of CHANNELS) {
    const body = { id: channelOf(kind), division: county, kind, title, settings: {} }
    add(asSent(await answer('channel', () => desk.POST('/publicity-channels', { body }))), LABEL)
  }
  let writer: Session | null = null
  for (const plan of plans) {
    const isThere = await isOut(desk, plan.id)
    for (let nth = 0; !isThere && !writer && nth < WRITERS; nth += 1) writer = await writerOf(nth)
    if (writer && !isThere) await publish(publicity, plan, { desk, writer, channelOf })
    add({ fresh: isThere ? 0 : 1, again: isThere ? 1 : 0 }, LABEL)
    await confirm(plan, desk, publicity.offset, add)
  }
  await play(publicity, desk, add)
  const body = { id: namedId(seed, county, 'shown', 1), asOf: `2020-02-18T08:00:00${publicity.offset}` }
  add(asSent(await answer('figures', () => desk.POST('/shown-figures', { body }))), LABEL)
}

async function isOut(desk: Session, pieceId: string): Promise<boolean> {
  try {
    const { state } = await answer('piece', () => desk.GET('/pieces/{pieceId}', { params: { path: { pieceId } } }))
    return state === 'published'
  } catch (error) {
    if (error instanceof Refused && error.code === 'publicity.piece-unknown') return false
    throw error
  }
}

const textOf = (
  lang: string,
  title: string,
  items: readonly string[],
  { duties = [], rights = [] }: Partial<Words>,
) => ({
  lang,
  title,
  blocks: [{ kind: 'list' as const, items: [...items] }],
  duties: [...duties],
  rights: [...rights],
})
const RIGHTS_IN_ENGLISH = {
  duties: ['Report journeys and health truthfully', 'Keep to the decision on isolation'],
  rights: [
    'A decision in writing with its ground, its end and how to appeal',
    'Your data serve the epidemic and nothing else',
  ],
}
const ALERT = {
  event: '新冠肺炎疫情',
  responses: ['Prepare' as const, 'Avoid' as const],
  urgency: 'Expected' as const,
  severity: 'Severe' as const,
  certainty: 'Likely' as const,
  expires: null,
}
const SIGNED: Partial<Record<Words['kind'], string[]>> = {
  'legal-notice': ['县人民法院', '县人民检察院', '县公安局', '县司法局', '县委政法委'],
}

async function publish(
  { county, name }: Publicity,
  { id, kind, words, at, channels }: PiecePlan,
  { desk, writer, channelOf }: { desk: Session; writer: Session; channelOf: (kind: Kind) => string },
): Promise<void> {
  const versionId = namedId(id, 'version')
  const english = words.en ? [textOf('en', words.en, words.enPoints ?? [], words.duties ? RIGHTS_IN_ENGLISH : {})] : []
  const content = {
    audience: ['everybody' as const],
    texts: [textOf('zh', words.zh, words.points, words), ...english],
    signed: SIGNED[kind] ?? [`${name}疫情防控工作领导小组办公室`],
    alert: words.alert ? ALERT : null,
  }
  const draft = { id, versionId, division: county, kind, documentId: null, topicId: null, content }
  await answer(words.zh, () => writer.POST('/pieces', { body: draft }))
  const params = { path: { pieceId: id } }
  for (const [who, step] of [
    [writer, 'submitted'],
    [desk, 'approved'],
  ] as const) {
    const body = { id: namedId(id, step), versionId, step }
    await answer(`${words.zh} ${step}`, () => who.POST('/pieces/{pieceId}/steps', { params, body }))
  }
  const out = { id: namedId(id, 'out'), versionId, at, channels: channels.map(channelOf) }
  await answer(words.zh, () => writer.POST('/pieces/{pieceId}/publications', { params, body: out }))
}

/** What people put up by hand is said by them, three hours later. */
async function confirm({ id, at }: PiecePlan, desk: Session, offset: string, add: Add): Promise<void> {
  const query = { pieceId: id, limit: 100 }
  const { items } = await answer('dispatches', () => desk.GET('/dispatches', { params: { query } }))
  for (const one of items) {
    if (!HANDS.has(one.kind as Kind)) continue
    const body = {
      id: namedId(one.id, 'confirmed'),
      at: at.replace(`15:00:00${offset}`, `18:00:00${offset}`),
      note: one.channel,
    }
    const call = { params: { path: { dispatchId: one.id } }, body }
    add(asSent(await answer('confirmation', () => desk.POST('/dispatches/{dispatchId}/confirmation', call))), LABEL)
  }
}

async function play({ villages, airings, plays, seed, offset }: Publicity, desk: Session, add: Add): Promise<void> {
  const speakers = villages.map((division) => ({
    id: loudspeakerOf(seed, division),
    division,
    name: '村委会',
    at: `2020-01-20T08:00:00${offset}`,
  }))
  for (const items of inBatches(speakers)) {
    const { verdicts } = await answer('loudspeakers', () => desk.POST('/loudspeakers/batch', { body: { items } }))
    add(sentBy('loudspeakers', verdicts), LABEL)
  }
  for (const items of inBatches(airings)) {
    const { verdicts } = await answer('airings', () => desk.POST('/airings/batch', { body: { items } }))
    add(sentBy('airings', verdicts), LABEL)
  }
  for (const items of inBatches(plays)) {
    const { verdicts } = await answer('plays', () => desk.POST('/plays/batch', { body: { items } }))
    add(sentBy('plays', verdicts), LABEL)
  }
}
const inBatches = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / BATCH) }, (_, nth) => all.slice(nth * BATCH, (nth + 1) * BATCH))
