import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { keepInventedDivisions } from '../places/places.factory.ts'
import { aSignal, aTopic, FOUND } from './rumours.factory.ts'

const at = (hour: string) => `2020-01-25T${hour}:00+08:00`
const BY = { expert: '县疾控中心流行病学岗', sources: '国家卫生健康委公告', reasoning: '没有证据' }

test(
  'a topic is named, weighed, reported and verified; its clocks run from found, and what is past them is listed',
  scenario(async (stage) => {
    const topicId = await aTopic(stage)
    const desk = await stage.as.role('publicity-editor')
    const say = (what: string, said: object) =>
      desk.post(`/rumour-topics/${topicId}/${what}`, { id: newId(), at: at('10:00'), ...said })
    const one = async (asOf: string) =>
      (await desk.get(`/rumour-topics/${topicId}?asOf=${encodeURIComponent(asOf)}`)).body.topic

    expect(await one(at('13:59'))).toMatchObject({ grade: null, first: { state: 'running' }, stage: 'found' })
    const late = (await desk.get(`/rumour-topics?show=overdue&asOf=${encodeURIComponent(at('14:01'))}`)).body
    expect(late.items.map(({ id }: { id: string }) => id)).toEqual([topicId])
    expect(late.counts).toEqual({ open: 1, overdue: 1, unassessed: 1, answeredToday: 0 })

    expect((await say('codings', { title: '口罩价格', theme: 'interventions.supplies', kind: 'claim' })).status).toBe(
      201,
    )
    expect((await say('assessments', { likelihood: 1, harm: 1, why: '只在一个群里' })).status).toBe(201)
    expect(await one(at('23:00'))).toMatchObject({ title: '口罩价格', grade: 'low', first: null, final: null })
    expect((await say('assessments', { at: at('11:00'), likelihood: 4, harm: 4, why: '多个村在传' })).status).toBe(201)
    expect(await one(at('10:30'))).toMatchObject({ grade: 'low' })
    expect(await one(at('12:00'))).toMatchObject({ grade: 'high', dueAt: '2020-01-25T06:00:00.000Z' })

    expect((await say('reports', { authority: '县市场监管局', note: '张建国家的药店,电话15400001234' })).status).toBe(
      201,
    )
    expect((await say('verdicts', { at: at('12:00'), verdict: 'unsettled', ...BY })).status).toBe(201)
    expect((await say('verdicts', { at: at('20:00'), verdict: 'true', ...BY })).status).toBe(201)
    const { history } = (await desk.get(`/rumour-topics/${topicId}?asOf=${encodeURIComponent(at('21:00'))}`)).body
    expect(history.map(({ is }: { is: string }) => is)).toEqual([
      'coded',
      'assessed',
      'reported',
      'assessed',
      'verified',
      'verified',
    ])
    expect(JSON.stringify(history)).not.toMatch(/张建国|1540000/)
    expect(await one(at('12:30'))).toMatchObject({ stage: 'verified', verdict: 'unsettled' })
    expect(await one(at('21:00'))).toMatchObject({ verdict: 'true' })
  }),
)

test(
  'bad input: before it was found, after now, nothing left, unknown, or no piece that went out',
  scenario(async (stage) => {
    const topicId = await aTopic(stage)
    const desk = await stage.as.countyDesk()
    const say = (what: string, said: object, id = topicId) =>
      desk.post(`/rumour-topics/${id}/${what}`, { id: newId(), at: at('10:00'), ...said })
    const coding = { title: '口罩价格', theme: 'interventions.supplies', kind: 'claim' }
    expect((await say('codings', { ...coding, at: '2020-01-25T08:00:00+08:00' })).body.code).toBe(
      'rumours.before-found',
    )
    expect((await say('codings', { ...coding, at: '2099-01-01T00:00:00+08:00' })).body.code).toBe('rumours.in-future')
    expect((await say('codings', { ...coding, title: '15400001234' })).body.code).toBe('rumours.nothing-left')
    expect((await say('codings', { ...coding, theme: 'gossip' })).body.code).toBe('kernel.input-invalid')
    expect((await say('codings', coding, newId())).body.code).toBe('rumours.topic-unknown')
    expect((await say('assessments', { likelihood: 6, harm: 1, why: '一' })).status).toBe(422)
    const verdictId = newId()
    expect((await say('verdicts', { id: verdictId, verdict: 'false', ...BY })).status).toBe(201)
    const answer = { verdictId, pieceId: newId(), channels: ['board'] }
    expect((await say('answers', answer)).body.code).toBe('rumours.piece-unknown')
    expect((await say('turns', { turn: 'reopened', why: '又在传' })).body.code).toBe('rumours.turn-out-of-order')
    expect((await say('turns', { turn: 'closed', why: '不再有人问' })).status).toBe(201)
    expect((await desk.get('/rumour-topics')).body.items).toEqual([])
    expect((await desk.get('/rumour-topics?show=closed')).body.items).toHaveLength(1)
    expect((await desk.post('/rumour-watch', { id: newId(), bodyId: newId(), at: FOUND })).body.code).toBe(
      'rumours.body-unknown',
    )
    expect((await desk.post('/rumour-signals', aSignal(stage.county, { division: '990101' }))).body.code).toBe(
      'rumours.division-unknown',
    )
  }),
)

test(
  'topics put together count together, what comes later too; taken apart, a part of fewer than ten is shown to nobody',
  scenario(async (stage) => {
    const masks = await aTopic(stage, '药店的口罩涨到五十块一个', 12)
    const road = await aTopic(stage, '高速路口全封了走不了', 15)
    const desk = await stage.as.countyDesk()
    const merge = { id: newId(), at: at('12:00'), intoId: masks, why: '同一条消息里说的' }
    expect((await desk.post(`/rumour-topics/${road}/merge`, merge)).status).toBe(201)
    expect((await desk.post(`/rumour-topics/${road}/merge`, merge)).body.arrival).toBe('again')
    expect((await desk.get(`/rumour-topics/${road}`)).status).toBe(404)
    await desk.post('/rumour-signals', aSignal(stage.county, { words: '高速路口都封了,走不了', items: 3 }))
    const read = (await desk.get(`/rumour-topics/${masks}`)).body
    expect(read.topic.items).toBe(30)
    expect(read.wordings).toHaveLength(3)

    const small = read.wordings
      .filter(({ items }: { items: number }) => items === 3)
      .map(({ id }: { id: string }) => id)
    const [intoId, elsewhere] = [newId(), newId()]
    const split = { id: newId(), at: at('13:00'), intoId, wordings: small, why: '另一件事' }
    expect((await desk.post(`/rumour-topics/${masks}/split`, { ...split, wordings: [elsewhere] })).body.code).toBe(
      'rumours.wording-elsewhere',
    )
    expect((await desk.post(`/rumour-topics/${masks}/split`, split)).status).toBe(201)
    expect((await desk.get(`/rumour-topics/${masks}`)).body.topic.items).toBe(27)
    expect((await desk.get(`/rumour-topics/${intoId}`)).body.code).toBe('rumours.topic-unknown')
    expect((await desk.get('/rumour-topics')).body.items).toHaveLength(1)
  }),
)

test(
  'the matrix is data with a date; a matter leaves as a note on the matter; the week is told and printed',
  scenario(async (stage) => {
    const topicId = await aTopic(stage)
    const desk = await stage.as.countyDesk()
    const say = (path: string, said: object) => desk.post(path, { id: newId(), at: at('10:00'), ...said })
    await say(`/rumour-topics/${topicId}/assessments`, { likelihood: 2, harm: 2, why: '少' })
    const cells = Array.from({ length: 25 }, () => 'high')
    const strict = { cells, firstHours: [0, 2, 1], finalHours: [0, 12, 6], why: '春节返乡', at: at('11:00') }
    expect((await say('/rumour-matrices', strict)).status).toBe(201)
    const asOf = (hour: string) => `asOf=${encodeURIComponent(at(hour))}`
    expect((await desk.get(`/rumour-topics/${topicId}?${asOf('10:30')}`)).body.topic).toMatchObject({
      grade: 'low',
      first: null,
    })
    expect((await desk.get(`/rumour-topics/${topicId}?${asOf('12:00')}`)).body.topic).toMatchObject({
      grade: 'high',
      first: { state: 'overdue' },
    })
    expect((await desk.get(`/rumour-desk?${asOf('12:00')}`)).body.matrix).toMatchObject({
      firstHours: [0, 2, 1],
      why: '春节返乡',
    })

    const matter = {
      matter: 'price-gouging',
      documentNo: '兴防函〔2020〕3号',
      authority: '县市场监管局',
      sentOn: '2020-01-25',
      note: '口罩哄抬价格,店主李国强 15400001234',
    }
    expect((await say(`/rumour-topics/${topicId}/referrals`, matter)).status).toBe(201)
    const { history } = (await desk.get(`/rumour-topics/${topicId}`)).body
    const referred = history.find(({ is }: { is: string }) => is === 'referred')
    expect(referred.said).toMatchObject({
      matter: 'price-gouging',
      documentNo: '兴防函〔2020〕3号',
      authority: '县市场监管局',
    })
    expect(referred.said.note).not.toMatch(/李国强|154/)

    await say('/rumour-advice', { weekOn: '2020-01-20', words: '公布口罩供应点' })
    const week = (await desk.get('/rumour-week?weekOn=2020-01-20')).body
    expect(week).toMatchObject({ items: 12, signals: 1, found: 1, answered: 0, referrals: 1, advice: '公布口罩供应点' })
    const { body: file } = await desk.get('/rumour-week/print?weekOn=2020-01-20')
    expect(Buffer.from(file.content, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
    const cadre = await stage.as.role('village-cadre', { division: `${stage.county}100201` })
    expect((await cadre.get('/rumour-week?weekOn=2020-01-20')).status).toBe(403)
  }),
)

test(
  'parts of a topic with fewer than ten are told of, not counted',
  scenario(async (stage) => {
    await stage.inside(keepInventedDivisions)
    const desk = await stage.as.countyDesk()
    const words = '听说明天开始封村,谁也不让出去'
    const items = [
      aSignal(stage.county, { words, items: 9, division: `${stage.county}101201`, channel: 'moments' }),
      aSignal(stage.county, { words, items: 11, division: `${stage.county}100202` }),
    ]
    await desk.post('/rumour-signals/batch', { items })
    const [{ id }] = (await desk.get('/rumour-topics')).body.items
    const { channels, townships } = (await desk.get(`/rumour-topics/${id}`)).body
    expect(channels).toEqual([
      { code: 'wechat-group', items: 11 },
      { code: 'moments', items: null },
    ])
    expect(townships).toEqual([
      { code: `${stage.county}100`, items: 11 },
      { code: `${stage.county}101`, items: null },
    ])
  }),
)
