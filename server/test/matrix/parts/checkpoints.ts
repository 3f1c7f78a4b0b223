import { aPassage, aTally } from '../../../src/capabilities/checkpoints/checkpoints.factory.ts'
import { aCentralOrder, on } from '../../../src/capabilities/sites/sites.factory.ts'
import { newId } from '../../scenario/scenario.ts'
import { AT, made, type Part } from '../part.ts'

let hours = 0
/** A different hour each time: two counts of one lane may not overlap. */
function nextHour(): string {
  hours += 2
  return new Date(Date.parse('2010-01-01T00:00:00Z') + hours * 3_600_000).toISOString()
}
const hourAfter = (): string => new Date(Date.parse('2010-01-01T00:30:00Z') + hours * 3_600_000).toISOString()

const PASSAGE = {
  say: { temperatureC: 36.5 },
  toldInCounty: { because: 'docs/adr/0021: a traveller is one person in the whole county.', fields: ['traveller'] },
}

export const checkpointsPart: Part = {
  async plant({ mark, things, stage, village, hands: { desk, cadre } }) {
    const checkpointId = String(things['checkpointId'])
    const at = `/checkpoints/${checkpointId}`
    const [passage, shift, ended, tally] = [newId(), newId(), newId(), newId()]
    await made(desk.post(`${at}/shifts`, { id: shift, recordedAt: AT, members: 3, note: `${mark}班` }))
    await made(desk.post(`${at}/shifts`, { id: ended, recordedAt: AT, members: 2 }))
    await made(desk.post(`/shifts/${ended}/close`, { recordedAt: AT, note: `${mark}班止` }))
    const fever = aPassage(checkpointId, {
      id: passage,
      shiftId: shift,
      traveller: { personId: String(things['personId']) },
      temperatureC: 38.2,
      decision: 'medical',
    })
    await made(desk.post(`${at}/passages`, fever))
    await made(desk.post('/tallies/batch', { items: [aTally(checkpointId, { id: tally })] }))
    const correction = { id: newId(), recordedAt: AT, why: `${mark}更正`, temperatureC: 38.4 }
    await made(desk.post(`/passages/${passage}/corrections`, correction))
    const outcome = { id: newId(), recordedAt: AT, outcome: 'unreachable', note: `${mark}诊室` }
    await made(desk.post(`/hand-overs/${passage}/outcomes`, outcome))
    const kept = { id: newId(), division: village, recordedAt: AT, name: `${mark}某` }
    const { personId } = await made(desk.post('/people', kept))
    const order = aCentralOrder(village, personId ?? kept.id)
    await made(desk.post('/isolation/orders', order))
    const seen = { recordedAt: on(5), traveller: { personId: personId ?? kept.id } }
    await made(desk.post(`${at}/passages`, aPassage(checkpointId, seen)))
    // Settled, so that the correction is counted apart; then a record whose id is taken, by somebody of the village itself.
    await stage.settle()
    const { status } = await cadre.post(`${at}/passages`, { ...fever, temperatureC: 36.6, decision: 'pass' })
    if (status !== 409) throw new Error(`not put aside: ${status}`)
    return {
      passageId: passage,
      vehicleId: passage,
      handOverId: passage,
      shiftId: shift,
      handedOverFrom: shift,
      fromTallyId: tally,
      keptPersonId: personId ?? kept.id,
    }
  },
  operations: {
    'checkpoints.passage.record': PASSAGE,
    'checkpoints.passage.correct': { say: { temperatureC: () => 38.1 } },
    // A fever whose case is open already is ended there.
    'checkpoints.hand-over.close': {
      async fresh({ things, hands: { desk } }) {
        const checkpointId = String(things['checkpointId'])
        const fever = aPassage(checkpointId, { temperatureC: 38.2, decision: 'medical' })
        await made(desk.post(`/checkpoints/${checkpointId}/passages`, fever))
        return { handOverId: fever.id }
      },
    },
    // The order that was planted is over by now; kept.test.ts shows what is said while one stands, and to whom.
    'checkpoints.traveller.check': {
      unread: true,
      say: { personIds: ({ things }) => [things['keptPersonId']] },
      toldInCounty: {
        because: 'docs/adr/0145: whoever stands before a shift is asked about wherever they are kept.',
        fields: ['personIds'],
      },
    },
    'checkpoints.tally.record': { say: { startedAt: nextHour, recordedAt: hourAfter } },
  },
}
