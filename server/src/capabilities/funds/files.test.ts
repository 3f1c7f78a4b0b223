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
      expect(items).toEqual([
        { id: file.id, fileName: '批复.pdf', type: file.type, size: BYTES.length, sha256, void: null },
      ])
      const { content } = await good(desk.get(`/fund-files/${file.id}`))
      expect(Buffer.from(content, 'base64').equals(BYTES)).toBe(true)
    }
    const [pot] = (await good(desk.get('/fund-balance'))).items.filter(
      (one: { sourceId: string }) => one.sourceId === sourceId,
    )
    expect(pot).toMatchObject({ files: 1, voidFiles: 0 })
    for (const list of ['commitments', 'payments', 'donations'])
      expect((await good(desk.get(`/fund-${list}`))).items[0], list).toMatchObject({ files: 1, voidFiles: 0 })

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

test(
  'a file that was put there by mistake is void: it stays in the list with what was wrong, and only an auditor is still given it',
  scenario(async (stage) => {
    const { desk, purpose, source, division } = await givenFunds(stage)
    const purposeId = await purpose('防护物资')
    const of = { of: 'source', subjectId: await source([{ purposeId, yuan: 1000 }]) }
    const [wrong, right] = [aFile(of), aFile(of)]
    await good(desk.post('/fund-files', wrong))
    await good(desk.post('/fund-files', right))
    const path = `/fund-files/${wrong.id}/void`
    const said = { id: newId(), why: 'personal-data' }
    for (const why of [undefined, '', 'no-reason'])
      expect(await codeOf(desk.post(path, { id: newId(), why }))).toBe('kernel.input-invalid')
    expect(await codeOf(desk.post(`/fund-files/${newId()}/void`, said))).toBe('funds.file-unknown')
    const township = await stage.as.role('township-officer', { division: `${division}100` })
    expect(await codeOf(township.post(path, said))).toBe('funds.file-unknown')
    const [verifier, auditor] = [await stage.as.role('data-verifier'), await stage.as.role('auditor')]
    expect(await codeOf(verifier.post(path, said))).toBe('kernel.not-allowed')

    expect(await good(desk.post(path, said))).toEqual({ id: said.id, arrival: 'new' })
    expect(await good(desk.post(path, said))).toEqual({ id: said.id, arrival: 'again' })
    expect(await codeOf(desk.post(path, { ...said, why: 'twice' }))).toBe('kernel.id-taken')
    expect(await codeOf(desk.post(path, { ...said, id: newId() }))).toBe('funds.file-already-void')
    const query = new URLSearchParams(of).toString()
    const { items } = await good(verifier.get(`/fund-files?${query}`))
    expect(Object.fromEntries(items.map((one: { id: string; void: object | null }) => [one.id, one.void]))).toEqual({
      [wrong.id]: { at: expect.stringMatching(/Z$/), why: 'personal-data', by: expect.any(String) },
      [right.id]: null,
    })
    expect((await good(auditor.get('/fund-balance'))).items[0]).toMatchObject({ files: 1, voidFiles: 1 })
    for (const reader of [desk, verifier])
      expect(await reader.get(`/fund-files/${wrong.id}`)).toMatchObject({
        status: 410,
        body: { code: 'command.attachment-void' },
      })
    expect((await desk.get(`/fund-files/${right.id}`)).status).toBe(200)
    expect((await good(auditor.get(`/fund-files/${wrong.id}`))).content).toBe(wrong.content)
    await auditor.get(`/fund-files/${right.id}`)
    const looks = await stage.inside(
      ({ tx }) => tx<{ note: string }[]>`select note from kernel.audit_entry where operation = 'funds.file.read'
        union all select note from kernel.audit_inbox where operation = 'funds.file.read'`,
    )
    expect(looks.map(({ note }) => JSON.parse(note))).toEqual([{ void: wrong.id }])
  }),
)

test(
  'the database keeps no void of a file that is not there, none of another division, and no second one',
  scenario(async (stage) => {
    const { desk, purpose, source, division } = await givenFunds(stage)
    const purposeId = await purpose('防护物资')
    const file = aFile({ of: 'source', subjectId: await source([{ purposeId, yuan: 1000 }]) })
    await good(desk.post('/fund-files', file))
    const mark = (fileId: string, where = division) =>
      stage.inside(
        ({ tx }) => tx`insert into funds.file_void (county, id, division, file_id, why, received_at, digest)
          values (${stage.county}, ${newId()}, ${where}, ${fileId}, 'twice', now(), 'x')`,
      )
    await expect(mark(newId())).rejects.toThrow('file_void_county_division_file_id_fkey')
    await expect(mark(file.id, `${division}100`)).rejects.toThrow('file_void_county_division_file_id_fkey')
    await mark(file.id)
    await expect(mark(file.id)).rejects.toThrow('file_void_county_file_id_key')
    await expect(stage.inside(({ tx }) => tx`delete from funds.file_void where file_id = ${file.id}`)).rejects.toThrow(
      'permission denied',
    )
  }),
)
