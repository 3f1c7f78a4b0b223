import { expect, test } from 'vitest'
import { type Client, newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { aCsv, aVillage, FOR_LISTS, received } from './agency-lists.factory.ts'

const AT = '2020-02-11T10:00:00+08:00'
const LATER = '2020-02-12T09:00:00+08:00'

/** An entry for sure and one in doubt, both with the first village. */
async function aPassing(stage: Scenario) {
  const given = await aVillage(stage)
  const [zhou, wang] = given.residents
  if (!zhou || !wang) throw new Error('nobody lives there')
  const file = aCsv(
    ['1', zhou.name, zhou.number, '', ''],
    ['2', '王得海', wang.number.replace(/^130899/, '130898'), '', ''],
    ['3', '赵大海', '1.30899E+17', '', ''],
  )
  const { list, entries } = await received(given.desk, file)
  const other = `${stage.county}101201`
  const neighbour = await stage.as.role('village-cadre', { division: other })
  const passing = (to: string, say: object = {}) => ({
    id: newId(),
    recordedAt: LATER,
    to,
    note: '已随子女住在那里',
    ...say,
  })
  const pass = (by: Client, entryId: string, body: object) => by.post(`/agency-list-entries/${entryId}/passings`, body)
  const answer = (by: Client, entryId: string, said: string, note: string | null = null) =>
    by.post(`/agency-list-entries/${entryId}/answers`, { id: newId(), recordedAt: AT, answer: said, note })
  const listed = async (by: Client, state: string) =>
    (await by.get(`/agency-list-entries?state=${state}`, FOR_LISTS)).body.items as Array<Record<string, unknown>>
  return { ...given, list, entries, other, neighbour, passing, pass, answer, listed, zhou, wang }
}

test(
  'an entry passed on is answered where it went, and what the first village found stays with it',
  scenario(async (stage) => {
    const { desk, cadre, entries, other, neighbour, passing, pass, answer, listed, list, village } =
      await aPassing(stage)
    const [sure] = entries
    expect((await answer(cadre, sure.id, 'away', '搬走两年')).status).toBe(201)
    const body = passing(other)
    const passed = await pass(cadre, sure.id, body)
    expect(passed).toMatchObject({ status: 201, body: { id: body.id, arrival: 'new' } })
    expect((await pass(cadre, sure.id, body)).body).toEqual({ ...passed.body, arrival: 'again' })

    expect(await listed(cadre, 'open')).toHaveLength(1)
    expect(await listed(cadre, 'passed')).toMatchObject([{ id: sure.id, answer: 'away', passedTo: other }])
    const [come] = await listed(neighbour, 'open')
    expect(come).toMatchObject({
      id: passed.body.nextId,
      division: other,
      outcome: 'matched',
      answer: null,
      said: { name: '周*满' },
      passedTo: null,
    })
    const there = await neighbour.get(`/agency-list-entries/${come?.['id']}`, FOR_LISTS)
    expect(there.body.passings).toEqual([
      expect.objectContaining({ from: village, to: other, note: '已随子女住在那里', answer: null, answerNote: null }),
    ])
    expect(await neighbour.get(`/agency-list-entries/${sure.id}`, FOR_LISTS)).toMatchObject({ status: 404 })
    expect((await answer(neighbour, String(come?.['id']), 'seen')).status).toBe(201)
    const whole = await desk.get(`/agency-list-entries/${come?.['id']}`, FOR_LISTS)
    expect(whole.body).toMatchObject({ answer: 'seen', passings: [{ answer: 'away', answerNote: '搬走两年' }] })

    const { body: county } = await desk.get(`/agency-lists/${list.id}`)
    expect(county.progress).toMatchObject({ entries: 3, seen: 1, away: 0, open: 1, passed: 1 })
    const made = await desk.post(`/agency-lists/${list.id}/return`, { format: 'csv' }, FOR_LISTS)
    expect(made.body).toMatchObject({ rows: 3, unanswered: 1 })
  }),
)

test(
  'it counts once, in the figure and in the certificate, and goes with its list',
  scenario(async (stage) => {
    const { desk, cadre, entries, other, neighbour, passing, pass, answer, list } = await aPassing(stage)
    const [sure] = entries
    await answer(cadre, sure.id, 'away')
    const { body } = await pass(cadre, sure.id, passing(other))
    await answer(neighbour, body.nextId, 'seen')
    const verified = async (by: Client) =>
      (await by.get('/figures/comparisons?asOf=2020-02-20T00:00:00%2B08:00')).body.value as number
    expect(await verified(desk)).toBe(1)
    expect(await verified(neighbour)).toBe(0)
    const ended = await desk.post(`/agency-lists/${list.id}/destruction`, { ground: '核查完毕' })
    expect(ended.body.certificate).toMatchObject({ entries: 3, answers: 2, seen: 1, away: 0, unanswered: 2 })
    expect(await verified(desk)).toBe(1)
    expect((await neighbour.get('/agency-list-entries?state=all', FOR_LISTS)).body.items).toEqual([])
  }),
)

test(
  'whom an entry in doubt may be about goes along, and it may go on from there, back where it came from',
  scenario(async (stage) => {
    const { desk, list, cadre, entries, other, neighbour, passing, pass, listed, village, wang } = await aPassing(stage)
    const [, doubtful] = entries
    const first = await pass(cadre, doubtful.id, passing(other))
    expect(await listed(neighbour, 'undecided')).toMatchObject([{ id: first.body.nextId, undecided: true }])
    const there = await neighbour.get(`/agency-list-entries/${first.body.nextId}`, FOR_LISTS)
    expect(there.body.candidates).toMatchObject([{ id: wang.id }])
    const second = await pass(neighbour, first.body.nextId, passing(village, { note: '不在我村' }))
    expect(second.status).toBe(201)
    const [back] = await listed(cadre, 'undecided')
    expect(back).toMatchObject({ id: second.body.nextId, nth: doubtful.nth, division: village })
    const decision = { id: newId(), recordedAt: LATER, personId: wang.id }
    expect((await cadre.post(`/agency-list-entries/${back?.['id']}/identifications`, decision)).status).toBe(201)
    const third = await pass(cadre, String(back?.['id']), passing(other, { note: '还是那边的人' }))
    const [decided] = (await neighbour.get('/agency-list-entries?state=open&outcome=conflict', FOR_LISTS)).body.items
    expect(decided).toMatchObject({
      id: third.body.nextId,
      outcome: 'conflict',
      undecided: false,
      known: { id: wang.id },
    })
    const row = await cadre.post(`/agency-list-entries/${back?.['id']}/cells`, {}, FOR_LISTS)
    expect(row.body.cells[1]).toMatchObject({ text: '王得海' })
    const story = await cadre.get(`/agency-list-entries/${back?.['id']}`, FOR_LISTS)
    expect(story.body.passings.map(({ to }: { to: string }) => to)).toEqual([other, village, other])
    expect((await neighbour.get('/agency-list-entries?state=open&outcome=matched', FOR_LISTS)).body.items).toEqual([])
    const ended = await desk.post(`/agency-lists/${list.id}/destruction`, { ground: '核查完毕' })
    expect(ended.body.certificate).toMatchObject({ entries: 3, identifications: 1, candidates: 1 })
  }),
)

test(
  'not twice, not to itself, not to another county, not a row that was rejected, and nothing more is recorded where it was',
  scenario(async (stage) => {
    const { desk, cadre, entries, other, neighbour, passing, pass, answer, village } = await aPassing(stage)
    const [sure, doubtful, rejected] = entries
    for (const to of [village, '110101001001', `${stage.county}999999`]) {
      expect(await pass(cadre, sure.id, passing(to))).toMatchObject({
        status: 422,
        body: { code: 'agency-lists.passed-nowhere' },
      })
    }
    expect(await pass(cadre, sure.id, passing(other, { note: ' ' }))).toMatchObject({ status: 422 })
    expect(await pass(neighbour, sure.id, passing(village))).toMatchObject({ status: 404 })
    expect(await pass(desk, rejected.id, passing(other))).toMatchObject({
      body: { code: 'agency-lists.entry-rejected' },
    })
    const body = passing(other)
    await pass(cadre, sure.id, body)
    expect(await pass(cadre, sure.id, { ...body, note: '另一个原因' })).toMatchObject({
      body: { code: 'kernel.id-taken' },
    })
    const over = { status: 409, body: { code: 'agency-lists.entry-passed', params: { to: other } } }
    expect(await pass(cadre, sure.id, passing(other))).toMatchObject(over)
    expect(await answer(cadre, sure.id, 'seen')).toMatchObject(over)
    const decision = { id: newId(), recordedAt: AT, personId: null }
    expect(await cadre.post(`/agency-list-entries/${sure.id}/identifications`, decision)).toMatchObject(over)
    const two = await Promise.all([1, 2].map(() => pass(cadre, doubtful.id, passing(other))))
    expect(two.map(({ status }) => status).sort()).toEqual([201, 409])
  }),
)
