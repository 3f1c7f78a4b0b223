import { type Ctx, operation } from '../../kernel/operation.ts'
import { Problem } from '../../kernel/problem.ts'
import { dayInChina } from '../places/rules.clock.ts'
import { begin } from './operations.drafts.ts'
import { mayReadEditions, mayWriteEditions } from './policy.editions.ts'
import {
  changeoverBackdated,
  changeoverCrosses,
  changeoverNowhere,
  diseasesDiffer,
  editionUnknown,
  notInForceThen,
} from './problems.ts'
import { seedProfiles } from './profiles.ts'
import { allEditions, isDraft, pick } from './reading.editions.ts'
import { differences, editionOf, stateOn } from './rules.editions.ts'
import { AskChangeovers, AskPreview, ChangeoverKept, Changeovers, OrderChangeover, Preview } from './schema.editions.ts'
import { countOpenOrders, type EditionRow, keepFact, listChangeoverRows } from './sql.editions.ts'

interface Wanted {
  from: string
  to: string
  day: string
}

/** The two editions, when an order like this may be given. */
async function judge(ctx: Ctx, { from, to, day }: Wanted): Promise<{ former: EditionRow; next: EditionRow }> {
  const editions = await allEditions(ctx.tx)
  const [former, next] = [pick(editions, from), pick(editions, to)]
  for (const edition of [former, next]) if (isDraft(edition)) throw editionUnknown({ code: edition.code })
  if (from === to) throw changeoverNowhere({ from })
  if (former.disease !== next.disease) throw diseasesDiffer({ from, to })
  const today = dayInChina(ctx.now)
  if (day < today) throw changeoverBackdated({ day, today })
  if (stateOn(next, day) !== 'in-force') throw notInForceThen({ code: to, day })
  const crossing = (await listChangeoverRows(ctx.tx)).find(
    (other) => other.day === day && (other.from === from || other.to === from || other.from === to),
  )
  if (crossing) throw changeoverCrosses({ day, code: crossing.from === to ? to : from })
  return { former, next }
}

export const orderChangeover = operation({
  name: 'cases.changeover.order',
  summary: {
    zh: '下令在管人员转按另一版本',
    en: 'Order that open episodes change over to another edition',
  },
  kind: 'write',
  input: OrderChangeover,
  output: ChangeoverKept,
  allow: (actor) => mayWriteEditions(actor),
  async run(ctx, input) {
    const { id, from, to, day, documentNo, authority, decider } = input
    const { fact, again } = await begin(ctx, 'cases.changeover', input)
    if (again) return { id, arrival: 'again' as const }
    await seedProfiles(ctx)
    const { former } = await judge(ctx, input)
    const order = { disease: former.disease, from_code: from, to_code: to, from_day: day }
    await keepFact(ctx.tx, 'cases.changeover', { ...fact, ...order, document_no: documentNo, authority, decider })
    return { id, arrival: 'new' as const }
  },
  audit: ({ input, output }) => ({
    subject: input.id,
    note: {
      from: input.from,
      to: input.to,
      day: input.day,
      document: input.documentNo,
      arrival: output.arrival,
    },
  }),
})

export const listChangeovers = operation({
  name: 'cases.changeover.list',
  summary: { zh: '转换令', en: 'Changeovers that were ordered' },
  kind: 'read',
  input: AskChangeovers,
  output: Changeovers,
  allow: (actor) => mayReadEditions(actor),
  async run(ctx, { disease }) {
    const rows = await listChangeoverRows(ctx.tx)
    const items = rows
      .filter((row) => disease === undefined || row.disease === disease)
      .map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }))
    return { items, next: null }
  },
  audit: () => null,
})

/** Those under the former edition on that day: begun under it, or changed over to it before. */
async function countTouched({ tx }: Ctx, { from, day }: Wanted): Promise<number> {
  const [orders, changeovers] = [await countOpenOrders(tx), await listChangeoverRows(tx)]
  const touched = orders.filter(
    ({ edition, startedOn }) => editionOf({ edition, startedOn, endedOn: null }, changeovers, day) === from,
  )
  return touched.reduce((sum, { open }) => sum + open, 0)
}

export const previewChangeover = operation({
  name: 'cases.changeover.preview',
  summary: {
    zh: '下转换令之前:涉及多少在管人员',
    en: 'Before a changeover is ordered: how many open episodes it touches',
  },
  kind: 'read',
  input: AskPreview,
  output: Preview,
  allow: (actor) => mayWriteEditions(actor),
  async run(ctx, wanted) {
    const openOrders = await countTouched(ctx, wanted)
    try {
      const { former, next } = await judge(ctx, wanted)
      return { refusal: null, openOrders, differences: differences(former.body, next.body).length }
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      const refusal = { code: problem.code, zh: problem.text('zh'), en: problem.text('en') }
      return { refusal, openOrders, differences: 0 }
    }
  },
  audit: () => null,
})
