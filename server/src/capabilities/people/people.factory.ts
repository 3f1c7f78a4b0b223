import { randomUUID } from 'node:crypto'
import type { Traveller } from './enrol.ts'
import { checkCharacter, syntheticPrefix } from './rules.ts'

let made = 0

/** A valid identity number that nobody has; different each time unless asked for by its place in the row. */
export function anIdNumber(nth = ++made): string {
  const born = new Date(Date.UTC(1930, 0, 1) + (Math.floor(nth / 999) % 25_000) * 86_400_000)
  const first17 = `${syntheticPrefix}${born.toISOString().slice(0, 10).replaceAll('-', '')}${String((nth % 999) + 1).padStart(3, '0')}`
  return first17 + checkCharacter(first17)
}

export const aPhone = (nth = ++made): string => `139${String(10_000_000 + (nth % 90_000_000))}`

export function aTraveller(given: Partial<Traveller> & { division: string }): Traveller {
  return {
    id: randomUUID(),
    recordedAt: new Date('2020-02-01T08:00:00+08:00'),
    name: '周小满',
    document: { kind: 'resident-id', number: anIdNumber() },
    phone: aPhone(),
    ...given,
  }
}
