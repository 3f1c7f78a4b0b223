import type { z } from 'zod'
import type { Tx } from '../../kernel/db.ts'
import type { ContactFact, IllnessFact, StayFact, TravelFact } from './schema.line-list.ts'
import type { Whereabouts } from './schema.ts'

type Dated<T, K extends keyof T> = Omit<T, K> & { [P in K]: Date | Extract<T[P], null> }
type Fact<T extends z.ZodType> = z.infer<T>

export type StoredTravel = Dated<
  Omit<Fact<typeof TravelFact>, 'plate' | 'from' | 'via' | 'to'>,
  'recordedAt' | 'leftAt' | 'arrivedAt'
> & { plate: Buffer | null; stops: Array<Whereabouts & { role: 'from' | 'via' | 'to' }> }
export type StoredContact = Dated<Fact<typeof ContactFact>, 'recordedAt' | 'firstAt' | 'lastAt'>
export type StoredStay = Dated<Fact<typeof StayFact>, 'recordedAt' | 'arrivedAt' | 'leftAt'>
export type StoredIllness = Dated<Fact<typeof IllnessFact>, 'recordedAt' | 'onsetAt'>

const told = (tx: Tx) => tx`f.id, f.recorded_at as "recordedAt", f.learned_from as "learnedFrom", f.corrects`

/** What is recorded of one person today, the newest first; a handful for almost everybody. */
const MOST = 200

export function listTravel(tx: Tx, personId: string): Promise<StoredTravel[]> {
  return tx<StoredTravel[]>`
    select ${told(tx)}, f.left_at as "leftAt", f.left_estimated as "leftEstimated", f.arrived_at as "arrivedAt",
      f.arrived_estimated as "arrivedEstimated", f.means, f.service, f.plate, s.stops
    from exposures.travel_now f
    cross join lateral (
      select jsonb_agg(jsonb_build_object('role', role, 'code', code, 'place', place) order by nth) as stops
      from exposures.stop s where s.county = f.county and s.travel_id = f.id) s
    where f.county = (select kernel.app_county())
      and f.said_of = any (exposures.spoken_as((select kernel.app_county()), array[${personId}::uuid]))
    order by f.at desc, f.id desc limit ${MOST}`.execute()
}

export function listContacts(tx: Tx, personId: string): Promise<StoredContact[]> {
  return tx<StoredContact[]>`
    with spoken as (select exposures.spoken_as((select kernel.app_county()), array[${personId}::uuid]) as ids)
    select ${told(tx)}, case when f.said_of = any (spoken.ids) then f.with_person_id else f.person_id end as with,
      case when g.id is not null then jsonb_build_object('id', g.id, 'name', g.name) end as gathering,
      f.first_at as "firstAt", f.first_estimated as "firstEstimated", f.last_at as "lastAt", f.last_estimated as "lastEstimated",
      f.kind, f.relation, f.protection, f.duration, f.certainty
    from spoken, exposures.contact_now f
    left join exposures.gathering_now g on g.county = f.county and g.id = f.gathering_id
    where f.county = (select kernel.app_county()) and (f.said_of = any (spoken.ids) or f.said_with = any (spoken.ids))
    order by f.first_at desc, f.id desc limit ${MOST}`.execute()
}

export function listStays(tx: Tx, personId: string): Promise<StoredStay[]> {
  return tx<StoredStay[]>`
    select ${told(tx)}, f.place_key as key, f.lon, f.lat, f.arrived_at as "arrivedAt", f.arrived_estimated as "arrivedEstimated",
      f.left_at as "leftAt", f.left_estimated as "leftEstimated", coalesce((
        select jsonb_agg(jsonb_build_object('key', w.key, 'distanceM', round(w.distance_m)) order by w.distance_m)
        from exposures.stay_within w where w.county = f.county and w.id = f.id), '[]') as within
    from exposures.stay_now f
    where f.county = (select kernel.app_county())
      and f.said_of = any (exposures.spoken_as((select kernel.app_county()), array[${personId}::uuid]))
    order by f.arrived_at desc, f.id desc limit ${MOST}`.execute()
}

export function listIllness(tx: Tx, personId: string): Promise<StoredIllness[]> {
  return tx<StoredIllness[]>`
    select ${told(tx)}, f.onset_at as "onsetAt", f.onset_estimated as "onsetEstimated", f.state from exposures.illness_now f
    where f.county = (select kernel.app_county())
      and f.said_of = any (exposures.spoken_as((select kernel.app_county()), array[${personId}::uuid]))
    order by f.onset_at desc, f.id desc limit ${MOST}`.execute()
}

export interface Edge {
  one: string
  other: string
  kind: Fact<typeof ContactFact>['kind']
  firstAt: Date
  lastAt: Date
  gatheringId: string | null
}
/** Whom these persons met by a moment, each pair as often as they met. */
export function listMeetings(tx: Tx, personIds: readonly string[], moment: Date, limit: number): Promise<Edge[]> {
  return tx<Edge[]>`
    select m.person_id as one, m.other_id as other, m.kind, m.first_at as "firstAt", m.last_at as "lastAt",
      m.gathering_id as "gatheringId"
    from exposures.met((select kernel.app_county()), ${[...personIds]}::uuid[]) m
    where m.first_at <= ${moment} order by m.first_at, m.contact_id, m.other_id limit ${limit}`.execute()
}

export interface Ill {
  personId: string
  division: string
  state: Fact<typeof IllnessFact>['state']
  onsetAt: Date
}
/** What was last heard of each person's illness, of those who fell ill within a span. */
export function listIll(
  tx: Tx,
  { area, from, till, limit }: { area: string; from: Date; till: Date; limit: number },
): Promise<Ill[]> {
  return tx<Ill[]>`
    select * from (
      select distinct on (f.person_id) f.person_id as "personId", p.division, f.state, f.onset_at as "onsetAt"
      from exposures.illness_now f
      join people.published_person p on p.county = f.county and p.id = f.person_id
      where f.county = (select kernel.app_county()) and f.onset_at >= ${from} and f.onset_at <= ${till}
        and p.division >= ${area} and p.division < ${`${area}:`}
      order by f.person_id, f.recorded_at desc, f.id desc) last
    order by "onsetAt", "personId" limit ${limit}`.execute()
}

/** The last thing heard about the illness of each of these persons. */
export function illnessOf(tx: Tx, personIds: readonly string[], moment: Date): Promise<Ill[]> {
  return tx<Ill[]>`
    select distinct on (f.person_id) f.person_id as "personId", f.division, f.state, f.onset_at as "onsetAt"
    from exposures.illness_now f
    where f.county = (select kernel.app_county()) and f.onset_at <= ${moment}
      and f.said_of = any (exposures.spoken_as((select kernel.app_county()), ${[...personIds]}::uuid[]))
    order by f.person_id, f.recorded_at desc, f.id desc`.execute()
}
