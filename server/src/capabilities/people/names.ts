import { pinyin } from 'pinyin-pro'

/** The ordinary reading of a character. The library takes a hundred microseconds for a name; a look-up takes none. */
const ordinary = new Map<string, string>()
/** The first two characters of a name, where 单 is shan, 曾 zeng and 尉迟 yuchi. */
const heads = new Map<string, readonly string[]>()
const KEPT_MAX = 30_000

function kept<T>(known: Map<string, T>, key: string, make: () => T): T {
  const there = known.get(key)
  if (there !== undefined) return there
  const made = make()
  if (known.size < KEPT_MAX) known.set(key, made)
  return made
}

const plain = { toneType: 'none', type: 'array', v: true } as const
const syllableOf = (character: string): string =>
  kept(ordinary, character, () => foldLatin(pinyin(character, plain)[0] ?? ''))
const headOf = (characters: string): readonly string[] =>
  kept(heads, characters, () => pinyin(characters, { ...plain, surname: 'head' }).map(foldLatin))

/** What is typed for ü differs from keyboard to keyboard, so it is u everywhere. */
export const foldLatin = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replaceAll('v', 'u')

/** A name as it is compared: one form of each character, no spaces, no dot between the parts of a transcribed name. */
export const foldName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s·•.・]/g, '')
    .toLowerCase()

const isHan = /^\p{Script=Han}+$/u

/**
 * How a name may be typed in Latin letters: whole, and by initials; once more when its surname is read otherwise as an ordinary
 * word, because whoever types it may not know.
 */
export function latinForms(name: string): string[] {
  const folded = foldName(name)
  if (!isHan.test(folded))
    return [foldLatin(folded), initialsOf(name.split(/[\s·•.・]+/).map(foldLatin))].filter(isLong)
  return [...new Set(readingsOf(folded).flatMap((syllables) => [syllables.join(''), initialsOf(syllables)]))].filter(
    isLong,
  )
}

/** The syllables of a folded Chinese name: with its surname read as one, and as an ordinary word. Empty for any other name. */
export function readingsOf(folded: string): string[][] {
  if (!isHan.test(folded)) return []
  const characters = [...folded]
  const byWord = characters.map(syllableOf)
  return [[...headOf(characters.slice(0, 2).join('')), ...byWord.slice(2)], byWord]
}

const initialsOf = (syllables: readonly string[]): string => syllables.map((syllable) => syllable.charAt(0)).join('')

/** One letter finds half the county. */
const isLong = (form: string): boolean => form.length >= 2
