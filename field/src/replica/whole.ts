import type { Answer } from '../api.ts'

interface Paged<T> {
  items: T[]
  next: string | null
}

/** Page after page to the end; null when one of them did not come, so that half a list never takes the place of a whole one. */
export async function all<T>(ask: (after: string | undefined) => Promise<Answer<Paged<T>>>): Promise<T[] | null> {
  const rows: T[] = []
  for (let after: string | null | undefined; after !== null; ) {
    const answer = await ask(after)
    if (answer.is !== 'ok') return null
    rows.push(...answer.value.items)
    after = answer.value.next
  }
  return rows
}
