import { z } from 'zod'
import { atSite, Day, Instant, listOfSite, page, RoomRow, SiteRow } from './schema.ts'

const Words = (max: number) => z.string().trim().min(1).max(max)

// --- Disinfection -----------------------------------------------------------------------------------------------------------

/** Parts of a site that are done by the clock; a room is done when somebody has left it. */
export const Area = z.enum(['corridors', 'lived-in-rooms', 'washrooms', 'canteen', 'entrance', 'waste', 'staff-area'])
export const SetRoutine = z.strictObject({
  ...atSite,
  area: Area,
  /** Null: not done any more. */
  everyHours: z.int().min(1).max(168).nullable(),
})
const solution = {
  /** What it was done with: 84 disinfectant, peracetic acid … */
  agent: Words(40),
  /** Of the effective substance, in mg/L. */
  mgPerLitre: z.int().min(1).max(200_000),
}
export const RecordDisinfection = z
  .strictObject({
    ...atSite,
    ...solution,
    /** How many people did it; whoever records it answers for them. */
    persons: z.int().min(1).max(50).default(1),
    areas: z.array(Area).max(7).default([]),
    roomIds: z.array(z.uuid()).max(500).default([]),
  })
  .check(({ value: { areas, roomIds }, issues }) => {
    if (areas.length + roomIds.length > 0) return
    const message = '请写明消毒了哪里 | Say what was disinfected'
    issues.push({ code: 'custom', message, path: ['areas'], input: areas })
  })
export const DueArea = z.strictObject({
  area: Area,
  everyHours: z.int(),
  lastDoneAt: Instant.nullable(),
  dueAt: Instant,
  overdue: z.boolean(),
})
export type DueArea = z.infer<typeof DueArea>
export const ListDisinfections = listOfSite
export const DisinfectionRow = z.strictObject({
  id: z.uuid(),
  at: Instant,
  agent: z.string(),
  mgPerLitre: z.int(),
  persons: z.int(),
  areas: z.array(z.string()),
  rooms: z.array(z.string()),
  /** The account that recorded it. */
  by: z.string().nullable(),
  /** It was entered wrongly, and nothing relies on it. */
  takenBack: z.boolean(),
})
export const DisinfectionPage = page(DisinfectionRow)

// --- Meals ------------------------------------------------------------------------------------------------------------------

export const MealName = z.enum(['breakfast', 'lunch', 'dinner'])
const Plate = z.strictObject({ needs: z.array(z.string()), count: z.int() })
export const DayMeal = z.strictObject({
  meal: MealName,
  at: Instant,
  persons: z.int(),
  plates: z.array(Plate),
  /** Once it went out; counts of several deliveries add up. */
  delivered: z.int().nullable(),
})
export const AskMeals = z.strictObject({ siteId: z.uuid(), day: Day })
/** For the kitchen: dishes and doors, nobody's name. */
export const MealSheet = z.strictObject({
  siteName: z.string(),
  day: Day,
  meals: z.array(DayMeal),
  rooms: z.array(z.strictObject({ room: z.string(), floor: z.int(), meal: MealName, plates: z.array(Plate) })),
})
export const DeliverMeal = z.strictObject({ ...atSite, day: Day, meal: MealName, portions: z.int().min(0).max(5_000) })

// --- Transfers --------------------------------------------------------------------------------------------------------------

export const AddVehicle = z.strictObject({ ...atSite, label: Words(30) })
export const BeginTransfer = z.strictObject({
  ...atSite,
  vehicleId: z.uuid(),
  /** Whose ride it is, once they live in the site; nobody's for somebody who is only being fetched. */
  lodgingId: z.uuid().nullable().default(null),
  /** Posts of the responsibility system. */
  crew: z.array(z.uuid()).min(1).max(6),
  from: z.strictObject({ kind: z.enum(['home', 'checkpoint', 'site', 'hospital']), place: Words(40) }),
  to: z.strictObject({ kind: z.enum(['home', 'site', 'hospital']), place: Words(40) }),
})
const ofTransfer = { id: z.uuid(), transferId: z.uuid(), at: Instant }
export const Arrive = z.strictObject(ofTransfer)
export const CleanVehicle = z.strictObject({ ...ofTransfer, ...solution })
export const TransferState = z.enum(['under-way', 'to-clean', 'done'])
export const TransferRow = z.strictObject({
  id: z.uuid(),
  vehicleId: z.uuid(),
  vehicle: z.string(),
  lodgingId: z.uuid().nullable(),
  crew: z.array(z.strictObject({ postId: z.uuid(), title: z.string() })),
  from: z.strictObject({ kind: z.string(), place: z.string() }),
  to: z.strictObject({ kind: z.string(), place: z.string() }),
  leftAt: Instant,
  arrivedAt: Instant.nullable(),
  cleanedAt: Instant.nullable(),
  state: z.enum([...TransferState.options, 'taken-back']),
})
export const ListTransfers = listOfSite
export const TransferPage = page(TransferRow)
export const VehicleRow = z.strictObject({ id: z.uuid(), label: z.string(), free: z.boolean() })
export const CrewPost = z.strictObject({
  postId: z.uuid(),
  kind: z.string(),
  title: z.string(),
  holderName: z.string().nullable(),
})

// --- Care -------------------------------------------------------------------------------------------------------------------

export const RecordActivity = z.strictObject({ ...atSite, title: Words(60), persons: z.int().min(0).max(5_000) })
/** Used up at the site. Stores and stock will be a capability of their own. */
export const UseGoods = z.strictObject({
  ...atSite,
  item: Words(40),
  unit: Words(10),
  quantity: z.number().positive().max(1_000_000).multipleOf(0.001),
})
export const AskDiary = z.strictObject({ siteId: z.uuid(), from: Day, till: Day })
export const Diary = z.strictObject({
  activities: z.array(z.strictObject({ id: z.uuid(), at: Instant, title: z.string(), persons: z.int() })),
  /** One line for each item and unit: kilograms and bottles are never one sum. */
  goods: z.array(z.strictObject({ item: z.string(), unit: z.string(), quantity: z.number(), times: z.int() })),
  counselled: z.int(),
})

// --- The board, and one shift after another ---------------------------------------------------------------------------------

export const Matters = z.strictObject({
  persons: z.int(),
  /** Rooms that wait for their disinfection. */
  toDisinfect: z.array(z.strictObject({ room: z.string(), vacatedAt: Instant, overdue: z.boolean() })),
  overdueAreas: z.array(z.strictObject({ area: Area, dueAt: Instant })),
  transfers: z.array(
    z.strictObject({ id: z.uuid(), vehicle: z.string(), to: z.string(), state: TransferState, leftAt: Instant }),
  ),
  mealsToDeliver: z.array(z.strictObject({ meal: MealName, persons: z.int() })),
  /** Rooms in which somebody has to be measured now, or was not in time. */
  readings: z.array(z.strictObject({ room: z.string(), slot: z.string(), standing: z.enum(['due', 'missed']) })),
  /** Rooms in which somebody's talk is due. */
  counselling: z.array(z.strictObject({ room: z.string(), dueOn: Day })),
  /** Rooms that fall free within a day, because the order ends. */
  leaving: z.array(z.strictObject({ room: z.string(), until: Instant })),
})
export type Matters = z.infer<typeof Matters>
export const Board = z.strictObject({
  site: SiteRow,
  asOf: Instant,
  rooms: z.array(RoomRow),
  areas: z.array(DueArea),
  meals: z.array(DayMeal),
  vehicles: z.array(VehicleRow),
  crew: z.array(CrewPost),
  matters: Matters,
})
export const ChangeShift = z.strictObject({ ...atSite, note: z.string().trim().max(500).nullable().default(null) })
export const TakeShift = z.strictObject({ id: z.uuid(), changeId: z.uuid(), at: Instant })
export const ListChanges = listOfSite
export const ChangeRow = z.strictObject({
  id: z.uuid(),
  at: Instant,
  by: z.string().nullable(),
  note: z.string().nullable(),
  matters: Matters,
  takenAt: Instant.nullable(),
  takenBy: z.string().nullable(),
  /** The reader handed it over. */
  own: z.boolean(),
})
export const ChangePage = page(ChangeRow)
