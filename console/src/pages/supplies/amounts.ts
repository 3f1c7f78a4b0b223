import type { TFunction } from 'i18next'
import { number } from '../../ui/format.ts'
import type { Unit } from './queries.ts'

const KILO = 1_000
const TONNE = 1_000_000
/** Whole grams are shown in the unit people speak in, with everything that is left over behind the point. */
export function amountText(t: TFunction, unit: Unit, quantity: number): string {
  if (unit !== 'gram' || Math.abs(quantity) < KILO) return `${number(quantity)} ${t(`supplies.unit.${unit}`)}`
  const [holds, name] = Math.abs(quantity) >= TONNE ? ([TONNE, 'tonne'] as const) : ([KILO, 'kilogram'] as const)
  const places = holds === TONNE ? 6 : 3
  const whole = Math.trunc(quantity / holds)
  const rest = String(Math.abs(quantity % holds))
    .padStart(places, '0')
    .replace(/0+$/, '')
  const sign = quantity < 0 && whole === 0 ? '-' : ''
  return `${sign}${number(whole)}${rest ? `.${rest}` : ''} ${t(`supplies.unit.${name}`)}`
}
