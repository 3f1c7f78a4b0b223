import { expect, test } from 'vitest'
import { lockValue, newPersonalKey, openPersonalKey, openValue } from './personal.ts'
import { isEasyPin, isPin } from './pin.ts'

const LIGHT = 10

test('a PIN has six digits and is none of those that are tried first', () => {
  for (const easy of ['000000', '111111', '123456', '654321', '121212', '123123']) expect(isEasyPin(easy)).toBe(true)
  for (const good of ['135790', '204816', '998877', '201402']) expect(isEasyPin(good)).toBe(false)
  for (const bad of ['', '12345', '1234567', '12a456', '１２３４５６']) expect(isPin(bad)).toBe(false)
})

test('only the right PIN opens a person’s key, and only that key what was locked under it', async () => {
  const { key, wrapped } = await newPersonalKey('204816', LIGHT)
  const locked = await lockValue(key, { name: '合成人甲' })
  expect(await openPersonalKey('204817', wrapped)).toBeNull()
  const again = await openPersonalKey('204816', wrapped)
  expect(again && (await openValue(again, locked))).toEqual({ name: '合成人甲' })
  const other = await newPersonalKey('204816', LIGHT)
  await expect(openValue(other.key, locked)).rejects.toThrow()
})

test('nothing of a value stands in what is kept of it', async () => {
  const { key } = await newPersonalKey('204816', LIGHT)
  const { body } = await lockValue(key, { number: '130899197001011234' })
  expect(Buffer.from(body).toString('latin1')).not.toContain('1308991970')
})
