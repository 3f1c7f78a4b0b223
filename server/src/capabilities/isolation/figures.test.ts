import { expect, test } from 'vitest'
import { type Client, newId, scenario } from '../../../test/scenario/scenario.ts'
import { anOrder, givenVillage } from './isolation.factory.ts'

interface Row {
  day: string
  division: string
  kind: string
  stock: number
  standing: number
}
const day = (text: string, hour = '18:00') => `2020-02-${text}T${hour}:00+08:00`
async function figure(desk: Client, name: string, asOf: string): Promise<number> {
  const { body } = await desk.get(`/figures/${name}?asOf=${encodeURIComponent(asOf)}`)
  return body.value
}

test(
  'at any moment: opened and transferred in, less released and transferred out, is who is kept',
  scenario(async (stage) => {
    const { desk, village, members, county } = { ...stage, ...(await givenVillage(stage, 6)) }
    const orders = members.map((personId, nth) =>
      anOrder(village, {
        personId,
        startsAt: day(`0${3 + (nth % 3)}`, '10:00'),
        endsOn: `2020-02-1${2 + (nth % 3)}`,
        ...(nth === 5 ? { kind: 'central' as const, home: null } : {}),
      }),
    )
    const { body } = await desk.post('/isolation/orders/batch', { items: orders })
    expect(body.verdicts.map(({ ok }: { ok: boolean }) => ok)).toEqual(Array(6).fill(true))
    const end = (nth: number, endedAt: string, why: string) =>
      desk.post(`/isolation/orders/${orders[nth]?.id}/end`, { id: newId(), recordedAt: endedAt, endedAt, why })
    await end(0, day('07', '09:00'), 'released')
    await end(1, day('07', '09:30'), 'entered-wrongly')
    const {
      id: _,
      division: __,
      recordedAt: ___,
      personId: ____,
      ...decided
    } = orders[2] ?? anOrder('', { personId: '' })
    const { documentNo, authority, decider, ground, anchorOn, endsOn, reviewOn, appeal, source } = decided
    const moved = await desk.post(`/isolation/orders/${orders[2]?.id}/transfers`, {
      id: newId(),
      recordedAt: day('08'),
      movedAt: day('08', '09:00'),
      kind: 'central',
      division: `${county}101201`,
      decided: { documentNo, authority, decider, ground, anchorOn, endsOn, reviewOn: '2020-02-12', appeal, source },
    })
    expect([moved.body.code, reviewOn]).toEqual([undefined, '2020-02-09'])
    const days = Array.from({ length: 18 }, (_, nth) => String(nth + 1).padStart(2, '0'))
    const rows = await stage.inside(async ({ tx }) => {
      const found: Row[] = []
      for (const one of days) {
        const at = new Date(day(one))
        found.push(
          ...(await tx<Row[]>`
            select ${one}::text as day, h.division, h.kind, (h.opened + h.transferred_in - h.released - h.transferred_out)::integer as stock,
              coalesce(s.standing, 0)::integer as standing
            from report.isolation_v1(${String(county)}, ${at}) h
            left join report.isolated_v1(${String(county)}, ${at}) s on s.division = h.division and s.kind = h.kind`),
        )
      }
      return found
    })
    expect(rows.length).toBeGreaterThan(20)
    for (const row of rows) expect(row.stock, JSON.stringify(row)).toBe(row.standing)
    const home = await Promise.all(
      ['02', '03', '05', '07', '08', '12', '13', '14', '15'].map((one) => figure(desk, 'isolated-home', day(one))),
    )
    // 0 and 3 begin on the 3rd, 4 on the 4th, 2 on the 5th; 0 is released on the 7th, 2 moves on the 8th; 3 ends on the 12th, 4 on the 13th.
    expect(home).toEqual([0, 2, 4, 3, 2, 2, 1, 0, 0])
    const central = await Promise.all(
      ['04', '05', '08', '14', '15'].map((one) => figure(desk, 'isolated-central', day(one))),
    )
    expect(central).toEqual([0, 1, 2, 2, 0])
    expect(await figure(desk, 'isolation-ordered', day('18'))).toBe(5)
    expect(await figure(desk, 'isolation-released', day('07'))).toBe(1)
    expect(await figure(desk, 'isolation-released', day('18'))).toBe(5)
  }),
)
