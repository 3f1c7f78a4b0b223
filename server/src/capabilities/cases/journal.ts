import type { Tx } from '../../kernel/db.ts'
import type { Clock, Course } from './rules.clocks.ts'
import { clocksOf } from './rules.clocks.ts'
import type { Decided, Decision } from './rules.course.ts'
import { type Explanation, explain } from './rules.evidence.ts'
import { type Exclusion, exclusionOf, type Finding, type Specimen, type TestedSample } from './rules.samples.ts'
import type { DiseaseProfile } from './rules.ts'
import { listFevers, type StoredFever } from './sql.course.ts'
import { listEntries, type StoredEntry } from './sql.entries.ts'

/** The whole course of a case as it was appended, and what follows from what stands of it. */
export interface Journal {
  entries: readonly StoredEntry[]
  fevers: readonly StoredFever[]
}

export async function readJournal(tx: Tx, caseId: string): Promise<Journal> {
  const [entries, fevers] = await Promise.all([listEntries(tx, caseId), listFevers(tx, caseId)])
  return { entries, fevers }
}

const standing = ({ entries }: Journal, kind: StoredEntry['kind']): StoredEntry[] =>
  entries.filter((entry) => entry.standing && entry.kind === kind)

export const decisionsOf = (journal: Journal): Decision[] =>
  standing(journal, 'decision').map(({ id, code, at, receivedAt }) => ({ id, status: code as Decided, at, receivedAt }))

export function resultsOf(journal: Journal): TestedSample[] {
  const samples = new Map(standing(journal, 'sample').map((sample) => [sample.id, sample]))
  return standing(journal, 'result').flatMap(({ sampleId, code, body, at }) => {
    const sample = sampleId ? samples.get(latestOf(journal, sampleId)) : undefined
    if (!sample || !body.test) return []
    const taken = { sampleId: sample.id, specimen: sample.code as Specimen, takenAt: sample.at }
    return [{ ...taken, test: body.test, finding: code as Finding, titre: body.titre ?? null, resultAt: at }]
  })
}

/** A result names the sample as it was first written down; what counts is the sample as it was put right. */
export function latestOf({ entries }: Journal, id: string): string {
  const corrected = new Map(entries.flatMap((entry) => (entry.corrects ? [[entry.corrects, entry.id]] : [])))
  let now = id
  for (let next = corrected.get(now); next; next = corrected.get(now)) now = next
  return now
}

export const onsetOf = (journal: Journal): StoredEntry | null => standing(journal, 'onset').at(-1) ?? null

function saidOf(journal: Journal): Map<string, boolean> {
  const words = standing(journal, 'evidence').flatMap(({ body }) => body.answers ?? [])
  return new Map(words.map(({ code, present }) => [code, present]))
}

/** As it was known at a moment: results that came later say nothing yet. */
export function explanationOf({ body }: DiseaseProfile, journal: Journal, moment: Date): Explanation | null {
  const results = resultsOf(journal).filter(({ resultAt }) => resultAt <= moment)
  return explain(body, { said: saidOf(journal), fevers: journal.fevers, results })
}

export function exclusionAt({ body }: DiseaseProfile, journal: Journal, moment: Date): Exclusion | null {
  if (!body.exclusion) return null
  const onset = onsetOf(journal)?.day ?? null
  return exclusionOf(body.exclusion, resultsOf(journal), { onset, moment })
}

export function courseOf(journal: Journal): Course {
  const at = (kind: StoredEntry['kind']) => standing(journal, kind).map((entry) => ({ at: entry.at }))
  const results = standing(journal, 'result')
  const samples = standing(journal, 'sample').map(({ id, at: taken, body }) => {
    const own = results.filter(({ sampleId }) => sampleId && latestOf(journal, sampleId) === id)
    const resultAt = own.reduce<Date | null>((first, one) => (first && first < one.at ? first : one.at), null)
    return { id, from: body.deliveredAt ? new Date(body.deliveredAt) : taken, resultAt }
  })
  return { decisions: decisionsOf(journal), reports: at('report'), investigations: at('investigation'), samples }
}

export const clocksAt = ({ body }: DiseaseProfile, journal: Journal, now: Date): Clock[] =>
  clocksOf(body.reportHours ?? {}, courseOf(journal), now)
