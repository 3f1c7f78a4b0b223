import { z } from 'zod'
import { ACCOUNTS, DONORS, ENTRY_KINDS, FEN_MOST, LEVELS, PAYMENT_STATES, SOURCES } from './rules.ts'

export const Instant = z.iso.datetime({ offset: true })
export const Day = z.iso.date()
export const Division = z.string().regex(/^\d{6}(\d{3}){0,2}$/)
export const Words = (max: number) => z.string().trim().min(1).max(max)
export const Fen = z.int().min(1).max(FEN_MOST)
export const Kept = z.strictObject({ id: z.uuid(), arrival: z.enum(['new', 'again']) })
export const paging = {
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}
export const page = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable() })

/** What a movement of money rests on: a document that was issued here, or one of elsewhere by its number, authority and date. */
export const Paper = z.union([
  z.strictObject({ documentId: z.uuid() }),
  z.strictObject({ documentNo: Words(60), authority: Words(60), documentOn: Day }),
])
export type Paper = z.infer<typeof Paper>
export const PaperRow = z.strictObject({
  documentId: z.uuid().nullable(),
  documentNo: z.string().nullable(),
  authority: z.string().nullable(),
  documentOn: Day.nullable(),
})

/** What is void is not counted among the files: it is a number of its own. */
const FileCounts = { files: z.int(), voidFiles: z.int() }

export const AddPurpose = z.strictObject({ id: z.uuid(), division: Division, title: Words(60) })
export const PurposeRow = z.strictObject({ id: z.uuid(), division: Division, title: z.string() })
export const ListPurposes = z.strictObject(paging)
export const PurposePage = page(PurposeRow)

/** An appropriation, dealt out to purposes as its document says. */
export const AddSource = z.strictObject({
  id: z.uuid(),
  division: Division,
  level: z.enum(LEVELS),
  title: Words(120),
  /** Given for this one purpose, and never moved to another. */
  earmark: z.uuid().nullable().default(null),
  paper: Paper,
  shares: z
    .array(z.strictObject({ purposeId: z.uuid(), fen: Fen }))
    .min(1)
    .max(40),
  at: Instant,
})
export type AddSource = z.infer<typeof AddSource>

/** What moves money that is there already: to another purpose, back to where it came from, from a promise, from who was paid. */
const moved = { id: z.uuid(), fen: Fen, at: Instant, why: Words(200) }
export const Reassign = z.strictObject({
  ...moved,
  sourceId: z.uuid(),
  purposeId: z.uuid(),
  toPurposeId: z.uuid(),
  paper: Paper,
})
export const GiveBack = z.strictObject({ ...moved, sourceId: z.uuid(), purposeId: z.uuid(), paper: Paper })
export const Release = z.strictObject({ ...moved, commitmentId: z.uuid() })
export const Refund = z.strictObject({ ...moved, commitmentId: z.uuid() })
export const Reverse = z.strictObject({ id: z.uuid(), entryId: z.uuid(), at: Instant, why: Words(200) })

export const Commit = z.strictObject({
  id: z.uuid(),
  purposeId: z.uuid(),
  sourceId: z.uuid(),
  title: Words(120),
  /** The firm or unit, never somebody's account. */
  payee: Words(80),
  paper: Paper,
  fen: Fen,
  at: Instant,
})
export const ListCommitments = z.strictObject({ asOf: Instant.optional(), ...paging })
export const CommitmentRow = z.strictObject({
  id: z.uuid(),
  division: Division,
  purposeId: z.uuid(),
  purpose: z.string(),
  sourceId: z.uuid(),
  source: z.string(),
  title: z.string(),
  payee: z.string(),
  ...PaperRow.shape,
  at: Instant,
  /** Not paid yet. */
  openFen: z.int(),
  paidFen: z.int(),
  ...FileCounts,
})
export const CommitmentPage = page(CommitmentRow)

export const AskPayment = z.strictObject({
  id: z.uuid(),
  commitmentId: z.uuid(),
  fen: Fen,
  /** The invoice or voucher. */
  paper: Paper,
  at: Instant,
})
export const PaymentState = z.enum(PAYMENT_STATES)
export const PaymentKept = z.strictObject({ ...Kept.shape, state: PaymentState })
export const DecidePayment = z.strictObject({
  id: z.uuid(),
  paymentId: z.uuid(),
  decision: z.enum(['approved', 'refused']),
  why: Words(200).nullable().default(null),
  at: Instant,
})
export const ListPayments = z.strictObject({ asOf: Instant.optional(), state: PaymentState.optional(), ...paging })
export const PaymentRow = z.strictObject({
  id: z.uuid(),
  division: Division,
  commitmentId: z.uuid(),
  title: z.string(),
  payee: z.string(),
  fen: z.int(),
  ...PaperRow.shape,
  at: Instant,
  state: PaymentState,
  /** Asked for by whoever reads this: somebody else decides. */
  mine: z.boolean(),
  why: z.string().nullable(),
  ...FileCounts,
})
export const PaymentPage = page(PaymentRow)

/** From then on, payments of one commitment on one day that together exceed this need a second person. */
export const SetRule = z.strictObject({
  id: z.uuid(),
  division: Division,
  aboveFen: z.int().min(0).max(FEN_MOST),
  paper: Paper,
  at: Instant,
})

export const AskBalance = z.strictObject({ asOf: Instant.optional(), ...paging })
const Held = { receivedFen: z.int(), availableFen: z.int(), committedFen: z.int(), paidFen: z.int() }
export const Balance = z.strictObject({
  asOf: Instant,
  /** Null where none was said: then every payment needs two. */
  twoPersonsAboveFen: z.int().nullable(),
  /** Everything, purpose by purpose, whatever page is looked at. */
  purposes: z.array(z.strictObject({ purposeId: z.uuid(), purpose: z.string(), donatedFen: z.int(), ...Held })),
  /** Purpose by source. */
  items: z.array(
    z.strictObject({
      purposeId: z.uuid(),
      purpose: z.string(),
      sourceId: z.uuid(),
      source: z.string(),
      sourceKind: z.enum(SOURCES),
      level: z.enum(LEVELS).nullable(),
      earmarked: z.boolean(),
      ...PaperRow.shape,
      ...Held,
      /** Beside the source, for whatever purposes it was dealt out. */
      ...FileCounts,
    }),
  ),
  next: z.string().nullable(),
})

export const ListEntries = z.strictObject({ asOf: Instant.optional(), purposeId: z.uuid().optional(), ...paging })
export const EntryRow = z.strictObject({
  id: z.uuid(),
  division: Division,
  kind: z.enum(ENTRY_KINDS),
  fromAccount: z.enum(ACCOUNTS),
  toAccount: z.enum(ACCOUNTS),
  purpose: z.string(),
  toPurpose: z.string().nullable(),
  source: z.string(),
  commitment: z.string().nullable(),
  fen: z.int(),
  why: z.string().nullable(),
  ...PaperRow.shape,
  at: Instant,
  reverses: z.uuid().nullable(),
  reversedBy: z.uuid().nullable(),
})
export const EntryPage = page(EntryRow)

/** A person who gives has a name; whether it is ever said in public is theirs to say, apart from it. */
const Donor = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('person'),
    id: z.uuid(),
    name: Words(60),
    phone: Words(30).nullable().default(null),
  }),
  z.strictObject({ kind: z.literal('organisation'), organisation: Words(80) }),
  z.strictObject({ kind: z.literal('anonymous') }),
])
export const RecordDonation = z.strictObject({
  id: z.uuid(),
  division: Division,
  donor: Donor,
  fen: Fen,
  /** Where the money stands, for the donor's wish or by the county's choice. */
  purposeId: z.uuid(),
  earmarked: z.boolean().default(false),
  /** As the donor agreed to be called in the public account. */
  publicName: Words(60).nullable().default(null),
  at: Instant,
})
export type RecordDonation = z.infer<typeof RecordDonation>
export const DonationKept = z.strictObject({ ...Kept.shape, receiptNo: z.string() })
export const NameDonor = z.strictObject({
  id: z.uuid(),
  donationId: z.uuid(),
  publicName: Words(60).nullable(),
  at: Instant,
})
export const ListDonations = z.strictObject({ asOf: Instant.optional(), ...paging })
export const DonationRow = z.strictObject({
  id: z.uuid(),
  division: Division,
  donorKind: z.enum(DONORS),
  organisation: z.string().nullable(),
  publicName: z.string().nullable(),
  receiptNo: z.string(),
  purpose: z.string(),
  earmarked: z.boolean(),
  fen: z.int(),
  at: Instant,
  void: z.boolean(),
  ...FileCounts,
})
export const DonationPage = page(DonationRow)
export const PrintReceipt = z.strictObject({ donationId: z.uuid(), paper: z.enum(['a4', 'a5']).default('a5') })
export const PrintedFile = z.strictObject({ fileName: z.string(), type: z.string(), content: z.base64() })

/** What everybody may know: which donations came in and what has become of them, purpose by purpose. Nobody is named who did not agree. */
export const AskAccount = z.strictObject({
  county: z.coerce.number().int().min(100_000).max(999_999),
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export const PublicAccount = z.strictObject({
  asOf: Instant,
  purposes: z.array(z.strictObject({ purpose: z.string(), ...Held })),
  donations: z.array(
    z.strictObject({
      receiptNo: z.string(),
      on: Day,
      fen: z.int(),
      purpose: z.string(),
      name: z.string().nullable(),
      void: z.boolean(),
    }),
  ),
  next: z.string().nullable(),
})
