import { aContent, aSeries } from '../../../src/capabilities/command/documents.factory.ts'
import { newId } from '../../scenario/scenario.ts'
import { type Area, AT, made, type Part, type Special } from '../part.ts'
import { handDown, openTask, tasksOperations } from './command.tasks.ts'

let codes = 0
const HAN = '甲乙丙丁戊己庚辛壬癸'
/** Letters of a code are Han and no two series share one. */
// The word of a series is of Chinese characters alone, so a mark goes in only as far as it is.
const code = (mark = '') =>
  `${mark.replaceAll(/[^\p{Script=Han}]/gu, '').slice(0, 8)}防${[...String(++codes)].map((digit) => HAN[Number(digit)]).join('')}`
const words = ({ mark }: Area) => aContent({ title: `${mark}关于禁止聚餐的指令`, to: [`${mark}单位`] })
const by = ({ mark }: Area) => ({ authority: `${mark}办`, documentNo: `${mark}1号`, grounds: `${mark}扩散` })
const say = ({ hands }: Area, path: string, said: object) => made(hands.desk.post(path, { id: newId(), ...said }))
const another = ({ stage }: Area) => stage.as.countyDesk()

async function draft(area: Area, seriesId: unknown = area.things['seriesId']) {
  const [id, versionId] = [newId(), newId()]
  await made(area.hands.desk.post('/documents', { id, seriesId, versionId, content: words(area) }))
  return { documentId: id, versionId, onVersion: versionId }
}
async function signedOne(area: Area, seriesId?: unknown) {
  const { documentId, versionId } = await draft(area, seriesId)
  const path = `/documents/${documentId}/steps`
  await made(area.hands.desk.post(path, { id: newId(), versionId, step: 'submitted' }))
  const reviewer = await another(area)
  await made(reviewer.post(path, { id: newId(), versionId, step: 'passed' }))
  await made(reviewer.post(path, { id: newId(), versionId, step: 'signed', post: `${area.mark}组长` }))
  return { documentId, versionId }
}
async function issuedOne(area: Area, seriesId?: unknown) {
  const signed = await signedOne(area, seriesId)
  await say(area, `/documents/${signed.documentId}/issue`, { issuedAt: AT })
  return signed
}
async function fileOf(area: Area, documentId: string) {
  const file = { fileName: '附件表.csv', type: 'text/csv', content: Buffer.from(area.mark).toString('base64') }
  return { attachmentId: (await say(area, `/documents/${documentId}/attachments`, file)).id }
}
async function withFile(area: Area, seriesId: unknown) {
  const { documentId, versionId } = await draft(area, seriesId)
  const { attachmentId: id } = await fileOf(area, documentId)
  const body = [{ level: 0, text: `${area.mark}见附件。` }]
  const content = { ...words(area), body, attachments: [{ id, title: `${area.mark}表` }] }
  const { id: revised } = await say(area, `/documents/${documentId}/versions`, { onVersion: versionId, content })
  const path = `/documents/${documentId}/steps`
  await say(area, path, { versionId: revised, step: 'submitted' })
  const reviewer = await another(area)
  for (const step of [{ step: 'passed' }, { step: 'signed', post: `${area.mark}组长` }])
    await made(reviewer.post(path, { id: newId(), versionId: revised, ...step }))
  await say(area, `/documents/${documentId}/issue`, { issuedAt: AT })
  return { documentId, versionId: revised, attachmentId: id }
}

const ladder = async (area: Area) => {
  const said = { division: area.village, title: `${area.mark}响应`, rungs: ['II', 'I'] }
  return { ladderId: (await say(area, '/response-ladders', said)).id }
}
const body = async (area: Area) => {
  const { mark, village: division } = area
  const said = {
    division,
    kind: 'office',
    title: `${mark}办`,
    mandate: `${mark}调度`,
    telephone: '0314-5050000',
    at: AT,
  }
  return { bodyId: (await say(area, '/organisation/bodies', said)).id }
}
const member = async (area: Area, bodyId?: string) => {
  const at = `/organisation/bodies/${bodyId ?? (await body(area)).bodyId}/members`
  const said = { postId: area.things['postId'], role: 'member', fromOn: '2020-02-01' }
  return { memberId: (await say(area, at, said)).id }
}
const SPAN = { startsAt: '2020-02-05T08:00:00+08:00', endsAt: '2020-02-05T20:00:00+08:00' }
const duty = async (area: Area, bodyId?: string) => {
  const at = `/organisation/bodies/${bodyId ?? (await body(area)).bodyId}/duties`
  return { dutyId: (await say(area, at, { postId: area.things['postId'], ...SPAN })).id }
}

/** What is issued, how the command is made up and who is on duty is known in the whole county; drafts are not. */
const told: Special['toldInCounty'] = {
  because: 'What is issued, the level, the groups and the rota are for everybody in the county to act on.',
  fields: ['documentId', 'seriesId', 'planId', 'ladderId', 'bodyId', 'memberId', 'dutyId', 'attachmentId', 'fromPlan'],
  hears: ({ mark, things, village, township }) => [mark, village, township, ...Object.values(things)],
}
const known = (special: Special = {}): Special => ({ toldInCounty: told, ...special })
const NO_ID = () => null

export const commandPart: Part = {
  async plant(area) {
    const { mark, village, things } = area
    const series = aSeries(village, { code: code(mark), authority: `${mark}办`, kind: 'directive' })
    const { id: seriesId } = await made(area.hands.desk.post('/document-series', series))
    const { documentId, versionId, attachmentId } = await withFile(area, seriesId)
    const over = await issuedOne(area, seriesId)
    await openTask(area, over.documentId)
    await say(area, `/documents/${over.documentId}/withdrawal`, { at: AT, why: `${mark}变化` })
    const { attachmentId: wrong } = await fileOf(area, (await draft(area, seriesId)).documentId)
    await say(area, `/document-attachments/${wrong}/void`, { why: 'twice' })
    const down = await handDown(area, documentId)
    const planned = {
      division: village,
      title: `${mark}预案`,
      year: 2003,
      tasks: [{ what: `${mark}设卡`, role: `${mark}组`, withinHours: 6 }],
    }
    const { id: planId } = await say(area, '/response-plans', planned)
    const { ladderId } = await ladder(area)
    const { id: turnId } = await say(area, `/response-ladders/${ladderId}/turns`, {
      ...by(area),
      turn: 'opened',
      rung: 'I',
      at: AT,
    })
    const whole = { ...area, things: { ...things, seriesId } }
    const { bodyId } = await body(whole)
    const ended = await body(whole)
    await say(area, `/organisation/bodies/${ended.bodyId}/end`, { documentNo: `${mark}2号`, at: AT })
    const beside = await body(whole)
    const { memberId } = await member(whole, bodyId)
    const left = await member(whole, beside.bodyId)
    await say(area, `/organisation/members/${left.memberId}/end`, { toOn: '2020-02-05' })
    const { dutyId } = await duty(whole, bodyId)
    const { id: noteId } = await say(area, `/duties/${dutyId}/notes`, { note: `${mark}两份未到`, at: AT })
    const cancelled = await duty(whole, beside.bodyId)
    await say(area, `/duties/${cancelled.dutyId}/cancel`, { note: `${mark}换班` })
    const known = {
      over: over.documentId,
      turnId,
      noteId,
      left: left.memberId,
      beside: beside.bodyId,
      ended: ended.bodyId,
    }
    const more = Object.fromEntries(Object.entries(known).map(([name, id]) => [`command/${name}`, id]))
    return {
      seriesId,
      documentId,
      versionId,
      attachmentId,
      planId,
      ladderId,
      bodyId,
      memberId,
      dutyId,
      ...down,
      ...more,
    }
  },
  shared: [
    ...['series', 'issued', 'document_end', 'attachment', 'attachment_void', 'ladder', 'plan', 'level_turn'],
    ...['body', 'body_end', 'member', 'member_end', 'duty', 'duty_cancel', 'duty_note', 'measure'],
  ].map((name) => `command.${name}`),
  operations: {
    'command.series.add': { say: { code: () => code(), firstYear: 2020 } },
    'command.series.list': known(),
    'command.document.draft': known({ say: { versionId: newId, content: words } }),
    'command.document.revise': known({
      say: { content: words, onVersion: ({ things }) => things['versionId'] },
      fresh: (area) => draft(area),
    }),
    'command.document.step': known({ say: { step: 'submitted', post: NO_ID }, fresh: (area) => draft(area) }),
    'command.document.issue': known({ fresh: (area) => signedOne(area) }),
    'command.document.withdraw': known({ say: { byDocument: NO_ID }, fresh: (area) => issuedOne(area) }),
    'command.document.list': known(),
    'command.document.read': known(),
    'command.document.print': known({ say: { format: 'svg' } }),
    'command.draft.check': known({ say: { content: words }, sameEverywhere: true }),
    'command.draft.preview': known({ say: { content: () => aContent() }, sameEverywhere: true }),
    'command.attachment.add': known({ say: { content: () => 'aGVsbG8=' }, fresh: (area) => draft(area) }),
    'command.attachment.void': known({ fresh: async (area) => fileOf(area, (await draft(area)).documentId) }),
    'command.attachment.read': known({ unread: true }),
    'command.ladder.add': {},
    'command.ladder.list': known(),
    'command.level.turn': known({
      say: { turn: 'opened', rung: 'I', stops: () => [], starts: () => [] },
      fresh: ladder,
    }),
    'command.plan.add': known({
      say: {
        tasks: () => [{ what: '设卡', role: '公安组', withinHours: 6 }],
        fromPlan: ({ things }) => things['planId'],
      },
    }),
    'command.plan.list': known(),
    'command.body.add': known({ say: { parentId: NO_ID } }),
    'command.body.end': known({ fresh: body }),
    'command.member.add': known({ say: { role: 'member' }, fresh: body }),
    'command.member.end': known({ fresh: (area) => member(area) }),
    'command.organisation.read': known(),
    'command.organisation.print': known({ say: { what: 'chart', format: 'svg', asOf: AT }, unread: true }),
    'command.duty.add': known({ say: SPAN, fresh: body }),
    'command.duty.cancel': known({ fresh: (area) => duty(area) }),
    'command.duty.note': known({ fresh: (area) => duty(area) }),
    'command.rota.read': known(),
    'command.rota.export': known(),
    ...tasksOperations(told),
  },
}
