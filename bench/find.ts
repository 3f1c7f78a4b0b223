import { enrolMany } from '../server/src/capabilities/people/index.ts'
import { documentDigest, phoneDigest } from '../server/src/capabilities/people/sealed.ts'
import { asSystem } from '../server/src/kernel/operation.ts'
import { COUNTY } from './county.ts'
import { fire } from './load.ts'
import type { Stand } from './stand.ts'
import { type Line, median } from './table.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/** The nth synthetic person: a division prefix that is assigned to nobody, with a valid check character (GB 11643-1999). */
export function documentOf(n: number): { kind: 'resident-id'; number: string } {
  const birth = new Date(Date.UTC(1940, 0, 1 + (n % 25_000))).toISOString().slice(0, 10).replaceAll('-', '')
  const body = `130899${birth}${String(Math.floor(n / 25_000)).padStart(3, '0')}`
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(body[at]), 0)
  return { kind: 'resident-id', number: body + CHECKS[sum % 11] }
}
const phoneOf = (n: number): string => `199${String(n).padStart(8, '0')}`

/** Through the product's own way in, a thousand at a time. */
async function enrol(stand: Stand, people: number): Promise<void> {
  for (let from = 0; from < people; from += 1000) {
    const travellers = Array.from({ length: Math.min(1000, people - from) }, (_, at) => ({
      id: crypto.randomUUID(),
      division: `${COUNTY}100`,
      recordedAt: new Date(),
      name: '测试人员',
      document: documentOf(from + at),
      phone: phoneOf(from + at),
    }))
    await asSystem(stand.app.kernel, COUNTY, new Date(), (ctx) => enrolMany(ctx, travellers))
  }
  await stand.owner`insert into bare_index select digest, person_id from people.blind_index on conflict do nothing`
  await stand.owner`analyze people.blind_index`
  await stand.owner`analyze people.person`
  await stand.owner`analyze people.identity`
}

/** p99 of finding somebody by ID number or phone at 32 connections, beside the same look-up as one bare indexed query. */
export async function benchFind(stand: Stand, people: number, rounds: number, seconds: number): Promise<Line[]> {
  await enrol(stand, people)
  const station = stand.stations[0]
  if (!station) throw new Error('bench: no stations')
  const lines: Line[] = []
  for (const by of ['document', 'phone'] as const) {
    const ours: number[] = []
    const theirs: number[] = []
    const ratios: number[] = []
    for (let round = 0; round < rounds; round++) {
      const product = await fire(stand.productUrl, 32, seconds, () => {
        const n = Math.floor(Math.random() * people)
        const body = by === 'document' ? { by, document: documentOf(n) } : { by, phone: phoneOf(n) }
        return {
          path: '/people/find',
          token: station.token,
          body,
          headers: { 'qunfang-purpose': 'checkpoint-screening' },
        }
      })
      const limit = await fire(stand.limitUrl, 32, seconds, () => {
        const n = Math.floor(Math.random() * people)
        const digest = by === 'document' ? documentDigest(COUNTY, documentOf(n)) : phoneDigest(COUNTY, phoneOf(n))
        return { path: '/find', body: { digest: digest.toString('hex') } }
      })
      ours.push(product.p99)
      theirs.push(limit.p99)
      ratios.push(product.p99 / limit.p99)
    }
    lines.push({
      what: `(c) find by ${by} among ${people.toLocaleString('en')}, audited, p99 at 32 connections`,
      product: `${median(ours)} ms`,
      limit: `${median(theirs)} ms`,
      ratio: median(ratios),
      asked: 'shown',
    })
  }
  return lines
}
