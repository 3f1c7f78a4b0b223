import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { aPassage, givenCheckpoint } from '../checkpoints/checkpoints.factory.ts'
import { aJourney, givenCounty } from '../exposures/exposures.factory.ts'
import { correctedBehind, correctedKinds } from './catalogue/corrections.ts'
import { figures } from './catalogue/index.ts'
import { AS_OF, sealed } from './reporting.factory.ts'

test(
  'a figure lists the records that were put right since the last sealed report, each with its reason, as far as one may see them',
  scenario(async (stage) => {
    const area = String(stage.county)
    const { id, shift } = await givenCheckpoint(stage)
    const { desk, village } = await givenCounty(stage)
    const checker = await stage.as.role('county-desk')
    const pass = async (recordedAt: string) => {
      const passage = aPassage(id, { recordedAt })
      await shift.post(`/checkpoints/${id}/passages`, passage)
      return passage.id
    }
    const correct = (passageId: string, said: object) =>
      shift.post(`/passages/${passageId}/corrections`, {
        id: newId(),
        recordedAt: '2020-02-07T09:00:00+08:00',
        ...said,
      })
    const [early, cooled, gone, later] = await Promise.all(
      ['02-04T10', '02-04T11', '02-05T12', '02-09T12'].map((at) => pass(`2020-${at}:00:00+08:00`)),
    )
    await correct(early ?? '', { temperatureC: 36.1, why: '复核' })
    const history = async (figure: string, by = desk, asked = `asOf=${encodeURIComponent(AS_OF)}`) =>
      (await by.get(`/figures/${figure}/history?${asked}`)).body
    const unsealed = await history('screened')
    expect(unsealed.corrected).toMatchObject({ since: new Date(AS_OF).toISOString(), total: 1 })

    await sealed(desk, checker, area)
    expect((await history('screened')).corrected).toMatchObject({ total: 0, items: [] })
    await correct(cooled ?? '', { temperatureC: 36.2, why: '枪没有校准' })
    await correct(gone ?? '', { voided: true, why: '重复登记' })
    await correct(later ?? '', { temperatureC: 36.3, why: '不在这一时刻之前' })
    const { corrected, reports } = await history('screened')
    expect(corrected).toMatchObject({ since: reports[0].countedAt, total: 2 })
    const [taken, changed] = corrected.items
    expect(taken).toMatchObject({ kind: 'passage', recordId: gone, pageId: id, voided: true, why: '重复登记' })
    expect(taken.at).toBe(new Date('2020-02-05T12:00:00+08:00').toISOString())
    expect(changed).toMatchObject({ recordId: cooled, voided: false, why: '枪没有校准' })
    expect((await history('stations')).corrected.items).toEqual([])

    const editor = await stage.as.role('publicity-editor')
    expect((await history('screened', editor)).corrected.items).toEqual([])
    const elsewhere = await stage.as.role('township-officer', { division: `${area}101` })
    expect((await history('screened', elsewhere)).corrected.items).toEqual([])

    const journey = aJourney(village)
    const { body } = await desk.post('/exposures/travel', journey)
    const person = { personId: body.personId }
    const mistaken = aJourney(village, { person, corrects: journey.id, why: '另一个人', voided: true })
    expect((await desk.post('/exposures/travel', mistaken)).status).toBe(201)
    const travelled = (await history('from-wuhan')).corrected
    expect(travelled.items).toMatchObject([{ kind: 'travel', pageId: body.personId, voided: true, why: '另一个人' }])
  }),
)

test('every kind of record that can be put right stands behind a figure', () => {
  const behind = new Set(figures.flatMap(({ source }) => correctedBehind(source.view)))
  expect(correctedKinds.filter((kind) => !behind.has(kind))).toEqual([])
})
