import type { Json } from '../../kernel/db.ts'
import type { Problem } from '../../kernel/problem.ts'
import { idFrom, open, seal } from '../../kernel/seal.ts'
import { answerWrong, nobodyAsked, personUnknown, questionnaireUnknown } from './problems.ts'
import { type Answers, missingOf, openedBy, wasAsked, wrongAnswer } from './rules.ts'
import type { Sheet, Visit } from './schema.ts'
import type { StoredQuestionnaire } from './sql.questionnaires.ts'
import type { NewFollowUp, NewSheet } from './sql.ts'

const askedOn = ({ personId }: { personId: string | null }) => (personId === null ? 'household' : 'person')

/** Free words can name people; each sheet's are sealed for its own place. */
const sealedPlace = (visitId: string, nth: number): string => `visits.sheet/${visitId}/${nth}/said`
export function openSaid(visitId: string, nth: number, said: Buffer | null): Record<string, string> {
  return said === null ? {} : (JSON.parse(open(said, sealedPlace(visitId, nth))) as Record<string, string>)
}

export interface Judged {
  questionnaire: StoredQuestionnaire | null
  /** Required questions without an answer. */
  unanswered: number
}
interface Known {
  met: ReadonlySet<string>
  questionnaires: (one: { key: string; version: number }) => StoredQuestionnaire | undefined
}

/** Whether what was answered belongs to what was asked, in the version that was asked. */
export function judgeSheets(
  { sheets, outcome, version }: Visit,
  round: { key: string; version: number },
  { met, questionnaires }: Known,
): Judged | Problem {
  if (sheets.length === 0) return { questionnaire: null, unanswered: 0 }
  if (!wasAsked(outcome)) return nobodyAsked()
  const questionnaire = questionnaires({ key: round.key, version: version ?? round.version })
  if (!questionnaire) return questionnaireUnknown({ key: round.key })
  // A guest may answer as well as a member: whoever is known may.
  const stranger = sheets.find(({ personId }) => personId !== null && !met.has(personId))?.personId
  if (stranger) return personUnknown({ id: stranger })
  for (const sheet of sheets) {
    const question = wrongAnswer(questionnaire.questions, askedOn(sheet), sheet.answers)
    if (question !== null) return answerWrong({ question })
  }
  const missing = sheets.map((sheet) => missingOf(questionnaire.questions, askedOn(sheet), sheet.answers).length)
  return { questionnaire, unanswered: missing.reduce((sum, one) => sum + one, 0) }
}

interface Kept {
  item: Visit
  sheets: Sheet[]
  at: Date
  county: number
  division: string
  questionnaire: StoredQuestionnaire | null
}

export const answersIn = ({ sheets, voided }: Visit, questionnaire: StoredQuestionnaire | null) => ({
  sheets: questionnaire && !voided ? sheets : [],
})

function isFree(questionnaire: StoredQuestionnaire): (linkId: string) => boolean {
  const free = new Set(questionnaire.questions.filter(({ kind }) => kind === 'text').map(({ linkId }) => linkId))
  return (linkId) => free.has(linkId)
}

/** The rows of many visits' sheets, and of what their answers open. The same visit sent again makes the same. */
export function rowsOf(visits: readonly Kept[]): { sheets: NewSheet[]; followUps: NewFollowUp[] } {
  const sheets: NewSheet[] = []
  const followUps: NewFollowUp[] = []
  for (const { item, sheets: own, at, county, division, questionnaire } of visits) {
    if (!questionnaire) continue
    const free = isFree(questionnaire)
    own.forEach((sheet, nth) => {
      const of = { county, division, visit_id: item.id, nth, person_id: sheet.personId }
      sheets.push({ ...of, ...keptAnswers(item.id, nth, sheet.answers, free), ...versionOf(questionnaire) })
      for (const { linkId, kind, draft } of openedBy(questionnaire.questions, askedOn(sheet), sheet.answers)) {
        const id = idFrom('visits.follow-up', item.id, String(nth), kind)
        const { roundId: round_id, householdId: household_id } = item
        followUps.push({ ...of, id, round_id, household_id, kind, link_id: linkId, draft, opened_at: at })
      }
    })
  }
  return { sheets, followUps }
}

const versionOf = ({ key, version }: StoredQuestionnaire) => ({
  questionnaire_key: key,
  questionnaire_version: version,
})

function keptAnswers(visitId: string, nth: number, answers: Answers, free: (linkId: string) => boolean) {
  const entries = Object.entries(answers)
  const words = entries.filter(([linkId]) => free(linkId))
  return {
    answers: Object.fromEntries(entries.filter(([linkId]) => !free(linkId))) as Record<string, Json>,
    said: words.length > 0 ? seal(JSON.stringify(Object.fromEntries(words)), sealedPlace(visitId, nth)) : null,
  }
}
