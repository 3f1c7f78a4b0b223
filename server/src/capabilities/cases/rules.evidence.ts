import { confirmedBy, type TestedSample } from './rules.samples.ts'
import type { Term } from './rules.symptoms.ts'
import { isFever, type MeasuringSite, type ProfileBody } from './rules.ts'

/** Why somebody is a suspected or a confirmed case under an edition, item by item, or what is lacking. */
export interface Item extends Term {
  /** Null: nobody has said. */
  present: boolean | null
  /** Said by somebody, or read from a thermometer and from results. */
  from: 'said' | 'measured' | 'laboratory' | null
}
export interface Way {
  history: number
  findings: number
  anyOf: string[][]
  met: boolean
}
export interface Explanation {
  history: Item[]
  findings: Item[]
  confirming: Item[]
  counted: { history: number; findings: number; confirming: number }
  ways: Way[]
  suspected: boolean
  confirmed: boolean
}

export interface Known {
  /** The last word on each item, by code. */
  said: ReadonlyMap<string, boolean>
  fevers: ReadonlyArray<{ temperatureC: number | null; site: MeasuringSite | null; symptoms: readonly string[] }>
  results: readonly TestedSample[]
}

const RESPIRATORY = new Set(['cough', 'sputum', 'stuffy-nose', 'runny-nose', 'sore-throat', 'shortness-of-breath'])

/** What thermometers and lists of symptoms bear out without anybody having to say it again. */
function measured(body: ProfileBody, fevers: Known['fevers']): Set<string> {
  const codes = new Set(fevers.flatMap(({ symptoms }) => symptoms))
  const hot = fevers.some(
    ({ temperatureC, site }) => temperatureC !== null && site !== null && isHot(body, temperatureC, site),
  )
  if (hot) codes.add('fever')
  if (hot || [...codes].some((code) => RESPIRATORY.has(code))) codes.add('fever-or-respiratory')
  if (codes.has('runny-nose')) codes.add('coryza')
  if (codes.has('red-eyes')) codes.add('conjunctivitis')
  return codes
}

/** Where an edition has no temperature of its own, the one of the COVID-19 plans says what the word fever means. */
function isHot(body: ProfileBody, temperatureC: number, site: MeasuringSite): boolean {
  return isFever({ body: { fever: body.fever ?? { comparison: '>', thresholdC: 37.3, site } } }, { temperatureC, site })
}

export function explain(body: ProfileBody, { said, fevers, results }: Known): Explanation | null {
  const rule = body.caseRule
  if (!rule) return null
  const byThermometer = measured(body, fevers)
  const byLaboratory = confirmedBy(results)
  const item = (term: Term): Item => {
    const word = said.get(term.code)
    if (word !== undefined) return { ...term, present: word, from: 'said' }
    if (byThermometer.has(term.code)) return { ...term, present: true, from: 'measured' }
    return { ...term, present: null, from: null }
  }
  const history = rule.history.map(item)
  const found = rule.findings.map(item)
  // Only a laboratory confirms: nobody can say it away or bring it about.
  const confirming = rule.confirmed.map((term): Item => {
    const has = byLaboratory.has(term.code)
    return { ...term, present: has ? true : null, from: has ? 'laboratory' : null }
  })
  const counted = { history: count(history), findings: count(found), confirming: count(confirming) }
  const present = new Set(found.flatMap(({ code, present: is }) => (is ? [code] : [])))
  const ways = rule.suspected.map(({ history: h, findings: f, anyOf = [] }): Way => {
    const holdsSet = anyOf.length === 0 || anyOf.some((set) => set.every((code) => present.has(code)))
    return { history: h, findings: f, anyOf, met: counted.history >= h && counted.findings >= f && holdsSet }
  })
  return {
    history,
    findings: found,
    confirming,
    counted,
    ways,
    suspected: ways.some(({ met }) => met),
    confirmed: counted.confirming > 0,
  }
}

const count = (items: readonly Item[]): number => items.filter(({ present }) => present).length
