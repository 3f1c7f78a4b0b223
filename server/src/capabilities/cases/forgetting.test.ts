import { expect, test } from 'vitest'
import { newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { keepInventedDivisions } from '../places/places.factory.ts'
import { forgetNow } from '../retention/retention.factory.ts'
import { aCase } from './course.factory.ts'

const DAY_MS = 86_400_000
const ago = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString()
const at = (day: string) => `2020-02-${day}T12:00:00+08:00`

/** Everything of this county in the tables of cases, as text. */
const kept = ({ inside, county }: Scenario) =>
  inside(async ({ tx }) => {
    const texts = []
    for (const table of ['episode', 'fever', 'entry'])
      texts.push(await tx`select t::text as row from ${tx(`cases.${table}`)} t where county = ${county}`)
    return JSON.stringify(texts)
  })

test(
  'thirty days after the response nobody can tell whose a case was or who signed for it, and no figure and no curve moves',
  scenario(async (stage) => {
    await stage.inside(keepInventedDivisions)
    const desk = await stage.as.countyDesk()
    const one = await aCase(desk, `${stage.county}100201`)
    await one.onset(at('11'), '2020-02-09')
    await one.evidence(at('11'), 'affected-area', 'imaging')
    await one.decide(at('11'), 'suspected', 'rule', { clinician: '李医生', note: '咳嗽三天' })
    await one.tested(at('11'), at('12'), 'positive')
    await one.decide(at('12'), 'confirmed', 'laboratory', { clinician: '李医生' })
    expect((await one.report(at('12'), { workplace: '县一中' })).status).toBe(201)
    const told = async () => {
      const figures = []
      for (const name of ['fevers-elsewhere', 'suspected', 'confirmed'])
        figures.push((await desk.get(`/figures/${name}?asOf=${encodeURIComponent(at('20'))}`)).body.value)
      return [figures, (await desk.get(`/epidemiology/curve?asOf=${encodeURIComponent(at('20'))}`)).body]
    }
    const before = await told()
    expect(before[0]).toEqual([1, 1, 1])

    await forgetNow(stage)
    expect(await kept(stage), 'while the response lasts').toContain(one.personId)

    const closing = { id: newId(), disease: 'covid-19', documentNo: '兴防指9号', documentDate: ago(31).slice(0, 10) }
    const closed = await desk.post('/retention/events/close', { ...closing, at: ago(31), responseEnds: true })
    expect(closed.body.code).toBeUndefined()
    await forgetNow(stage)
    const left = await kept(stage)
    for (const trace of [one.personId, '李医生', '咳嗽三天', '县一中', '赵报告', '县医院'])
      expect(left).not.toContain(trace)
    expect(left, 'what is counted stays').toContain('pcr')
    expect(await told()).toEqual(before)
  }),
)
