import { idFrom } from '../../kernel/seal.ts'
import {
  type Answer,
  type Answers,
  draftFields,
  isAsked,
  missingOf,
  type Operator,
  type Question as Rule,
} from './rules.ts'
import type { Question, Resource } from './schema.questionnaires.ts'
import type { StoredQuestionnaire } from './sql.questionnaires.ts'

export const ASKED = 'urn:qunfang:fhir:asked-of'
export const FOLLOW_UP = 'urn:qunfang:fhir:follow-up'
export const TRANSLATION = 'http://hl7.org/fhir/StructureDefinition/translation'
const ANSWERS = 'urn:qunfang:fhir:answers'

export const typeOfKind = {
  'yes-no': 'boolean',
  choice: 'choice',
  text: 'text',
  number: 'decimal',
  whole: 'integer',
  day: 'date',
  moment: 'dateTime',
  note: 'display',
  group: 'group',
} as const satisfies Record<Question['kind'], string>

const inEnglish = (field: string, en: string | null) =>
  en === null
    ? {}
    : {
        [`_${field}`]: {
          extension: [
            {
              url: TRANSLATION,
              extension: [
                { url: 'lang', valueCode: 'en' },
                { url: 'content', valueString: en },
              ],
            },
          ],
        },
      }

const codingOf = ({ code, system, zh, en }: Question['options'][number]) => ({
  system: system ?? ANSWERS,
  code,
  display: zh,
  ...inEnglish('display', en),
})

type Value = boolean | number | string
/** Under which name a value stands, by the question it answers: `answerBoolean`, `valueCoding`. */
function valueIn(prefix: 'answer' | 'value', question: Question | undefined, value: Value): Record<string, unknown> {
  if (typeof value === 'boolean') return { [`${prefix}Boolean`]: value }
  const option = question?.options.find(({ code }) => code === value)
  if (question?.kind === 'choice')
    return { [`${prefix}Coding`]: option ? codingOf(option) : { system: ANSWERS, code: String(value) } }
  if (typeof value === 'number') return { [`${prefix}${question?.kind === 'whole' ? 'Integer' : 'Decimal'}`]: value }
  if (question?.kind === 'day') return { [`${prefix}Date`]: value }
  return { [`${prefix}${question?.kind === 'moment' ? 'DateTime' : 'String'}`]: value }
}

type ById = ReadonlyMap<string, Question>
const children = (all: readonly Question[], of: string | null) => all.filter(({ within }) => within === of)

function itemOf(question: Question, all: readonly Question[], byId: ById): Record<string, unknown> {
  const { linkId, prefix, zh, en, kind, asked, many, required, options, when, every, opens } = question
  const nested = children(all, linkId).map((child) => itemOf(child, all, byId))
  const condition = ({
    question: other,
    operator,
    answer,
  }: {
    question: string
    operator: Operator
    answer: Value
  }) => ({
    question: other,
    operator,
    ...(operator === 'exists' ? { answerBoolean: answer } : valueIn('answer', byId.get(other), answer)),
  })
  const rules = opens.map(({ operator, answer, kind: opened, fills }) => ({
    url: FOLLOW_UP,
    extension: [
      { url: 'kind', valueCode: opened },
      { url: 'operator', valueCode: operator },
      { url: 'answer', ...valueIn('value', operator === 'exists' ? undefined : question, answer) },
      ...draftFields.flatMap((field) => (fills[field] ? [{ url: `fills-${field}`, valueString: fills[field] }] : [])),
    ],
  }))
  return {
    extension: [{ url: ASKED, valueCode: asked }, ...rules],
    linkId,
    ...(prefix === null ? {} : { prefix }),
    text: zh,
    ...inEnglish('text', en),
    type: typeOfKind[kind],
    ...(when.length > 0 ? { enableWhen: when.map(condition) } : {}),
    ...(when.length > 1 ? { enableBehavior: every ? 'all' : 'any' } : {}),
    // Neither may stand on a display (que-6).
    ...(kind !== 'note' && required ? { required: true } : {}),
    ...(kind !== 'note' && many ? { repeats: true } : {}),
    ...(options.length > 0 ? { answerOption: options.map((option) => ({ valueCoding: codingOf(option) })) } : {}),
    ...(nested.length > 0 ? { item: nested } : {}),
  }
}

const canonicalOf = (county: number, key: string) => `urn:qunfang:${county}:questionnaire:${key}`

export function toFhir(county: number, one: StoredQuestionnaire, newest: boolean): Resource {
  const { key, version, zh, en, questions } = one
  const byId = new Map(questions.map((question) => [question.linkId, question]))
  return {
    resourceType: 'Questionnaire',
    language: 'zh-CN',
    url: canonicalOf(county, key),
    version: String(version),
    // A name that a machine can use (que-0).
    name: key.replaceAll('-', '_').replace(/^./, (letter) => letter.toUpperCase()),
    title: zh,
    ...inEnglish('title', en),
    status: newest ? 'active' : 'retired',
    subjectType: questions[0]?.asked === 'place' ? ['Location'] : ['Patient', 'Group'],
    item: children(questions, null).map((question) => itemOf(question, questions, byId)),
  }
}

export interface Answered {
  visitId: string
  nth: number
  personId: string | null
  householdId: string
  answers: Answers
  questionnaire: StoredQuestionnaire
  authored: Date
  voided: boolean
  corrected: boolean
}

function answersOf(question: Question, answer: Answer | undefined): Array<Record<string, unknown>> {
  if (answer === undefined) return []
  const all = (Array.isArray(answer) ? answer : [answer]) as Value[]
  return all.map((value) => valueIn('value', question, value))
}

function responseItems(all: readonly Question[], of: string | null, answers: Answers): Array<Record<string, unknown>> {
  return children(all, of).flatMap((question): Array<Record<string, unknown>> => {
    const { linkId, zh, kind } = question
    if (kind === 'note' || !isAsked(question as Rule, answers)) return []
    const item = kind === 'group' ? responseItems(all, linkId, answers) : []
    const answer = kind === 'group' ? [] : answersOf(question, answers[linkId])
    // An item carries answers or items, never both (qrs-1), and one without either says nothing.
    if (item.length > 0) return [{ linkId, text: zh, item }]
    return answer.length > 0 ? [{ linkId, text: zh, answer }] : []
  })
}

function statusOf({ voided, corrected, questionnaire, answers, personId }: Answered): string {
  if (voided || corrected) return 'entered-in-error'
  const asked = personId === null ? 'household' : 'person'
  return missingOf(questionnaire.questions, asked, answers).length > 0 ? 'in-progress' : 'completed'
}

/** What a visit's sheets say, each as a QuestionnaireResponse; who it is about is an identifier and never a name. */
export function toResponses(county: number, sheets: readonly Answered[], now: Date): Resource {
  const entry = sheets.map((sheet) => {
    const { visitId, nth, personId, householdId, questionnaire, answers, authored } = sheet
    const id = idFrom('visits.sheet', visitId, String(nth))
    const asked = personId === null ? 'household' : 'person'
    const own = questionnaire.questions.filter((question) => question.asked === asked)
    const subject =
      personId === null
        ? { type: 'Group', identifier: { system: `urn:qunfang:${county}:household`, value: householdId } }
        : { type: 'Patient', identifier: { system: `urn:qunfang:${county}:person`, value: personId } }
    return {
      fullUrl: `urn:uuid:${id}`,
      resource: {
        resourceType: 'QuestionnaireResponse',
        id,
        questionnaire: `${canonicalOf(county, questionnaire.key)}|${questionnaire.version}`,
        status: statusOf(sheet),
        subject,
        authored: authored.toISOString(),
        item: responseItems(own, null, answers),
      },
    }
  })
  // No total: that is for the answer to a search (bdl-1).
  return { resourceType: 'Bundle', type: 'collection', timestamp: now.toISOString(), entry }
}
