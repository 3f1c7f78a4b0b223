import type { Tx } from '../../kernel/db.ts'
import { type Arrival, judgeArrivals } from '../../kernel/facts.ts'
import type { Answer } from './rules.ts'

interface Fact {
  county: number
  id: string
  division: string
  entry_id: string
  person_id: string | null
  recorded_by: string | null
  recorded_at: Date
  received_at: Date
  digest: Buffer
}
export type NewIdentification = Fact
export interface NewAnswer extends Fact {
  list_id: string
  answer: string
  note: Buffer | null
}

const wire = <T extends Fact>({ digest, recorded_at, received_at, ...same }: T) => ({
  ...same,
  digest: digest.toString('hex'),
  recorded_at: recorded_at.toISOString(),
  received_at: received_at.toISOString(),
})

export async function keepIdentifications(tx: Tx, rows: readonly NewIdentification[]): Promise<Arrival[]> {
  if (rows.length === 0) return []
  const kept = await tx<{ id: string }[]>`
    insert into agency_lists.identification (county, id, division, entry_id, person_id, recorded_by, recorded_at, received_at, digest)
    select county, id, division, entry_id, person_id, recorded_by, recorded_at, received_at, decode(digest, 'hex')
    from jsonb_to_recordset(${tx.json(rows.map(wire))}) as one (county integer, id uuid, division text, entry_id uuid, person_id uuid,
      recorded_by uuid, recorded_at timestamptz, received_at timestamptz, digest text)
    on conflict do nothing returning id`
  return judgeArrivals(tx, 'agency_lists.identification', rows, new Set(kept.map(({ id }) => id)))
}

export async function keepAnswers(tx: Tx, rows: readonly NewAnswer[]): Promise<Arrival[]> {
  if (rows.length === 0) return []
  const given = rows.map(({ note, ...same }) => ({ ...wire(same), note: note?.toString('hex') ?? null }))
  const kept = await tx<{ id: string }[]>`
    insert into agency_lists.answer (county, id, division, list_id, entry_id, answer, person_id, note, recorded_by, recorded_at,
      received_at, digest)
    select county, id, division, list_id, entry_id, answer, person_id, decode(note, 'hex'), recorded_by, recorded_at, received_at,
      decode(digest, 'hex')
    from jsonb_to_recordset(${tx.json(given)}) as one (county integer, id uuid, division text, list_id uuid, entry_id uuid, answer text,
      person_id uuid, note text, recorded_by uuid, recorded_at timestamptz, received_at timestamptz, digest text)
    on conflict do nothing returning id`
  return judgeArrivals(tx, 'agency_lists.answer', rows, new Set(kept.map(({ id }) => id)))
}

export interface NewPassing {
  county: number
  id: string
  division: string
  to_division: string
  entry_id: string
  next_id: string
  origin: string
  note: Buffer
  recorded_by: string | null
  recorded_at: Date
  received_at: Date
  digest: Buffer
}
/** The database lets the entry arrive where it is passed on to. False when it went on already. */
export async function keepPassing(tx: Tx, row: NewPassing): Promise<boolean> {
  return (await tx`insert into agency_lists.passing ${tx(row)} on conflict do nothing`).count === 1
}

export async function findPassing(tx: Tx, id: string): Promise<{ digest: Buffer; nextId: string } | null> {
  const [found] = await tx<{ digest: Buffer; nextId: string }[]>`
    select digest, next_id as "nextId" from agency_lists.passing
    where county = (select kernel.app_county()) and id = ${id}`
  return found ?? null
}

export interface PassingFound {
  id: string
  from: string
  to: string
  at: Date
  note: Buffer
  answer: Answer | null
  answeredAt: Date | null
  answerId: string | null
  answerNote: Buffer | null
}
/** What the left division had answered stays there: it is null for whoever does not see that division. */
export function listPassings(tx: Tx, origin: string): Promise<PassingFound[]> {
  return tx<PassingFound[]>`
    select p.id, p.division as "from", p.to_division as "to", p.recorded_at as at, p.note,
      n.answer, n.answered_at as "answeredAt", n.answer_id as "answerId", n.note as "answerNote"
    from agency_lists.passing p
    left join agency_lists.entry_now n on n.county = p.county and n.id = p.entry_id
    where p.county = (select kernel.app_county()) and p.origin = ${origin}
    order by p.recorded_at, p.received_at, p.id`.execute()
}

/** Those of the ids that are answers already, with whom they entered. */
export async function findAnswered(tx: Tx, ids: readonly string[]): Promise<Map<string, string | null>> {
  if (ids.length === 0) return new Map()
  const rows = await tx<{ id: string; personId: string | null }[]>`
    select id, person_id as "personId" from agency_lists.answer
    where county = (select kernel.app_county()) and id = any (${[...ids]}::uuid[])`
  return new Map(rows.map(({ id, personId }) => [id, personId]))
}
