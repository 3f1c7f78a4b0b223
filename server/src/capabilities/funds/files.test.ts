import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { codeOf, givenFunds, good, on, PAPER } from './funds.factory.ts'

const BYTES = Buffer.from('%PDF-1.7 试验县财政局')
const aFile = (of: object, more: object = {}) => ({
  ...{ id: newId(), fileName: '批复.pdf', type: 'application/pdf', content: BYTES.toString('base64') },
  ...of,
  ...more,
})

test(
  'appropriation, commitment, payment and donation have their papers beside them, byte by byte, for whoever may see the money',
  scenario(async (stage) => {
    const { desk, purpose, source, commit, division } = await givenFunds(stage)
    const purposeId = await purpose('防护物资')
    const sourceId = await source([{ purposeId, yuan: 1000 }])
    const { id: commitmentId } = await commit({ purposeId, sourceId, yuan: 500 })
    const paymentId = newId()
    const payment = { id: paymentId, fen: 100, paper: PAPER, at: on(3) }
    await good(desk.post(`/fund-commitments/${commitmentId}/payments`, payment))
    const beside = (of: string, subjectId: string) => ({ of, subjectId })
    const donated = async (donor: object) => {
      const said = { id: newId(), division, donor, fen: 100, purposeId, at: on(3) }
      await good(desk.post('/fund-donations', said))
      return beside('donation', said.id)
    }
    const donation = await donated({ kind: 'organisation', organisation: '试验县商会' })
    for (const of of [
      beside('source', sourceId),
      beside('commitment', commitmentId),
      beside('payment', paymentId),
      donation,
    ]) {
      const file = aFile(of)
      const sha256 = createHash('sha256').update(BYTES).digest('hex')
      expect(await good(desk.post('/fund-files', file))).toEqual({ id: file.id, sha256, arrival: 'new' })
      expect(await good(desk.post('/fund-files', file))).toMatchObject({ arrival: 'again' })
      expect(await codeOf(desk.post('/fund-files', { ...file, fileName: '别的.pdf' }))).toBe('kernel.id-taken')
      const query = new URLSearchParams(Object.entries(of)).toString()
      const { items } = await good(desk.get(`/fund-files?${query}`))
      expect(items).toEqual([{ id: file.id, fileName: '批复.pdf', type: file.type, size: BYTES.length, sha256 }])
      const { content } = await good(desk.get(`/fund-files/${file.id}`))
      expect(Buffer.from(content, 'base64').equals(BYTES)).toBe(true)
    }
    const [pot] = (await good(desk.get('/fund-balance'))).items.filter(
      (one: { sourceId: string }) => one.sourceId === sourceId,
    )
    expect(pot.files).toBe(1)
    for (const list of ['commitments', 'payments', 'donations'])
      expect((await good(desk.get(`/fund-${list}`))).items[0].files, list).toBe(1)

    const person = await donated({ kind: 'person', id: newId(), name: '测试金雨禾', phone: null })
    expect(await codeOf(desk.post('/fund-files', aFile(person)))).toBe('funds.file-of-person')
    expect(await codeOf(desk.post('/fund-files', aFile({ of: 'purpose', subjectId: purposeId })))).toBe(
      'kernel.input-invalid',
    )
    expect(await codeOf(desk.post('/fund-files', aFile({})))).toBe('kernel.input-invalid')
    expect(await codeOf(desk.post('/fund-files', aFile(beside('source', sourceId), { type: 'text/html' })))).toBe(
      'kernel.input-invalid',
    )
    expect(await codeOf(desk.post('/fund-files', aFile(beside('commitment', newId()))))).toBe(
      'funds.commitment-unknown',
    )
    const township = await stage.as.role('township-officer', { division: `${division}100` })
    const [{ id }] = (await good(desk.get(`/fund-files?of=source&subjectId=${sourceId}`))).items
    expect(await codeOf(township.get(`/fund-files/${id}`))).toBe('funds.file-unknown')
    const keeper = await stage.as.role('supplies-keeper')
    expect((await keeper.get(`/fund-files/${id}`)).status).toBe(403)
    await expect(stage.inside(({ tx }) => tx`delete from funds.file where county = ${stage.county}`)).rejects.toThrow(
      'permission denied',
    )
  }),
)
