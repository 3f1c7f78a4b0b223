import { randomUUID } from 'node:crypto'
import { actAs } from '../server/src/capabilities/access/access.factory.ts'
import { COUNTY } from './county.ts'
import type { Stand } from './stand.ts'
import { type Line, median } from './table.ts'

/** What the county's second order has. */
const MEASURES = 8
const TIMES = 15
const HOUR_MS = 3_600_000
const ago = (hours: number): string => new Date(Date.now() - hours * HOUR_MS).toISOString()

type Say = (token: string, path: string, body?: object) => Promise<unknown>
const sayer =
  (url: string): Say =>
  async (token, path, body) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const asked = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
    const reply = await fetch(`${url}${path}`, { headers, ...asked })
    const text = await reply.text()
    if (reply.status >= 300) throw new Error(`bench: ${reply.status} ${path} ${text}`)
    return JSON.parse(text)
  }

/** An order with so many measures, each handed to every township, village and community, through the front door. */
async function ordered({ app, productUrl, deskToken }: Stand, measures: number): Promise<string> {
  const say = sayer(productUrl)
  const division = String(COUNTY)
  const second = await actAs(app.kernel, { county: COUNTY, role: 'county-desk', division })
  const [seriesId, id, versionId] = [randomUUID(), randomUUID(), randomUUID()]
  const series = { id: seriesId, division, code: measures > MEASURES ? '兴疫防指' : '兴疫防通', kind: 'directive' }
  await say(deskToken, '/document-series', {
    ...series,
    authority: '县疫情防控工作领导小组',
    firstYear: new Date().getFullYear(),
  })
  const body = [{ level: 1, text: '取消集会' }]
  const content = { title: '县疫情防控工作领导小组关于取消集会的指令', to: ['各乡镇人民政府'], body }
  await say(deskToken, '/documents', { id, seriesId, versionId, content })
  const step = (token: string, said: object) =>
    say(token, `/documents/${id}/steps`, { id: randomUUID(), versionId, ...said })
  await step(deskToken, { step: 'submitted' })
  await step(second, { step: 'passed' })
  await step(second, { step: 'signed', post: '组长' })
  await say(deskToken, `/documents/${id}/issue`, { id: randomUUID(), issuedAt: ago(0) })
  const times = { at: new Date().toISOString(), receiptBy: ago(-4), dueAt: ago(-24) }
  for (let nth = 0; nth < measures; nth += 1) {
    const measureId = randomUUID()
    await say(deskToken, `/documents/${id}/measures`, { measures: [{ id: measureId, title: `第${nth + 1}项` }] })
    const given = { id: randomUUID(), measureId, targets: { to: 'everywhere' }, ...times }
    await say(deskToken, `/documents/${id}/tasks`, given)
  }
  return id
}

/** Past the API, because only their number matters: on most tasks three or four steps, as villages take them. */
async function taken({ owner }: Stand, documentId: string): Promise<{ tasks: number; steps: number }> {
  const steps = await owner`
    insert into command.task_step (county, id, division, task_id, step, recorded_at, occurred_at, received_at, digest)
    select t.county, gen_random_uuid(), t.division, t.id, s.step, t.at, t.at + s.nth * interval '1 second', now(), '\\x00'
    from (select *, row_number() over (order by id) as n from command.task where county = ${COUNTY} and document_id = ${documentId}) t
    join (values (1, 'delivered'), (2, 'received'), (3, 'read'), (4, 'doing'), (5, 'done')) s (nth, step) on s.nth <= t.n % 7`
  await owner`analyze command.task`
  await owner`analyze command.task_step`
  const [row] = await owner`
    select count(*)::int as n from command.task where county = ${COUNTY} and document_id = ${documentId}`
  return { tasks: Number(row?.['n']), steps: steps.count }
}

/** The least that anybody can ask: of each task the last step, counted by place. No clocks, no moment, nobody's scope, no names. */
const bare = ({ owner }: Stand, documentId: string) => owner`
  select division, step, count(*)::int from (
    select distinct on (t.id) t.division, s.step from command.task t
    left join command.task_step s on s.county = t.county and s.task_id = t.id
    where t.county = ${COUNTY} and t.document_id = ${documentId} order by t.id, s.occurred_at desc) one
  group by 1, 2`

async function middleOf(work: () => PromiseLike<unknown>): Promise<number> {
  await work()
  const waits: number[] = []
  for (let nth = 0; nth < TIMES; nth += 1) {
    const began = performance.now()
    await work()
    waits.push(performance.now() - began)
  }
  return median(waits)
}

/** The sheet of all townships and villages of a whole order, over HTTP, beside the bare counting query; the county, and ten of it. */
export async function benchChain(stand: Stand, sizes: readonly number[]): Promise<Line[]> {
  const lines: Line[] = []
  for (const size of sizes) {
    const documentId = await ordered(stand, MEASURES * size)
    const { tasks, steps } = await taken(stand, documentId)
    const say = sayer(stand.productUrl)
    const product = await middleOf(() => say(stand.deskToken, `/documents/${documentId}/chain?limit=60`))
    const limit = await middleOf(() => bare(stand, documentId))
    lines.push({
      what: `(n) the sheet of an order, ${tasks.toLocaleString('en')} tasks and ${steps.toLocaleString('en')} steps`,
      product: `${product.toFixed(0)} ms`,
      limit: `${limit.toFixed(0)} ms`,
      ratio: product / limit,
      asked: 'shown',
    })
  }
  return lines
}
