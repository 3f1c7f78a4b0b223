import { answer, type Sent, type Session, sentBy } from './api.ts'
import { namedId } from './random.ts'
import { hoursOf, momentAfter, type Rumours, SHOWN_FROM, type TopicPlan } from './rumours.ts'
import type { Writer } from './send-command.ts'

type Add = (sent: Sent, label: string) => void
const LABEL = '舆情 rumours'
const asSent = ({ arrival }: { arrival: 'new' | 'again' }): Sent =>
  arrival === 'new' ? { fresh: 1, again: 0 } : { fresh: 0, again: 1 }
const WRITERS = 5

/** All that was heard in one batch; then topic by topic as the desk would, the answers written by somebody else than who passes them. */
export async function sendRumours(rumours: Rumours, desk: Session, writerOf: Writer, add: Add): Promise<void> {
  const { topics, county, seed, offset } = rumours
  if (topics.length === 0) return
  const items = topics.flatMap(({ signals }) => signals)
  const { verdicts } = await answer('signals', () => desk.POST('/rumour-signals/batch', { body: { items } }))
  add(sentBy('signals', verdicts), LABEL)
  await keepWatch(rumours, desk, add)
  const idOf = await topicIds(desk, topics)
  const writing = writerFor(writerOf)
  for (const topic of topics) {
    const topicId = idOf.get(topic.talk.key)
    if (topicId) await work({ county, topic, topicId, desk, writing, add })
  }
  const advice = {
    id: namedId(seed, county, 'rumours', 'advice'),
    weekOn: '2020-02-10',
    at: `2020-02-17T09:00:00${offset}`,
  }
  const words = '继续公布粮油供应网点;说明公交恢复的条件;由疾控答复宠物传播问题。'
  add(asSent(await answer('advice', () => desk.POST('/rumour-advice', { body: { ...advice, words } }))), LABEL)
}

/** The office of the command keeps the watch around the clock. */
async function keepWatch({ county, seed, offset }: Rumours, desk: Session, add: Add): Promise<void> {
  const asOf = `2020-02-18T20:00:00${offset}`
  const { bodies } = await answer('organisation', () => desk.GET('/organisation', { params: { query: { asOf } } }))
  const office = bodies.find(({ kind }) => kind === 'office')
  if (!office) return add({ fresh: 0, again: 1 }, LABEL)
  const body = { id: namedId(seed, county, 'rumours', 'watch'), bodyId: office.id, at: `2020-01-25T08:00:00${offset}` }
  add(asSent(await answer('watch', () => desk.POST('/rumour-watch', { body }))), LABEL)
}

/** Which topic the server made of each talk, found by its words. */
export async function topicIds(desk: Session, topics: readonly TopicPlan[]): Promise<Map<string, string>> {
  const query = { show: 'all' as const, limit: 200 }
  const { items } = await answer('topics', () => desk.GET('/rumour-topics', { params: { query } }))
  const found = new Map<string, string>()
  for (const { id } of items) {
    const { wordings } = await answer('topic', () =>
      desk.GET('/rumour-topics/{topicId}', { params: { path: { topicId: id } } }),
    )
    const own = topics.find(({ signals }) => signals.some(({ words }) => words === wordings[0]?.words))
    if (own && own.signals.reduce((sum, one) => sum + one.items, 0) >= SHOWN_FROM) found.set(own.talk.key, id)
  }
  return found
}

type Writing = () => Promise<Session | null>
/** A load that broke off has left its writer's account behind: somebody new takes the seat. */
function writerFor(writerOf: Writer): Writing {
  let writer: Session | null = null
  return async () => {
    for (let nth = 0; !writer && nth < WRITERS; nth += 1) writer = await writerOf(nth)
    return writer
  }
}

interface Task {
  county: string
  topic: TopicPlan
  topicId: string
  desk: Session
  writing: Writing
  add: Add
}
async function work(task: Task): Promise<void> {
  const { topic, topicId, desk, add } = task
  const { talk } = topic
  const hours = hoursOf(talk)
  const id = (what: string) => namedId(topicId, what)
  const path = { topicId }
  const sent = (what: string, after: number) => ({ id: id(what), at: momentAfter(topic, after) })
  const { title, theme, kind, likelihood, harm, reasoning } = talk
  const coding = { ...sent('coding', hours.coded), title, theme: theme as 'cause', kind }
  add(
    asSent(
      await answer(title, () => desk.POST('/rumour-topics/{topicId}/codings', { params: { path }, body: coding })),
    ),
    LABEL,
  )
  const assessment = { ...sent('assessment', hours.assessed), likelihood, harm, why: '按传播范围和影响研判' }
  add(
    asSent(
      await answer(title, () =>
        desk.POST('/rumour-topics/{topicId}/assessments', { params: { path }, body: assessment }),
      ),
    ),
    LABEL,
  )
  const report = { ...sent('report', hours.reported), authority: '县防控办', note: null }
  add(
    asSent(
      await answer(title, () => desk.POST('/rumour-topics/{topicId}/reports', { params: { path }, body: report })),
    ),
    LABEL,
  )
  await conclude(task)
  if (!talk.matter) return
  const [matter, documentNo, authority] = talk.matter
  const at = momentAfter(topic, hours.verified + 1)
  const note = { id: id('referral'), at, matter, documentNo, authority, sentOn: at.slice(0, 10), note: reasoning }
  add(
    asSent(
      await answer(title, () => desk.POST('/rumour-topics/{topicId}/referrals', { params: { path }, body: note })),
    ),
    LABEL,
  )
}

/** What was found and what was answered, a second time where the first could not settle it. */
async function conclude({ county, topic, topicId, desk, writing, add }: Task): Promise<void> {
  const { talk } = topic
  const { expert, sources, reasoning, title } = talk
  const hours = hoursOf(talk)
  const path = { topicId }
  const sent = (what: string, after: number) => ({ id: namedId(topicId, what), at: momentAfter(topic, after) })
  for (const [nth, verdict] of [talk.verdict, talk.settled ?? null].entries()) {
    if (!verdict || talk.answeredAfter === null) continue
    const [verifiedAfter, answeredAfter] =
      nth === 0 ? [hours.verified, talk.answeredAfter] : [hours.settled - 1, hours.settled]
    const said = { ...sent(`verdict-${nth}`, verifiedAfter), verdict, expert, sources, reasoning }
    add(
      asSent(
        await answer(title, () => desk.POST('/rumour-topics/{topicId}/verdicts', { params: { path }, body: said })),
      ),
      LABEL,
    )
    const pieceId = namedId(topicId, `piece-${nth}`)
    const at = momentAfter(topic, answeredAfter)
    const isNew = await publish({ county, pieceId, topicId, talk, at, desk, writing })
    add({ fresh: isNew ? 1 : 0, again: isNew ? 0 : 1 }, LABEL)
    const reply = {
      id: namedId(topicId, `answer-${nth}`),
      at,
      verdictId: said.id,
      pieceId,
      channels: ['公告板', '大喇叭'],
    }
    add(
      asSent(
        await answer(title, () => desk.POST('/rumour-topics/{topicId}/answers', { params: { path }, body: reply })),
      ),
      LABEL,
    )
  }
}

interface Piece extends Pick<Task, 'county' | 'topicId' | 'desk' | 'writing'> {
  pieceId: string
  talk: TopicPlan['talk']
  at: string
}
/** Written by one, passed by another, then out; false when it went out at an earlier load. */
async function publish({ county, pieceId, topicId, talk, at, desk, writing }: Piece): Promise<boolean> {
  const path = { pieceId }
  const kept = await desk.GET('/pieces/{pieceId}', { params: { path } })
  if (kept.data?.state === 'published') return false
  const writer = await writing()
  if (!writer) return false
  const versionId = namedId(pieceId, 'version')
  const blocks = [{ kind: 'paragraph' as const, text: talk.answer }]
  const content = { texts: [{ lang: 'zh', title: `关于"${talk.title}"的答复`, blocks }], signed: ['县防控办'] }
  const draft = { id: pieceId, versionId, division: county, kind: 'answer' as const, topicId, content }
  await answer(talk.title, () => writer.POST('/pieces', { body: draft }))
  for (const [who, step] of [
    [writer, 'submitted'],
    [desk, 'approved'],
  ] as const) {
    const body = { id: namedId(pieceId, step), versionId, step }
    await answer(talk.title, () => who.POST('/pieces/{pieceId}/steps', { params: { path }, body }))
  }
  const body = { id: namedId(pieceId, 'publication'), versionId, at }
  await answer(talk.title, () => desk.POST('/pieces/{pieceId}/publications', { params: { path }, body }))
  return true
}
