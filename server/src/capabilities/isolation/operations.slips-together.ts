import { type Ctx, operation, purposeOf } from '../../kernel/operation.ts'
import { idTaken } from '../../kernel/problem.ts'
import { idFrom } from '../../kernel/seal.ts'
import { maskedMany, shownMany } from '../people/index.ts'
import { rightsOnPaper } from '../publicity/index.ts'
import { countyMoment } from '../retention/index.ts'
import { editionsNow } from './editions.ts'
import { codeFor, footOf, languagesOf, pdfOf } from './operations.slips.ts'
import { kindsOf, maySeeOrders } from './policy.ts'
import { nobodyToNotify, tooManySlips } from './problems.ts'
import { PrintSlips, SlipsPrinted } from './schema.sheets.ts'
import type { Shown } from './slips.ts'
import { slipNotice } from './slips.ts'
import { slipWords } from './slips.words.ts'
import { keepSlips, listTogether } from './sql.sheets.ts'
import type { StoredOrder } from './sql.ts'

/** What one file takes. */
const SLIPS_MOST = 60

async function shownFor(ctx: Ctx, orders: readonly StoredOrder[]): Promise<(order: StoredOrder) => Shown> {
  const ids = orders.map(({ personId }) => personId)
  const [masked, whole] = [await maskedMany(ctx, ids), await shownMany(ctx, ids, ['name', 'address'])]
  return ({ personId }) => ({
    name: whole.get(personId)?.name ?? '',
    document: masked.get(personId)?.document ?? '',
    address: whole.get(personId)?.address ?? '',
  })
}

/** Everybody of one document or of one village, a page each with a code of its own. */
export const printSlips = operation({
  name: 'isolation.slip.print-together',
  summary: { zh: '一并打印隔离告知书', en: 'Print the notices of one document or village together' },
  kind: 'write',
  personal: true,
  input: PrintSlips,
  output: SlipsPrinted,
  load: purposeOf,
  allow: (actor, { purpose }, { division }) => maySeeOrders(actor, purpose, division ?? actor.division),
  async run(ctx, { id, documentNo, division, contact, paper, language }) {
    const { actor, now, tx } = ctx
    const moment = await countyMoment(ctx)
    const together = { area: division ?? actor.division, kinds: kindsOf(actor), documentNo, moment }
    const listed = await listTogether(tx, { ...together, limit: SLIPS_MOST + 1 })
    if (listed.length > SLIPS_MOST) throw tooManySlips({ most: SLIPS_MOST })
    const editionOf = await editionsNow(ctx)
    const orders = listed.flatMap((order) => {
      const profile = editionOf(order)
      return profile ? [{ order, profile, ...codeFor(ctx, order) }] : []
    })
    if (orders.length === 0) throw nobodyToNotify()
    const kept = await keepSlips(
      tx,
      orders.map(({ order, codeHash, codeUntil }) => ({
        county: actor.county,
        id: idFrom('isolation.slip', id, order.id),
        division: order.division,
        order_id: order.id,
        contact,
        code_hash: codeHash,
        printed_by: actor.accountId,
        printed_at: now,
        expires_at: codeUntil,
      })),
    )
    if (kept < orders.length) throw idTaken({ id })
    const shownOf = await shownFor(
      ctx,
      orders.map(({ order }) => order),
    )
    const rights = (await rightsOnPaper(ctx, 'isolation'))?.lineIn ?? null
    const printedAt = moment
    const notices = orders.flatMap(({ order, profile, link, codeUntil }) =>
      languagesOf(language).map((lang) =>
        slipNotice(lang, { order, profile, shown: shownOf(order), contact, code: link, codeUntil, printedAt, rights }),
      ),
    )
    const name = slipWords.zh.together
    const file = pdfOf({ name, paper, foot: footOf(language), notices }, division ?? id.slice(-8))
    return { ...file, people: orders.length }
  },
  audit: ({ input, output }) => ({
    count: output.people,
    ...(input.division ? { division: input.division } : {}),
    note: { slips: input.id, document: input.documentNo },
  }),
})
