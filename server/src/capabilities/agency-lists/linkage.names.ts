import { foldLatin, foldName, readingsOf } from '../people/index.ts'
import { lookalikesOf, looksLike } from './similar.ts'

/** A name ready to be compared many times. */
export interface NameForms {
  folded: string
  characters: readonly string[]
  /** The syllables of each reading; one, in Latin letters, for a name that is not Chinese. */
  readings: ReadonlyArray<readonly string[]>
}

export type NameLikeness = 'same' | 'sound' | 'similar' | 'near' | 'other'

export function formsOf(name: string): NameForms | null {
  const folded = foldName(name)
  if (folded === '') return null
  const readings = readingsOf(folded)
  const latin = foldLatin(folded)
  return {
    folded,
    characters: [...folded],
    readings: readings.length > 0 ? readings : latin === '' ? [] : [[latin]],
  }
}

/** Sounds that many speakers of the north and the south do not tell apart, and keyboards do not either. */
const blurred = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^(n|r)(?=[aeiou])/, 'l')
    .replace(/^hu(?=[aeio])/, 'f')
    .replace(/([aei]n)g$/, '$1')

const soundOf = (syllables: readonly string[]): string => syllables.join('')

export function nameLikeness(one: NameForms, other: NameForms): NameLikeness {
  if (one.folded === other.folded) return 'same'
  if (sharesReading(one, other, (syllable) => syllable)) return 'sound'
  const { length } = one.characters
  if (one.readings[0]?.length !== length) return latinLikeness(one, other)
  if (length !== other.characters.length) return 'other'
  const apart = one.characters.flatMap((character, at) => (character === other.characters[at] ? [] : [at]))
  const isAlike = (at: number) => looksLike(one.characters[at] ?? '', other.characters[at] ?? '')
  if (apart.every((at) => isAlike(at) || sharesSyllable(one, other, at))) return 'similar'
  if (sharesReading(one, other, blurred)) return 'near'
  // In a name of two characters one that differs leaves only a surname, or only a given name.
  return apart.length === 1 && length > 2 && apart[0] !== 0 ? 'near' : 'other'
}

const sharesReading = (one: NameForms, other: NameForms, fold: (syllable: string) => string): boolean =>
  one.readings.some((mine) => other.readings.some((theirs) => soundOf(mine.map(fold)) === soundOf(theirs.map(fold))))

const sharesSyllable = (one: NameForms, other: NameForms, at: number): boolean =>
  one.readings.some((mine) => other.readings.some((theirs) => mine[at] === theirs[at]))

/** Transcribed and foreign names: one letter more, less or other, in a name long enough for it to be a slip. */
function latinLikeness(one: NameForms, other: NameForms): NameLikeness {
  const [mine = ''] = one.readings[0] ?? []
  const theirs = soundOf(other.readings[0] ?? [])
  if (mine === '' || theirs === '' || Math.abs(mine.length - theirs.length) > 1) return 'other'
  return mine.length >= 6 && editDistanceIsOne(mine, theirs) ? 'near' : 'other'
}

function editDistanceIsOne(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  const rest = short.length === long.length ? short.slice(at + 1) : short.slice(at)
  return rest === long.slice(at + 1)
}

const blurs: ReadonlyArray<readonly [RegExp, string]> = [
  [/^([zcs])h/, '$1'],
  [/^([zcs])(?!h)/, '$1h'],
  [/^n(?=[aeiou])/, 'l'],
  [/^l/, 'n'],
  [/^r/, 'l'],
  [/^hu(?=[aeio])/, 'f'],
  [/([aei]n)$/, '$1g'],
  [/([aei]n)g$/, '$1'],
]
const SOUNDS_MAX = 14

/** How the name sounds; then how it would if one of its characters had been taken for another, by the ear or by the eye. */
export function soundsOf(name: NameForms): string[] {
  const sounds = new Set(name.readings.map(soundOf))
  const [reading = []] = name.readings
  if (reading.length !== name.characters.length) return [...sounds]
  const instead = (at: number, syllable: string) => sounds.add(soundOf(reading.with(at, syllable)))
  for (const [at, syllable] of reading.entries()) {
    for (const other of lookalikesOf(name.characters[at] ?? '')) {
      const [[read = ''] = []] = readingsOf(other)
      if (read !== '') instead(at, read)
    }
    for (const [pattern, by] of blurs) if (pattern.test(syllable)) instead(at, syllable.replace(pattern, by))
  }
  return [...sounds].slice(0, SOUNDS_MAX)
}
