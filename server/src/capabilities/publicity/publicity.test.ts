import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { givenCommand } from '../command/documents.factory.ts'
import { aPiece, aText, givenPublicity, OUT } from './publicity.factory.ts'

const codeOf = async (reply: Promise<{ body: { code?: string } }>) => (await reply).body.code

test(
  'a piece is approved by somebody else, goes out, is corrected and withdrawn; where it stands follows from that',
  scenario(async (stage) => {
    const { desk, editor, draft, publish, approved, corrected } = await givenPublicity(stage)
    const piece = await draft()
    const path = `/pieces/${piece.pieceId}`
    const step = (who: typeof desk, said: object) =>
      who.post(`${path}/steps`, { id: newId(), versionId: piece.versionId, ...said })
    expect(await codeOf(publish(piece))).toBe('publicity.step-out-of-order')
    expect((await editor.get(path)).body).toMatchObject({
      state: 'drafting',
      next: ['revised', 'submitted', 'abandoned'],
    })
    await step(editor, { step: 'submitted' })
    expect(await codeOf(step(editor, { step: 'approved' }))).toBe('kernel.not-allowed')
    expect(await codeOf(step(desk, { step: 'returned' }))).toBe('publicity.note-needed')
    await step(desk, { step: 'approved' })
    expect(await codeOf(publish(piece, { at: '2220-01-01T00:00:00Z' }))).toBe('publicity.out-of-time')
    const id = newId()
    const first = (await publish(piece, { id })).body
    expect(first).toMatchObject({ nth: 1, arrival: 'new', dispatches: 0 })
    expect((await publish(piece, { id })).body).toEqual({ ...first, arrival: 'again' })
    expect((await editor.get(path)).body).toMatchObject({ state: 'published', version: 1 })

    const second = { pieceId: piece.pieceId, versionId: newId() }
    const content = aPiece({ texts: [aText({ title: '勤洗手' })] })
    await editor.post(`${path}/versions`, { id: second.versionId, onVersion: piece.versionId, content })
    expect((await editor.get(path)).body).toMatchObject({ state: 'drafting', title: '勤洗手' })
    // Who may not see drafts goes on reading what went out.
    const cadre = await stage.as.role('village-cadre', { division: `${stage.county}100201` })
    expect((await cadre.get(path)).body).toMatchObject({ title: '出门戴口罩，回家勤洗手', version: null, steps: [] })
    await approved(second)
    expect(await codeOf(publish(second, { at: '2020-01-27T09:00:00+08:00' }))).toBe('publicity.why-needed')
    expect(await codeOf(publish(second, { at: '2020-01-20T09:00:00+08:00', why: '有误' }))).toBe(
      'publicity.out-of-time',
    )
    expect((await publish(second, { at: '2020-01-27T09:00:00+08:00', why: '写得不清楚' })).body.nth).toBe(2)
    expect((await cadre.get(path)).body).toMatchObject({ state: 'corrected', title: '勤洗手' })
    const third = await corrected(second, aPiece(), '2020-01-28T09:00:00+08:00')
    expect(third.pieceId).toBe(piece.pieceId)

    const withdraw = { id: newId(), at: '2020-01-29T09:00:00+08:00', why: '已有新的规定' }
    expect(await codeOf(editor.post(`${path}/withdrawal`, withdraw))).toBe('kernel.not-allowed')
    expect((await desk.post(`${path}/withdrawal`, withdraw)).body.arrival).toBe('new')
    expect((await desk.post(`${path}/withdrawal`, withdraw)).body.arrival).toBe('again')
    expect((await desk.get(path)).body).toMatchObject({
      state: 'withdrawn',
      next: [],
      withdrawn: { why: '已有新的规定' },
    })
    const published = await stage.inside(
      ({ tx }) => tx`
      select state, edition from publicity.published_pieces where county = ${stage.county} and piece_id = ${piece.pieceId}`,
    )
    expect(published).toEqual([{ state: 'withdrawn', edition: 3 }])
  }),
)

test(
  'nobody who wrote a version approves it, an office neither; a stale version is neither revised nor published',
  scenario(async (stage) => {
    const { desk, editor } = await givenPublicity(stage)
    const [id, versionId] = [newId(), newId()]
    const content = aPiece()
    await desk.post('/pieces', { id, versionId, division: String(stage.county), kind: 'notice', content })
    const step = (said: object) => desk.post(`/pieces/${id}/steps`, { id: newId(), versionId, ...said })
    await step({ step: 'submitted' })
    expect(await codeOf(step({ step: 'approved' }))).toBe('publicity.own-words')
    const next = { id: newId(), onVersion: versionId, content }
    expect((await editor.post(`/pieces/${id}/versions`, next)).body.nth).toBe(2)
    expect(await codeOf(editor.post(`/pieces/${id}/versions`, { ...next, id: newId() }))).toBe(
      'publicity.version-stale',
    )
    expect(await codeOf(step({ step: 'submitted' }))).toBe('publicity.version-stale')
    expect(
      await codeOf(desk.post('/pieces', { id, versionId, division: String(stage.county), kind: 'appeal', content })),
    ).toBe('kernel.id-taken')
  }),
)

test(
  'a legal notice names duties and rights in every language; a piece may come from an issued document or answer a topic',
  scenario(async (stage) => {
    const { draft, published, desk } = await givenPublicity(stage)
    const half = aPiece({ texts: [aText({ duties: ['如实申报行程'] })] })
    await expect(draft(half, 'legal-notice')).rejects.toThrow('publicity.rights-missing')
    const both = { duties: ['如实申报行程'], rights: ['不服决定可以申诉'] }
    const whole = aPiece({ texts: [aText(both), aText({ ...both, lang: 'en', title: 'Duties and rights' })] })
    const legal = await published(whole, [], 'legal-notice')
    expect((await desk.get(`/pieces/${legal.pieceId}`)).body.languages).toEqual(['zh', 'en'])

    const { issued } = await givenCommand(stage)
    const { documentId } = await issued()
    await draft(aPiece(), 'notice', { documentId })
    await expect(draft(aPiece(), 'notice', { documentId: newId() })).rejects.toThrow('publicity.document-unknown')
    const topicId = newId()
    await draft(aPiece(), 'answer', { topicId })
    await expect(draft(aPiece(), 'notice', { topicId })).rejects.toThrow('publicity.topic-not-answered')
    const asked = async (query: string) => (await desk.get(`/pieces?${query}`)).body.items.length
    expect(await asked(`topicId=${topicId}`)).toBe(1)
    expect(await asked(`documentId=${documentId}`)).toBe(1)
    expect(await asked('state=standing')).toBe(1)
    expect(await asked('kind=legal-notice')).toBe(1)
  }),
)

test(
  'a piece needs a Chinese text, one for each language, and is text alone',
  scenario(async (stage) => {
    const { editor } = await givenPublicity(stage)
    const sent = (content: object) =>
      editor.post('/pieces', {
        id: newId(),
        versionId: newId(),
        division: String(stage.county),
        kind: 'leaflet',
        content,
      })
    expect((await sent(aPiece({ texts: [aText({ lang: 'en' })] }))).status).toBe(422)
    expect((await sent(aPiece({ texts: [aText(), aText()] }))).status).toBe(422)
    expect((await sent({ ...aPiece(), html: '<b>' })).status).toBe(422)
    expect((await sent(aPiece({ texts: [aText({ blocks: [{ kind: 'html', text: '<b>' } as never] })] }))).status).toBe(
      422,
    )
    expect((await sent(aPiece())).status).toBe(201)
    expect(OUT).toContain('+08:00')
  }),
)
