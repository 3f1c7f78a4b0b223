import { newId } from '../../scenario/scenario.ts'
import { type Area, AT, made, type Part } from '../part.ts'

const HEARD = '2020-02-05T09:00:00+08:00'
const say = ({ hands }: Area, path: string, said: object) =>
  made(hands.desk.post(path, { id: newId(), at: AT, ...said }))

let heard = 0
/** Like nothing that was said before: letters that stand in no other text. */
const words = ({ mark }: Area): string => {
  heard += 1
  // As much of the mark as leaves two texts unlike each other.
  return mark.slice(0, 1) + String.fromCharCode(...Array.from({ length: 12 }, (_, nth) => 0x3400 + heard * 12 + nth))
}

/** A topic of two wordings of ten items each, found by the id that is read off the list. */
async function topic(area: Area): Promise<{ topicId: string; wordings: string[] }> {
  const text = words(area)
  const items = [text, `${text}吗`].map((one) => ({
    ...{ id: newId(), division: area.village, source: 'channel', channel: 'wechat-group', words: one, items: 10 },
    heardAt: HEARD,
  }))
  await made(area.hands.desk.post('/rumour-signals/batch', { items }))
  const { items: shown } = await made(area.hands.desk.get('/rumour-topics?show=all&limit=200'))
  for (const { id } of shown) {
    // One that was split below ten items since is not shown.
    const { status, body } = await area.hands.desk.get(`/rumour-topics/${id}`)
    const wordings = status === 200 ? body.wordings : []
    if (wordings.some((one: { words: string }) => one.words === text))
      return { topicId: id, wordings: wordings.map((one: { id: string }) => one.id) }
  }
  throw new Error('no topic was planted')
}
async function verified(area: Area) {
  const { topicId } = await topic(area)
  const said = {
    verdict: 'false',
    expert: `${area.mark}岗`,
    sources: `${area.mark}公告`,
    reasoning: `${area.mark}没有`,
  }
  return { topicId, verdictId: (await say(area, `/rumour-topics/${topicId}/verdicts`, said)).id }
}
/** Verified, and with a piece that has gone out. */
async function answerable(area: Area) {
  const { topicId, verdictId } = await verified(area)
  const [pieceId, versionId] = [newId(), newId()]
  const text = { lang: 'zh', title: `${area.mark}答复`, blocks: [] }
  const content = { texts: [text], signed: [`${area.mark}办`] }
  const draft = { id: pieceId, versionId, division: area.village, kind: 'answer', topicId, content }
  await made(area.hands.desk.post('/pieces', draft))
  await say(area, `/pieces/${pieceId}/steps`, { at: undefined, versionId, step: 'submitted' })
  const other = await area.stage.as.countyDesk()
  await made(other.post(`/pieces/${pieceId}/steps`, { id: newId(), versionId, step: 'approved' }))
  await say(area, `/pieces/${pieceId}/publications`, { versionId })
  return { topicId, verdictId, pieceId }
}

export const rumoursPart: Part = {
  async plant(area) {
    const { mark, things } = area
    const { topicId, verdictId, pieceId } = await answerable(area)
    const path = `/rumour-topics/${topicId}`
    await say(area, `${path}/codings`, { title: `${mark}话题`, theme: 'cause', kind: 'claim' })
    await say(area, `${path}/assessments`, { likelihood: 3, harm: 3, why: `${mark}在传` })
    await say(area, `${path}/reports`, { authority: `${mark}办`, note: `${mark}情况` })
    await say(area, `${path}/answers`, { verdictId, pieceId, channels: [`${mark}台`] })
    const paper = { documentNo: `${mark}1号`, authority: `${mark}局`, sentOn: '2020-02-05', note: `${mark}抬价` }
    await say(area, `${path}/referrals`, { matter: 'price-gouging', ...paper })
    const closed = await topic(area)
    await say(area, `/rumour-topics/${closed.topicId}/turns`, { turn: 'closed', why: `${mark}办完` })
    const [one, other] = [await topic(area), await topic(area)]
    await say(area, `/rumour-topics/${one.topicId}/merge`, { intoId: other.topicId, why: `${mark}同一件` })
    const cells = Array.from({ length: 25 }, () => 'low')
    await say(area, '/rumour-matrices', { cells, firstHours: [0, 5, 5], finalHours: [0, 24, 24], why: `${mark}修订` })
    await say(area, '/rumour-watch', { bodyId: things['bodyId'] })
    await say(area, '/rumour-advice', { weekOn: '2020-02-03', words: `${mark}多说` })
    return { topicId, verdictId, intoId: other.topicId, 'rumours/piece': pieceId }
  },
  operations: {
    'rumours.signal.record': { say: { words: () => '口罩涨价了', heardAt: HEARD } },
    'rumours.words.strip': { say: { words: () => '口罩涨价了' }, sameEverywhere: true },
    // Each kind of deed says other things; all of them are columns that were stripped.
    'rumours.topic.read': { open: ['said'] },
    'rumours.topic.answer': { say: { channels: () => ['公告板'] }, fresh: answerable },
    'rumours.topic.turn': { say: { turn: 'closed' }, fresh: topic },
    'rumours.topic.merge': { fresh: topic },
    'rumours.topic.split': {
      say: { intoId: newId, wordings: () => [newId()] },
      fresh: async (area) => {
        const { topicId, wordings } = await topic(area)
        return { topicId, intoId: newId(), wordings: wordings.slice(0, 1) }
      },
    },
    'rumours.matrix.set': {
      say: {
        cells: () => Array.from({ length: 25 }, () => 'low'),
        firstHours: () => [0, 5, 5],
        finalHours: () => [0, 24, 24],
      },
    },
    'rumours.week.print': { unread: true },
    'rumours.week.read': { unread: true },
  },
}
