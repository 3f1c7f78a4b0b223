import { expect, test } from 'vitest'
import { en } from './en/en.ts'
import { zh } from './zh/zh.ts'

type Texts = { [key: string]: string | Texts }

function flat(texts: Texts, path = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value === 'string') found.set(path + key, value)
    else for (const [below, text] of flat(value, `${path}${key}.`)) found.set(below, text)
  }
  return found
}

// English has plural forms that Chinese does not need.
const base = (key: string) => key.replace(/_(one|other)$/, '')
const keys = (texts: Texts) => [...new Set([...flat(texts).keys()].map(base))].sort()
const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

test('every text exists in Chinese and in English', () => {
  expect(keys(en)).toEqual(keys(zh))
})

test('both languages fill in the same values', () => {
  const chinese = new Map([...flat(zh)].map(([key, text]) => [base(key), text]))
  for (const [key, text] of flat(en)) {
    // "once" says the number by itself.
    const wanted = holes(chinese.get(base(key)) ?? '').filter((hole) => hole !== 'count' || !key.endsWith('_one'))
    expect(
      holes(text).filter((hole) => hole !== 'count' || !key.endsWith('_one')),
      key,
    ).toEqual(wanted)
  }
})

test('no Chinese is left in the English texts, and none is empty', () => {
  for (const [key, text] of flat(en)) {
    expect(text.trim(), key).not.toBe('')
    if (key !== 'shell.languageOther') expect(text, key).not.toMatch(/[\u4e00-\u9fff]/)
  }
})
