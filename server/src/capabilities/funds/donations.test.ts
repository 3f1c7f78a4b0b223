import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { codeOf, givenFunds, good, on } from './funds.factory.ts'

const donorNamed = (name: string) => ({ kind: 'person', id: newId(), name, phone: null })

test(
  'donations get receipts without a gap, stand apart by purpose, and name in public only who agreed',
  scenario(async (stage) => {
    const { desk, purpose, commit, division } = await givenFunds(stage)
    const [goods, food] = [await purpose('防护物资'), await purpose('生活物资')]
    const give = (donor: object, yuan: number, more: object = {}) => {
      const said = { id: newId(), division, donor, fen: yuan * 100, purposeId: goods, at: on(3), ...more }
      return desk.post('/fund-donations', said).then(({ body }) => ({ ...body, said }))
    }
    const quiet = await give(donorNamed('测试金雨禾'), 500)
    const named = await give(donorNamed('测试石见山'), 300, { publicName: '热心市民石先生' })
    await give({ kind: 'organisation', organisation: '试验县商会' }, 20_000, { earmarked: true, purposeId: food })
    const [one, two] = await Promise.all([give({ kind: 'anonymous' }, 10), give({ kind: 'anonymous' }, 20)])
    const serials = [quiet, named, one, two]
      .map(({ receiptNo }) => Number(/(\d+)号/.exec(receiptNo)?.[1]))
      .sort((a, b) => a - b)
    expect(serials).toEqual([1, 2, 4, 5])
    expect((await desk.post('/fund-donations', quiet.said)).body).toMatchObject({
      arrival: 'again',
      receiptNo: quiet.receiptNo,
    })
    expect(await codeOf(desk.post('/fund-donations', { ...quiet.said, fen: 1 }))).toBe('kernel.id-taken')

    const { items } = await good(desk.get('/fund-balance'))
    const pools = items.map((pot: Record<string, unknown>) => [pot['source'], pot['earmarked'], pot['receivedFen']])
    expect(pools.sort()).toEqual([
      ['定向捐款:生活物资', true, 2_000_000],
      ['非定向捐款', false, 83_000],
    ])
    const earmarked = items.find((pot: { earmarked: boolean }) => pot.earmarked)
    expect((await commit({ purposeId: goods, sourceId: earmarked.sourceId, yuan: 1 }, { at: on(4) })).body.code).toBe(
      'funds.earmarked',
    )

    const publicly = (query = '') => good(stage.as.nobody().get(`/public/${stage.county}/donations-in-money${query}`))
    const account = await publicly()
    expect(JSON.stringify(account)).not.toMatch(/金雨禾|石见山|商会/)
    expect(account.donations.map((donation: { name: string | null }) => donation.name).filter(Boolean)).toEqual([
      '热心市民石先生',
    ])
    expect(account.purposes).toContainEqual({
      ...{ purpose: '生活物资', receivedFen: 2_000_000, availableFen: 2_000_000, committedFen: 0, paidFen: 0 },
    })
    const naming = { id: newId(), publicName: null, at: on(5) }
    await good(desk.post(`/fund-donations/${named.id}/naming`, naming))
    expect(JSON.stringify(await publicly())).not.toContain('石先生')
    const pages = await publicly('?limit=2')
    expect(pages.donations).toHaveLength(2)
    const rest = await publicly(`?limit=100&after=${encodeURIComponent(pages.next)}`)
    expect(rest.donations).toHaveLength(3)
    expect((await stage.as.nobody().get(`/public/${stage.county}/donations-in-money?limit=101`)).status).toBe(422)
    expect((await stage.as.nobody().get('/fund-donations')).status).toBe(401)
  }),
)

test(
  'a receipt is printed for a purpose, and one of a reversed donation says that it is void',
  scenario(async (stage) => {
    const { desk, purpose, division } = await givenFunds(stage)
    const purposeId = await purpose('防护物资')
    const id = newId()
    await good(
      desk.post('/fund-donations', {
        id,
        division,
        donor: donorNamed('测试金雨禾'),
        fen: 12_345,
        purposeId,
        at: on(3),
      }),
    )
    expect(await codeOf(desk.get(`/fund-donations/${id}/receipt`))).toBe('kernel.purpose-needed')
    const file = await good(desk.get(`/fund-donations/${id}/receipt`, { purpose: 'resident-request' }))
    expect(Buffer.from(file.content, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
    expect(file.fileName).toBe('疫捐款〔2020〕1号.pdf')
    await good(desk.post(`/fund-entries/${id}/reversal`, { id: newId(), at: on(4), why: '重复登记' }))
    expect((await good(desk.get('/fund-donations'))).items[0]).toMatchObject({ void: true, fen: 12_345 })
    expect((await good(desk.get('/fund-balance'))).purposes).toMatchObject([{ receivedFen: 0 }])
  }),
)
