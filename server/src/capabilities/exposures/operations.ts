import { meanwhile } from '../../kernel/db.ts'
import { batchOperation } from '../../kernel/operation.ts'
import { seal } from '../../kernel/seal.ts'
import { toWgs84 } from '../places/rules.ts'
import { mayRecord } from './policy.ts'
import { gatheringUnknown, numberNotOfMeans, personUnknown, placeUnknown, withOneself } from './problems.ts'
import { auditFacts, knownTo, recordFacts, timesProblem } from './recording.ts'
import { hasPlate } from './rules.ts'
import { BATCH_MAX, Contact, Illness, Receipt, Stay, Travel } from './schema.ts'
import { findGatherings, listPlaces } from './sql.places.ts'
import { keepStops } from './sql.ts'

const shared = { kind: 'write', done: Receipt, max: BATCH_MAX, audit: auditFacts } as const
const instant = (said: string | null) => (said === null ? null : new Date(said))

export const plateSeal = (travelId: string): string => `exposures.travel:${travelId}:plate`

export const recordTravel = batchOperation({
  name: 'exposures.travel.record',
  summary: { zh: '登记行程', en: 'Record a journey' },
  ...shared,
  item: Travel,
  load: (ctx, items) => knownTo(ctx, 'travel', items),
  allow: (actor, _known, { division }) => mayRecord(actor, division),
  runMany: (ctx, items, known, senders) =>
    recordFacts(
      ctx,
      {
        kind: 'travel',
        problem: ({ leftAt, arrivedAt, means, service, plate }) => {
          const ofOther = hasPlate(means) ? service !== null : plate !== null
          return ofOther ? numberNotOfMeans() : timesProblem(ctx.now, leftAt, arrivedAt)
        },
        row: (item: Travel, kept) => ({
          ...kept,
          left_at: instant(item.leftAt),
          left_estimated: item.leftEstimated,
          arrived_at: instant(item.arrivedAt),
          arrived_estimated: item.arrivedEstimated,
          at: new Date(item.arrivedAt ?? item.leftAt ?? item.recordedAt),
          means: item.means,
          service: item.service,
          plate: item.plate === null ? null : seal(item.plate, plateSeal(item.id)),
        }),
        afterwards: async (_ctx, added) => {
          if (added.length === 0) return
          const stops = added.map(({ item: { id, division, from, via, to } }) => {
            return { travelId: id, division, from, via, to }
          })
          meanwhile(ctx, keepStops(ctx.tx, ctx.actor.county, stops))
        },
      },
      { items, known, senders },
    ),
})

const otherOf = ({ with: other }: Contact): string[] => ('personId' in other ? [other.personId] : [])
const gatheringOf = ({ with: other }: Contact): string[] => ('gatheringId' in other ? [other.gatheringId] : [])

export const recordContact = batchOperation({
  name: 'exposures.contact.record',
  summary: { zh: '登记接触', en: 'Record a contact' },
  ...shared,
  item: Contact,
  async load(ctx, items) {
    const [known, gatherings] = await Promise.all([
      knownTo(ctx, 'contact', items, items.flatMap(otherOf)),
      findGatherings(ctx.tx, items.flatMap(gatheringOf)),
    ])
    return { ...known, gatherings }
  },
  allow: (actor, _known, { division }) => mayRecord(actor, division),
  runMany: (ctx, items, known, senders) =>
    recordFacts(
      ctx,
      {
        kind: 'contact',
        problem: (item) => {
          const [other] = otherOf(item)
          const [gathering] = gatheringOf(item)
          if (other && !known.met.has(other)) return personUnknown({ id: other })
          if (gathering && !known.gatherings.has(gathering)) return gatheringUnknown({ id: gathering })
          const own = 'personId' in item.person ? item.person.personId : item.person.id
          return own === other ? withOneself() : timesProblem(ctx.now, item.firstAt, item.lastAt)
        },
        row: (item: Contact, kept) => ({
          ...kept,
          with_person_id: otherOf(item)[0] ?? null,
          gathering_id: gatheringOf(item)[0] ?? null,
          first_at: new Date(item.firstAt),
          first_estimated: item.firstEstimated,
          last_at: new Date(item.lastAt),
          last_estimated: item.lastEstimated,
          kind: item.kind,
          relation: item.relation,
          protection: item.protection,
          duration: item.duration,
          certainty: item.certainty,
        }),
        others: otherOf,
      },
      { items, known, senders },
    ),
})

export const recordStay = batchOperation({
  name: 'exposures.stay.record',
  summary: { zh: '登记停留', en: 'Record where somebody was' },
  ...shared,
  item: Stay,
  async load(ctx, items) {
    const [known, places] = await Promise.all([knownTo(ctx, 'stay', items), listPlaces(ctx.tx)])
    return { ...known, places: new Set(places.map(({ key }) => key)) }
  },
  allow: (actor, _known, { division }) => mayRecord(actor, division),
  runMany: (ctx, items, known, senders) =>
    recordFacts(
      ctx,
      {
        kind: 'stay',
        problem: ({ at, arrivedAt, leftAt }) => {
          if ('key' in at && !known.places.has(at.key)) return placeUnknown({ key: at.key })
          return timesProblem(ctx.now, arrivedAt, leftAt)
        },
        row: (item: Stay, kept) => {
          const [lon, lat] = 'key' in item.at ? [null, null] : toWgs84([item.at.lon, item.at.lat], item.at.datum)
          return {
            ...kept,
            place_key: 'key' in item.at ? item.at.key : null,
            lon,
            lat,
            arrived_at: new Date(item.arrivedAt),
            arrived_estimated: item.arrivedEstimated,
            left_at: new Date(item.leftAt),
            left_estimated: item.leftEstimated,
          }
        },
      },
      { items, known, senders },
    ),
})

export const recordIllness = batchOperation({
  name: 'exposures.illness.record',
  summary: { zh: '登记发病情况', en: 'Record when somebody fell ill' },
  ...shared,
  item: Illness,
  load: (ctx, items) => knownTo(ctx, 'illness', items),
  allow: (actor, _known, { division }) => mayRecord(actor, division),
  runMany: (ctx, items, known, senders) =>
    recordFacts(
      ctx,
      {
        kind: 'illness',
        problem: ({ onsetAt }) => timesProblem(ctx.now, onsetAt, null),
        row: (item: Illness, kept) => ({
          ...kept,
          onset_at: new Date(item.onsetAt),
          onset_estimated: item.onsetEstimated,
          state: item.state,
        }),
      },
      { items, known, senders },
    ),
})
