import { setTimeout as pause } from 'node:timers/promises'
import { queueExport } from '../server/src/capabilities/workbooks/exporting.ts'
import { ROWS_MAX } from '../server/src/capabilities/workbooks/rules.exports.ts'
import { asSystem } from '../server/src/kernel/operation.ts'
import { seal } from '../server/src/kernel/seal.ts'
import { COUNTY } from './county.ts'
import { forgetPeak, peakMb } from './memory.ts'
import type { Stand } from './stand.ts'
import type { Line } from './table.ts'

const A_PART = 500

const rowOf = (n: number): string[] => [
  `${COUNTY}100201`,
  '榆树沟村民委员会',
  `第${n % 9}组`,
  n % 3 === 0 ? '户主' : '子女',
  `测试${n}`,
  `1308991990${String(n).padStart(8, '0')}`,
  `139${String(n).padStart(8, '0')}`,
  `${n}号`,
]

/** An export whose rows have been read: what is measured is the file that is made of them, and taken. */
async function readExport(stand: Stand, rows: number): Promise<string> {
  const id = crypto.randomUUID()
  const headers = { authorization: `Bearer ${stand.deskToken}` }
  const me = (await (await fetch(`${stand.productUrl}/me`, { headers })).json()) as {
    account: { id: string }
    seat: { id: string }
  }
  const at = new Date()
  const of = { county: COUNTY, export_id: id, division: String(COUNTY) }
  await stand.owner`
    insert into workbooks.export (county, id, kind, division, fields, purpose, ground, account_id, seat_id, role, area, rows, rows_before,
      asked_at, expires_at)
    values (${COUNTY}, ${id}, 'roster', ${COUNTY}, '{name,document,phone,address}', 'home-visit', '测量', ${me.account.id}, ${me.seat.id},
      'county-desk', ${COUNTY}, ${rows}, 0, ${at}, ${new Date(at.getTime() + 86_400_000)})`
  await stand.owner`insert into workbooks.export_decision ${stand.owner({
    ...of,
    decision: 'approved',
    account_id: crypto.randomUUID(),
    seat_id: crypto.randomUUID(),
    at,
  })}`
  const parts = Math.ceil(rows / A_PART)
  for (let nth = 1; nth <= parts; nth += 1) {
    const from = (nth - 1) * A_PART
    const cells = Array.from({ length: Math.min(A_PART, rows - from) }, (_, n) => rowOf(from + n))
    const content = seal(JSON.stringify(cells), `workbooks.export_part/${COUNTY}/${id}/${nth}`)
    const next = nth === parts ? null : String(nth)
    await stand.owner`insert into workbooks.export_part ${stand.owner({ ...of, nth, rows: cells.length, next, content })}`
  }
  return id
}

export async function benchExports(stand: Stand, rows: number): Promise<Line[]> {
  const { productPid: pid, productUrl, deskToken, owner } = stand
  const id = await readExport(stand, Math.min(rows, ROWS_MAX))
  await pause(2_000)
  await forgetPeak(pid)
  const before = await peakMb(pid)
  const began = performance.now()
  await asSystem(stand.app.kernel, COUNTY, new Date(), (ctx) => queueExport(ctx, id))
  const written = async () =>
    (await owner`select pieces, bytes::float8 as bytes from workbooks.export_written where export_id = ${id}`)[0]
  let file = await written()
  for (; !file; file = await written()) await pause(200)
  const seconds = (performance.now() - began) / 1000
  const writing = await peakMb(pid)
  await forgetPeak(pid)
  const headers = { authorization: `Bearer ${deskToken}`, 'content-type': 'application/json' }
  for (let piece = 1; piece <= Number(file['pieces']); piece += 1) {
    const init = { method: 'POST', headers, body: JSON.stringify({ piece }) }
    const reply = await fetch(`${productUrl}/exchange/exports/${id}/download`, init)
    if (reply.status !== 201) throw new Error(`bench: piece ${piece} was not given: ${await reply.text()}`)
    await reply.arrayBuffer()
  }
  const taking = await peakMb(pid)
  const mb = (value: number) => `${Math.round(value)} MB`
  return [
    {
      what: `(j) an export of ${rows.toLocaleString('en')} rows written (${mb(Number(file['bytes']) / 2 ** 20)}) and taken`,
      product: `${seconds.toFixed(0)} s; memory ${mb(before)} before, ${mb(writing)} at most while written, ${mb(taking)} while taken`,
      limit: '',
      ratio: null,
      asked: 'streamed',
    },
  ]
}
