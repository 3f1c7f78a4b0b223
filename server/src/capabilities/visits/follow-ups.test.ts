import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { allNo, at, aVisit, givenRound } from './visits.factory.ts'

const visiting = { purpose: 'home-visit' } as const
const tracing = { purpose: 'contact-tracing' } as const
const from = {
  ...allNo,
  'been-there': '4201',
  travelled: true,
  when: '2020-01-22',
  'by-what': 'rail',
  symptoms: ['fever'],
}
const LATER = '2020-02-18T10:00:00+08:00'

async function givenPositive(stage: Parameters<typeof givenRound>[0]) {
  const given = await givenRound(stage)
  const [home] = given.homes
  const personId = home?.members[0] ?? ''
  const visit = aVisit({ roundId: given.roundId, householdId: home?.id ?? '', sheets: [{ personId, answers: from }] })
  const { body } = await given.cadre.post('/visits', visit)
  await stage.settle()
  const idOf = (kind: string): string => body.followUps.find((one: { kind: string }) => one.kind === kind)?.id
  return { ...withList(given), visit, personId, idOf }
}

const withList = (given: Awaited<ReturnType<typeof givenRound>>) => ({
  ...given,
  list: async (query = '', who = given.desk) => (await who.get(`/visits/follow-ups?${query}`, tracing)).body.items,
})

test(
  'a journey is recorded through the follow-up that asked for it, and closes it',
  scenario(async (stage) => {
    const { personId, cadre, desk, idOf, list, village, visit } = await givenPositive(stage)
    const [open] = await list('kind=travel')
    expect(open).toMatchObject({
      id: idOf('travel'),
      kind: 'travel',
      person: { id: personId },
      draft: { from: '4201', arrivedOn: '2020-01-22', means: 'rail' },
      key: 'five-questions',
      linkId: 'been-there',
      open: true,
    })
    const journey = {
      id: newId(),
      travelId: newId(),
      recordedAt: LATER,
      from: { code: '4201' },
      to: { code: village },
      arrivedAt: '2020-01-22T18:00:00+08:00',
      means: 'rail',
      service: 'K268',
    }
    const path = `/visits/follow-ups/${idOf('travel')}/journey`
    expect(await cadre.post(path, { ...journey, arrivedAt: null })).toMatchObject({ status: 422 })
    const backwards = { ...journey, leftAt: '2020-01-23T18:00:00+08:00' }
    expect(await cadre.post(path, backwards)).toMatchObject({ body: { code: 'exposures.times-reversed' } })
    expect(await list('kind=travel'), 'a refused journey leaves it open').toHaveLength(1)
    expect(await cadre.post(path, journey)).toMatchObject({ status: 201, body: { arrival: 'new' } })
    expect(await cadre.post(path, journey)).toMatchObject({ body: { arrival: 'again' } })
    expect(await list('kind=travel'), 'at once').toEqual([])
    await stage.settle()
    expect(await list('kind=travel&state=closed')).toMatchObject([
      { outcome: 'recorded', exposureId: journey.travelId, open: false, visitId: visit.id },
    ])
    const kept = await desk.get(`/exposures/persons/${personId}`, tracing)
    expect(kept.body.travel).toMatchObject([{ id: journey.travelId, learnedFrom: 'visit', from: { code: '4201' } }])
  }),
)

test(
  'a contact is recorded through the follow-up that asked for it, and closes it',
  scenario(async (stage) => {
    const { homes, cadre, desk, list, roundId } = await givenRound(stage).then(withList)
    const [personId = '', other = ''] = [homes[0]?.members[0], homes[1]?.members[0]]
    const answers = { ...allNo, 'met-from-there': true }
    const visit = aVisit({ roundId, householdId: homes[0]?.id ?? '', sheets: [{ personId, answers }] })
    const { followUps } = (await cadre.post('/visits', visit)).body
    const path = `/visits/follow-ups/${followUps[0].id}/contact`
    const contact = {
      id: newId(),
      contactId: newId(),
      recordedAt: LATER,
      with: { personId: other },
      firstAt: '2020-01-23T18:00:00+08:00',
      lastAt: '2020-01-23T21:00:00+08:00',
      kind: 'shared-meal',
    }
    expect(await cadre.post(path, { ...contact, with: { personId } })).toMatchObject({
      body: { code: 'exposures.with-oneself' },
    })
    expect(await cadre.post(path, { ...contact, recordedAt: '2099-01-01T00:00:00+08:00' })).toMatchObject({
      body: { code: 'visits.in-future' },
    })
    await stage.settle()
    expect(await list('kind=contact'), 'a refused contact leaves it open').toHaveLength(1)
    expect((await desk.get(`/exposures/persons/${personId}`, tracing)).body.contacts, 'and is not kept').toEqual([])
    expect(await cadre.post(path, contact)).toMatchObject({ status: 201, body: { arrival: 'new' } })
    expect(await cadre.post(path, contact)).toMatchObject({ body: { arrival: 'again' } })
    expect(await list('kind=contact'), 'at once').toEqual([])
    await stage.settle()
    expect(await list('kind=contact&state=closed')).toMatchObject([
      { outcome: 'recorded', exposureId: contact.contactId, open: false },
    ])
    const kept = await desk.get(`/exposures/persons/${personId}`, tracing)
    expect(kept.body.contacts).toMatchObject([{ id: contact.contactId, learnedFrom: 'visit', kind: 'shared-meal' }])
    const journey = { id: newId(), travelId: newId(), recordedAt: LATER, from: { code: '42' }, to: { code: '13' } }
    expect(await desk.post(path.replace('/contact', '/journey'), { ...journey, arrivedAt: at('09:00') })).toMatchObject(
      { body: { code: 'visits.not-a-journey' } },
    )
  }),
)

test(
  'a fever is closed by the offices with an outcome that a fever can have',
  scenario(async (stage) => {
    const { cadre, desk, idOf, list } = await givenPositive(stage)
    const path = `/visits/follow-ups/${idOf('fever')}/outcomes`
    const ending = { id: newId(), recordedAt: LATER, outcome: 'excluded', note: '县医院发热门诊' }
    expect((await cadre.post(path, ending)).status).toBe(403)
    expect(await desk.post(path, { ...ending, outcome: 'updated' })).toMatchObject({
      status: 422,
      body: { code: 'visits.outcome-not-of-kind' },
    })
    await desk.post(path, { ...ending, id: newId(), outcome: 'unreachable', recordedAt: at('20:00') })
    await stage.settle()
    expect(await list('kind=fever')).toMatchObject([{ open: true, outcome: 'unreachable' }])
    expect(await desk.post(path, ending)).toMatchObject({ status: 201, body: { arrival: 'new' } })
    expect(await desk.post(path, { ...ending, note: '别处' })).toMatchObject({ body: { code: 'kernel.id-taken' } })
    await stage.settle()
    expect(await list('kind=fever')).toEqual([])
    expect(await list('kind=fever&state=closed')).toMatchObject([{ outcome: 'excluded', note: '县医院发热门诊' }])
    expect(await desk.post(path, { ...ending, id: newId(), recordedAt: '2099-01-01T00:00:00+08:00' })).toMatchObject({
      body: { code: 'visits.in-future' },
    })
    expect(await desk.post(`/visits/follow-ups/${newId()}/outcomes`, ending)).toMatchObject({ status: 404 })
    const journey = { id: newId(), travelId: newId(), recordedAt: LATER, from: { code: '42' }, to: { code: '13' } }
    const wrong = await desk.post(`/visits/follow-ups/${idOf('fever')}/journey`, { ...journey, arrivedAt: at('09:00') })
    expect(wrong).toMatchObject({ status: 422, body: { code: 'visits.not-a-journey' } })
  }),
)

test(
  'what a corrected visit had opened is open no longer, and its correction opens its own',
  scenario(async (stage) => {
    const { visit, personId, cadre, list, homes } = await givenPositive(stage)
    expect(await list()).toHaveLength(2)
    const right = {
      ...aVisit({ roundId: visit.roundId, householdId: homes[0]?.id ?? '' }),
      corrects: visit.id,
      why: '问错了人',
      sheets: [{ personId, answers: { ...allNo, 'met-from-there': true } }],
    }
    await cadre.post('/visits', right)
    await stage.settle()
    expect((await list()).map(({ kind }: { kind: string }) => kind)).toEqual(['contact'])
    expect((await list('state=all')).map(({ kind, open }: { kind: string; open: boolean }) => [kind, open])).toEqual(
      expect.arrayContaining([
        ['contact', true],
        ['travel', false],
        ['fever', false],
      ]),
    )
    const neighbour = await stage.as.role('village-cadre', { division: `${stage.county}100202` })
    expect((await neighbour.get('/visits/follow-ups', visiting)).body.items).toEqual([])
  }),
)
