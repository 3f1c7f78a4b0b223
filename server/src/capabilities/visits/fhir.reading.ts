import type { Issue } from '../../kernel/problem.ts'
import { isObject, type Json, objectsOf, textOf } from './fhir.json.ts'
import { optionsOf } from './fhir.options.ts'
import { itemInvariants, questionnaireInvariants } from './fhir.rules.ts'
import { ASKED, FOLLOW_UP, TRANSLATION, typeOfKind } from './fhir.writing.ts'
import { type DraftField, draftFields, type FollowUpKind, followUpKinds, type Operator, operators } from './rules.ts'
import type { Draft, Question } from './schema.questionnaires.ts'

const kindOfType = new Map<string, Question['kind']>(
  Object.entries(typeOfKind).map(([kind, type]) => [type, kind as Question['kind']]),
).set('string', 'text')
/** Kept as something near to it, and said so. */
const nearTo: Partial<Record<string, Question['kind']>> = {
  'open-choice': 'choice',
  quantity: 'number',
  url: 'text',
  time: 'text',
}

/** What the form of ours has no place for; it is named, so that nobody thinks it was kept. */
const NOT_KEPT = ['code', 'definition', 'initial', 'maxLength', 'readOnly']
const HEAD_NOT_KEPT = [
  'description',
  'purpose',
  'copyright',
  'effectivePeriod',
  'useContext',
  'code',
  'contained',
  'text',
]

export interface Read {
  draft: Draft
  leftOut: string[]
}
interface Reading {
  resource: Json
  issues: Issue[]
  leftOut: string[]
  isEnglish: boolean
  questions: Question[]
}

const says = (path: string, zh: string, en: string): Issue => ({ path, zh, en })

/** Words in two languages: the resource's own, and a translation where there is one. */
function wordsOf(holder: Json, field: string, { isEnglish }: Pick<Reading, 'isEnglish'>) {
  const own = textOf(holder[field])
  const beside = holder[`_${field}`]
  const translations = objectsOf(isObject(beside) ? beside['extension'] : null)
    .filter(({ url }) => url === TRANSLATION)
    .map(({ extension }) => {
      const parts = objectsOf(extension)
      const part = (name: string, value: string) => textOf(parts.find(({ url }) => url === name)?.[value])
      return {
        lang: part('lang', 'valueCode') ?? '',
        content: part('content', 'valueString') ?? part('content', 'valueMarkdown'),
      }
    })
  const other = translations.find(({ lang }) => lang.startsWith(isEnglish ? 'zh' : 'en'))?.content ?? null
  return isEnglish ? { zh: other ?? own, en: own } : { zh: own, en: other }
}

/** The one value of a choice of types: `valueCoding`, `answerBoolean`. */
function chosenValue(holder: Json, prefix: 'answer' | 'value'): boolean | number | string | null {
  for (const [name, value] of Object.entries(holder)) {
    if (!name.startsWith(prefix)) continue
    if (isObject(value)) return name === `${prefix}Coding` ? textOf(value['code']) : null
    if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') return value
  }
  return null
}

export function readFhir(resource: Json): Read | Issue[] {
  const reading: Reading = {
    resource,
    issues: questionnaireInvariants(resource),
    leftOut: [],
    isEnglish: String(resource['language'] ?? '').startsWith('en'),
    questions: [],
  }
  if (resource['resourceType'] !== 'Questionnaire') return reading.issues
  for (const field of HEAD_NOT_KEPT) if (resource[field] !== undefined) reading.leftOut.push(`Questionnaire.${field}`)
  leaveOutExtensions(resource, 'Questionnaire', [], reading)
  readItems(resource['item'], 'Questionnaire', { parent: null, asked: 'person' }, reading)
  const title = wordsOf(resource, 'title', reading)
  // A title is optional in the standard; what it goes by otherwise names it as well.
  const zh = title.zh ?? textOf(resource['name']) ?? textOf(resource['id']) ?? 'Questionnaire'
  if (reading.issues.length > 0) return reading.issues
  return { draft: { zh, en: title.en, questions: reading.questions }, leftOut: reading.leftOut }
}

interface Above {
  parent: string | null
  asked: Question['asked']
}
function readItems(items: unknown, path: string, above: Above, reading: Reading): void {
  objectsOf(items).forEach((item, nth) => {
    const here = `${path}.item[${nth}]`
    const found = itemInvariants(item, here)
    reading.issues.push(...found)
    const linkId = textOf(item['linkId'])
    const type = String(item['type'] ?? '')
    const kind = kindOfType.get(type) ?? nearTo[type]
    if (linkId === null) return
    if (kind === undefined) {
      if (found.length === 0)
        reading.issues.push(says(here, `暂不支持 ${type} 类型的题`, `Questions of the type ${type} are not kept`))
      return
    }
    if (nearTo[type]) reading.leftOut.push(`${here}.type(${type} → ${typeOfKind[kind]})`)
    const question = questionOf(item, here, { linkId, kind, above }, reading)
    reading.questions.push(question)
    const isUnder = kind === 'group' || objectsOf(item['item']).length === 0
    // Under a question others may stand in the standard; here they stand beside it, in the same group.
    if (!isUnder) reading.leftOut.push(`${here}.item(beside ${linkId})`)
    readItems(item['item'], here, { parent: kind === 'group' ? linkId : above.parent, asked: question.asked }, reading)
  })
}

function leaveOutExtensions(holder: Json, path: string, known: readonly string[], reading: Reading): void {
  for (const { url } of objectsOf(holder['extension']))
    if (!known.includes(String(url))) reading.leftOut.push(`${path}.extension(${String(url)})`)
}

function questionOf(
  item: Json,
  path: string,
  { linkId, kind, above }: { linkId: string; kind: Question['kind']; above: Above },
  reading: Reading,
): Question {
  for (const field of NOT_KEPT) if (item[field] !== undefined) reading.leftOut.push(`${path}.${field}`)
  if (item['repeats'] === true && kind !== 'choice') reading.leftOut.push(`${path}.repeats`)
  leaveOutExtensions(item, path, [ASKED, FOLLOW_UP], reading)
  const words = wordsOf(item, 'text', reading)
  const asked = objectsOf(item['extension']).find(({ url }) => url === ASKED)?.['valueCode']
  return {
    linkId,
    within: above.parent,
    prefix: textOf(item['prefix']),
    // Text is optional in the standard: then the code's own words, or its number, have to do.
    zh: words.zh ?? codeWords(item) ?? linkId,
    en: words.en,
    kind,
    asked: asked === 'household' || asked === 'person' || asked === 'place' ? asked : above.asked,
    many: item['repeats'] === true && kind === 'choice',
    required: item['required'] === true,
    options: kind === 'choice' ? chosenFrom(item, path, reading) : [],
    when: objectsOf(item['enableWhen']).map((one, nth) => conditionOf(one, `${path}.enableWhen[${nth}]`, reading)),
    every: item['enableBehavior'] !== 'any',
    opens: objectsOf(item['extension'])
      .filter(({ url }) => url === FOLLOW_UP)
      .flatMap((rule) => ruleOf(rule, path, reading)),
  }
}

function chosenFrom(item: Json, path: string, reading: Reading): Question['options'] {
  const words = (holder: Json, field: string) => wordsOf(holder, field, reading)
  const found = optionsOf(item, path, { ...reading, words, plain: (option) => chosenValue(option, 'value') })
  const issues = found.filter((one): one is Issue => 'path' in one)
  reading.issues.push(...issues)
  return issues.length > 0 ? [] : (found as Question['options'])
}

function codeWords(item: Json): string | null {
  const [first] = objectsOf(item['code'])
  return first ? (textOf(first['display']) ?? textOf(first['code'])) : null
}

function conditionOf(one: Json, path: string, reading: Reading): Question['when'][number] {
  const answer = chosenValue(one, 'answer')
  const operator = operators.find((known) => known === one['operator'])
  if (answer === null || operator === undefined)
    reading.issues.push(says(path, '条件的答案类型暂不支持', 'A condition on such an answer is not kept'))
  return { question: String(one['question'] ?? ''), operator: operator ?? '=', answer: answer ?? true }
}

function ruleOf(rule: Json, path: string, reading: Reading): Question['opens'] {
  const parts = objectsOf(rule['extension'])
  const part = (name: string): Json => parts.find(({ url }) => url === name) ?? {}
  const kind = followUpKinds.find((known) => known === part('kind')['valueCode'])
  const operator = operators.find((known) => known === part('operator')['valueCode'])
  const answer = chosenValue(part('answer'), 'value')
  if (kind === undefined || operator === undefined || answer === null) {
    reading.issues.push(says(path, '跟进规则不完整', 'A follow-up rule is not whole'))
    return []
  }
  const fills = draftFields.flatMap((field): Array<[DraftField, string]> => {
    const from = textOf(part(`fills-${field}`)['valueString'])
    return from === null ? [] : [[field, from]]
  })
  return [{ kind: kind as FollowUpKind, operator: operator as Operator, answer, fills: Object.fromEntries(fills) }]
}
