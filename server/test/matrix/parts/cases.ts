import { aFever } from '../../../src/capabilities/cases/course.factory.ts'
import { newId } from '../../scenario/scenario.ts'
import { made, oneOf, type Part } from '../part.ts'

export const casesPart: Part = {
  async plant({ village, mark, things, hands: { desk } }) {
    const person = { personId: String(things['personId']) }
    const fever = aFever(village, { person, symptoms: ['cough'] })
    const { caseId } = await made(desk.post('/cases/fevers', fever))
    return { caseId, feverId: fever.id, person: oneOf(person, { id: newId(), name: `${mark}小寒` }) }
  },
  unfilled: ['cases.entry'],
  operations: {
    'cases.fever.report': {
      say: { temperatureC: 38.2, site: 'axillary' },
      toldInCounty: { because: 'docs/adr/0021: a patient is one person in the whole county.', fields: ['person'] },
    },
  },
}
