import { z } from 'zod'

export const BATCH_MAX = 500

export const Instant = z.iso.datetime({ offset: true })
export const Day = z.iso.date()
const Division = z.string().regex(/^\d{6}(\d{3}){0,2}$/)
const Words = (max: number) => z.string().trim().min(1).max(max)
const Why = z.string().trim().min(2).max(200)

export const Zone = z.enum(['clean', 'half', 'contaminated'])
export const RoomState = z.enum(['free', 'occupied', 'to-disinfect', 'out-of-use', 'not-for-living'])
export type RoomState = z.infer<typeof RoomState>
export const Kept = z.strictObject({ id: z.uuid(), arrival: z.enum(['new', 'again']) })
export const atSite = { id: z.uuid(), siteId: z.uuid(), at: Instant }
export const AskSite = z.strictObject({ siteId: z.uuid(), asOf: Instant.optional() })
const paging = { after: z.string().max(100).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }
export const page = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable() })
export const listOfSite = z.strictObject({ siteId: z.uuid(), ...paging })

/** By a document of an authority, as everything that holds people. */
const document = { authority: Words(60), documentNo: Words(60) }
export const OpenSite = z.strictObject({
  id: z.uuid(),
  division: Division,
  name: Words(60),
  /** The street address of the building. */
  location: Words(120),
  ...document,
  at: Instant,
})
export type OpenSite = z.infer<typeof OpenSite>
export const TurnSite = z.strictObject({ ...atSite, turn: z.enum(['closed', 'reopened']), ...document })

export const AddRoom = z.strictObject({
  ...atSite,
  label: Words(20),
  floor: z.int().min(-3).max(60),
  beds: z.int().min(1).max(12).default(1),
  zone: Zone.default('contaminated'),
})
export type AddRoom = z.infer<typeof AddRoom>
export const sent = <T extends z.ZodType>(item: T) =>
  z.strictObject({ sentAt: Instant.nullable().default(null), items: z.array(item).max(BATCH_MAX) })
export const RoomBatch = sent(AddRoom)
export const TurnRoom = z.strictObject({
  id: z.uuid(),
  roomId: z.uuid(),
  at: Instant,
  turn: z.enum(['out-of-use', 'in-use']),
  why: Why,
})

/** Whose room is shared, and why; otherwise one person a room. */
const Beside = z
  .strictObject({ lodgingId: z.uuid(), ground: z.enum(['child', 'carer', 'cannot-be-alone']) })
  .nullable()
  .default(null)
export type Beside = z.infer<typeof Beside>
/** Everybody under an order of central isolation who is taken in, with what they can eat. */
export const TakeIn = z.strictObject({
  ...atSite,
  roomId: z.uuid(),
  orderId: z.uuid(),
  beside: Beside,
  needs: z.array(Words(30)).max(8).default([]),
})
export type TakeIn = z.infer<typeof TakeIn>
export const TakeInBatch = sent(TakeIn)
const ofLodging = { id: z.uuid(), lodgingId: z.uuid(), at: Instant }
export const MoveRoom = z.strictObject({
  ...ofLodging,
  roomId: z.uuid(),
  beside: Beside,
  why: Why,
})
export type MoveRoom = z.infer<typeof MoveRoom>
export const Leave = z.strictObject({
  ...ofLodging,
  /** `mistaken`: it was recorded by mistake and never was. */
  whereto: z.enum(['released', 'hospital', 'other-site', 'home-isolation', 'mistaken']),
})
export const SayDiet = z.strictObject({ ...ofLodging, needs: z.array(Words(30)).max(8) })
export const RecordCounselling = z
  .strictObject({
    ...ofLodging,
    followUp: z.enum(['none', 'again', 'referred']),
    dueOn: Day.nullable().default(null),
  })
  .check(({ value: { followUp, dueOn }, issues }) => {
    if ((followUp === 'again') === (dueOn !== null)) return
    const message = '需要再谈的须写明日期,其他情形不写 | A day belongs to "again" and to nothing else'
    issues.push({ code: 'custom', message, path: ['dueOn'], input: dueOn })
  })

// --- Reading ----------------------------------------------------------------------------------------------------------------

export const Capacity = z.strictObject({
  /** Rooms in which people live, without those out of use. */
  rooms: z.int(),
  occupied: z.int(),
  free: z.int(),
  toDisinfect: z.int(),
  outOfUse: z.int(),
  persons: z.int(),
})
export type Capacity = z.infer<typeof Capacity>
export const SiteRow = z.strictObject({
  id: z.uuid(),
  division: Division,
  divisionName: z.string(),
  name: z.string(),
  location: z.string(),
  authority: z.string(),
  documentNo: z.string(),
  openedAt: Instant,
  closedAt: Instant.nullable(),
  capacity: Capacity,
})
export type SiteRow = z.infer<typeof SiteRow>
export const ListSites = z.strictObject({
  asOf: Instant.optional(),
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export const SitePage = page(SiteRow)

export const Lodger = z.strictObject({
  lodgingId: z.uuid(),
  since: Instant,
  /** When the order ends, and the lodging with it. */
  until: Instant,
  /** In a room that is somebody else's. */
  shares: z.boolean(),
})
export const RoomRow = z.strictObject({
  id: z.uuid(),
  label: z.string(),
  floor: z.int(),
  beds: z.int(),
  zone: Zone,
  state: RoomState,
  lodgers: z.array(Lodger),
  /** When the last who lived there left it. */
  vacatedAt: Instant.nullable(),
  disinfectionOverdue: z.boolean(),
})
export type RoomRow = z.infer<typeof RoomRow>

export const LodgerRow = z.strictObject({
  lodgingId: z.uuid(),
  personId: z.uuid().nullable(),
  /** Masked. */
  name: z.string().nullable(),
  phone: z.string().nullable(),
  roomId: z.uuid(),
  room: z.string(),
  since: Instant,
  until: Instant,
  beside: z.uuid().nullable(),
  ground: z.string().nullable(),
  needs: z.array(z.string()),
  lastCounselledAt: Instant.nullable(),
  counsellingDueOn: Day.nullable(),
})
export type LodgerRow = z.infer<typeof LodgerRow>
export const ListLodgers = z.strictObject({ siteId: z.uuid(), asOf: Instant.optional(), ...paging })
export const LodgerPage = page(LodgerRow)

/** Under an order of central isolation, and in no room yet. */
export const Expected = z.strictObject({
  orderId: z.uuid(),
  personId: z.uuid(),
  name: z.string().nullable(),
  village: z.string(),
  startsAt: Instant,
  endsAt: Instant,
})
export const ListExpected = ListLodgers
export const ExpectedPage = page(Expected)
