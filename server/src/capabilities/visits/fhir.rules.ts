import type { Issue } from '../../kernel/problem.ts'
import { isObject, type Json, listOf, objectsOf } from './fhir.json.ts'

/** The parts of FHIR R4 (4.0.1) that a Questionnaire is held against: its elements, required ones, codes and invariants. */
const elements = (all: string) => new Set(all.split(' '))
const OF_ANY = 'id extension modifierExtension'
const OF_QUESTIONNAIRE = elements(
  `resourceType ${OF_ANY} meta implicitRules language text contained url identifier version name title derivedFrom status ` +
    'experimental subjectType date publisher contact description useContext jurisdiction purpose copyright approvalDate ' +
    'lastReviewDate effectivePeriod code item',
)
const OF_ITEM = elements(
  `${OF_ANY} linkId definition code prefix text type enableWhen enableBehavior required repeats readOnly maxLength ` +
    'answerValueSet answerOption initial item',
)
const STATUS = elements('draft active retired unknown')
const TYPE = elements(
  'group display boolean decimal integer date dateTime time string text url choice open-choice attachment reference quantity',
)
const OPERATOR = elements('exists = != > < >= <=')
/** que-10 */
const WITH_LENGTH = elements('boolean decimal integer string text url open-choice')

const says = (path: string, zh: string, en: string): Issue => ({ path, zh, en })

function strangers(holder: Json, known: ReadonlySet<string>, path: string): Issue[] {
  return Object.keys(holder)
    .filter((name) => !known.has(name.replace(/^_/, '')))
    .slice(0, 5)
    .map((name) => says(`${path}.${name}`, 'R4 没有这个元素', 'R4 has no such element'))
}

const wrong = (when: boolean, issue: Issue): Issue[] => (when ? [issue] : [])
const isPresent = (value: unknown): boolean => value !== undefined && !(Array.isArray(value) && value.length === 0)

function linkIdsOf(items: unknown): string[] {
  return objectsOf(items).flatMap((item) => [String(item['linkId'] ?? ''), ...linkIdsOf(item['item'])])
}

export function questionnaireInvariants(resource: Json): Issue[] {
  if (resource['resourceType'] !== 'Questionnaire')
    return [says('resourceType', '应为 Questionnaire', 'It has to be a Questionnaire')]
  const linkIds = linkIdsOf(resource['item'])
  const twice = [...new Set(linkIds.filter((one, nth) => one !== '' && linkIds.indexOf(one) !== nth))].slice(0, 5)
  return [
    ...strangers(resource, OF_QUESTIONNAIRE, 'Questionnaire'),
    ...wrong(
      !STATUS.has(String(resource['status'] ?? '')),
      says('status', '须为 draft、active、retired 或 unknown', 'It has to be draft, active, retired or unknown'),
    ),
    ...wrong(
      isPresent(resource['modifierExtension']),
      says('modifierExtension', '不认识的修饰扩展不能忽略', 'A modifier that is not understood must not be ignored'),
    ),
    ...wrong(
      resource['item'] !== undefined &&
        (!Array.isArray(resource['item']) || listOf(resource['item']).some((one) => !isObject(one))),
      says('item', '须为对象的列表', 'It has to be a list of objects'),
    ),
    ...wrong(!isPresent(resource['item']), says('item', '问卷没有题', 'The questionnaire asks nothing')),
    ...twice.map((linkId) =>
      says('item', `que-2:linkId“${linkId}”重复`, `que-2: the linkId "${linkId}" is used twice`),
    ),
  ]
}

interface Item {
  type: string
  has(name: string): boolean
  initial: number
  repeats: boolean
}
const isChoice = ({ type }: Item): boolean => type === 'choice' || type === 'open-choice'
const isDisplay = ({ type }: Item): boolean => type === 'display'

/** Invariants of an item by itself: the rule's number, what it says, and when it is broken. */
const INVARIANTS: ReadonlyArray<[rule: string, zh: string, en: string, isBroken: (item: Item) => boolean]> = [
  ['que-1', '题组里没有题', 'a group holds items', ({ type, has }) => type === 'group' && !has('item')],
  ['que-1', '说明文字之下不能有题', 'a display holds none', (item) => isDisplay(item) && item.has('item')],
  ['que-3', '说明文字不能有代码', 'a display has no code', (item) => isDisplay(item) && item.has('code')],
  [
    'que-4',
    '选项与值集不能并存',
    'options or a value set, not both',
    ({ has }) => has('answerOption') && has('answerValueSet'),
  ],
  [
    'que-5',
    '只有选择题可以有值集',
    'only a choice has a value set',
    (item) => !isChoice(item) && item.has('answerValueSet'),
  ],
  [
    'que-6',
    '说明文字没有必答和多选',
    'a display is neither required nor repeated',
    (item) => isDisplay(item) && (item.has('required') || item.has('repeats')),
  ],
  [
    'que-8',
    '题组和说明没有初值',
    'groups and displays have no initial value',
    (item) => (isDisplay(item) || item.type === 'group') && item.initial > 0,
  ],
  ['que-9', '说明文字没有只读', 'a display is not read-only', (item) => isDisplay(item) && item.has('readOnly')],
  [
    'que-10',
    '这种题没有最大长度',
    'this type has no maximum length',
    ({ type, has }) => has('maxLength') && !WITH_LENGTH.has(type),
  ],
  [
    'que-11',
    '有选项时初值写在选项里',
    'with options the initial value stands there',
    ({ has, initial }) => has('answerOption') && initial > 0,
  ],
  [
    'que-13',
    '只有可重复的题才有多个初值',
    'several initial values need repeats',
    ({ initial, repeats }) => initial > 1 && !repeats,
  ],
]

export function itemInvariants(item: Json, path: string): Issue[] {
  const facts: Item = {
    type: String(item['type'] ?? ''),
    has: (name) => isPresent(item[name]),
    initial: listOf(item['initial']).length,
    repeats: item['repeats'] === true,
  }
  return [
    ...strangers(item, OF_ITEM, path),
    ...wrong(
      typeof item['linkId'] !== 'string' || item['linkId'] === '',
      says(`${path}.linkId`, '必须填写', 'It is required'),
    ),
    ...wrong(!TYPE.has(facts.type), says(`${path}.type`, '不是 R4 的题型', 'It is no type of R4')),
    ...wrong(
      facts.has('modifierExtension'),
      says(
        `${path}.modifierExtension`,
        '不认识的修饰扩展不能忽略',
        'A modifier that is not understood must not be ignored',
      ),
    ),
    ...INVARIANTS.filter(([, , , isBroken]) => isBroken(facts)).map(([rule, zh, en]) =>
      says(path, `${rule}:${zh}`, `${rule}: ${en}`),
    ),
    ...enableWhenInvariants(item, path),
  ]
}

function enableWhenInvariants(item: Json, path: string): Issue[] {
  const conditions = objectsOf(item['enableWhen'])
  const behaviour = item['enableBehavior']
  return [
    // The text of que-12 says "more than one" where its expression says more than two: the text is followed.
    ...wrong(
      conditions.length > 1 && behaviour !== 'all' && behaviour !== 'any',
      says(path, 'que-12:多个条件须写明 enableBehavior', 'que-12: several conditions need an enableBehavior'),
    ),
    ...conditions.flatMap((one, nth) => {
      const here = `${path}.enableWhen[${nth}]`
      return [
        ...wrong(typeof one['question'] !== 'string', says(`${here}.question`, '必须填写', 'It is required')),
        ...wrong(
          !OPERATOR.has(String(one['operator'] ?? '')),
          says(`${here}.operator`, '不是 R4 的运算符', 'It is no operator of R4'),
        ),
        ...wrong(
          one['operator'] === 'exists' && typeof one['answerBoolean'] !== 'boolean',
          says(here, 'que-7:“exists”须配是或否', 'que-7: "exists" goes with a boolean'),
        ),
        ...wrong(
          Object.keys(one).filter((name) => name.startsWith('answer')).length !== 1,
          says(here, '须有且只有一个答案', 'It has exactly one answer'),
        ),
      ]
    }),
  ]
}
