import { z } from 'zod'

export interface Conflict {
  code: string | null
  names: string[]
}
export interface Outcome {
  state: 'delivered' | 'partly' | 'refused' | 'failed' | 'superseded'
  /** A word of ours, never what the other side said. */
  fault: string | null
  status: number | null
  imported: number | null
  updated: number | null
  ignored: number | null
  deleted: number | null
  conflicts: Conflict[]
}

const Count = z.int().min(0).max(10_000_000)
/** What DHIS2 answers to data value sets; from 2.38 on it stands within an envelope. */
const Summary = z.object({
  status: z.string().max(40),
  importCount: z.object({ imported: Count, updated: Count, ignored: Count, deleted: Count }),
  conflicts: z.array(z.object({ errorCode: z.string().optional() }).loose()).default([]),
})
const Answer = z.union([Summary, z.object({ response: Summary }).transform(({ response }) => response)])

function summaryIn(body: string): z.infer<typeof Summary> | null {
  try {
    return Answer.safeParse(JSON.parse(body)).data ?? null
  } catch {
    return null
  }
}

const MANY = 20
const NAMES = 6
/** Only the code and names that are ours are kept of what the other side says. */
function conflictOf(said: { errorCode?: string | undefined }, isOurs: (name: string) => boolean): Conflict {
  const named = JSON.stringify(said).match(/[a-z0-9][a-z0-9-]*/g) ?? []
  const code = said.errorCode && /^E\d{1,6}$/.test(said.errorCode) ? said.errorCode : null
  return { code, names: [...new Set(named.filter(isOurs))].slice(0, NAMES) }
}

const NOTHING = { imported: null, updated: null, ignored: null, deleted: null, conflicts: [] }
export const failed = (fault: string, status: number | null = null): Outcome => ({
  ...{ state: 'failed', fault, status },
  ...NOTHING,
})
export const superseded: Outcome = { ...failed('superseded'), state: 'superseded' }

/** What an answer means: what may be otherwise in a minute has failed and is tried again, what will not be is refused. */
export function outcomeOf(
  { status, body }: { status: number; body: string },
  isOurs: (name: string) => boolean,
): Outcome {
  if (status >= 300 && status < 400) return failed('redirected', status)
  if (status === 401 || status === 403) return { ...failed('not-let-in', status), state: 'refused' }
  if (status >= 500 || status === 429) return failed('faulty', status)
  const said = summaryIn(body)
  if (!said) return status < 300 ? failed('no-answer', status) : { ...failed('refused', status), state: 'refused' }
  const { importCount, conflicts } = said
  const kept = { status, ...importCount, conflicts: conflicts.slice(0, MANY).map((one) => conflictOf(one, isOurs)) }
  const isWhole = said.status !== 'ERROR' && conflicts.length === 0 && importCount.ignored === 0 && status < 300
  if (isWhole) return { ...kept, state: 'delivered', fault: null }
  const took = said.status !== 'ERROR' && importCount.imported + importCount.updated > 0
  return { ...kept, state: took ? 'partly' : 'refused', fault: 'not-all-taken' }
}
