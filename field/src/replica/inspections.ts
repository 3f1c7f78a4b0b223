import type { Answer as Wire } from '@qunfang/client'
import { answerOf, api, as } from '../api.ts'
import { database, type StoredSession } from '../database.ts'

type Row = Wire<'/inspection-findings'>['items'][number]
export type Finding = Pick<
  Row,
  'id' | 'placeName' | 'division' | 'divisionName' | 'severity' | 'what' | 'state' | 'dueAt' | 'overdue' | 'byDivision'
>
export interface Question {
  linkId: string
  zh: string
  en: string | null
}
/** What is asked at a place, in the version that was fetched. */
export interface Checklist {
  key: string
  version: number
  questions: Question[]
}
/** What was said on this phone and has perhaps not arrived. */
export interface Said {
  id: string
  findingId: string
  step: 'rectified' | 'passed' | 'failed'
}
export interface Inspections {
  at: number | null
  findings: Finding[]
  checklists: Checklist[]
  said: Said[]
}

const roles = ['village-cadre', 'township-officer', 'county-desk']
export const hasFindings = ({ role }: StoredSession): boolean => roles.includes(role)
/** Those who hold a place put right; the offices inspect. */
export const inspects = ({ role }: StoredSession): boolean => role === 'township-officer' || role === 'county-desk'

const NOTHING: Inspections = { at: null, findings: [], checklists: [], said: [] }
const keyOf = ({ accountId, seatId }: StoredSession): string => `inspections:${accountId}:${seatId}`

/** Places and what is wrong there, nobody's name: it may lie here in the open. */
export const readInspections = async (session: StoredSession): Promise<Inspections> =>
  ((await database.remembered.get(keyOf(session)))?.value as Inspections | undefined) ?? NOTHING

let last: Promise<unknown> = Promise.resolve()
/** One after the other: what was said here must not be lost to a list that was asked for before. */
function change(session: StoredSession, how: (known: Inspections) => Promise<Inspections>): Promise<void> {
  const written = last.then(async () => {
    const value = await how(await readInspections(session))
    await database.remembered.put({ key: keyOf(session), value })
  })
  last = written.catch(() => undefined)
  return written
}

const PAGES_MOST = 5
/** All or nothing: half a list would leave out a finding without saying so. */
export async function refreshInspections(session: StoredSession): Promise<boolean> {
  if (!hasFindings(session)) return false
  const findings: Finding[] = []
  let after: string | undefined
  for (let page = 0; page < PAGES_MOST; page += 1) {
    const query = { state: 'standing' as const, limit: 200, after }
    const answer = await answerOf<Wire<'/inspection-findings'>>(
      api.GET('/inspection-findings', { params: { query }, ...as(session.token) }),
    )
    if (answer.is !== 'ok') return false
    findings.push(...answer.value.items)
    if (!answer.value.next) break
    after = answer.value.next
  }
  const fetched = inspects(session) ? await fetchChecklists(session) : []
  await change(session, async ({ said, checklists }) => ({
    at: Date.now(),
    findings,
    checklists: fetched ?? checklists,
    said: await notArrived(said),
  }))
  return true
}

const KEYS = ['inspect-village', 'inspect-venue'] as const
async function fetchChecklists(session: StoredSession): Promise<Checklist[] | null> {
  const found: Checklist[] = []
  for (const key of KEYS) {
    const answer = await answerOf<Wire<'/visits/questionnaires/{key}'>>(
      api.GET('/visits/questionnaires/{key}', { params: { path: { key } }, ...as(session.token) }),
    )
    if (answer.is === 'silence') return null
    // A county that has not begun with this checklist inspects without one.
    if (answer.is !== 'ok') continue
    const questions = answer.value.questions.filter(({ kind }) => kind === 'yes-no')
    found.push({
      key,
      version: answer.value.version,
      questions: questions.map(({ linkId, zh, en }) => ({ linkId, zh, en: en ?? null })),
    })
  }
  return found
}

async function notArrived(said: readonly Said[]): Promise<Said[]> {
  const entries = await database.outbox.bulkGet(said.map(({ id }) => id))
  return said.filter((_, at) => entries[at] !== undefined && entries[at].state !== 'delivered')
}

/** After the record itself is safe in the outbox. */
export const noteSaid = (session: StoredSession, one: Said): Promise<void> =>
  change(session, async (known) => ({ ...known, said: [...known.said, one] }))

/** As the server said it, and what this phone has said since. */
export function stateOf({ id, state }: Finding, said: readonly Said[]): Finding['state'] {
  const mine = said.findLast(({ findingId }) => findingId === id)
  return mine ? (mine.step === 'failed' ? 'open' : mine.step) : state
}
