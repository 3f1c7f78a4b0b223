import { foldLatin } from './names.ts'
import { checkDocument, checkPhone } from './rules.ts'

/** What somebody typed into the search box, understood. */
export type Term =
  | { kind: 'name' | 'latin' | 'tail4' | 'tail6' | 'phone'; value: string }
  | { kind: 'document'; value: string; documentKind: 'resident-id' | 'hmt-residence' }

const TERMS_MAX = 3

/** Null when some of it cannot be a name or a number: a search that ignored it would show the wrong people. */
export function readSearch(typed: string): Term[] | null {
  const words = typed
    .normalize('NFKC')
    .split(/[\s,、]+/)
    .filter((word) => word !== '')
  const latin = words.filter((word) => /^[\p{Script=Latin}\p{M}'’·.-]+$/u.test(word) && !/^[xX]$/.test(word))
  const terms = words.filter((word) => !latin.includes(word)).map(termOf)
  // Pinyin is typed with and without gaps; several Latin words are one name.
  const sound = foldLatin(latin.join(''))
  if (latin.length > 0) terms.push(sound.length >= 2 ? { kind: 'latin', value: sound } : null)
  const known = terms.filter((term) => term !== null)
  if (known.length !== terms.length || known.length === 0 || known.length > TERMS_MAX) return null
  // The rarest leads: a number is held by few, a name by many.
  return known.sort((one, other) => rank(one) - rank(other))
}

const order = ['document', 'phone', 'tail6', 'tail4', 'name', 'latin'] as const
const rank = ({ kind }: Term): number => order.indexOf(kind)

function termOf(word: string): Term | null {
  if (/^\p{Script=Han}[\p{Script=Han}·.]*$/u.test(word)) return { kind: 'name', value: word }
  if (/^\d{3}[\dX]$/i.test(word)) return { kind: 'tail4', value: word }
  if (/^\d{5}[\dX]$/i.test(word)) return { kind: 'tail6', value: word }
  for (const documentKind of ['resident-id', 'hmt-residence'] as const) {
    const document = checkDocument({ kind: documentKind, number: word })
    if (document.ok) return { kind: 'document', value: document.value.number, documentKind }
  }
  const phone = checkPhone(word)
  return phone.ok ? { kind: 'phone', value: phone.value } : null
}
