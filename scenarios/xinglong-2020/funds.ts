import { answer, type Sent, type Session } from './api.ts'
import type { FiguresFile } from './figures.ts'
import { namedId } from './random.ts'

interface Paper {
  documentNo: string
  authority: string
  documentOn: string
}
interface SourcePlan {
  id: string
  level: 'central' | 'province' | 'county'
  title: string
  paper: Paper
  shares: Array<{ purposeId: string; fen: number }>
  at: string
}
interface CommitmentPlan {
  id: string
  purposeId: string
  sourceId: string
  title: string
  payee: string
  paper: Paper
  fen: number
  at: string
  /** What needs two persons still waits for the second when the weeks end. */
  payments: Array<{ id: string; fen: number; at: string; waits: boolean }>
  released: number
}
interface DonationPlan {
  id: string
  donor: { kind: 'organisation'; organisation: string } | { kind: 'anonymous' }
  fen: number
  purposeId: string
  earmarked: boolean
  publicName: string | null
  at: string
}
export interface Funds {
  county: string
  seed: string
  offset: string
  purposes: Array<{ id: string; title: string }>
  sources: SourcePlan[]
  commitments: CommitmentPlan[]
  donations: DonationPlan[]
}

const FEN_OF_YUAN = 100
/** Above this a payment of one day needs two. */
const ONE_PERSON_YUAN = 300_000
const PURPOSES = ['医疗防护物资', '检查点值守保障', '集中隔离点运行', '消毒消杀', '宣传与应急值班'] as const
/** By which part of the whole the budgets' documents come, and how each is dealt out to the purposes. */
const TRANCHES = [
  ['01-23', 'county', '县财政应急处置经费第一批', 0.2, [50, 20, 10, 15, 5]],
  ['01-28', 'county', '县财政应急处置经费第二批', 0.3, [40, 25, 20, 10, 5]],
  ['02-05', 'county', '县财政应急处置经费第三批', 0.3, [35, 25, 25, 10, 5]],
  ['02-14', 'county', '县财政应急处置经费第四批', 0.2, [40, 20, 25, 10, 5]],
] as const
/** What was bought of which tranche: purpose, what, from whom, day, share of what the tranche gave the purpose, how it was paid. */
const CONTRACTS = [
  [0, 0, '一次性外科口罩和防护服', '承德某医疗器械公司', '01-25', 0.9, [0.5, 0.5]],
  [0, 3, '84消毒液首批', '某日化厂', '01-26', 0.8, [1]],
  [0, 1, '检查点帐篷和取暖设备', '某户外用品公司', '01-27', 0.85, [0.6, 0.4]],
  [1, 0, 'N95口罩和防护镜', '某防护用品公司', '01-30', 0.95, [0.4, 0.55]],
  [1, 1, '检查点值守餐饮', '县机关食堂', '02-01', 0.7, [0.5]],
  [1, 2, '集中隔离点床上用品', '某家纺公司', '02-02', 0.8, [1]],
  [1, 3, '84消毒液第二批', '某日化厂', '02-03', 0.9, [0.7]],
  [2, 0, '体温枪和防护服', '某医疗器械公司', '02-07', 0.6, [0.5]],
  [2, 2, '集中隔离点餐饮', '某酒店', '02-08', 0.5, [0.3]],
  [2, 4, '宣传单页印刷', '某印务公司', '02-09', 0.9, [1]],
] as const
const DONATIONS = [
  [{ kind: 'organisation', organisation: '县工商联' }, 200_000, 0, true, '县工商联', '01-29'],
  [{ kind: 'organisation', organisation: '某矿业公司' }, 100_000, 0, false, '某矿业公司', '02-01'],
  [{ kind: 'organisation', organisation: '某食品公司' }, 50_000, 2, true, null, '02-03'],
  [{ kind: 'anonymous' }, 1_000, 0, false, null, '02-04'],
  [{ kind: 'anonymous' }, 500, 0, false, '一位退休教师', '02-06'],
  [{ kind: 'anonymous' }, 2_000, 0, false, null, '02-10'],
] as const

const figure = (file: FiguresFile): number => file.figures.find(({ name }) => name === 'supplies.fund')?.value ?? 0

/** Parts of a whole, in whole fen, that come to it exactly: what rounding left over goes to the first. */
export function partsOf(whole: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const parts = weights.map((weight) => Math.floor((whole * weight) / all))
  const rest = whole - parts.reduce((sum, part) => sum + part, 0)
  return parts.map((part, nth) => (nth === 0 ? part + rest : part))
}

/** The county's money of the weeks: what came in, what was promised and what was paid. Pure. */
export function planFunds(file: FiguresFile, county: string): Funds {
  const { seed, calendar } = file
  const whole = figure(file) * FEN_OF_YUAN
  const id = (...of: Array<string | number>) => namedId(seed, county, 'funds', ...of)
  const moment = (day: string, hour = '10') => `2020-${day}T${hour}:00:00${calendar.offset}`
  const nothing = { county, seed, offset: calendar.offset, purposes: [], sources: [], commitments: [], donations: [] }
  if (whole === 0) return nothing
  const purposes = PURPOSES.map((title, nth) => ({ id: id('purpose', nth), title }))
  const purposeId = (nth: number): string => purposes[nth]?.id ?? ''
  const amounts = partsOf(
    whole,
    TRANCHES.map(([, , , part]) => part),
  )
  const sources = TRANCHES.map(([day, level, title, , weights], nth): SourcePlan => {
    const paper = { documentNo: `兴财社〔2020〕${nth + 3}号`, authority: '县财政局', documentOn: `2020-${day}` }
    const shares = partsOf(amounts[nth] ?? 0, weights).map((fen, at) => ({ purposeId: purposeId(at), fen }))
    return { id: id('source', nth), level, title, paper, shares, at: moment(day, '09') }
  })
  const commitments = CONTRACTS.map(([tranche, purpose, title, payee, day, share, paid], nth): CommitmentPlan => {
    const fen = Math.floor((sources[tranche]?.shares[purpose]?.fen ?? 0) * share)
    const paper = { documentNo: `采购合同${nth + 1}号`, authority: '县物资保障组', documentOn: `2020-${day}` }
    const payments = paid.map((part, at) => {
      const due = Math.floor(fen * part)
      const paidAt = moment(dayAfter(day, 1 + at * 14), '15')
      return { id: id('payment', nth, at), fen: due, at: paidAt, waits: due > ONE_PERSON_YUAN * FEN_OF_YUAN }
    })
    const of = { purposeId: purposeId(purpose), sourceId: sources[tranche]?.id ?? '', title, payee, paper }
    return {
      id: id('commitment', nth),
      ...of,
      fen,
      at: moment(day, '11'),
      payments,
      released: nth === 6 ? Math.floor(fen / 10) : 0,
    }
  })
  const donations = DONATIONS.map(([donor, yuan, purpose, earmarked, publicName, day], nth): DonationPlan => {
    const of = { purposeId: purposeId(purpose), earmarked, publicName }
    return { id: id('donation', nth), donor, fen: yuan * FEN_OF_YUAN, ...of, at: moment(day, '14') }
  })
  return { ...nothing, purposes, sources, commitments, donations }
}

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`2020-${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(5, 10)

const paymentsOf = ({ commitments }: Funds) => commitments.reduce((sum, { payments }) => sum + payments.length, 0)
const releasesOf = ({ commitments }: Funds) => commitments.filter(({ released }) => released > 0).length
export const countFunds = (funds: Funds): number =>
  funds.purposes.length === 0
    ? 0
    : funds.purposes.length +
      1 +
      // Each with the table of its shares.
      2 * funds.sources.length +
      funds.commitments.length +
      funds.donations.length +
      paymentsOf(funds) +
      releasesOf(funds)

type Add = (sent: Sent, label: string) => void
const LABEL = '资金 funds'
const asSent = ({ arrival }: { arrival: 'new' | 'again' }): Sent =>
  arrival === 'new' ? { fresh: 1, again: 0 } : { fresh: 0, again: 1 }
/** How the document deals it out, as it lies beside the appropriation. */
function sharesFile({ id, title, shares }: SourcePlan, purposes: Funds['purposes']) {
  const rows = shares.map(({ purposeId, fen }) => [
    purposes.find((one) => one.id === purposeId)?.title ?? '',
    (fen / FEN_OF_YUAN).toFixed(2),
  ])
  const text = [['用途', '金额(元)'], ...rows].map((row) => row.join(',')).join('\r\n')
  const content = Buffer.from(`\uFEFF${text}\r\n`).toString('base64')
  const beside = { of: 'source' as const, subjectId: id }
  return { id: namedId(id, 'shares'), ...beside, fileName: `${title}分配表.csv`, type: 'text/csv' as const, content }
}

export async function sendFunds(funds: Funds, desk: Session, add: Add): Promise<void> {
  const { county, seed, purposes, sources, commitments, donations, offset } = funds
  if (purposes.length === 0) return
  for (const one of purposes) {
    const body = { ...one, division: county }
    add(asSent(await answer('purpose', () => desk.POST('/fund-purposes', { body }))), LABEL)
  }
  const paper = { documentNo: '兴疫防办〔2020〕6号', authority: '县防控办', documentOn: '2020-01-23' }
  const rule = { id: namedId(seed, county, 'funds', 'rule'), division: county, aboveFen: ONE_PERSON_YUAN * FEN_OF_YUAN }
  const at = `2020-01-23T08:30:00${offset}`
  add(asSent(await answer('rule', () => desk.POST('/fund-rules', { body: { ...rule, paper, at } }))), LABEL)
  for (const one of sources) {
    const body = { ...one, division: county, earmark: null }
    add(asSent(await answer(one.title, () => desk.POST('/fund-sources', { body }))), LABEL)
    const file = sharesFile(one, purposes)
    add(asSent(await answer(file.fileName, () => desk.POST('/fund-files', { body: file }))), LABEL)
  }
  for (const one of donations) {
    const body = { ...one, division: county }
    add(asSent(await answer('donation', () => desk.POST('/fund-donations', { body }))), LABEL)
  }
  for (const { payments, released, ...body } of commitments) {
    add(asSent(await answer(body.title, () => desk.POST('/fund-commitments', { body }))), LABEL)
    const params = { path: { commitmentId: body.id } }
    for (const { id, fen, at: moment } of payments) {
      const invoice = { documentNo: `发票${id.slice(-6)}`, authority: body.payee, documentOn: moment.slice(0, 10) }
      const asked = { id, fen, at: moment, paper: invoice }
      const done = await answer('payment', () =>
        desk.POST('/fund-commitments/{commitmentId}/payments', { params, body: asked }),
      )
      add(asSent(done), LABEL)
    }
    if (released === 0) continue
    const over = { id: namedId(body.id, 'release'), fen: released, at: `2020-02-15T10:00:00${offset}`, why: '尾款核减' }
    add(
      asSent(
        await answer('release', () => desk.POST('/fund-commitments/{commitmentId}/releases', { params, body: over })),
      ),
      LABEL,
    )
  }
}
