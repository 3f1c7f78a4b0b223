import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { anOrder, aSubject, dayOf, givenClosures, on, stateOf } from './closures.factory.ts'

const codeOf = async (reply: Promise<{ body: { code?: string } }>) => (await reply).body.code

test(
  'one document closes all of a class in the county, from its beginning until its end and not a moment longer',
  scenario(async (stage) => {
    const { desk, county, subject, close } = await givenClosures(stage)
    const [first, second] = [await subject(), await subject({ division: `${county}101201`, name: '月光歌厅' })]
    const other = await subject({ class: 'library', name: '县图书馆' })
    const orderId = await close()
    for (const id of [first, second]) {
      expect(await stateOf(desk, id, 20, 9)).toBe('open')
      expect(await stateOf(desk, id, 20)).toBe('should-close')
      expect(await stateOf(desk, id, 30, 23)).toBe('should-close')
      expect(await stateOf(desk, id, 31, 0)).toBe('open')
    }
    expect(await stateOf(desk, other, 25)).toBe('open')
    // Registered while it stands, it has to be shut as well.
    const late = await subject({ at: on(25), name: '迟到歌厅' })
    expect(await stateOf(desk, late, 26)).toBe('should-close')
    expect((await desk.get(`/closures/orders/${orderId}`)).body).toMatchObject({
      state: 'ended',
      overWhy: 'expired',
      documentNo: expect.stringMatching(/1号$/),
    })
  }),
)

test(
  'nothing is closed without a document that stands, an authority, a decider, a basis, an end, a review and an appeal',
  scenario(async (stage) => {
    const { desk, county, documentId, village } = await givenClosures(stage)
    const open = (given: object) =>
      codeOf(desk.post('/closures/orders', { ...anOrder(county, { documentId }), ...given }))
    for (const lacking of ['documentId', 'authority', 'decider', 'basis', 'ground', 'endsOn', 'reviewOn', 'appeal'])
      expect(await open({ [lacking]: undefined }), lacking).toBe('kernel.input-invalid')
    expect(await open({ documentId: newId() })).toBe('closures.document-not-standing')
    expect(await open({ startsAt: on(9), endsOn: dayOf(12), reviewOn: dayOf(11) })).toBe(
      'closures.document-not-standing',
    )
    expect(await open({ endsOn: dayOf(51), reviewOn: dayOf(22) })).toBe('closures.too-long')
    expect(await open({ endsOn: dayOf(19) })).toBe('closures.end-before-start')
    expect(await open({ endsOn: dayOf(45), reviewOn: dayOf(35) })).toBe('closures.review-too-late')
    expect(await open({ classes: [] })).toBe('closures.nothing-named')
    expect(await open({ division: '999999' })).toBe('closures.division-unknown')
    const away = aSubject(village)
    await desk.post('/closures/subjects', away)
    expect(await open({ division: `${county}101`, classes: [], subjectIds: [away.id] })).toBe('closures.outside-area')
    await desk.post(`/documents/${documentId}/withdrawal`, { id: newId(), at: on(15), why: '情况变化' })
    expect(await open({})).toBe('closures.document-not-standing')
  }),
)

test(
  'the database refuses the same, whatever the code above it does',
  scenario(async (stage) => {
    const { county, documentId, inside } = { ...(await givenClosures(stage)), inside: stage.inside }
    const insert = (given: Record<string, unknown>) =>
      inside(async ({ tx }) => {
        const id = newId()
        const words = { authority: '办', decider: '长', basis: '法', ground: '疫', appeal: '诉' }
        const days = { from_at: new Date(on(20)), ends_on: dayOf(30), review_on: dayOf(27) }
        const row = { county: Number(county), id, order_id: id, division: county, classes: ['ktv'], by_name: false }
        const origin = { document_id: documentId, received_at: new Date(), digest: Buffer.alloc(32) }
        await tx`insert into closures.decision ${tx([{ ...row, ...origin, ...words, ...days, ...given }])}`
      }).then(
        () => 'kept',
        (error: { code?: string }) => error.code,
      )
    expect(await insert({})).toBe('kept')
    for (const word of ['authority', 'decider', 'basis', 'ground', 'appeal'])
      expect(await insert({ [word]: ' ' }), word).toBe('23514')
    expect(await insert({ document_id: newId() })).toBe('23514')
    expect(await insert({ from_at: new Date(on(9)) })).toBe('23514')
    expect(await insert({ ends_on: dayOf(51) })).toBe('23514')
    expect(await insert({ review_on: dayOf(35) })).toBe('23514')
    expect(await insert({ classes: [] })).toBe('23514')
    expect(await insert({ document_id: null })).toBe('23514')
  }),
)

test(
  'a fresh decision keeps a closure up, a lifting ends it, and the first to end stays the end',
  scenario(async (stage) => {
    const { desk, county, documentId, subject, close, issued } = await givenClosures(stage)
    const id = await subject()
    const orderId = await close({ startsAt: on(40), endsOn: dayOf(65), reviewOn: dayOf(50) })
    const fresh = await issued(undefined, on(45))
    const {
      classes: _,
      division: __,
      startsAt: ___,
      subjectIds: ____,
      ...said
    } = anOrder(county, { documentId: fresh.documentId })
    const extend = (given: object) =>
      desk.post(`/closures/orders/${orderId}/extensions`, { ...said, id: newId(), decidedAt: on(50), ...given })
    expect(await codeOf(extend({ endsOn: dayOf(60), reviewOn: dayOf(55) }))).toBe('closures.not-longer')
    expect(await codeOf(extend({ decidedAt: on(39), endsOn: dayOf(66) }))).toBe('closures.not-standing')
    const again = { id: newId(), decidedAt: on(50), endsOn: dayOf(75), reviewOn: dayOf(60) }
    expect((await extend(again)).body).toMatchObject({ arrival: 'new' })
    expect((await extend(again)).body.arrival).toBe('again')
    expect(await codeOf(extend({ ...again, endsOn: dayOf(76) }))).toBe('kernel.id-taken')
    expect((await desk.get(`/closures/orders/${orderId}`)).body).toMatchObject({
      endsOn: dayOf(75),
      documentNo: fresh.number,
    })
    // The document that began it is not needed any more.
    await desk.post(`/documents/${documentId}/withdrawal`, { id: newId(), at: on(55), why: '已有新文' })
    expect(await stateOf(desk, id, 56)).toBe('should-close')

    const lifting = { id: newId(), decider: '领导小组组长', why: '疫情缓解', at: on(58) }
    expect((await desk.post(`/closures/orders/${orderId}/lifting`, lifting)).status).toBe(201)
    expect(await codeOf(desk.post(`/closures/orders/${orderId}/lifting`, { ...lifting, id: newId() }))).toBe(
      'closures.not-standing',
    )
    expect(await stateOf(desk, id, 58, 9)).toBe('should-close')
    expect(await stateOf(desk, id, 58)).toBe('open')
    expect(await codeOf(extend({ endsOn: dayOf(79), reviewOn: dayOf(62), decidedAt: on(59) }))).toBe(
      'closures.not-standing',
    )
  }),
)

test(
  'a withdrawn document ends what stands on it, and whatever is over cannot be kept up afterwards',
  scenario(async (stage) => {
    const { desk, county, documentId, subject, close, issued } = await givenClosures(stage)
    const id = await subject()
    const orderId = await close({ startsAt: on(40), endsOn: dayOf(65), reviewOn: dayOf(50) })
    await desk.post(`/documents/${documentId}/withdrawal`, { id: newId(), at: on(45), why: '情况变化' })
    expect(await stateOf(desk, id, 44)).toBe('should-close')
    expect(await stateOf(desk, id, 45)).toBe('open')
    expect((await desk.get(`/closures/orders/${orderId}`)).body).toMatchObject({
      state: 'ended',
      overWhy: 'document-ended',
    })
    const fresh = await issued(undefined, on(41))
    const { classes: _, division: __, startsAt: ___, ...said } = anOrder(county, { documentId: fresh.documentId })
    const late = { ...said, id: newId(), decidedAt: on(44), endsOn: dayOf(70), reviewOn: dayOf(50) }
    expect(await codeOf(desk.post(`/closures/orders/${orderId}/extensions`, late))).toBe('closures.not-standing')
  }),
)

test(
  'a gathering is called off by what holds on its day, and a line is suspended',
  scenario(async (stage) => {
    const { desk, subject, close } = await givenClosures(stage)
    const held = (nth: number) =>
      ({ kind: 'gathering', class: 'fair', heldFrom: on(nth), heldTo: on(nth, 18) }) as const
    const [during, after] = [
      await subject({ ...held(28), name: '正月庙会' }),
      await subject({ ...held(35), name: '晚庙会' }),
    ]
    const line = await subject({ kind: 'line', class: 'bus', name: '1路公交' })
    await close({ classes: ['fair', 'bus'] })
    expect(await stateOf(desk, during, 21)).toBe('should-close')
    expect(await stateOf(desk, during, 33)).toBe('should-close')
    expect(await stateOf(desk, after, 21)).toBe('open')
    expect(await stateOf(desk, line, 21)).toBe('should-close')
    expect(await codeOf(desk.post('/closures/subjects', aSubject(`${stage.county}100201`, { class: 'bus' })))).toBe(
      'closures.class-of-other-kind',
    )
    const untimed = aSubject(`${stage.county}100201`, { kind: 'gathering', class: 'fair' })
    expect(await codeOf(desk.post('/closures/subjects', untimed))).toBe('closures.times-of-gathering')
  }),
)

test(
  'anybody reads the public list without signing in, page by page, and only of their county',
  scenario(async (stage) => {
    const { desk, county, village, subject, close } = await givenClosures(stage)
    for (const name of ['甲歌厅', '乙歌厅', '丙歌厅']) await subject({ name })
    await subject({ class: 'library', name: '县图书馆' })
    await close({ startsAt: on(50), endsOn: dayOf(75), reviewOn: dayOf(60) })
    const anybody = stage.as.nobody()
    const first = await anybody.get(`/closures/public?county=${county}&limit=2`)
    expect(first.body.items).toHaveLength(2)
    expect(first.headers['cache-control']).toBe('public, max-age=60')
    expect(first.body.items[0]).toEqual({
      name: expect.stringMatching(/歌厅$/),
      kind: 'venue',
      class: 'ktv',
      divisionName: '榆树沟村民委员会',
      since: on(50),
      until: expect.any(String),
      documentNo: expect.any(String),
      authority: '试验县疫情防控工作领导小组',
      appeal: expect.stringContaining('申诉'),
    })
    const rest = await anybody.get(`/closures/public?county=${county}&limit=2&after=${first.body.next}`)
    expect(rest.body).toMatchObject({ items: [{ class: 'ktv' }], next: null })
    expect((await anybody.get('/closures/public?county=999998')).body.items).toEqual([])
    expect((await anybody.get(`/closures/public?county=${county}&area=${county}101`)).body.items).toEqual([])
    expect((await anybody.get(`/closures/public?county=${county}&limit=1000`)).status).toBe(422)
    const refused = await anybody.get('/closures/subjects')
    expect([refused.status, refused.headers['cache-control']]).toEqual([401, 'no-store'])
    // The county's own cadre sees the order of the whole county and the venues of the village.
    const cadre = await stage.as.role('village-cadre', { division: village })
    expect((await cadre.get('/closures/orders')).body.items).toHaveLength(1)
    expect((await cadre.get('/closures/subjects?state=held')).body.items).toHaveLength(3)
    const west = await stage.as.role('township-officer', { division: `${county}101` })
    expect((await west.get('/closures/subjects')).body.items).toEqual([])
    expect((await desk.get('/closures/matrix')).body.cells).toContainEqual(
      expect.objectContaining({ township: `${county}100`, class: 'ktv', registered: 3, should: 3, closed: 0 }),
    )
  }),
)

test(
  'whoever goes to the door brings a notice with document, basis, period and appeal',
  scenario(async (stage) => {
    const { desk, subject, close } = await givenClosures(stage)
    const id = await subject()
    const print = (given = '') => desk.get(`/closures/subjects/${id}/notice?contact=0314-5050000${given}`)
    expect((await print()).body.code).toBe('closures.not-closed')
    await close({ startsAt: on(50), endsOn: dayOf(75), reviewOn: dayOf(60) })
    const { status, body } = await print('&language=both')
    expect({ status, fileName: body.fileName }).toEqual({ status: 200, fileName: '停业通知书-星河歌厅.pdf' })
    expect(Buffer.from(body.content, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
    expect((await desk.get(`/closures/subjects/${id}/notice?contact=x`)).status).toBe(422)
  }),
)
