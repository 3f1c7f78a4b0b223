import type { Tx } from '../../kernel/db.ts'
import type { Ctx } from '../../kernel/operation.ts'
import type { Issue } from '../../kernel/problem.ts'
import { digestOf } from '../../kernel/seal.ts'
import type { Question } from './rules.ts'
import type { Draft, SaveQuestionnaire } from './schema.questionnaires.ts'
import { keepQuestionnaire, listVersionLines, listVersions, type StoredQuestionnaire } from './sql.questionnaires.ts'
import { STARTING_KEY, startingFive } from './starting-five.ts'

const starting: StoredQuestionnaire = { key: STARTING_KEY, version: 1, ...startingFive }
const named = ({ key, version }: { key: string; version: number }): string => `${key}/${version}`

/** By `key/version`. A county that has not kept the starting five yet has them all the same. */
export async function findVersions(
  tx: Tx,
  wanted: ReadonlyArray<{ key: string; version: number }>,
): Promise<(one: { key: string; version: number }) => StoredQuestionnaire | undefined> {
  const kept = wanted.length > 0 ? await listVersions(tx, wanted) : []
  const found = new Map([starting, ...kept].map((one) => [named(one), one]))
  return (one) => found.get(named(one))
}

export async function listLines(tx: Tx) {
  const kept = await listVersionLines(tx)
  const isThere = kept.some(({ key, version }) => key === STARTING_KEY && version === 1)
  const questions = startingFive.questions.filter(({ kind }) => kind !== 'group' && kind !== 'note').length
  const { key, version, zh, en } = starting
  return isThere ? kept : [{ key, version, zh, en, of: 'homes' as const, questions }, ...kept]
}

export const newestOf = (lines: ReadonlyArray<{ key: string; version: number }>, key: string): number =>
  lines.reduce((newest, line) => (line.key === key ? Math.max(newest, line.version) : newest), 0)

const kept = (ctx: Ctx, one: SaveQuestionnaire) => ({
  ...one,
  county: ctx.actor.county,
  recordedBy: ctx.actor.accountId,
  receivedAt: ctx.now,
  digest: digestOf(one),
})
export const keepVersion = (ctx: Ctx, one: SaveQuestionnaire) => keepQuestionnaire(ctx.tx, kept(ctx, one))

/** Before anything refers to it, the county's own copy of the starting five is made. */
export async function keepStarting(ctx: Ctx, { key, version }: { key: string; version: number }): Promise<void> {
  if (key === STARTING_KEY && version === 1) await keepVersion(ctx, starting)
}

const says = (nth: number, field: string, zh: string, en: string): Issue => ({
  path: `questions.${nth}.${field}`,
  zh,
  en,
})

/**
 * What is wrong with a questionnaire beyond the form of its fields: the rules of FHIR R4 that it would break (que-1, que-2, que-7,
 * and conditions and rules that name a question which is not there).
 */
export function flawsOf({ questions }: Draft): Issue[] {
  const byId = new Map(questions.map((one) => [one.linkId, one]))
  return questions.flatMap((question, nth) => [
    ...mixedFlaws(question, nth, questions),
    ...shapeFlaws(question, nth, questions),
    ...placeFlaws(question, nth, { byId, questions }),
    ...ruleFlaws(question, nth, byId),
  ])
}

export const isOfPlaces = ({ questions }: Pick<Draft, 'questions'>): boolean => questions[0]?.asked === 'place'

/** Whoever inspects a place asks nobody about themselves; and what is asked of a place opens nothing about people. */
function mixedFlaws({ asked, opens }: Question, nth: number, questions: Draft['questions']): Issue[] {
  if ((asked === 'place') !== isOfPlaces({ questions }))
    return [
      says(nth, 'asked', '问场所的题不能与问人的题混在一起', 'Questions about a place do not mix with those to people'),
    ]
  return asked === 'place' && opens.length > 0
    ? [says(nth, 'opens', '问场所的题不产生人员跟进', 'A question about a place opens no follow-up of people')]
    : []
}

function shapeFlaws({ kind, options, many, linkId }: Question, nth: number, all: readonly Question[]): Issue[] {
  const flaws: Issue[] = []
  const codes = options.map(({ code }) => code)
  if (all.findIndex((one) => one.linkId === linkId) !== nth)
    flaws.push(says(nth, 'linkId', `编号“${linkId}”重复`, `The link id "${linkId}" is used twice`))
  if ((kind === 'choice') !== codes.length > 0)
    flaws.push(says(nth, 'options', '选择题须有选项,其他题不能有', 'A choice has options, and nothing else has'))
  if (new Set(codes).size !== codes.length)
    flaws.push(says(nth, 'options', '选项代码重复', 'Two options have the same code'))
  if (many && kind !== 'choice') flaws.push(says(nth, 'many', '只有选择题可以多选', 'Only a choice takes several'))
  if (kind === 'group' && !all.some(({ within }) => within === linkId))
    flaws.push(says(nth, 'kind', '题组里没有题', 'A group holds questions'))
  return flaws
}

interface Around {
  byId: ReadonlyMap<string, Question>
  questions: readonly Question[]
}
function placeFlaws({ within, asked }: Question, nth: number, { byId, questions }: Around): Issue[] {
  if (within === null) return []
  const parent = byId.get(within)
  const before = questions.findIndex((one) => one.linkId === within)
  if (parent?.kind !== 'group' || before > nth)
    return [says(nth, 'within', `前面没有题组“${within}”`, `There is no group "${within}" before it`)]
  return parent.asked === asked
    ? []
    : [says(nth, 'asked', '与所属题组的询问对象不同', 'It is asked of somebody else than its group')]
}

function ruleFlaws(question: Question, nth: number, byId: ReadonlyMap<string, Question>): Issue[] {
  const fits = (operator: string, answer: unknown) => (operator === 'exists') === (typeof answer === 'boolean')
  const flaws = question.when.flatMap(({ question: other, operator, answer }) => {
    const known = byId.get(other)
    if (!known || known.asked !== question.asked || other === question.linkId)
      return [
        says(
          nth,
          'when',
          `条件引用的题“${other}”不在同一答卷`,
          `The condition names "${other}", which is not on the sheet`,
        ),
      ]
    const isRight = known.kind === 'yes-no' || fits(operator, answer)
    return isRight ? [] : [says(nth, 'when', '“是否回答”须用是或否', 'The operator "exists" goes with true or false')]
  })
  const named = question.opens.flatMap(({ fills }) => Object.values(fills))
  const missing = named.filter((linkId) => byId.get(linkId)?.asked !== question.asked)
  for (const linkId of missing)
    flaws.push(
      says(nth, 'opens', `规则引用的题“${linkId}”不在同一答卷`, `A rule names "${linkId}", which is not on the sheet`),
    )
  return flaws
}
