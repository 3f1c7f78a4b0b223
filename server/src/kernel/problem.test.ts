import { expect, test } from 'vitest'
import { z } from 'zod'
// Every capability declares its refusals when it is loaded.
import '../app.ts'
import { listRefusals, Problem, parseInput, refusal } from './problem.ts'

const refusals = listRefusals()
const HAN = /\p{Script=Han}/u
const blanks = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

test('the catalogue holds the refusals of the kernel and of every capability, each code once', () => {
  const codes = refusals.map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
  const folders = new Set(codes.map((code) => code.split('.')[0]))
  for (const folder of ['kernel', 'access', 'people', 'places', 'checkpoints']) expect(folders).toContain(folder)
})

test.each(refusals)(
  '$code says in Chinese and in English what to do, and whether sending it again can help',
  (refused) => {
    const { status, resend, text } = refused
    expect(text.zh).toMatch(HAN)
    expect(text.zh).toMatch(/[。!?]$/)
    expect(text.en).not.toMatch(HAN)
    expect(text.en).toMatch(/^["{]?[A-Z{].*[.!?]$/s)
    // A blank that is called by its language is filled with the words of that language.
    const named = (said: string) => blanks(said).map((blank) => (blank === 'zh' || blank === 'en' ? 'words' : blank))
    expect(named(text.zh)).toEqual(named(text.en))
    expect(status).toBeGreaterThanOrEqual(400)
    // What is our own fault may go better another time.
    expect(status < 500 ? ['never', 'later'] : ['later']).toContain(resend)
  },
)

test('a code that is declared again is refused, so that none comes to mean two things', () => {
  const [first] = refusals
  if (!first) throw new Error('no refusals')
  expect(() => refusal(first.code, 400, 'never', { zh: '别的', en: 'Another' })).toThrow('declared twice')
  expect(listRefusals()).toHaveLength(refusals.length)
})

test('what goes over the wire has code, resend, text of the language asked for, and blanks filled in', () => {
  const tooMany = refusals.find(({ code }) => code === 'kernel.batch-too-large')
  if (!tooMany) throw new Error('not declared')
  const problem = new Problem(tooMany, { max: 5, got: 6 })
  expect(problem.toWire('en')).toEqual({
    type: 'urn:qunfang:problem:kernel.batch-too-large',
    title: 'At most 5 items at once; 6 were sent and none was processed. Send them in parts.',
    status: 413,
    code: 'kernel.batch-too-large',
    resend: 'never',
    params: { max: 5, got: 6 },
  })
  expect(problem.toWire('zh').title).toContain('一次最多提交 5 条,本次 6 条')
})

test('wrong input is named field by field in both languages, and what was entered is never repeated', () => {
  const Form = z.strictObject({
    name: z.string().max(4),
    number: z.string().refine((text) => text.length === 18, '号码有误 | the number is wrong'),
  })
  const ID = '130899197001010072'
  const refuse = (raw: unknown): Problem => {
    try {
      parseInput(Form, raw)
    } catch (error) {
      if (error instanceof Problem) return error
    }
    throw new Error('it was accepted')
  }
  const { issues } = refuse({ name: ID, number: `${ID}9`, [ID]: ID })
  expect(issues.map(({ path }) => path).sort()).toEqual(['', 'name', 'number'])
  for (const { zh, en } of issues) {
    expect(zh).toMatch(HAN)
    expect(en).not.toMatch(HAN)
  }
  expect(issues).toContainEqual({ path: 'number', zh: '号码有误', en: 'the number is wrong' })
  expect(JSON.stringify(refuse({ name: ID, number: `${ID}9`, [ID]: ID }).toWire('zh'))).not.toContain(ID)
})
