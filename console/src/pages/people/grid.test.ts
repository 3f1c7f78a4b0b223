import { peopleRules } from '@qunfang/client/rules'
import { expect, test } from 'vitest'
import { Refusal } from '../../api.ts'
import { checkRows, emptyRow, filled, pasted, toMembers, withSpare, wrongOf } from './grid.ts'

const number = `13089919700101001${peopleRules.checkCharacter('13089919700101001')}`
const row = (given: Partial<ReturnType<typeof emptyRow>>) => ({ ...emptyRow(), ...given })

test('there is always one more line to type in, and empty lines are not sent', () => {
  expect(withSpare([])).toHaveLength(1)
  expect(withSpare([row({ name: '张三' })])).toHaveLength(2)
  expect(withSpare([row({ name: '张三' }), emptyRow()])).toHaveLength(2)
  expect(toMembers(filled([emptyRow(), row({ name: ' 张三 ' })]))).toMatchObject([
    { name: '张三', document: null, phone: null },
  ])
})

test('what can be said without the server is said for the cell', () => {
  const rows = [
    row({ relation: 'head', number, phone: '12' }),
    row({ relation: 'head', number }),
    row({ name: '李四', number: `13089919700101001${number.endsWith('1') ? '2' : '1'}` }),
    row({ kind: 'none', number: '', name: '王五' }),
  ]
  const wrong = checkRows(rows)
  expect(rows.map(({ id }) => Object.keys(wrong.get(id) ?? {}))).toEqual([
    ['phone'],
    ['number', 'relation'],
    ['number'],
    [],
  ])
})

test('the word of the server finds its cell, past empty lines', () => {
  const rows = filled([emptyRow(), row({ name: '甲' }), emptyRow(), row({ name: '乙' })])
  const words = { zh: '错', en: 'wrong' }
  const issues = ['members.1.document.number', 'members.0.phone', 'members.1', 'since', 'members.9.name'].map(
    (path) => ({ path, ...words }),
  )
  const wrong = wrongOf(new Refusal({ issues }, 422, null), rows)
  expect([...wrong.values()]).toEqual([{ number: words, name: words }, { phone: words }])
})

test('lines of a spreadsheet are told apart by what is in them, in any order', () => {
  const rows = pasted(`张三\t${number}\t13812345678\r\n13900000000\t李四\n\n\tJohn Smith\t`)
  expect(rows.map(({ name, number: id, phone }) => [name, id, phone])).toEqual([
    ['张三', number, '13812345678'],
    ['李四', '', '13900000000'],
    ['John Smith', '', ''],
  ])
})
