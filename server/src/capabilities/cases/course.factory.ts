import type { z } from 'zod'
import { type Client, newId } from '../../../test/scenario/scenario.ts'
import type { ReportFever } from './schema.course.ts'

export const aFever = (
  division: string,
  given: Partial<z.input<typeof ReportFever>> = {},
): z.input<typeof ReportFever> => ({
  id: newId(),
  division,
  recordedAt: '2020-02-10T09:00:00+08:00',
  person: { id: newId(), name: '周小满' },
  origin: 'clinic',
  at: '2020-02-10T08:40:00+08:00',
  temperatureC: 38.4,
  site: 'axillary',
  symptoms: ['cough'],
  ...given,
})

/** Sends entries of one case, each with an id of its own unless it brings one. */
export function courseOf(desk: Client, caseId: string) {
  const send = (kind: string, at: string, said: object) =>
    desk.post(`/cases/${caseId}/${kind}`, { id: newId(), recordedAt: at, at, ...said })
  return {
    send,
    evidence: (at: string, ...codes: string[]) =>
      send('evidence', at, { answers: codes.map((code) => ({ code, present: true })) }),
    onset: (at: string, day: string | null) => send('onsets', at, { day }),
    decide: (at: string, status: string, ground: string, said: object = {}) =>
      send('decisions', at, { status, ground, institution: '县医院', ...said }),
    report: (at: string, said: object = {}) => send('reports', at, { ...aReport(), ...said }),
    /** A swab taken at one moment and answered at another. */
    async tested(takenAt: string, resultAt: string, finding: string, test = 'pcr', specimen = 'throat-swab') {
      const id = newId()
      const sample = await send('samples', takenAt, { id, specimen, laboratory: '县疾控中心' })
      if (sample.status !== 201) throw new Error(JSON.stringify(sample.body))
      return { id, ...(await send('results', resultAt, { sampleId: id, test, finding })) }
    },
  }
}

export async function aCase(desk: Client, village: string, given: Parameters<typeof aFever>[1] = {}) {
  const opened = await desk.post('/cases/fevers', aFever(village, given))
  if (opened.status !== 201) throw new Error(JSON.stringify(opened.body))
  const { caseId, personId } = opened.body as { caseId: string; personId: string }
  const read = async () => (await desk.get(`/cases/${caseId}`, { purpose: 'fever-hand-over' })).body
  return { caseId, personId, read, ...courseOf(desk, caseId) }
}

const aReport = () => ({
  turn: 'first',
  cardNo: `R${newId().slice(0, 8)}`,
  belongsTo: 'county',
  populationGroup: 'farmer',
  unit: '县医院',
  unitPhone: '0314-5050000',
  doctor: '赵报告',
})
