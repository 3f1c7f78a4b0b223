import type { Ctx } from '../../kernel/operation.ts'
import { digestOf, idFrom } from '../../kernel/seal.ts'
import { mostAlike, piecesOf, shinglesOf } from './rules.likeness.ts'
import { findCandidates, findWordings, keepWordings, lockWords } from './sql.signals.ts'

export const digestOfWords = (words: string): Buffer => digestOf({ words })

interface Known {
  id: string
  topicId: string
  shingles: ReadonlySet<string>
}

/** Puts words that were never said before beside those that are nearly the same, or begins a topic; returns the wording of each. */
export async function placeWords({ tx, actor, now }: Ctx, said: readonly string[]): Promise<Map<string, Known>> {
  const { county } = actor
  await lockWords(tx, county)
  const digests = new Map([...new Set(said)].map((words) => [words, digestOfWords(words)]))
  const placed = new Map<string, Known>()
  const empty: ReadonlySet<string> = new Set()
  for (const { words, id, topicId } of await findWordings(tx, [...digests.values()]))
    placed.set(words, { id, topicId, shingles: empty })
  const fresh = [...digests.keys()].filter((words) => !placed.has(words))
  const asked = fresh.map((words) => {
    const shingles = shinglesOf(words)
    return { words, shingles, pieces: piecesOf(shingles) }
  })
  const near = Map.groupBy(
    await findCandidates(
      tx,
      asked.map(({ pieces }) => pieces),
    ),
    ({ nth }) => nth,
  )
  const added = withinBatch()
  const topics: string[] = []
  const wordings = asked.map(({ words, shingles, pieces }, nth) => {
    const digest = digests.get(words) ?? digestOfWords(words)
    const kept = (near.get(nth) ?? []).map((one) => ({ ...one, shingles: shinglesOf(one.words) }))
    const alike = mostAlike(shingles, [...kept, ...added.near(pieces)])
    const id = idFrom('rumours.wording', String(county), digest.toString('hex'))
    const topicId = alike?.topicId ?? idFrom('rumours.topic', id)
    if (!alike) topics.push(topicId)
    placed.set(words, { id, topicId, shingles })
    added.add({ id, topicId, shingles }, pieces)
    return { id, topicId, words, digest, pieces }
  })
  await keepWordings(tx, { county, now, topics, wordings })
  return placed
}

/** What was added before in the same batch, found by its pieces. */
function withinBatch() {
  const byPiece = new Map<number, Known[]>()
  return {
    add(one: Known, pieces: readonly number[]): void {
      for (const piece of pieces) {
        const own = byPiece.get(piece)
        if (own) own.push(one)
        else byPiece.set(piece, [one])
      }
    },
    near: (pieces: readonly number[]): Set<Known> => new Set(pieces.flatMap((piece) => byPiece.get(piece) ?? [])),
  }
}
