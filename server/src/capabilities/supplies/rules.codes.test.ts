import { expect, test } from 'vitest'
import { newId } from '../../../test/scenario/scenario.ts'
import { stockAddress, stockCodeIn } from './rules.codes.ts'

test('a square leads to its store and lot and is read back, whatever else stands in the address; others are not taken for one', () => {
  const [storeId, lotId] = [newId(), newId()]
  for (const code of [
    { storeId, lotId: null },
    { storeId, lotId },
  ])
    for (const view of [undefined, 'slips', 'movements', 'ways'] as const)
      expect(stockCodeIn(`https://x.example${stockAddress(code, view)}`)).toEqual(code)
  expect(
    stockCodeIn(
      `HTTPS://X.EXAMPLE${stockAddress({ storeId, lotId }).toUpperCase().replace('/SUPPLIES/STORES', '/supplies/stores').replace('LOT=', 'lot=')}`,
    ),
  ).toEqual({ storeId, lotId })
  for (const text of [
    '',
    storeId,
    `https://x.example/supplies/stores/${storeId}0`,
    '/visits/re-entry?code=1',
    `/supplies/stores/x?lot=${lotId}`,
  ])
    expect(stockCodeIn(text)).toBeNull()
})
