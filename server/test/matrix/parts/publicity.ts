import { aPicture, aPiece, aText } from '../../../src/capabilities/publicity/publicity.factory.ts'
import { newId } from '../../scenario/scenario.ts'
import { type Area, AT, made, type Part, type Special } from '../part.ts'

const words = ({ mark }: Area) =>
  aPiece({
    texts: [aText({ title: `${mark}戴口罩`, blocks: [{ kind: 'paragraph', text: `${mark}不聚餐` }] })],
    signed: [`${mark}办`],
  })
const say = ({ hands }: Area, path: string, said: object) => made(hands.desk.post(path, { id: newId(), ...said }))

let days = 0
/** Days of their own, so that nothing that is planned meets anything else. */
const nextDay = (): string => new Date(Date.parse('2000-01-01') + 86_400_000 * ++days).toISOString().slice(0, 10)

async function draft(area: Area) {
  const [id, versionId] = [newId(), newId()]
  await made(
    area.hands.desk.post('/pieces', { id, versionId, division: area.village, kind: 'notice', content: words(area) }),
  )
  return { pieceId: id, versionId, onVersion: versionId }
}
async function approved(area: Area) {
  const { pieceId, versionId } = await draft(area)
  await say(area, `/pieces/${pieceId}/steps`, { versionId, step: 'submitted' })
  const other = await area.stage.as.countyDesk()
  await made(other.post(`/pieces/${pieceId}/steps`, { id: newId(), versionId, step: 'approved' }))
  return { pieceId, versionId }
}
async function published(area: Area, channels: unknown[] = []) {
  const piece = await approved(area)
  await say(area, `/pieces/${piece.pieceId}/publications`, { versionId: piece.versionId, at: AT, channels })
  return piece
}
const channel = async (area: Area) => {
  const said = { division: area.village, kind: 'radio', title: `${area.mark}广播` }
  return { channelId: (await say(area, '/publicity-channels', said)).id }
}
async function dispatched(area: Area) {
  const { channelId } = await channel(area)
  const piece = await published(area, [channelId])
  const { items } = await made(area.hands.desk.get(`/dispatches?pieceId=${piece.pieceId}`))
  return { ...piece, channelId, dispatchId: items[0].id }
}
const batch = async (area: Area, path: string, item: object) => {
  const id = newId()
  const { verdicts } = await made(area.hands.desk.post(path, { items: [{ id, ...item }] }))
  if (!verdicts[0].ok) throw new Error(`not planted: ${JSON.stringify(verdicts)}`)
  return id
}
const loudspeaker = async (area: Area) => ({
  loudspeakerId: await batch(area, '/loudspeakers/batch', {
    division: area.village,
    name: `${area.mark}村委会`,
    at: AT,
  }),
})
async function airing(area: Area, pieceId?: string) {
  const [fromOn, toOn] = [nextDay(), nextDay()]
  const piece = pieceId ?? (await published(area)).pieceId
  const times = [{ at: '07:00', minutes: 5 }]
  const said = { division: area.village, pieceId: piece, fromOn, toOn, times }
  return { airingId: await batch(area, '/airings/batch', said), pieceId: piece, toOn: fromOn }
}
const PICTURE = aPicture().toString('base64')
const aPlay = { dueOn: '2020-02-05', dueAt: '07:00', played: true, minutes: 1, at: AT }

/** What goes out, by which ways, and what loudspeakers are to play is the county's; drafts and plays are not. */
const told: Special['toldInCounty'] = {
  because:
    'What is published, where it went and what is planned for loudspeakers is for everybody in the county to know.',
  fields: ['pieceId', 'channelId', 'dispatchId', 'loudspeakerId', 'airingId', 'documentId', 'topicId'],
  hears: ({ mark, things, village, township }) => [mark, village, township, ...Object.values(things)],
}
const known = (special: Special = {}): Special => ({ toldInCounty: told, ...special })
const NOTHING = () => null
const inCounty = { county: ({ county }: Area) => county }

export const publicityPart: Part = {
  async plant(area) {
    const { pieceId, versionId, channelId, dispatchId } = await dispatched(area)
    await say(area, `/dispatches/${dispatchId}/confirmation`, { at: AT, note: `${area.mark}频道` })
    const over = await published(area)
    await say(area, `/pieces/${over.pieceId}/withdrawal`, { at: AT, why: `${area.mark}变化` })
    const shut = await channel(area)
    await say(area, `/publicity-channels/${shut.channelId}/turns`, { turn: 'closed', why: `${area.mark}停用`, at: AT })
    const { loudspeakerId } = await loudspeaker(area)
    const broken = await loudspeaker(area)
    await say(area, `/loudspeakers/${broken.loudspeakerId}/turns`, { turn: 'broken', at: AT })
    const { airingId } = await airing(area, pieceId)
    const ended = await airing(area, pieceId)
    await say(area, `/airings/${ended.airingId}/end`, { toOn: ended.toOn })
    const playId = await batch(area, '/plays/batch', { ...aPlay, division: area.village, pieceId, note: area.mark })
    const { id: photoId } = await say(area, `/plays/${playId}/photos`, { content: PICTURE })
    await say(area, '/shown-figures', { asOf: `${nextDay()}T08:00:00+08:00` })
    const more = {
      over: over.pieceId,
      shut: shut.channelId,
      broken: broken.loudspeakerId,
      ended: ended.airingId,
    }
    const others = Object.fromEntries(Object.entries(more).map(([name, id]) => [`publicity/${name}`, id]))
    return {
      pieceId,
      'publicity/versionId': versionId,
      'publicity/onVersion': versionId,
      channelId,
      dispatchId,
      loudspeakerId,
      airingId,
      playId,
      'publicity/photo': photoId,
      ...others,
    }
  },
  shared: [
    ...['publication', 'withdrawal', 'channel', 'channel_turn', 'dispatch', 'dispatch_result', 'loudspeaker'],
    ...['loudspeaker_turn', 'airing', 'airing_end', 'figures_shown'],
  ].map((name) => `publicity.${name}`),
  operations: {
    'publicity.piece.draft': known({
      say: { versionId: newId, kind: 'notice', documentId: NOTHING, topicId: NOTHING, content: words },
    }),
    'publicity.piece.revise': known({
      say: { content: words, onVersion: ({ things }) => things['publicity/versionId'] },
      fresh: draft,
    }),
    'publicity.piece.step': known({ say: { step: 'submitted' }, fresh: draft }),
    'publicity.piece.publish': known({ say: { at: AT, channels: () => [] }, fresh: approved }),
    'publicity.piece.withdraw': known({ say: { at: AT }, fresh: (area) => published(area) }),
    'publicity.piece.dispatch': known({
      say: { at: AT },
      fresh: async (area) => ({ ...(await published(area)), ...(await channel(area)) }),
    }),
    'publicity.piece.preview': known({
      say: { content: () => aPiece(), channel: 'radio', kind: 'notice' },
      sameEverywhere: true,
    }),
    'publicity.piece.list': known(),
    'publicity.piece.read': known(),
    'publicity.channel.add': { say: { kind: 'board', settings: () => ({}) } },
    'publicity.channel.list': known(),
    'publicity.channel.turn': known({ say: { turn: 'closed', at: AT }, fresh: channel }),
    'publicity.dispatch.list': known(),
    'publicity.dispatch.read': known({ unread: true }),
    'publicity.dispatch.confirm': known({ say: { at: AT }, fresh: dispatched }),
    'publicity.dispatch.retry': known({ answer: 'publicity.not-failed', fresh: dispatched }),
    'publicity.loudspeaker.add': known({ say: { at: AT } }),
    'publicity.loudspeaker.turn': known({ say: { turn: 'broken', at: AT }, fresh: loudspeaker }),
    'publicity.loudspeaker.list': known(),
    'publicity.airing.plan': known({
      say: { times: () => [{ at: '07:00', minutes: 5 }] },
      async fresh(area) {
        const day = nextDay()
        return { pieceId: (await published(area)).pieceId, fromOn: day, toOn: day }
      },
    }),
    'publicity.airing.end': known({ fresh: (area) => airing(area) }),
    'publicity.airing.list': known(),
    'publicity.play.record': known({ say: { ...aPlay, airingId: NOTHING, loudspeakerId: NOTHING, reason: NOTHING } }),
    'publicity.play.photo': { say: { content: PICTURE } },
    'publicity.play.photo.read': { unread: true, say: { photoId: ({ things }: Area) => things['publicity/photo'] } },
    'publicity.play.list': known(),
    'publicity.coverage.read': known(),
    'publicity.figures.read': known({ unread: true }),
    'publicity.legal-notice.read': known({ say: { measure: 'closure' }, unread: true }),
    'publicity.figures.show': { say: { asOf: () => `${nextDay()}T08:00:00+08:00` } },
    'publicity.board.read': known({ say: inCounty, unread: true }),
    'publicity.feed.read': known({ say: { ...inCounty, feed: 'rss.xml' }, open: ['content'], unread: true }),
    'publicity.alert.read': known({ say: inCounty, answer: 'publicity.dispatch-unknown' }),
  },
}
