import { newId } from '../../scenario/scenario.ts'
import { type Area, AT, made, type Part, type Special } from '../part.ts'

const DAY = '2020-02-05'
const paper = ({ mark }: Area) => ({ documentNo: `${mark}8号`, authority: `${mark}财政局`, documentOn: DAY })
const say = ({ hands }: Area, path: string, said: object) => made(hands.desk.post(path, { id: newId(), ...said }))

const purpose = async (area: Area) => {
  const { id } = await say(area, '/fund-purposes', { division: area.village, title: `${area.mark}物资` })
  return { purposeId: id }
}
async function source(area: Area) {
  const { purposeId } = await purpose(area)
  const { purposeId: toPurposeId } = await purpose(area)
  const said = { division: area.village, level: 'county', title: `${area.mark}拨款`, paper: paper(area), at: AT }
  const { id } = await say(area, '/fund-sources', { ...said, shares: [{ purposeId, fen: 1_000_000 }] })
  return { sourceId: id, purposeId, toPurposeId }
}
async function commitment(area: Area) {
  const of = await source(area)
  const said = { ...of, title: `${area.mark}口罩`, payee: `${area.mark}公司`, paper: paper(area), fen: 500_000, at: AT }
  const { toPurposeId: _, ...sent } = said
  return { ...of, commitmentId: (await say(area, '/fund-commitments', sent)).id }
}
async function payment(area: Area) {
  const of = await commitment(area)
  const said = { fen: 20_000, paper: paper(area), at: AT }
  return { ...of, paymentId: (await say(area, `/fund-commitments/${of.commitmentId}/payments`, said)).id }
}
async function paid(area: Area) {
  const of = await payment(area)
  const other = await area.stage.as.countyDesk()
  await made(
    other.post(`/fund-payments/${of.paymentId}/decision`, {
      id: newId(),
      decision: 'approved',
      why: area.mark,
      at: AT,
    }),
  )
  return { ...of, entryId: of.paymentId }
}
const donor = (area: Area) => ({ kind: 'person', id: newId(), name: `${area.mark}测试` })
async function donation(area: Area) {
  const { purposeId } = await purpose(area)
  const said = {
    division: area.village,
    donor: donor(area),
    fen: 100,
    purposeId,
    publicName: `${area.mark}市民`,
    at: AT,
  }
  return { purposeId, donationId: (await say(area, '/fund-donations', said)).id }
}
async function file(area: Area, commitmentId: string) {
  const content = Buffer.from(area.mark).toString('base64')
  const said = { of: 'commitment', subjectId: commitmentId, fileName: '合同.csv', type: 'text/csv', content }
  return { fileId: (await say(area, '/fund-files', said)).id }
}
const entry = async (area: Area) => {
  const of = await source(area)
  const move = {
    purposeId: of.purposeId,
    toPurposeId: of.toPurposeId,
    fen: 100,
    paper: paper(area),
    at: AT,
    why: `${area.mark}调剂`,
  }
  return { ...of, entryId: (await say(area, `/fund-sources/${of.sourceId}/reassignments`, move)).id }
}
/** Small enough for whatever is there. */
const little = { fen: 100, at: AT, paper }

/** Who gave how much is published, with the names that donors agreed to. */
const published: Special['toldInCounty'] = {
  because:
    'The account of donations is public: receipts, amounts and purposes of the whole county, names only where donors agreed.',
  fields: [],
  hears: ({ mark }) => [mark],
}

const beside = { of: 'commitment', subjectId: ({ things }: Area) => things['commitmentId'] }

export const fundsPart: Part = {
  async plant(area) {
    const of = await paid(area)
    const { donationId } = await donation(area)
    await entry(area)
    const rule = { division: area.county, aboveFen: 0, paper: paper(area), at: AT }
    await say(area, '/fund-rules', rule)
    const wrong = await file(area, of.commitmentId)
    await say(area, `/fund-files/${wrong.fileId}/void`, { why: 'twice' })
    return { ...of, donationId, ...(await file(area, of.commitmentId)) }
  },
  countyWide: ['funds.two_person_rule'],
  shared: ['funds.receipt', 'funds.two_person_rule'],
  operations: {
    'funds.source.add': {
      say: { ...little, earmark: () => null, shares: ({ things }) => [{ purposeId: things['purposeId'], fen: 100 }] },
    },
    'funds.rule.set': { say: { division: ({ county }) => county, paper, at: AT } },
    'funds.entry.reassign': { say: little, fresh: source },
    'funds.entry.give-back': { say: little, fresh: source },
    'funds.entry.reverse': { say: { at: AT }, fresh: entry },
    'funds.commitment.add': { say: little, fresh: source },
    'funds.commitment.release': { say: little, fresh: commitment },
    'funds.commitment.refund': { say: little, fresh: paid },
    'funds.payment.ask': { say: little, fresh: commitment },
    'funds.payment.decide': { say: { decision: 'approved', at: AT }, fresh: payment },
    'funds.donation.record': { say: { donor, at: AT }, fresh: purpose },
    'funds.donation.name': { say: { at: AT }, fresh: donation },
    'funds.file.add': { say: { content: () => 'aGVsbG8=', ...beside } },
    'funds.file.void': { fresh: (area) => file(area, String(area.things['commitmentId'])) },
    'funds.file.list': { say: beside },
    'funds.file.read': { unread: true },
    'funds.receipt.print': { unread: true },
    'funds.account.read': { toldInCounty: published, unread: true },
  },
}
