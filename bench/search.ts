import { enrolMany } from '../server/src/capabilities/people/index.ts'
import { latinForms } from '../server/src/capabilities/people/names.ts'
import { searchToken } from '../server/src/capabilities/people/sealed.ts'
import { asSystem } from '../server/src/kernel/operation.ts'
import { COUNTY } from './county.ts'
import { documentOf } from './find.ts'
import { fire } from './load.ts'
import type { Stand } from './stand.ts'
import { type Line, median } from './table.ts'

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕']
const firsts = [...'建国志文明德春秋玉桂金海晓小淑秀俊永宝立长福学少景成']
const lasts = [...'华军平英兰芳伟强敏静丽娟涛超霞杰磊洋勇艳辉飞玲斌琴云梅龙林生']

/** One in five has one of forty names, as in life; the others are spread over the rest. */
function nameOf(n: number): string {
  const k = n % 5 === 0 ? (n / 5) % 40 : n
  const [surname, first, last] = [
    surnames[k % surnames.length],
    firsts[Math.floor(k / surnames.length) % firsts.length],
    lasts[Math.floor(k / (surnames.length * firsts.length)) % lasts.length],
  ]
  return `${surname}${first}${last}`
}
const phoneOf = (n: number): string => `198${String((n * 7_919) % 100_000_000).padStart(8, '0')}`

/** Residents of one township, so that its officer has to find among all of them. */
async function settle(stand: Stand, people: number, from: number): Promise<void> {
  for (let at = from; at < from + people; at += 1000) {
    const travellers = Array.from({ length: Math.min(1000, from + people - at) }, (_, nth) => ({
      id: crypto.randomUUID(),
      division: `${COUNTY}100${200 + ((at + nth) % 20)}`,
      recordedAt: new Date(),
      resident: true,
      name: nameOf(at + nth - from),
      document: documentOf(at + nth),
      phone: phoneOf(at + nth),
    }))
    await asSystem(stand.app.kernel, COUNTY, new Date(), (ctx) => enrolMany(ctx, travellers))
  }
  await stand.owner`insert into bare_token select token, person_id from people.search_token on conflict do nothing`
  await stand.owner`analyze people.search_token`
  await stand.owner`analyze people.person`
  await stand.owner`analyze people.identity`
}

interface Kind {
  name: string
  typed(n: number): string
  token(typed: string): bigint
}
const kinds: Kind[] = [
  { name: 'name', typed: nameOf, token: (typed) => searchToken.name(COUNTY, typed) },
  {
    name: 'pinyin',
    typed: (n) => latinForms(nameOf(n))[0] ?? '',
    token: (typed) => searchToken.latin(COUNTY, typed),
  },
  {
    name: 'initials',
    typed: (n) => latinForms(nameOf(n))[1] ?? '',
    token: (typed) => searchToken.latin(COUNTY, typed),
  },
  {
    name: 'last 4 of a phone or document',
    typed: (n) => phoneOf(n).slice(-4),
    token: (typed) => searchToken.phoneTail(COUNTY, typed),
  },
]

/** p99 of a page of twenty, masked and on record, as a township officer at 32 connections; beside the bare indexed query for it. */
export async function benchSearch(stand: Stand, people: number, rounds: number, seconds: number): Promise<Line[]> {
  // Numbers that no earlier part of the bench has registered.
  const from = 1_000_000
  await settle(stand, people, from)
  const lines: Line[] = []
  for (const kind of kinds) {
    const ours: number[] = []
    const theirs: number[] = []
    const ratios: number[] = []
    const anybody = () => kind.typed(Math.floor(Math.random() * people))
    for (let round = 0; round < rounds; round++) {
      const product = await fire(stand.productUrl, 32, seconds, () => ({
        path: '/people/search',
        token: stand.townshipToken,
        body: { q: anybody() },
        headers: { 'qunfang-purpose': 'contact-tracing' },
      }))
      const limit = await fire(stand.limitUrl, 32, seconds, () => ({
        path: '/search',
        body: { token: String(kind.token(anybody())) },
      }))
      ours.push(product.p99)
      theirs.push(limit.p99)
      ratios.push(product.p99 / limit.p99)
    }
    lines.push({
      what: `(f) search by ${kind.name} among ${people.toLocaleString('en')}, 20 masked and audited, p99 at 32 connections`,
      product: `${median(ours)} ms`,
      limit: `${median(theirs)} ms`,
      ratio: median(ratios),
      asked: 'shown',
    })
  }
  return lines
}
