import type { Draft, Question } from './queries.ts'

/** Every field of a question, so that a form has something to show. */
export const whole = (question: Draft['questions'][number]): Question => ({
  within: null,
  prefix: null,
  en: null,
  asked: 'person',
  many: false,
  required: false,
  every: true,
  ...question,
  options: (question.options ?? []).map((option) => ({ system: null, en: null, ...option })),
  when: question.when ?? [],
  opens: (question.opens ?? []).map((rule) => ({ ...rule, fills: rule.fills ?? {} })),
})

/** `code = Chinese / English`, one a line; what another system called its codes stays with them. */
export const linesOf = (options: Question['options']): string =>
  options.map(({ code, zh, en }) => `${code} = ${zh}${en ? ` / ${en}` : ''}`).join('\n')

export function optionsOf(lines: string, before: Question['options']): Question['options'] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [code = '', words = ''] = line.split(/\s*=\s*(.*)/s)
      const [zh = '', en = ''] = words.split(/\s+\/\s+/)
      const system = before.find((one) => one.code === code)?.system ?? null
      return { code: code.trim(), system, zh: zh.trim() || code.trim(), en: en.trim() || null }
    })
}

/** A question moves with everything that stands in its group. */
export function moved(questions: readonly Question[], linkId: string, by: 1 | -1): Question[] {
  const from = questions.findIndex((one) => one.linkId === linkId)
  const to = from + by
  const [one, other] = [questions[from], questions[to]]
  if (!one || !other) return [...questions]
  return questions.with(from, other).with(to, one)
}

/** A link id that nothing has yet. */
export function freeLinkId(questions: readonly Question[]): string {
  const taken = new Set(questions.map(({ linkId }) => linkId))
  for (let nth = questions.length + 1; ; nth += 1) if (!taken.has(`q${nth}`)) return `q${nth}`
}

/** What an answer to the question looks like, read from what was typed: true, 3, or a code. */
export function answerOf({ kind }: Question, typed: string): boolean | number | string {
  if (kind === 'yes-no') return typed === 'true'
  const isNumber = kind === 'number' || kind === 'whole'
  return isNumber && typed.trim() !== '' && Number.isFinite(Number(typed)) ? Number(typed) : typed
}
