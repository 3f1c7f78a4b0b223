import type { Sought } from '../people/index.ts'
import { soundsOf } from './linkage.names.ts'
import { correctionsOf } from './linkage.numbers.ts'
import type { Particulars } from './linkage.ts'

/**
 * By what persons are looked for who may be the one of a row: several passes, so that one mistake never hides somebody. The number, and
 * what it may have been; the phone; the sound of the name with the birth date; the name, or its sound, within the township.
 */
export function passesOf(row: Particulars): Sought {
  const sounds = row.name ? soundsOf(row.name) : []
  const births = row.birthDate ? [row.birthDate, ...birthSlips(row.birthDate)] : []
  const [sound] = sounds
  const township = row.division && row.division.length >= 9 ? row.division.slice(0, 9) : null
  return {
    documents: row.document ? [row.document] : row.misread ? correctionsOf(row.misread) : [],
    phones: row.phone ? [row.phone] : [],
    births: [
      ...sounds.flatMap((one) => (row.birthDate ? [{ sound: one, birthDate: row.birthDate }] : [])),
      ...births.slice(1).flatMap((birthDate) => (sound ? [{ sound, birthDate }] : [])),
    ],
    within: township && row.name ? { division: township, name: row.name.folded, sounds } : null,
  }
}

/** The day and the month in each other's place; the day before and after; the year before and after. */
function birthSlips(birthDate: string): string[] {
  const [year = '', month = '', day = ''] = birthDate.split('-')
  const moved = [-1, 1].map((by) => `${Number(year) + by}-${month}-${day}`)
  return Number(day) <= 12 && day !== month ? [`${year}-${day}-${month}`, ...moved] : moved
}
