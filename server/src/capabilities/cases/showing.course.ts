import type { z } from 'zod'
import type { MaskedPerson } from '../people/index.ts'
import { midnightInChina } from '../places/rules.clock.ts'
import { clocksAt, decisionsOf, exclusionAt, explanationOf, type Journal, onsetOf } from './journal.ts'
import { canFollow, decided, ordered, statusOf } from './rules.course.ts'
import type { Explanation } from './rules.evidence.ts'
import type { DiseaseProfile } from './rules.ts'
import type { CaseFile } from './schema.case-file.ts'
import type { FoundCase, StoredContact, StoredFever } from './sql.course.ts'
import type { StoredEntry } from './sql.entries.ts'
import { because, missingIn } from './words.ts'

type File = z.input<typeof CaseFile>
const DAY_MS = 86_400_000

export const wireCase = <C extends FoundCase>({ personId: _, openedAt, since, ...same }: C) => ({
  ...same,
  openedAt: openedAt.toISOString(),
  since: since.toISOString(),
})

const wireFever = ({ at, ...same }: StoredFever) => ({ ...same, at: at.toISOString() })
const wireEntry = ({ at, body, recordedAt, receivedAt, ...same }: StoredEntry) => ({
  ...same,
  at: at.toISOString(),
  details: body,
  recordedAt: recordedAt.toISOString(),
  receivedAt: receivedAt.toISOString(),
})

/** Everything about one case that can be said without naming anybody. */
export function fileOf(
  /** Judged by what is known now; clocks run to the moment that the county lives at. */
  { now, moment }: { now: Date; moment: Date },
  found: FoundCase,
  /** Hours run by the edition the case began under; it is judged by the one it stands under today. */
  { began, profile }: { began: DiseaseProfile; profile: DiseaseProfile },
  journal: Journal,
) {
  const clocks = clocksAt(began, journal, moment)
  const explanation = explanationOf(profile, journal, now)
  return {
    ...wireCase(found),
    profile: profile.code,
    profileName: { zh: profile.zh, en: profile.en },
    fevers: journal.fevers.map(wireFever),
    entries: journal.entries.map(wireEntry),
    explanation: explanation && { ...explanation, ...because(explanation) },
    exclusion: exclusionRow(profile, journal, now),
    overdue: clocks.filter(({ doneAt, overdue }) => doneAt === null && overdue).length,
    clocks: clocks.map(({ startedAt, dueAt, doneAt, ...same }) => ({
      ...same,
      startedAt: startedAt.toISOString(),
      dueAt: dueAt.toISOString(),
      doneAt: doneAt?.toISOString() ?? null,
    })),
    next: decided.filter((status) => canFollow(statusOf(decisionsOf(journal)), status)),
    undermined: isUndermined(profile, journal, explanation),
  }
}

function exclusionRow(profile: DiseaseProfile, journal: Journal, now: Date): File['exclusion'] {
  const rule = profile.body.exclusion
  const stands = exclusionAt(profile, journal, now)
  if (!rule || !stands) return null
  const { met, missing, counted, nextFrom } = stands
  return {
    negatives: rule.negatives,
    gapHours: rule.gapHours,
    antibodyNegativeDay: rule.antibodyNegativeDay ?? null,
    met,
    counted,
    nextFrom: nextFrom?.toISOString() ?? null,
    ...(met ? { zh: null, en: null } : missingIn(missing)),
  }
}

/** The last decision rested on the edition's rule, and by what is known today it would not. */
function isUndermined(profile: DiseaseProfile, journal: Journal, explanation: Explanation | null): boolean {
  const last = ordered(decisionsOf(journal)).at(-1)
  const ground = journal.entries.find(({ id }) => id === last?.id)?.body.ground
  if (!last) return false
  if (ground === 'negatives') return exclusionAt(profile, journal, last.at)?.met === false
  if (ground === 'laboratory') return explanation?.confirmed === false
  return ground === 'rule' && explanation?.suspected === false
}

/** From when contacts of the case count: so many days before onset, or before the first sample of somebody without. */
export function countsFrom(profile: DiseaseProfile, journal: Journal): Date | null {
  const onset = onsetOf(journal)?.day
  const sample = journal.entries.find(({ kind, standing }) => standing && kind === 'sample')?.at
  const from = onset ? midnightInChina(onset) : sample
  return from ? new Date(from.getTime() - (profile.body.lookbackDays ?? 0) * DAY_MS) : null
}

export function contactRows(
  contacts: readonly StoredContact[],
  persons: ReadonlyMap<string, MaskedPerson>,
  from: Date | null,
): File['contacts'] {
  return contacts.flatMap(({ personId, firstAt, lastAt, ...same }) => {
    const person = persons.get(personId)
    if (!person) return []
    const counts = from === null || lastAt >= from
    return [{ ...same, person, firstAt: firstAt.toISOString(), lastAt: lastAt.toISOString(), counts }]
  })
}
