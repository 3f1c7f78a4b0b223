import { keepOne, originOf } from '../../kernel/facts.ts'
import { type Ctx, cursorOf, operation, positionOf, purposeOf } from '../../kernel/operation.ts'
import { idTaken } from '../../kernel/problem.ts'
import { printNotices } from '../exchange/index.ts'
import { enrolMany, mayUnmask, unmask } from '../people/index.ts'
import { countyName } from '../places/index.ts'
import { dayInChina, isAhead } from '../places/rules.clock.ts'
import { countyMoment } from '../retention/index.ts'
import { goodsReceipt, receiptNumber } from './donations.ts'
import { recordMovements } from './operations.movements.ts'
import { mayKeep, mayRead } from './policy.ts'
import { donationUnknown } from './problems.requests.ts'
import { outOfTime, storeUnknown } from './problems.ts'
import {
  AskGoodsAccount,
  DonateGoods,
  GoodsAccount,
  GoodsDonated,
  GoodsDonationPage,
  ListGoodsDonations,
  NameGiver,
  PrintedFile,
  PrintGoodsReceipt,
} from './schema.donations.ts'
import { Kept } from './schema.ts'
import { findStores, type Store } from './sql.catalogue.ts'
import {
  type Donation,
  findDonation,
  lastSerial,
  listDonationRows,
  listPublicDonations,
  lockReceipts,
} from './sql.donations.ts'
import { lockLedger } from './sql.ledger.ts'

async function donorOf(ctx: Ctx, { donor, at }: DonateGoods, { division }: Store) {
  if (donor.kind !== 'person')
    return { person_id: null, organisation: 'organisation' in donor ? donor.organisation : null }
  const { id, name, phone } = donor
  const [verdict] = await enrolMany(ctx, [{ id, division, recordedAt: new Date(at), name, phone }])
  if (!verdict?.ok) throw verdict?.problem ?? donationUnknown({ id })
  return { person_id: verdict.value.personId, organisation: null }
}

/** The goods come in by the ledger, in the same transaction as their receipt. */
export const donateGoods = operation({
  name: 'supplies.donation.record',
  summary: { zh: '登记捐赠物资并给出收据编号', en: 'Record a donation in goods; it gets the number of its receipt' },
  kind: 'write',
  input: DonateGoods,
  output: GoodsDonated,
  async load(ctx, { storeId }) {
    await lockLedger(ctx)
    const store = (await findStores(ctx.tx, [storeId])).get(storeId)
    if (!store) throw storeUnknown({ id: storeId })
    return store
  },
  allow: (actor, store: Store) => mayKeep(actor, store),
  async run(ctx, input, store) {
    const { id, storeId, lines, documentNo, publicName } = input
    await lockReceipts(ctx)
    const party = input.donor.kind === 'organisation' ? input.donor.organisation : null
    const movement = {
      id,
      kind: 'received' as const,
      account: 'donated' as const,
      storeId,
      lines,
      party,
      documentNo,
      note: null,
      at: input.at,
    }
    const sender = { actor: ctx.actor, clockOffsetMs: 0, requestId: ctx.requestId }
    const [verdict] = await recordMovements.runMany(ctx, [movement], await recordMovements.load(ctx, [movement]), [
      sender,
    ])
    if (!verdict?.ok) throw verdict?.problem ?? idTaken({ id })
    const at = new Date(input.at)
    const origin = originOf(ctx, store, input)
    const kept = await findDonation(ctx.tx, id, ctx.now)
    const donor = kept
      ? { person_id: kept.personId, organisation: kept.organisation }
      : await donorOf(ctx, input, store)
    const arrival = await keepOne(ctx, 'supplies.donation', {
      ...{ ...origin, movement_id: id, donor_kind: input.donor.kind, ...donor, at },
    })
    if (kept) return { id, arrival, receiptNo: kept.receiptNo }
    const year = Number(dayInChina(at).slice(0, 4))
    const before = await lastSerial(ctx.tx, year)
    const number = receiptNumber(year, before + 1)
    const numbered = { donation_id: id, year, serial: before + 1, previous: before || null, number }
    await keepOne(ctx, 'supplies.receipt', { ...origin, ...numbered })
    if (publicName !== null)
      await keepOne(ctx, 'supplies.naming', { ...origin, donation_id: id, public_name: publicName, at })
    return { id, arrival, receiptNo: number }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.id,
    division: loaded.division,
    note: { donor: input.donor.kind, receipt: output.receiptNo, arrival: output.arrival },
  }),
})

async function getDonation(ctx: Ctx, { donationId }: { donationId: string }): Promise<Donation> {
  const found = await findDonation(ctx.tx, donationId, await countyMoment(ctx))
  if (!found) throw donationUnknown({ id: donationId })
  return found
}
const storeOf = ({ storeId, division }: Donation) => ({ id: storeId, division })

export const nameGiver = operation({
  name: 'supplies.donation.name',
  summary: {
    zh: '物资捐赠人同意或撤回公开署名',
    en: 'A donor of goods agrees to be named in public, or takes it back',
  },
  kind: 'write',
  input: NameGiver,
  output: Kept,
  load: getDonation,
  allow: (actor, donation: Donation) => mayKeep(actor, storeOf(donation)),
  async run(ctx, input, { division, at: given }) {
    const at = new Date(input.at)
    if (isAhead(at, ctx.now) || at < given) throw outOfTime({ at: input.at })
    const said = { donation_id: input.donationId, public_name: input.publicName, at }
    const arrival = await keepOne(ctx, 'supplies.naming', { ...originOf(ctx, { division }, input), ...said })
    return { id: input.id, arrival }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.donationId,
    division: loaded.division,
    note: { agreed: input.publicName !== null, arrival: output.arrival },
  }),
})

export const listGoodsDonations = operation({
  name: 'supplies.donation.list',
  summary: { zh: '捐赠物资登记', en: 'Donations in goods, the latest first; no person is named' },
  kind: 'read',
  input: ListGoodsDonations,
  output: GoodsDonationPage,
  allow: (actor) => mayRead(actor),
  async run(ctx, { asOf, after, limit }) {
    const moment = asOf ? new Date(asOf) : await countyMoment(ctx)
    const rows = await listDonationRows(ctx.tx, moment, positionOf(after), limit)
    const items = rows.map(({ personId: _p, storeId: _s, ...row }) => ({ ...row, at: row.at.toISOString() }))
    return { items, next: cursorOf(rows, limit, (row) => row) }
  },
  audit: () => null,
})

/** The donor's own copy names the donor, so whoever prints it looks at a person and says why. */
export const printGoodsReceipt = operation({
  name: 'supplies.receipt.print',
  summary: { zh: '打印捐赠物资收据', en: 'Print the receipt of a donation in goods' },
  kind: 'read',
  personal: true,
  input: PrintGoodsReceipt,
  output: PrintedFile,
  load: async (ctx, input) => ({ donation: await getDonation(ctx, input), ...(await purposeOf(ctx)) }),
  allow: (actor, { donation, purpose }) => mayKeep(actor, storeOf(donation)) && mayUnmask(actor, purpose, ['name']),
  async run(ctx, { paper }, { donation }) {
    const { personId, organisation, receiptNo } = donation
    const seen = personId ? await unmask(ctx, personId, ['name']) : null
    const county = (await countyName(String(ctx.actor.county))) ?? ''
    const notice = goodsReceipt(donation, { donor: organisation ?? seen?.shown.name ?? null, county })
    const content = printNotices({ paper, title: receiptNo, foot: county, notices: [notice] }).toString('base64')
    return { fileName: `${receiptNo}.pdf`, type: 'application/pdf', content }
  },
  audit: ({ input, loaded }) => ({
    subject: loaded.donation.personId ?? input.donationId,
    division: loaded.donation.division,
    count: loaded.donation.personId ? 1 : 0,
    note: { receipt: loaded.donation.receiptNo },
  }),
})

export const readGoodsAccount = operation({
  name: 'supplies.account.read',
  summary: { zh: '捐赠物资公示', en: 'The public account of donations in goods' },
  kind: 'read',
  anonymous: ({ county }) => county,
  input: AskGoodsAccount,
  output: GoodsAccount,
  allow: () => true,
  async run(ctx, { after, limit }) {
    const moment = await countyMoment(ctx)
    const rows = await listPublicDonations(ctx.tx, moment, positionOf(after), limit)
    const donations = rows.map(({ id: _, at, ...row }) => ({ ...row, on: dayInChina(at) }))
    return { asOf: moment.toISOString(), donations, next: cursorOf(rows, limit, (row) => row) }
  },
  audit: () => null,
})
