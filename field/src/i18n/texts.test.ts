import { expect, test } from 'vitest'
import { en } from './en.ts'
import { zh } from './zh.ts'

const flat = (texts: object, path = ''): Array<[string, string]> =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === 'string' ? [[path + key, text]] : flat(text, `${path}${key}.`),
  )

test('both languages say everything, with the same blanks to fill', () => {
  const [chinese, english] = [new Map(flat(zh)), new Map(flat(en))]
  expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
  const blanks = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()
  for (const [key, text] of chinese) expect([key, blanks(english.get(key) ?? '')]).toEqual([key, blanks(text)])
  for (const [key, text] of english) expect([key, /[\u4e00-\u9fff]/.test(text)]).toEqual([key, false])
})
