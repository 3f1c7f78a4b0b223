import type { Json, Tx } from '../../kernel/db.ts'
import { type Arrival, judgeArrivals } from '../../kernel/facts.ts'
import type { Whereabouts } from './schema.ts'

/** What every fact keeps, whatever it says. */
export interface KeptFact {
  county: number
  id: string
  division: string
  person_id: string
  learned_from: string
  corrects: string | null
  why: string | null
  voided: boolean
  recorded_by: string | null
  recorded_at: Date
  received_at: Date
  digest: Buffer
}
export interface NewTravel extends KeptFact {
  left_at: Date | null
  left_estimated: boolean
  arrived_at: Date | null
  arrived_estimated: boolean
  at: Date
  means: string
  service: string | null
  plate: Buffer | null
}
export interface NewContact extends KeptFact {
  with_person_id: string | null
  gathering_id: string | null
  first_at: Date
  first_estimated: boolean
  last_at: Date
  last_estimated: boolean
  kind: string
  relation: string
  protection: string
  duration: string
  certainty: string
}
export interface NewStay extends KeptFact {
  place_key: string | null
  lon: number | null
  lat: number | null
  arrived_at: Date
  arrived_estimated: boolean
  left_at: Date
  left_estimated: boolean
}
export interface NewIllness extends KeptFact {
  onset_at: Date
  onset_estimated: boolean
  state: string
}

export const factTables = {
  travel: 'exposures.travel',
  contact: 'exposures.contact',
  stay: 'exposures.stay',
  illness: 'exposures.illness',
} as const
export type FactKind = keyof typeof factTables

const said = `county integer, id uuid, division text, person_id uuid, learned_from text, corrects uuid, why text, voided boolean,
  recorded_by uuid, recorded_at timestamptz, received_at timestamptz`
const columns: Record<FactKind, string> = {
  travel: `${said}, left_at timestamptz, left_estimated boolean, arrived_at timestamptz, arrived_estimated boolean, at timestamptz,
    means text, service text`,
  contact: `${said}, with_person_id uuid, gathering_id uuid, first_at timestamptz, first_estimated boolean, last_at timestamptz,
    last_estimated boolean, kind text, relation text, protection text, duration text, certainty text`,
  stay: `${said}, place_key text, lon float8, lat float8, arrived_at timestamptz, arrived_estimated boolean, left_at timestamptz,
    left_estimated boolean`,
  illness: `${said}, onset_at timestamptz, onset_estimated boolean, state text`,
}
/** Bytes travel as hexadecimal text inside the one JSON value that carries all rows. */
const bytes: Record<FactKind, string[]> = {
  travel: ['digest', 'plate'],
  contact: ['digest'],
  stay: ['digest'],
  illness: ['digest'],
}

/** One statement of one form for any number of rows; the first arrival of an id wins. */
export async function keepFacts(
  tx: Tx,
  kind: FactKind,
  rows: ReadonlyArray<NewTravel | NewContact | NewStay | NewIllness>,
): Promise<Arrival[]> {
  if (rows.length === 0) return []
  const table = factTables[kind]
  const plain = columns[kind].replaceAll(/\s+(integer|uuid|text|boolean|timestamptz|float8)/g, '')
  const sealed = bytes[kind]
  const kept = await tx<{ id: string }[]>`
    insert into ${tx(table)} (${tx.unsafe([plain, ...sealed].join(', '))})
    select ${tx.unsafe([plain, ...sealed.map((name) => `decode(${name}, 'hex')`)].join(', '))}
    from jsonb_to_recordset(${tx.json(rows.map(asJson))})
      as sent (${tx.unsafe([columns[kind], ...sealed.map((name) => `${name} text`)].join(', '))})
    on conflict do nothing returning id`
  return judgeArrivals(tx, table, rows, new Set(kept.map(({ id }) => id)))
}

const asJson = (row: object): Json =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (Buffer.isBuffer(value)) return [name, value.toString('hex')]
      return [name, value instanceof Date ? value.toISOString() : value]
    }),
  )

export interface NewStop {
  travelId: string
  division: string
  from: Whereabouts
  via: Whereabouts[]
  to: Whereabouts
}
export function keepStops(tx: Tx, county: number, travels: readonly NewStop[]) {
  const stops = travels.flatMap(({ travelId, division, from, via, to }) => {
    const all = [{ role: 'from', ...from }, ...via.map((one) => ({ role: 'via', ...one })), { role: 'to', ...to }]
    return all.map((stop, nth) => ({ travel_id: travelId, nth, division, ...stop }))
  })
  return tx`
    insert into exposures.stop (county, travel_id, nth, division, role, code, place)
    select ${county}, travel_id, nth, division, role, code, place
    from jsonb_to_recordset(${tx.json(stops)})
      as sent (travel_id uuid, nth integer, division text, role text, code text, place text)
    on conflict do nothing`
}

export interface Earlier {
  id: string
  personId: string
  correctedBy: string | null
}
/** The facts that are to be corrected, as far as the corrector can see them. */
export async function findEarlier(tx: Tx, kind: FactKind, ids: readonly string[]): Promise<Map<string, Earlier>> {
  if (ids.length === 0) return new Map()
  const table = tx(factTables[kind])
  const rows = await tx<Earlier[]>`
    select f.id, f.person_id as "personId", later.id as "correctedBy" from ${table} f
    left join ${table} later on later.county = f.county and later.corrects = f.id
    where f.county = (select kernel.app_county()) and f.id = any (${[...ids]}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}
