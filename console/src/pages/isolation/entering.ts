import type { Check, NewReading, OrderReadings } from './readings-queries.ts'

/** What stands in one cell of the paper: the temperature, and the numbers of symptoms as they are printed on the sheet. */
export interface Cell {
  temperature: string
  symptoms: string
}
export type Cells = Record<string, Cell>
export const NO_CELL: Cell = { temperature: '', symptoms: '' }
export const cellKey = ({ day, slot }: Pick<Check, 'day' | 'slot'>): string => `${day} ${slot}`

/** `365`, `36.5` and `36。5` are 36.5; null for what is no temperature of anybody. */
export function degreesIn(typed: string): number | null {
  const digits = typed.replace(/[^\d]/g, '')
  const degrees = /^\d{2}$/.test(digits) ? Number(digits) : Number(digits) / 10
  return /^\d{2,3}$/.test(digits) && degrees >= 30 && degrees <= 45 ? degrees : null
}

/** Symptoms by their numbers on the sheet, the first is 1; null when a number stands for none. */
export function symptomsIn(typed: string, asked: readonly string[]): string[] | null {
  const numbers = typed.match(/\d+/g)?.map(Number) ?? []
  const found = numbers.map((nth) => asked[nth - 1])
  return found.every((code) => code !== undefined) ? [...new Set(found as string[])] : null
}

export const isEmpty = ({ temperature, symptoms }: Cell): boolean => temperature.trim() === '' && symptoms.trim() === ''
export const isSound = (cell: Cell, asked: readonly string[]): boolean =>
  isEmpty(cell) || (degreesIn(cell.temperature) !== null && symptomsIn(cell.symptoms, asked) !== null)

/** What is to be sent of a sheet: a reading for every cell that says something. */
export const readingsOf = (
  { orderId, symptoms: asked }: Pick<OrderReadings, 'orderId' | 'symptoms'>,
  checks: readonly Check[],
  cells: Cells,
  { newId, now }: { newId(): string; now: Date },
): NewReading[] =>
  checks.flatMap((check) => {
    const cell = cells[cellKey(check)] ?? NO_CELL
    const temperatureC = degreesIn(cell.temperature)
    const symptoms = symptomsIn(cell.symptoms, asked)
    if (isEmpty(cell) || temperatureC === null || symptoms === null) return []
    const { day, slot } = check
    const what = { temperatureC, symptoms, way: 'paper' as const }
    return [{ id: newId(), orderId, recordedAt: now.toISOString(), day, slot, ...what }]
  })

/** Day by day, each with its checks in their order. */
export const byDay = (checks: readonly Check[]): Array<[day: string, checks: Check[]]> => [
  ...Map.groupBy(checks, ({ day }) => day),
]
