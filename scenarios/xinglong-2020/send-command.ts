import { answer, Refused, type Sent, type Session } from './api.ts'
import { type Command, type DocumentPlan, DUTY_DAYS } from './command.ts'
import { handedOver, siteGroups, specialGroups, taskForces } from './command-texts.ts'
import { namedId } from './random.ts'
import { sendClosures } from './send-closures.ts'

type Add = (sent: Sent, label: string) => void
const LABEL = '指挥 command'
const asSent = ({ arrival }: { arrival: 'new' | 'again' }): Sent =>
  arrival === 'new' ? { fresh: 1, again: 0 } : { fresh: 0, again: 1 }

/** Somebody who drafts, by their how-manieth account; null when that one was given out before. */
export type Writer = (nth: number) => Promise<Session | null>
const WRITERS = 5

export async function sendCommand(command: Command, desk: Session, writerOf: Writer, add: Add): Promise<void> {
  if (command.series.length === 0) return
  await sendDocuments(command, desk, writerOf, add)
  await organise(command, desk, add)
  await respond(command, desk, add)
  if (command.closures) await sendClosures(command.closures, desk, add)
}

export async function sendDocuments(command: Command, desk: Session, writerOf: Writer, add: Add): Promise<void> {
  const { county, series, documents } = command
  for (const one of series) {
    const body = { ...one, division: county, firstYear: 2020 }
    add(asSent(await answer('series', () => desk.POST('/document-series', { body }))), LABEL)
  }
  let writer: Session | null = null
  for (const one of documents) {
    const isThere = await isIssued(desk, one)
    // A load that broke off has left its writer's account behind: somebody new takes the seat.
    for (let nth = 0; !isThere && !writer && nth < WRITERS; nth += 1) writer = await writerOf(nth)
    if (writer && !isThere) await issue(one, desk, writer)
    add({ fresh: isThere ? 0 : 1, again: isThere ? 1 : 0 }, LABEL)
  }
}

async function isIssued(desk: Session, { id, title }: DocumentPlan): Promise<boolean> {
  const path = { documentId: id }
  try {
    return (await answer(title, () => desk.GET('/documents/{documentId}', { params: { path } }))).state === 'issued'
  } catch (error) {
    if (error instanceof Refused && error.code === 'command.document-unknown') return false
    throw error
  }
}

async function issue(one: DocumentPlan, desk: Session, writer: Session): Promise<void> {
  const { id, seriesId, title, to, body, issuedAt } = one
  const versionId = namedId(id, 'version')
  const content = { title, to, body }
  await answer(title, () => writer.POST('/documents', { body: { id, seriesId, versionId, content } }))
  const params = { path: { documentId: id } }
  for (const [who, said] of [
    [writer, { step: 'submitted' as const }],
    [desk, { step: 'passed' as const }],
    [desk, { step: 'signed' as const, post: '领导小组组长' }],
  ] as const) {
    const call = { params, body: { id: namedId(id, said.step), versionId, ...said } }
    await answer(`${title} ${said.step}`, () => who.POST('/documents/{documentId}/steps', call))
  }
  const call = { params, body: { id: namedId(id, 'issue'), issuedAt } }
  await answer(title, () => desk.POST('/documents/{documentId}/issue', call))
}

async function organise(command: Command, desk: Session, add: Add): Promise<void> {
  const { county, seed, offset, name, postOf, leaderIds } = command
  const at = `2020-01-24T12:00:00${offset}`
  const idOf = (title: string) => namedId(seed, county, 'body', title)
  const keep = async (said: { kind: Kind; title: string; mandate: string; parentId: string | null; nth: number }) => {
    const body = {
      ...said,
      id: idOf(said.title),
      division: county,
      at,
      telephone: said.kind === 'office' ? '0314-5050000' : null,
    }
    add(asSent(await answer('body', () => desk.POST('/organisation/bodies', { body }))), LABEL)
    return body.id
  }
  const top = await keep({
    kind: 'leading-group',
    title: name,
    mandate: '统一领导、统一指挥、统一调度、统一行动',
    parentId: null,
    nth: 0,
  })
  const office = await keep({ kind: 'office', title: '防控办', mandate: '综合协调、上传下达', parentId: top, nth: 1 })
  for (const [nth, [title, mandate]] of specialGroups.entries())
    await keep({ kind: 'special-group', title, mandate, parentId: office, nth: 10 + nth })
  for (const [nth, [title, mandate]] of taskForces.entries())
    await keep({ kind: 'task-force', title, mandate, parentId: office, nth: 30 + nth })
  const site = await keep({
    kind: 'site-command',
    title: '集中医学观察工作指挥部',
    mandate: '医疗、消杀、转运、保障统一指挥,设临时党委',
    parentId: top,
    nth: 50,
  })
  for (const [nth, [title, mandate]] of siteGroups.entries())
    await keep({ kind: 'site-command', title, mandate, parentId: site, nth: 51 + nth })
  const sits = async (bodyId: string, post: string, postId = postOf[post] ?? '') => {
    const body = {
      id: namedId(bodyId, 'member', post),
      postId,
      role: 'head' as const,
      fromOn: '2020-01-24',
    }
    const call = { params: { path: { bodyId } }, body }
    add(asSent(await answer('member', () => desk.POST('/organisation/bodies/{bodyId}/members', call))), LABEL)
  }
  for (const post of ['command-secretary', 'command-magistrate']) await sits(top, post)
  await sits(office, 'command-office')
  for (const [nth, [title]] of specialGroups.entries()) {
    const leader = leaderIds[nth]
    if (leader) await sits(idOf(title), 'head', leader)
  }
  await putOnDuty(command, office, desk, add)
}

/** Three shifts in turn, each with a note for the next. */
async function putOnDuty({ offset, postOf }: Command, office: string, desk: Session, add: Add): Promise<void> {
  const first = Date.parse(`2020-01-25T08:00:00${offset}`)
  const turns = ['command-duty-first', 'command-duty-second', 'command-duty-third']
  for (let day = 0; day < DUTY_DAYS; day += 1) {
    const [startsAt, endsAt] = [first + day * DAY, first + (day + 1) * DAY].map((ms) => new Date(ms).toISOString())
    const post = postOf[turns[day % turns.length] ?? ''] ?? ''
    const body = {
      id: namedId(office, 'duty', day),
      postId: post,
      telephone: '0314-5050001',
      startsAt: startsAt ?? '',
      endsAt: endsAt ?? '',
    }
    const call = { params: { path: { bodyId: office } }, body }
    add(asSent(await answer('duty', () => desk.POST('/organisation/bodies/{bodyId}/duties', call))), LABEL)
    const at = new Date(first + (day + 1) * DAY - 600_000).toISOString()
    const note = { id: namedId(body.id, 'note'), note: handedOver[day % handedOver.length] ?? '', at }
    const handed = { params: { path: { dutyId: body.id } }, body: note }
    add(asSent(await answer('hand-over', () => desk.POST('/duties/{dutyId}/notes', handed))), LABEL)
  }
}
type Kind = 'leading-group' | 'office' | 'special-group' | 'task-force' | 'site-command'
const DAY = 86_400_000

async function respond(
  { county, seed, offset, name, series, documents }: Command,
  desk: Session,
  add: Add,
): Promise<void> {
  const planId = namedId(seed, county, 'plan', 2020)
  const old = { id: namedId(seed, county, 'plan', 2003), title: '非典型肺炎防治应急预案', year: 2003, fromPlan: null }
  const tasks = [
    { what: '各村设立检查劝返点', role: '农村防控组', withinHours: 12 },
    { what: '县界和高速出口设立检测点', role: '交通检疫组', withinHours: 24 },
    { what: '启动发热门诊', role: '医疗救治组', withinHours: 6 },
    { what: '建立疫情日报告', role: '疫情监测组', withinHours: 24 },
  ]
  for (const body of [
    { ...old, division: county, tasks },
    { id: planId, division: county, title: '新型冠状病毒肺炎疫情防控应急预案', year: 2020, fromPlan: old.id },
  ])
    add(asSent(await answer('plan', () => desk.POST('/response-plans', { body }))), LABEL)
  const first = documents.find(({ seriesId }) => seriesId === series[0]?.id)
  const own = { authority: name, documentNo: `${series[0]?.code}〔2020〕1号`, documentId: first?.id ?? null }
  const province = { authority: '河北省人民政府', documentNo: '省级一级响应', documentId: null }
  const levels = [
    ['省级应急响应', ['Ⅳ', 'Ⅲ', 'Ⅱ', 'Ⅰ'], 'Ⅰ', `2020-01-24T20:00:00${offset}`, province, []],
    ['县级防控措施', ['常规', '从严'], '从严', `2020-01-24T12:00:00${offset}`, own, MEASURES],
    [
      '网络舆情应急响应',
      ['3级', '2级', '1级'],
      '1级',
      `2020-01-22T08:00:00${offset}`,
      { ...own, documentNo: '网络舆情应急预案', documentId: null },
      [],
    ],
  ] as const
  for (const [title, rungs, rung, at, by, measures] of levels) {
    const ladderId = namedId(seed, county, 'ladder', title)
    const body = { id: ladderId, division: county, title, rungs: [...rungs] }
    add(asSent(await answer('ladder', () => desk.POST('/response-ladders', { body }))), LABEL)
    const starts = measures.map(([kind, words]) => ({ id: namedId(ladderId, kind, words), kind, words }))
    const more = { grounds: '防止疫情输入和扩散', planId: measures.length > 0 ? planId : null, reportEveryHours: 24 }
    const turn = { id: namedId(ladderId, 'opened'), turn: 'opened' as const, rung, at, starts, ...by, ...more }
    const call = { params: { path: { ladderId } }, body: turn }
    add(asSent(await answer('level', () => desk.POST('/response-ladders/{ladderId}/turns', call))), LABEL)
  }
}
const MEASURES = [
  ['checkpoints', '各村出入口设立检查劝返点'],
  ['transport', '客运班车、公交车、出租车停运'],
  ['closures', '公共文化娱乐和洗浴场所关闭'],
  ['gatherings', '庙会、灯会、文艺汇演等取消'],
  ['reporting', '疫情信息每日报告'],
] as const
