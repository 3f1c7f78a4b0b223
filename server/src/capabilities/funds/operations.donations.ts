import { isAgain, keepFacts, keepNew, originOf } from '../../kernel/facts.ts'
import { type Ctx, cursorOf, operation, positionOf, purposeOf } from '../../kernel/operation.ts'
import { idFrom } from '../../kernel/seal.ts'
import { printNotices } from '../exchange/index.ts'
import { enrolMany, mayUnmask, unmask } from '../people/index.ts'
import { countyName } from '../places/index.ts'
import { dayInChina } from '../places/rules.clock.ts'
import { countyMoment } from '../retention/index.ts'
import { knownDivision, momentOf, paperOf, tell } from './origin.ts'
import { mayKeepFunds, mayReadFunds } from './policy.ts'
import { getPurposes, post } from './posting.ts'
import { donationUnknown, elsewhere } from './problems.ts'
import { receiptNotice } from './receipt.ts'
import { receiptNumber } from './rules.ts'
import {
  AskAccount,
  DonationKept,
  DonationPage,
  Kept,
  ListDonations,
  NameDonor,
  PrintedFile,
  PrintReceipt,
  PublicAccount,
  RecordDonation,
} from './schema.ts'
import {
  type Donation,
  findDonation,
  lastSerial,
  listDonationRows,
  listPublicDonations,
  listPublicHeld,
  receiptOf,
} from './sql.donations.ts'
import { lockReceipts } from './sql.ts'

const AGAIN = 'again' as const
const NEW = 'new' as const

/** Donations stand apart from the budget: together where the donor left it to the county, and for each purpose that was named. */
async function poolFor(ctx: Ctx, { division, earmarked, purposeId }: RecordDonation, purpose: string, at: Date) {
  const id = idFrom('funds.pool', String(ctx.actor.county), division, earmarked ? purposeId : 'free')
  const title = earmarked ? `定向捐款:${purpose}` : '非定向捐款'
  const row = { ...originOf(ctx, { division }, { id }), kind: 'donation', level: null, title }
  const rest = { earmark: earmarked ? purposeId : null, ...(await paperOf(ctx, null)), at }
  await keepFacts(ctx.tx, 'funds.source', [{ ...row, ...rest }])
  return id
}

async function donorOf(ctx: Ctx, { donor, division, at }: RecordDonation) {
  if (donor.kind !== 'person')
    return { person_id: null, organisation: 'organisation' in donor ? donor.organisation : null }
  const { id, name, phone } = donor
  const [verdict] = await enrolMany(ctx, [{ id, division, recordedAt: new Date(at), name, phone }])
  if (!verdict?.ok) throw verdict?.problem ?? donationUnknown({ id })
  return { person_id: verdict.value.personId, organisation: null }
}

export const recordDonation = operation({
  name: 'funds.donation.record',
  summary: { zh: '登记捐款并给出收据编号', en: 'Record a donation in money; it gets the number of its receipt' },
  kind: 'write',
  input: RecordDonation,
  output: DonationKept,
  load: knownDivision,
  allow: (actor, _loaded, input) => mayKeepFunds(actor, input),
  async run(ctx, input) {
    const { id, division, purposeId, fen, publicName } = input
    await lockReceipts(ctx)
    if (await isAgain(ctx, 'funds.donation', input))
      return { id, arrival: AGAIN, receiptNo: (await receiptOf(ctx.tx, id)) ?? '' }
    const at = momentOf(ctx, input.at)
    const purpose = (await getPurposes(ctx, [purposeId])).get(purposeId)
    if (purpose?.division !== division) throw elsewhere({ purpose: purpose?.division ?? '', source: division })
    const donor = await donorOf(ctx, input)
    const sourceId = await poolFor(ctx, input, purpose.title, at)
    const origin = originOf(ctx, { division }, input)
    const of = { donor_kind: input.donor.kind, ...donor, source_id: sourceId, purpose_id: purposeId, at }
    await keepNew(ctx, 'funds.donation', { ...origin, ...of })
    await post(ctx, [{ id, division, kind: 'received', sourceId, purposeId, fen, at, paper: await paperOf(ctx, null) }])
    const year = Number(dayInChina(at).slice(0, 4))
    const before = await lastSerial(ctx.tx, year)
    const number = receiptNumber(year, before + 1)
    const numbered = { donation_id: id, year, serial: before + 1, previous: before || null, number }
    await keepNew(ctx, 'funds.receipt', { ...origin, ...numbered })
    if (publicName !== null)
      await keepNew(ctx, 'funds.naming', { ...origin, donation_id: id, public_name: publicName, at })
    tell(ctx, division, [id])
    return { id, arrival: NEW, receiptNo: number }
  },
  audit: ({ input, output }) => ({
    subject: input.id,
    division: input.division,
    note: { fen: input.fen, donor: input.donor.kind, receipt: output.receiptNo, arrival: output.arrival },
  }),
})

export async function getDonation(ctx: Ctx, { donationId }: { donationId: string }): Promise<Donation> {
  const found = await findDonation(ctx.tx, donationId, await countyMoment(ctx))
  if (!found) throw donationUnknown({ id: donationId })
  return found
}

export const nameDonor = operation({
  name: 'funds.donation.name',
  summary: { zh: '捐赠人同意或撤回公开署名', en: 'A donor agrees to be named in public, or takes it back' },
  kind: 'write',
  input: NameDonor,
  output: Kept,
  load: getDonation,
  allow: (actor, donation: Donation) => mayKeepFunds(actor, donation),
  async run(ctx, input, { division, at: given }) {
    const { id, donationId, publicName } = input
    if (await isAgain(ctx, 'funds.naming', input)) return { id, arrival: AGAIN }
    const at = momentOf(ctx, input.at, given)
    const said = { donation_id: donationId, public_name: publicName, at }
    await keepNew(ctx, 'funds.naming', { ...originOf(ctx, { division }, input), ...said })
    return { id, arrival: NEW }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.donationId,
    division: loaded.division,
    note: { agreed: input.publicName !== null, arrival: output.arrival },
  }),
})

export const listDonations = operation({
  name: 'funds.donation.list',
  summary: { zh: '捐款登记', en: 'Donations in money, the latest first; no person is named' },
  kind: 'read',
  input: ListDonations,
  output: DonationPage,
  allow: (actor) => mayReadFunds(actor),
  async run(ctx, { asOf, after, limit }) {
    const moment = asOf ? new Date(asOf) : await countyMoment(ctx)
    const rows = await listDonationRows(ctx.tx, moment, positionOf(after), limit)
    const items = rows.map(({ personId: _, ...row }) => ({ ...row, at: row.at.toISOString() }))
    return { items, next: cursorOf(rows, limit, (row) => row) }
  },
  audit: () => null,
})

/** The donor's own copy names the donor, so whoever prints it looks at a person and says why. */
export const printReceipt = operation({
  name: 'funds.receipt.print',
  summary: { zh: '打印捐款收据', en: 'Print the receipt of a donation' },
  kind: 'read',
  personal: true,
  input: PrintReceipt,
  output: PrintedFile,
  load: async (ctx, input) => ({ donation: await getDonation(ctx, input), ...(await purposeOf(ctx)) }),
  allow: (actor, { donation, purpose }) => mayKeepFunds(actor, donation) && mayUnmask(actor, purpose, ['name']),
  async run(ctx, { paper }, { donation }) {
    const { personId, organisation, receiptNo } = donation
    const seen = personId ? await unmask(ctx, personId, ['name']) : null
    const county = (await countyName(String(ctx.actor.county))) ?? ''
    const notice = receiptNotice(donation, { donor: organisation ?? seen?.shown.name ?? null, county })
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

export const readAccount = operation({
  name: 'funds.account.read',
  summary: { zh: '捐款公示', en: 'The public account of donations in money' },
  kind: 'read',
  anonymous: ({ county }) => county,
  input: AskAccount,
  output: PublicAccount,
  allow: () => true,
  async run(ctx, { after, limit }) {
    const moment = await countyMoment(ctx)
    const rows = await listPublicDonations(ctx.tx, moment, positionOf(after), limit)
    const donations = rows.map(({ id: _, at, ...row }) => ({ ...row, on: dayInChina(at) }))
    const purposes = [...(await listPublicHeld(ctx.tx, moment))]
    return { asOf: moment.toISOString(), purposes, donations, next: cursorOf(rows, limit, (row) => row) }
  },
  audit: () => null,
})
