import type { Issue } from '../../kernel/problem.ts'
import { isObject, type Json, objectsOf } from './fhir.json.ts'
import { itemInvariants, questionnaireInvariants } from './fhir.rules.ts'
import { ASKED, FOLLOW_UP, TRANSLATION, typeOfKind } from './fhir.writing.ts'
import { type DraftField, draftFields, type FollowUpKind, followUpKinds, type Operator, operators } from './rules.ts'
import type { Draft, Question } from './schema.questionnaires.ts'

const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() ? value.trim() : null)

const kindOfType = new Map<string, Question['kind']>(
  Object.entries(typeOfKind).map(([kind, type]) => [type, kind as Question['kind']]),
).set('string', 'text')

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
  const zh = title.zh ?? textOf(resource['name'])
  if (zh === null) reading.issues.push(says('title', '问卷没有标题', 'The questionnaire has no title'))
  if (reading.issues.length > 0 || zh === null) return reading.issues
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
    const kind = kindOfType.get(String(item['type'] ?? ''))
    if (linkId === null) return
    if (kind === undefined) {
      if (found.length === 0)
        reading.issues.push(
          says(
            here,
            `暂不支持 ${String(item['type'])} 类型的题`,
            `Questions of the type ${String(item['type'])} are not kept`,
          ),
        )
      return
    }
    const question = questionOf(item, here, { linkId, kind, above }, reading)
    reading.questions.push(question)
    readItems(item['item'], here, { parent: linkId, asked: question.asked }, reading)
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
  leaveOutExtensions(item, path, [ASKED, FOLLOW_UP], reading)
  const words = wordsOf(item, 'text', reading)
  if (words.zh === null) reading.issues.push(says(`${path}.text`, '题目没有文字', 'The question has no words'))
  if (above.parent !== null && !isGroup(above.parent, reading))
    reading.issues.push(says(path, '只能在题组之下放题', 'Questions can stand under a group only'))
  const asked = objectsOf(item['extension']).find(({ url }) => url === ASKED)?.['valueCode']
  return {
    linkId,
    within: above.parent,
    prefix: textOf(item['prefix']),
    zh: words.zh ?? linkId,
    en: words.en,
    kind,
    asked: asked === 'household' || asked === 'person' ? asked : above.asked,
    many: item['repeats'] === true,
    required: item['required'] === true,
    options: optionsOf(item, path, reading),
    when: objectsOf(item['enableWhen']).map((one, nth) => conditionOf(one, `${path}.enableWhen[${nth}]`, reading)),
    every: item['enableBehavior'] !== 'any',
    opens: objectsOf(item['extension'])
      .filter(({ url }) => url === FOLLOW_UP)
      .flatMap((rule) => ruleOf(rule, path, reading)),
  }
}

const isGroup = (linkId: string, { questions }: Reading): boolean =>
  questions.some((one) => one.linkId === linkId && one.kind === 'group')

function optionsOf(item: Json, path: string, reading: Reading): Question['options'] {
  if (item['answerValueSet'] !== undefined)
    reading.issues.push(
      says(`${path}.answerValueSet`, '请把值集展开成选项', 'Write the value set out as options; it is not fetched'),
    )
  return objectsOf(item['answerOption']).flatMap((option, nth) => {
    const coding = option['valueCoding']
    const code = isObject(coding) ? textOf(coding['code']) : textOf(String(chosenValue(option, 'value') ?? ''))
    if (code === null) {
      reading.issues.push(says(`${path}.answerOption[${nth}]`, '选项没有代码', 'The option has no code'))
      return []
    }
    if (!isObject(coding)) return [{ code, system: null, zh: code, en: null }]
    const words = wordsOf(coding, 'display', reading)
    return [{ code, system: textOf(coding['system']), zh: words.zh ?? code, en: words.en }]
  })
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
