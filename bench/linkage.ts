/**
 * How well and how fast rows of a list find the persons they are about: `node bench/linkage.ts [--quick]`. The same rules and the same
 * passes as in production, over an index in memory; the production path itself, with sealed identities, is measured by `--only=g` of
 * bench/run.ts.
 */
import { formsOf } from '../server/src/capabilities/agency-lists/linkage.names.ts'
import { passesOf } from '../server/src/capabilities/agency-lists/linkage.passes.ts'
import { judge, type Particulars } from '../server/src/capabilities/agency-lists/linkage.ts'
import { lookalikesOf } from '../server/src/capabilities/agency-lists/similar.ts'
import { checkIdentityNumber } from '../server/src/capabilities/people/rules.ts'
import { errorRates, type ListedRow, makeCounty, makeList, type Somebody } from './crowd.ts'

const quick = process.argv.includes('--quick')
const PEOPLE = quick ? 33_000 : 330_000
const ROWS = quick ? 2_000 : 10_000

const divisions = Array.from({ length: 20 }, (_, town) =>
  Array.from({ length: 15 }, (_, village) => `130822${100 + town}${201 + village}`),
).flat()

/** Keys as 32-bit hashes with the number of whom they find, sorted: flat memory however many they are, and a collision costs a look. */
class Index {
  readonly #keys: Uint32Array
  readonly #whom: Uint32Array
  constructor(county: readonly Somebody[]) {
    const pairs: number[] = []
    for (const [nth, somebody] of county.entries()) for (const key of keysKept(somebody)) pairs.push(hash(key), nth)
    const order = Uint32Array.from({ length: pairs.length / 2 }, (_, at) => at)
    order.sort((a, b) => (pairs[a * 2] ?? 0) - (pairs[b * 2] ?? 0))
    this.#keys = Uint32Array.from(order, (at) => pairs[at * 2] ?? 0)
    this.#whom = Uint32Array.from(order, (at) => pairs[at * 2 + 1] ?? 0)
  }
  find(keys: readonly string[]): number[] {
    const found = new Set<number>()
    for (const key of keys) {
      const wanted = hash(key)
      let low = 0
      let high = this.#keys.length
      while (low < high) {
        const middle = (low + high) >>> 1
        if ((this.#keys[middle] ?? 0) < wanted) low = middle + 1
        else high = middle
      }
      for (let taken = 0; this.#keys[low] === wanted && taken < 60; low += 1, taken += 1)
        found.add(this.#whom[low] ?? 0)
    }
    return [...found]
  }
}

function hash(key: string): number {
  let mixed = 2_166_136_261
  for (let at = 0; at < key.length; at += 1) mixed = Math.imul(mixed ^ key.charCodeAt(at), 16_777_619)
  return mixed >>> 0
}

/** What `people` keeps of a person as tokens. */
function keysKept({ name, document, phone, birthDate, division }: Somebody): string[] {
  const forms = formsOf(name)
  const sounds = forms ? [...new Set(forms.readings.map((reading) => reading.join('')))] : []
  const township = division.slice(0, 9)
  return [
    `d${document}`,
    ...(phone ? [`p${phone}`] : []),
    ...(sounds[0] ? [`b${sounds[0]}/${birthDate}`] : []),
    `n${forms?.folded}/${township}`,
    ...sounds.map((sound) => `s${sound}/${township}`),
  ]
}

function keysSought(row: Particulars): string[] {
  const { documents, phones, births, within } = passesOf(row)
  return [
    ...documents.map((number) => `d${number}`),
    ...phones.map((phone) => `p${phone}`),
    ...births.map(({ sound, birthDate }) => `b${sound}/${birthDate}`),
    ...(within
      ? [`n${within.name}/${within.division}`, ...within.sounds.map((sound) => `s${sound}/${within.division}`)]
      : []),
  ]
}

function particularsOf({ name, document, phone, birthDate, division }: ListedRow | Somebody): Particulars {
  const id = document === null ? null : checkIdentityNumber(document)
  return {
    name: name === null ? null : formsOf(name),
    document: id?.ok ? id.value.number : null,
    misread: id && !id.ok ? document : null,
    phone,
    birthDate: birthDate ?? (id?.ok ? id.value.birthDate : null),
    sex: id?.ok ? id.value.sex : null,
    division,
  }
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)} %`
const seconds = (from: number): string => ((performance.now() - from) / 1000).toFixed(1)

const county = makeCounty(7, PEOPLE, divisions)
const list = makeList(11, ROWS, county, lookalikesOf)
let began = performance.now()
const index = new Index(county)
console.log(
  `${PEOPLE.toLocaleString('en')} persons indexed in ${seconds(began)} s, ${Math.round(process.memoryUsage.rss() / 1e6)} MB`,
)

began = performance.now()
let pairs = 0
let found = 0
let sureRight = 0
let sureWrong = 0
let doubtfulRight = 0
let doubtfulFirst = 0
let doubtful = 0
let rssMax = 0
for (const [nth, row] of list.entries()) {
  const wanted = particularsOf(row)
  const candidates = index.find(keysSought(wanted)).map((at) => ({ ...particularsOf(county[at] as Somebody), at }))
  pairs += candidates.length
  if (row.truth !== null && candidates.some(({ at }) => at === row.truth)) found += 1
  const { level, candidates: named } = judge(wanted, candidates)
  const [first] = named
  if (level === 'sure') {
    if (first?.person.at === row.truth) sureRight += 1
    else sureWrong += 1
  } else if (level === 'doubtful') {
    doubtful += 1
    if (named.some(({ person }) => person.at === row.truth)) doubtfulRight += 1
    if (first?.person.at === row.truth) doubtfulFirst += 1
  }
  if (nth % 500 === 0) rssMax = Math.max(rssMax, process.memoryUsage.rss())
}
const took = performance.now() - began
const known = list.filter(({ truth }) => truth !== null).length
const f1 = (right: number, said: number) => (2 * right) / (said + known)
const line = (name: string, right: number, said: number) =>
  `${name}: precision ${percent(right, said)}, recall ${percent(right, known)}, F1 ${f1(right, said).toFixed(4)}`
console.log(
  `${ROWS.toLocaleString('en')} rows, ${known} about somebody of the county; declared rates ${JSON.stringify(errorRates)}`,
)
console.log(
  `passes: ${percent(found, known)} of these among the candidates, ${(pairs / ROWS).toFixed(1)} candidates a row`,
)
console.log(line('sure', sureRight, sureRight + sureWrong))
console.log(line('sure, and the first of the doubtful', sureRight + doubtfulFirst, sureRight + sureWrong + doubtful))
console.log(
  line('sure, and the doubtful once decided', sureRight + doubtfulRight, sureRight + sureWrong + doubtfulRight),
)
console.log(`doubtful: ${percent(doubtful, ROWS)} of the rows`)
console.log(
  `${(took / 1000).toFixed(1)} s: ${Math.round(pairs / (took / 1000)).toLocaleString('en')} pairs and ${Math.round(ROWS / (took / 1000)).toLocaleString('en')} rows a second, at most ${Math.round(rssMax / 1e6)} MB`,
)
