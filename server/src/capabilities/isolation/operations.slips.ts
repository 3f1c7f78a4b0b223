import { randomBytes } from 'node:crypto'
import { type Ctx, operation } from '../../kernel/operation.ts'
import { idTaken } from '../../kernel/problem.ts'
import { blindIndex } from '../../kernel/seal.ts'
import { admitByAddress, publicAddress } from '../access/index.ts'
import { type NoticeFile, printNotices } from '../exchange/index.ts'
import { maskedMany, unmask } from '../people/index.ts'
import { dayOfEnd } from '../places/rules.clock.ts'
import { rightsOnPaper } from '../publicity/index.ts'
import { countyMoment } from '../retention/index.ts'
import { editionNow } from './editions.ts'
import { maySeeOrder } from './policy.ts'
import { notReleased, notStanding, notUnderProfile, statusRefused } from './problems.ts'
import { standingAt } from './rules.ts'
import { AskStatus, OrderStatus, PrintCertificate, PrintedFile, PrintSlip } from './schema.slips.ts'
import { certificateNotice, type Shown, slipNotice } from './slips.ts'
import { type Language, slipWords, titles } from './slips.words.ts'
import { asHolder } from './sql.links.ts'
import { findFollower } from './sql.orders.ts'
import { findSlip, keepSlip } from './sql.slips.ts'
import type { StoredOrder } from './sql.ts'
import { getOrder } from './standing.ts'

const PDF = 'application/pdf'
const CODE_BYTES = 12
/** The person can still see how it ended. */
const READABLE_AFTER_MS = 7 * 86_400_000
const hashOf = (code: string): Buffer => blindIndex('isolation.slip', code)
export const languagesOf = (said: Language | 'both'): Language[] => (said === 'both' ? ['zh', 'en'] : [said])

export const footOf = (said: Language | 'both'): string => slipWords[said === 'en' ? 'en' : 'zh'].foot

const ofOrder = async (ctx: Ctx, { orderId }: { orderId: string }) => ({
  order: await getOrder(ctx, orderId),
  purpose: ctx.purpose,
})

/** Name and address whole, the number masked: it goes into the person's own hand, and may lie on a table. */
async function shownOf(ctx: Ctx, { personId }: StoredOrder): Promise<Shown> {
  const masked = (await maskedMany(ctx, [personId])).get(personId)
  const whole = await unmask(ctx, personId, ['name', 'address'])
  return {
    name: whole?.shown.name ?? '',
    document: masked?.document ?? '',
    address: whole?.shown.address ?? '',
  }
}

export function pdfOf({ name, ...given }: Omit<NoticeFile, 'title'> & { name: string }, of: string) {
  const content = printNotices({ ...given, title: name }).toString('base64')
  return { fileName: `${name}-${of}.pdf`, type: PDF, content }
}
const fileOf = (name: string, given: Omit<NoticeFile, 'title'>, orderId: string) => ({
  orderId,
  ...pdfOf({ name, ...given }, orderId.slice(-8)),
})

/** A code that nobody has held before, and until when it is good. */
export function codeFor({ actor, now }: Ctx, { endsAt }: Pick<StoredOrder, 'endsAt'>) {
  const code = `${actor.county}-${randomBytes(CODE_BYTES).toString('base64url')}`
  const codeUntil = new Date(Math.max(endsAt.getTime(), now.getTime()) + READABLE_AFTER_MS)
  return { codeHash: hashOf(code), codeUntil, link: `${publicAddress()}/isolation-status#code=${code}` }
}

/** For the person: printed again it has another code. */
export const printSlip = operation({
  name: 'isolation.slip.print',
  summary: { zh: '打印隔离告知书', en: 'Print the notice for the person' },
  kind: 'write',
  personal: true,
  input: PrintSlip,
  output: PrintedFile,
  load: ofOrder,
  allow: (actor, { order, purpose }) => maySeeOrder(actor, purpose, order),
  async run(ctx, { id, contact, paper, language }, { order }) {
    const { actor, now, tx } = ctx
    const moment = await countyMoment(ctx)
    if (!standingAt({ ...order, ended: order.endingId !== null }, moment))
      throw notStanding({ endedAt: (order.endedAt ?? order.endsAt).toISOString() })
    const profile = await editionNow(ctx, order)
    if (!profile) throw notUnderProfile({ profile: order.profile, kind: order.kind })
    const { codeHash, codeUntil, link } = codeFor(ctx, order)
    const kept = await keepSlip(tx, {
      county: actor.county,
      id,
      division: order.division,
      order_id: order.id,
      contact,
      code_hash: codeHash,
      printed_by: actor.accountId,
      printed_at: now,
      expires_at: codeUntil,
    })
    if (!kept) throw idTaken({ id })
    const given = {
      order,
      profile,
      shown: await shownOf(ctx, order),
      contact,
      code: link,
      codeUntil,
      printedAt: moment,
      rights: (await rightsOnPaper(ctx, 'isolation'))?.lineIn ?? null,
    }
    const notices = languagesOf(language).map((lang) => slipNotice(lang, given))
    return fileOf(titles.zh[order.kind], { paper, foot: footOf(language), notices }, order.id)
  },
  audit: ({ input, loaded }) => ({
    subject: loaded.order.personId,
    division: loaded.order.division,
    note: { order: input.orderId, slip: input.id },
  }),
})

export const printCertificate = operation({
  name: 'isolation.certificate.print',
  summary: { zh: '打印解除隔离证明', en: 'Print the certificate of release' },
  kind: 'read',
  personal: true,
  input: PrintCertificate,
  output: PrintedFile,
  load: ofOrder,
  allow: (actor, { order, purpose }) => maySeeOrder(actor, purpose, order),
  async run(ctx, { paper, language }, { order }) {
    const shown = await shownOf(ctx, order)
    const notices = languagesOf(language).flatMap((lang) => certificateNotice(lang, order, shown) ?? [])
    if (notices.length === 0) throw notReleased()
    return fileOf(titles.zh.release, { paper, foot: footOf(language), notices }, order.id)
  },
  audit: ({ input, loaded }) => ({
    subject: loaded.order.personId,
    division: loaded.order.division,
    note: { order: input.orderId },
  }),
})

/** Follows somebody who was transferred since: the slip in their hand still tells where they stand. */
async function latestOf(ctx: Ctx, orderId: string): Promise<StoredOrder> {
  const follower = await findFollower(ctx.tx, orderId)
  return follower ? latestOf(ctx, follower) : getOrder(ctx, orderId)
}

export const readStatus = operation({
  name: 'isolation.status.read',
  summary: { zh: '本人查询隔离进展', en: 'Where an order stands, by the code on its notice' },
  kind: 'write',
  anonymous: ({ code }) => Number(code.slice(0, 6)),
  input: AskStatus,
  output: OrderStatus,
  allow: (actor) => actor.kind === 'anonymous',
  run: (ctx, { code }) =>
    asHolder(ctx, async (within) => {
      const guess = await admitByAddress(within)
      const slip = await findSlip(within.tx, hashOf(code), ctx.now)
      if (!slip) {
        await guess.failed()
        return statusRefused()
      }
      const order = await latestOf(within, slip.orderId)
      const standing = standingAt({ ...order, ended: order.endingId !== null }, await countyMoment(within))
      return {
        kind: order.kind,
        state: standing ? 'standing' : 'ended',
        startsAt: order.startsAt.toISOString(),
        endsAt: order.endsAt.toISOString(),
        endsOn: dayOfEnd(order.endsAt),
        reviewOn: order.reviewOn,
        documentNo: order.documentNo,
        authority: order.authority,
        appeal: order.appeal,
        contact: slip.contact,
        endedWhy: order.endedWhy ?? (standing ? null : 'expired'),
        certificateNo: order.certificateNo,
      }
    }),
  audit: () => ({ count: 0 }),
})
