import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { forgetNow } from '../../src/capabilities/retention/retention.factory.ts'
import { plantArea } from '../matrix/area.ts'
import { ask } from '../matrix/asking.ts'
import { callerOf } from '../matrix/callers.ts'
import { mayAsk } from '../matrix/cells.ts'
import { lines } from '../matrix/contract.ts'
import type { Area } from '../matrix/part.ts'
import { build } from '../matrix/request.ts'
import { newId, scenario } from '../scenario/scenario.ts'

let owner: postgres.Sql
beforeAll(() => {
  owner = postgres(inject('ownerUrl'), { max: 1, onnotice: () => {} })
})
afterAll(() => owner.end())

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Each column of somebody who recorded, or of free words, that ends with the response, with how many rows of the county still say anything. */
async function leftIn(county: number): Promise<Map<string, number>> {
  const columns = await owner<{ relation: string; field: string; said: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as relation, a.attname as field,
      case a.atttypid when 'uuid'::regtype then format('%I <> %L', a.attname, ${NOBODY}::text) else format($said$%I not in ('', '—')$said$, a.attname) end as said
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and a.atttypid in ('uuid'::regtype, 'text'::regtype)
      and col_description(c.oid, a.attnum) ~ 'class=(staff|free-text); retention=event;'`
  const left = new Map<string, number>()
  for (const { relation, field, said } of columns) {
    const [row] = await owner.unsafe<{ n: number }[]>(
      `select count(*)::integer as n from ${relation} where county = ${county} and ${said}`,
    )
    left.set(`${relation}.${field}`, row?.n ?? 0)
  }
  return left
}

/** What the desk is answered when it asks for everything that can be asked for. */
async function answers(area: Area): Promise<Map<string, string>> {
  const desk = await callerOf(area, 'county-desk', 'county')
  const found = new Map<string, string>()
  for (const line of lines.filter((one) => one.operation.kind === 'read' && mayAsk(one, desk))) {
    const { status, code } = await ask(line, build(line, area, 'required').values, desk)
    found.set(line.key, `${status} ${code}`)
  }
  return found
}

test(
  'thirty days after the response no fact says who recorded it and nothing in free words is left; no page breaks over it',
  scenario(async (stage) => {
    const area = await plantArea(stage, '100', '龘')
    const { county } = stage
    const { desk } = area.hands
    await stage.settle()
    const before = await leftIn(county)
    expect([...before.values()].filter((rows) => rows > 0).length).toBeGreaterThan(100)
    const asked = await answers(area)

    await desk.post('/retention/calendars', { id: newId(), kind: 'running', ground: '演练结束' })
    const at = new Date(Date.now() - 31 * 86_400_000).toISOString()
    const paper = { documentNo: '兴防指〔2026〕20号', documentDate: '2026-05-01' }
    const closing = { ...paper, id: newId(), disease: 'covid-19', at, responseEnds: true }
    expect(await desk.post('/retention/events/close', closing)).toMatchObject({ status: 201 })
    await forgetNow(stage)

    const { items } = (await desk.get('/retention/runs')).body
    expect(items[0].certificate, 'the run came to its end').not.toBeNull()
    expect([...(await leftIn(county))].filter(([, rows]) => rows > 0)).toEqual([])
    const after = await answers(area)
    const broken = [...after].filter(([key, said]) => said.startsWith('5') && said !== asked.get(key))
    expect(broken).toEqual([])
  }),
  120_000,
)
