import { z } from 'zod'
import { relations } from './rules.ts'
import { Document, MaskedPerson, Phone } from './schema.ts'

const Instant = z.iso.datetime({ offset: true })
const Day = z.iso.date()
const Division = z.string().regex(/^\d{6}(\d{3}){0,2}$/)
/** Of a village or community: nobody lives in a whole township. */
export const HomeDivision = z.string().regex(/^\d{12}$/)
export const Relation = z.enum(relations)

export const HOUSEHOLDS_MAX = 1_000
export const MEMBERS_MAX = 30

const identity = {
  name: z.string().trim().min(1).max(50).nullable().default(null),
  document: Document.nullable().default(null),
  phone: Phone.nullable().default(null),
  /** Compared with the identity number and then forgotten. */
  sex: z.enum(['male', 'female']).nullable().default(null),
  birthDate: Day.nullable().default(null),
}

/** One row of the grid. `id` names the membership and, for somebody new, the person as well. */
export const NewMember = z
  .strictObject({
    id: z.uuid(),
    relation: Relation.default('not-said'),
    /** Somebody the county knows already, found by search; then who it is has been said. */
    personId: z.uuid().nullable().default(null),
    ...identity,
    /** The person lives in another household until now, and leaves it. */
    moves: z.boolean().default(false),
  })
  .check(({ value: { personId, name, document, phone }, issues }) => {
    if (personId === null || (name === null && document === null && phone === null)) return
    const message =
      '已选定人员,不能再填写姓名、证件或电话 | Somebody was chosen, so no name, document or phone belongs here'
    issues.push({ code: 'custom', message, path: ['personId'], input: personId })
  })
export type NewMember = z.infer<typeof NewMember>

const Members = z
  .array(NewMember)
  .min(1)
  .max(MEMBERS_MAX)
  .check(({ value, issues }) => {
    const heads = value.flatMap(({ relation }, nth) => (relation === 'head' ? [nth] : []))
    for (const nth of heads.slice(1)) {
      const message = '一户只能有一位户主 | A household has one head'
      issues.push({ code: 'custom', message, path: [nth, 'relation'], input: value[nth]?.relation })
    }
  })

const address = {
  compoundId: z.uuid().nullable().default(null),
  /** Shared by many doors: '2栋1单元', '第3组'. */
  block: z.string().trim().min(1).max(30).nullable().default(null),
  /** In which order a visitor passes the doors of the division. */
  walkOrder: z.int().min(0).max(1_000_000).default(0),
  door: z.string().trim().min(1).max(60).nullable().default(null),
}

/** One address and its people, recorded together or not at all. `id` is made by the sender. */
export const RegisterHousehold = z.strictObject({
  id: z.uuid(),
  division: HomeDivision,
  ...address,
  since: Day,
  recordedAt: Instant,
  members: Members,
})
export type RegisterHousehold = z.infer<typeof RegisterHousehold>
export const RegisterHouseholds = z.strictObject({
  sentAt: Instant.nullable().default(null),
  items: z.array(RegisterHousehold).max(HOUSEHOLDS_MAX),
})

const Arrival = z.enum(['new', 'again'])
/** `arrival` of a member is `again` for somebody the county had met before. */
export const RegisteredHousehold = z.strictObject({
  id: z.uuid(),
  arrival: Arrival,
  members: z.array(z.strictObject({ id: z.uuid(), personId: z.uuid() })),
})

export const AddMembers = z.strictObject({
  householdId: z.uuid(),
  since: Day,
  recordedAt: Instant,
  members: Members,
})
export type AddMembers = z.infer<typeof AddMembers>

export const MoveHousehold = z.strictObject({
  id: z.uuid(),
  householdId: z.uuid(),
  division: HomeDivision,
  ...address,
  on: Day,
  recordedAt: Instant,
})
export type MoveHousehold = z.infer<typeof MoveHousehold>

export const CloseHousehold = z.strictObject({
  id: z.uuid(),
  householdId: z.uuid(),
  on: Day,
  reason: z.enum(['left-county', 'empty', 'joined-another', 'entered-wrongly']),
  recordedAt: Instant,
})
export type CloseHousehold = z.infer<typeof CloseHousehold>

export const MoveMember = z.strictObject({
  id: z.uuid(),
  membershipId: z.uuid(),
  householdId: z.uuid(),
  relation: Relation.default('not-said'),
  on: Day,
  recordedAt: Instant,
})
export type MoveMember = z.infer<typeof MoveMember>

export const EndMembership = z.strictObject({
  id: z.uuid(),
  membershipId: z.uuid(),
  on: Day,
  reason: z.enum(['left-county', 'died', 'entered-wrongly']),
  recordedAt: Instant,
})
export type EndMembership = z.infer<typeof EndMembership>

/** Who becomes the head takes it over from whoever was. */
export const ChangeRelation = z.strictObject({
  id: z.uuid(),
  membershipId: z.uuid(),
  relation: Relation,
  on: Day,
  recordedAt: Instant,
})
export type ChangeRelation = z.infer<typeof ChangeRelation>

export const Recorded = z.strictObject({ id: z.uuid(), arrival: Arrival })

export const ListHouseholds = z.strictObject({
  division: Division.optional(),
  compoundId: z.uuid().optional(),
  block: z.string().trim().min(1).max(30).optional(),
  state: z.enum(['open', 'closed']).default('open'),
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export type ListHouseholds = z.infer<typeof ListHouseholds>

export const HouseholdLine = z.strictObject({
  id: z.uuid(),
  division: z.string(),
  compoundId: z.uuid().nullable(),
  block: z.string().nullable(),
  walkOrder: z.int(),
  /** Whole for seats that visit; null where the address is not theirs to see. */
  door: z.string().nullable(),
  since: Day,
  open: z.boolean(),
  until: Day.nullable(),
  members: z.int(),
  head: MaskedPerson.nullable(),
})
export type HouseholdLine = z.infer<typeof HouseholdLine>
export const Households = z.strictObject({ items: z.array(HouseholdLine), next: z.string().nullable() })

export const HouseholdId = z.strictObject({ householdId: z.uuid() })
export const MemberLine = z.strictObject({
  membershipId: z.uuid(),
  relation: Relation,
  since: Day,
  until: Day.nullable(),
  /** Why it ended; null while it lasts. */
  reason: z.string().nullable(),
  person: MaskedPerson,
})
export const Dwelling = z.strictObject({
  division: z.string(),
  compoundId: z.uuid().nullable(),
  block: z.string().nullable(),
  since: Day,
  until: Day.nullable(),
  reason: z.string().nullable(),
})
/** Where it lives, who lives there, and who and where it was before: as far as the reader's area goes. */
export const Household = z.strictObject({
  ...HouseholdLine.omit({ head: true, members: true }).shape,
  reason: z.string().nullable(),
  members: z.array(MemberLine),
  earlier: z.array(MemberLine),
  dwellings: z.array(Dwelling),
})
