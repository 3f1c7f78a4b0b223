import { visitRules } from '@qunfang/client/rules'
import { expect, test } from 'vitest'
import { codeIn } from './card-code.ts'

const here = { county: 130_822, division: '130822100201' }
test('a card is found by the address in its square, by its code, and by its number in one’s own village', () => {
  const code = visitRules.codeOf({ division: here.division, number: 13 })
  const digit = Number(code.at(-1))
  for (const text of [`https://x.example/visits/re-entry?code=${code}`, code, `13${digit}`])
    expect([text, codeIn(text, here)]).toEqual([text, code])
  const wrong = (digit + 1) % 10
  for (const text of [`100201-00013-${wrong}`, `13${wrong}`, 'https://x.example/', ''])
    expect([text, codeIn(text, here)]).toEqual([text, null])
})
