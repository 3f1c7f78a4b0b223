import type { z } from 'zod'
import { type Client, newId, type Scenario } from '../../../test/scenario/scenario.ts'
import { keepInventedDivisions } from '../places/places.factory.ts'
import { aPost } from '../responsibility/responsibility.factory.ts'
import type { AddPlan, Inspection, Step } from './schema.ts'

/** A moment of the days of the tests. */
export const at = (day: number, time = '10:00'): string => `2020-02-${String(day).padStart(2, '0')}T${time}:00+08:00`

export const aFinding = (given: object = {}) => ({
  id: newId(),
  severity: 'minor' as const,
  what: '劝返点夜间无人值守',
  dueAt: at(7),
  ...given,
})
export const anInspection = (
  division: string,
  given: Partial<z.input<typeof Inspection>> = {},
): z.input<typeof Inspection> => ({
  id: newId(),
  division,
  placeKind: 'village',
  manner: 'unannounced',
  recordedAt: at(5),
  ...given,
})
export const aStep = (
  findingId: string,
  step: z.input<typeof Step>['step'],
  given: Partial<z.input<typeof Step>> = {},
): z.input<typeof Step> => ({
  id: newId(),
  findingId,
  step,
  note: step === 'passed' ? null : '已安排三班轮值',
  dueAt: step === 'failed' ? at(20) : null,
  recordedAt: at(6),
  ...given,
})
export const aPlan = (area: string, given: Partial<z.input<typeof AddPlan>> = {}): z.input<typeof AddPlan> => ({
  id: newId(),
  area,
  title: '村级劝返点督导',
  placeKinds: ['village', 'checkpoint'],
  from: '2020-02-01',
  to: '2020-02-18',
  ...given,
})

export interface GivenCounty {
  county: string
  village: string
  desk: Client
  township: Client
  cadre: Client
  /** One finding in the village, found by the county. */
  find(given?: object, of?: Partial<z.input<typeof Inspection>>): Promise<{ inspectionId: string; findingId: string }>
  post(title: string): Promise<string>
}
export async function givenCounty({ inside, as, county: code }: Scenario): Promise<GivenCounty> {
  await inside(keepInventedDivisions)
  const county = String(code)
  const village = `${county}100201`
  const desk = await as.countyDesk()
  const find: GivenCounty['find'] = async (given = {}, of = {}) => {
    const finding = aFinding(given)
    const inspection = anInspection(village, { findings: [finding], ...of })
    const { body } = await desk.post('/inspections', inspection)
    if (body.arrival !== 'new') throw new Error(`not recorded: ${JSON.stringify(body)}`)
    return { inspectionId: inspection.id, findingId: finding.id }
  }
  const post = async (title: string) => {
    const item = aPost(county, { kind: 'county-leader', title, openedAt: '2020-01-20T08:00:00+08:00' })
    await desk.post('/responsibility/posts', item)
    return item.id
  }
  return {
    ...{ county, village, desk, find, post },
    township: await as.role('township-officer', { division: `${county}100` }),
    cadre: await as.role('village-cadre', { division: village }),
  }
}
