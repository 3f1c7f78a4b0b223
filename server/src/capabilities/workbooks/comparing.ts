import type { Problem } from '../../kernel/problem.ts'
import { digestOf } from '../../kernel/seal.ts'
import type { Words } from './cells.ts'

/** Of a refusal that names cells, what it says of the first. */
export const wordsOf = (problem: Problem): Words => {
  const [issue] = problem.issues
  return issue ? { zh: issue.zh, en: issue.en } : { zh: problem.text('zh'), en: problem.text('en') }
}

const ofThePlace: ReadonlySet<string> = new Set(['row', 'holderComes'])
/** How a row read: its place in the file says nothing. */
export const digestOfRow = (county: number, row: object): Buffer =>
  digestOf({ county, ...Object.fromEntries(Object.entries(row).filter(([key]) => !ofThePlace.has(key))) })
