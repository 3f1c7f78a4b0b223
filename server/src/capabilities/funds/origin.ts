import { announce } from '../../kernel/feed.ts'
import type { Ctx } from '../../kernel/operation.ts'
import { findDivisions } from '../places/index.ts'
import { isAhead } from '../places/rules.clock.ts'
import { divisionUnknown, documentUnknown, outOfTime } from './problems.ts'
import type { Paper } from './schema.ts'
import { isIssued } from './sql.ts'

export const tell = (ctx: Ctx, division: string, ids: string[]): void =>
  announce(ctx, [{ kind: 'funds', division, ids }])

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

/** Nothing happens after now, nor before what it follows. */
export function momentOf({ now }: Ctx, at: string, after: Date | null = null): Date {
  const moment = new Date(at)
  if (isAhead(moment, now) || (after && moment < after)) throw outOfTime({ at })
  return moment
}

export async function knownDivision({ tx }: Ctx, { division }: { division: string }): Promise<{ division: string }> {
  if (!(await findDivisions(tx, [division])).has(division)) throw divisionUnknown({ division })
  return { division }
}
