import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { givenCommand } from '../command/documents.factory.ts'
import { codeOf, givenFunds, good, on, PAPER } from './funds.factory.ts'

test(
  'what comes in is committed and paid, never beyond what is there, as of every moment',
  scenario(async (stage) => {
    const { desk, purpose, source, commit, pay, held, division } = await givenFunds(stage)
    const goods = await purpose('防护物资')
    const sourceId = await source([{ purposeId: goods, yuan: 1000 }])
    await good(desk.post('/fund-rules', { id: newId(), division, aboveFen: 50_000, paper: PAPER, at: on(1) }))
    const contract = await commit({ purposeId: goods, sourceId, yuan: 700 })
    expect(contract.body.arrival).toBe('new')
    expect((await commit({ purposeId: goods, sourceId, yuan: 301 })).body.code).toBe('funds.not-enough')
    // Before the money had come, nothing could be promised.
    expect((await commit({ purposeId: goods, sourceId, yuan: 1 }, { at: '2020-01-31T09:00:00+08:00' })).body.code).toBe(
      'funds.not-enough',
    )
    expect((await pay(contract.id, 701)).body.code).toBe('funds.not-enough')
    expect((await pay(contract.id, 300, { at: on(1) })).body.code).toBe('funds.out-of-time')
    expect((await pay(contract.id, 300)).body).toMatchObject({ state: 'paid', arrival: 'new' })
    expect(await held(on(1))).toEqual({ received: 1000, available: 1000, committed: 0, paid: 0 })
    expect(await held(on(2))).toEqual({ received: 1000, available: 300, committed: 700, paid: 0 })
    expect(await held()).toEqual({ received: 1000, available: 300, committed: 400, paid: 300 })

    const path = `/fund-commitments/${contract.id}`
    const move = (what: string, yuan: number, day: number) =>
      desk.post(`${path}/${what}`, { id: newId(), fen: yuan * 100, at: on(day), why: '少供一批' })
    expect(await codeOf(move('refunds', 301, 4))).toBe('funds.not-enough')
    await good(move('refunds', 100, 4))
    expect(await codeOf(move('releases', 501, 5))).toBe('funds.not-enough')
    await good(move('releases', 500, 5))
    expect(await held()).toEqual({ received: 1000, available: 800, committed: 0, paid: 200 })
    const back = { id: newId(), purposeId: goods, fen: 80_000, paper: PAPER, at: on(6), why: '年底上缴' }
    await good(desk.post(`/fund-sources/${sourceId}/returns`, back))
    expect((await good(desk.post(`/fund-sources/${sourceId}/returns`, back))).arrival).toBe('again')
    expect(await codeOf(desk.post(`/fund-sources/${sourceId}/returns`, { ...back, fen: 1 }))).toBe('kernel.id-taken')
    expect(await held()).toEqual({ received: 200, available: 0, committed: 0, paid: 200 })
    const [{ openFen, paidFen }] = (await good(desk.get('/fund-commitments'))).items
    expect([openFen, paidFen]).toEqual([0, 20_000])
  }),
)

test(
  'a payment above the limit of its day waits for somebody else',
  scenario(async (stage) => {
    const { desk, second, purpose, source, commit, pay, held, division } = await givenFunds(stage)
    const goods = await purpose('防护物资')
    const sourceId = await source([{ purposeId: goods, yuan: 1000 }])
    const { id } = await commit({ purposeId: goods, sourceId, yuan: 1000 })
    const first = await pay(id, 1)
    expect(first.body.state).toBe('waiting') // Nobody has said a limit yet.
    await good(desk.post('/fund-rules', { id: newId(), division, aboveFen: 10_000, paper: PAPER, at: on(1) }))
    expect((await pay(id, 60)).body.state).toBe('paid')
    const split = await pay(id, 60)
    expect(split.body.state).toBe('waiting') // Two of sixty are a hundred and twenty.
    const decide = (client: typeof desk, paymentId: string, decision: string, more = {}) =>
      client.post(`/fund-payments/${paymentId}/decision`, { id: newId(), decision, at: on(4), ...more })
    expect(await codeOf(decide(desk, split.id, 'approved'))).toBe('funds.second-person')
    expect(await codeOf(decide(second, split.id, 'refused'))).toBe('funds.why-needed')
    expect((await good(decide(second, split.id, 'approved'))).state).toBe('paid')
    expect(await codeOf(decide(second, split.id, 'approved'))).toBe('funds.decided-already')
    expect((await good(decide(second, first.id, 'refused', { why: '发票不符' }))).state).toBe('refused')
    expect(await held(on(3, '23:00'))).toMatchObject({ paid: 60 })
    expect(await held()).toMatchObject({ paid: 120, committed: 880 })
    const { items } = await good(second.get('/fund-payments?limit=2'))
    expect(items).toHaveLength(2)
    expect((await good(desk.get('/fund-payments?state=waiting'))).items).toEqual([])
  }),
)

test(
  'a mistake is reversed once by its mirror, and not when what followed would be left without it',
  scenario(async (stage) => {
    const { desk, purpose, source, commit, held } = await givenFunds(stage)
    const [goods, work] = [await purpose('防护物资'), await purpose('人员补助')]
    const sourceId = await source([{ purposeId: goods, yuan: 500 }])
    const move = { id: newId(), purposeId: goods, toPurposeId: work, fen: 20_000, paper: PAPER, at: on(2), why: '调剂' }
    await good(desk.post(`/fund-sources/${sourceId}/reassignments`, move))
    await commit({ purposeId: work, sourceId, yuan: 150 }, { at: on(3) })
    const reverse = (entryId: string, at = on(5)) =>
      desk.post(`/fund-entries/${entryId}/reversal`, { id: newId(), at, why: '记错用途' })
    expect(await codeOf(reverse(move.id))).toBe('funds.not-enough')
    const { items } = await good(desk.get('/fund-entries'))
    const committed = items.find((one: { kind: string }) => one.kind === 'committed')
    expect(await codeOf(reverse(committed.id, on(1)))).toBe('funds.out-of-time')
    await good(reverse(committed.id))
    await good(reverse(move.id))
    expect(await codeOf(reverse(move.id))).toBe('funds.not-reversible')
    expect(await held()).toEqual({ received: 500, available: 500, committed: 0, paid: 0 })
    const after = (await good(desk.get('/fund-entries'))).items
    expect(after.filter((one: { kind: string }) => one.kind === 'reversed')).toHaveLength(2)
    expect(await codeOf(reverse(after[0].id))).toBe('funds.not-reversible')
  }),
)

test(
  'what was given for a purpose stays with it, and a document has to be there',
  scenario(async (stage) => {
    const { desk, purpose, source, commit, division } = await givenFunds(stage)
    const [goods, work] = [await purpose('防护物资'), await purpose('人员补助')]
    const sourceId = await source([{ purposeId: goods, yuan: 500 }], { earmark: goods })
    const move = { id: newId(), purposeId: goods, toPurposeId: work, fen: 1, paper: PAPER, at: on(2), why: '调剂' }
    expect(await codeOf(desk.post(`/fund-sources/${sourceId}/reassignments`, move))).toBe('funds.earmarked')
    expect((await commit({ purposeId: work, sourceId, yuan: 1 })).body.code).toBe('funds.earmarked')
    const unknown = { paper: { documentId: newId() } }
    expect((await commit({ purposeId: goods, sourceId, yuan: 1 }, unknown)).body.code).toBe('funds.document-unknown')
    const { documentId } = await (await givenCommand(stage)).issued()
    expect((await commit({ purposeId: goods, sourceId, yuan: 1 }, { paper: { documentId } })).body.arrival).toBe('new')
    const township = `${division}100`
    const east = await stage.as.role('township-officer', { division: township })
    expect((await good(east.get('/fund-balance'))).items).toEqual([])
    expect(await codeOf(east.post('/fund-purposes', { id: newId(), division, title: '别人的' }))).toBe(
      'kernel.not-allowed',
    )
    const own = newId()
    await good(east.post('/fund-purposes', { id: own, division: township, title: '值守补助' }))
    const mixed = {
      id: newId(),
      division,
      level: 'county',
      title: '混用',
      paper: PAPER,
      shares: [{ purposeId: own, fen: 1 }],
    }
    expect(await codeOf(desk.post('/fund-sources', { ...mixed, at: on(1) }))).toBe('funds.elsewhere')
    for (const fen of [0, -1, 1.5, 2 ** 53])
      expect(
        (await desk.post('/fund-sources', { ...mixed, at: on(1), shares: [{ purposeId: goods, fen }] })).status,
      ).toBe(422)
  }),
)

test(
  'a figure of money is what the entries say as of its moment',
  scenario(async (stage) => {
    const { desk, purpose, source, commit, division } = await givenFunds(stage)
    const goods = await purpose('防护物资')
    const sourceId = await source([{ purposeId: goods, yuan: 500 }])
    await commit({ purposeId: goods, sourceId, yuan: 120 })
    const value = async (name: string, asOf: string) =>
      (await good(desk.get(`/figures/${name}?area=${division}&asOf=${encodeURIComponent(asOf)}`))).value
    expect(await value('funds-appropriated', on(1, '08:00'))).toBe(0)
    expect(await value('funds-appropriated', on(4))).toBe(50_000)
    expect(await value('funds-committed', on(4))).toBe(12_000)
    expect(await value('funds-available', on(4))).toBe(38_000)
    expect(await value('funds-donated', on(4))).toBe(0)
  }),
)
