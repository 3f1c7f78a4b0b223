import { announce } from '../../kernel/feed.ts'
import type { Ctx } from '../../kernel/operation.ts'
import { idTaken } from '../../kernel/problem.ts'
import { digestOf } from '../../kernel/seal.ts'
import { findDivisions } from '../places/index.ts'
import { divisionUnknown, documentUnknown, outOfTime } from './problems.ts'
import type { Paper } from './schema.ts'
import { type Fact, findDigest, isIssued, keepFacts } from './sql.ts'

type Table = `funds.${string}`

/** What every fact says about its origin; the digest covers what was sent and nothing the server added. */
export const originOf = ({ actor, now }: Ctx, { division }: { division: string }, sent: { id: string }): Fact => ({
  county: actor.county,
  id: sent.id,
  division,
  recorded_by: actor.accountId,
  received_at: now,
  digest: digestOf(sent),
})

export const tell = (ctx: Ctx, division: string, ids: string[]): void =>
  announce(ctx, [{ kind: 'funds', division, ids }])

/** Whether the same was sent before; another content under its id is refused. Asked before what is sent is judged by what stands now. */
export async function isAgain({ tx }: Ctx, table: Table, sent: { id: string }): Promise<boolean> {
  const digest = await findDigest(tx, table, sent.id)
  if (digest && !digest.equals(digestOf(sent))) throw idTaken({ id: sent.id })
  return digest !== null
}

/** Keeps what is known to be new; an id that is somebody else's is refused, and takes the whole with it. */
export async function keepNew({ tx }: Ctx, table: Table, rows: ReadonlyArray<Fact & Record<string, unknown>>) {
  const arrivals = await keepFacts(tx, table, rows)
  const taken = rows.find((_row, at) => arrivals[at] !== 'new')
  if (taken) throw idTaken({ id: taken.id })
}

export interface PaperColumns {
  document_id: string | null
  document_no: string | null
  authority: string | null
  document_on: string | null
}
/** The columns of what a movement rests on, after looking whether it is there. */
export async function paperOf({ tx }: Ctx, paper: Paper | null): Promise<PaperColumns> {
  const none = { document_id: null, document_no: null, authority: null, document_on: null }
  if (!paper) return none
  if ('documentNo' in paper) {
    const { documentNo, authority, documentOn } = paper
    return { ...none, document_no: documentNo, authority, document_on: documentOn }
  }
  if (!(await isIssued(tx, paper.documentId))) throw documentUnknown({ id: paper.documentId })
  return { ...none, document_id: paper.documentId }
}

const CLOCK_MS = 120_000
/** Nothing happens after now, nor before what it follows. */
export function momentOf({ now }: Ctx, at: string, after: Date | null = null): Date {
  const moment = new Date(at)
  if (moment.getTime() > now.getTime() + CLOCK_MS || (after && moment < after)) throw outOfTime({ at })
  return moment
}

export async function knownDivision({ tx }: Ctx, { division }: { division: string }): Promise<{ division: string }> {
  if (!(await findDivisions(tx, [division])).has(division)) throw divisionUnknown({ division })
  return { division }
}
