import { GAP } from './rules.stripping.ts'

/** Pieces shared of all pieces, from which on two wordings are about the same. Measured in likeness.test.ts. */
export const ALIKE_FROM = 0.28
/** Of a long text the smallest by hash stand for all (a bottom-k sketch); of a short one it is all of them. */
const PIECES_MAX = 64

const FILLING =
  /听说|据说|请问|大家|转发|紧急|通知|扩散|求证|注意|真的吗|是真的|是不是|是否|有没有|有人说|都说|群里|网上|吗|呢|吧|啊|呀|了|的|得|地/g

/** What is compared: no marks, no widths, no words that say nothing. */
function bare(text: string): string {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(GAP, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
  const without = letters.replaceAll(FILLING, '')
  return without.length >= 4 ? without : letters
}

/** Every letter, and every two that stand side by side. */
export function shinglesOf(text: string): Set<string> {
  const letters = [...bare(text)]
  const found = new Set(letters)
  for (let at = 0; at + 2 <= letters.length; at++) found.add(letters.slice(at, at + 2).join(''))
  return found
}

export function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0
  for (const piece of one) if (other.has(piece)) shared++
  const all = one.size + other.size - shared
  return all === 0 ? 0 : shared / all
}

/** 32 bits of FNV-1a. */
function hashOf(piece: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < piece.length; at++) hash = Math.imul(hash ^ piece.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** By which wordings worth comparing are found: pairs of letters, as numbers. */
export const piecesOf = (shingles: ReadonlySet<string>): number[] =>
  [...new Set([...shingles].filter((one) => [...one].length === 2 || shingles.size < 3).map(hashOf))]
    .sort((a, b) => a - b)
    .slice(0, PIECES_MAX)

/** The most like of those already known, when it is like enough. */
export function mostAlike<T extends { shingles: ReadonlySet<string> }>(
  shingles: ReadonlySet<string>,
  known: Iterable<T>,
): T | null {
  let best: T | null = null
  let most = ALIKE_FROM
  for (const one of known) {
    const likeness = likenessOf(shingles, one.shingles)
    if (likeness >= most && (best === null || likeness > most)) {
      best = one
      most = likeness
    }
  }
  return best
}
