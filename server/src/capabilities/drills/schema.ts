import { z } from 'zod'

const Share = z.number().min(0).max(1)
const Days = (least: number, most: number) => z.number().min(least).max(most)
const Division = z.string().regex(/^\d{9}$/)
/** Day of the drill from which a measure holds; null: it is not taken. */
const From = z.int().min(0).max(180).nullable()
const Spread = z.strictObject({ meanDays: Days(1.1, 60), sdDays: Days(0.1, 60) })

export const Township = z.strictObject({ code: Division, residents: z.int().min(0).max(5_000_000) })
export type Township = z.infer<typeof Township>

export const Good = z.strictObject({
  id: z.string().max(60),
  name: z.string().max(60),
  unit: z.string().max(20),
  inStore: z.number().min(0),
  /** Used in a day for each person under observation, and for each patient. */
  perObserved: z.number().min(0).max(1_000),
  perPatient: z.number().min(0).max(1_000),
})

/** Everything a drill goes by. The same setting gives the same result. */
export const Setting = z
  .strictObject({
    seed: z.int().min(1).max(2_147_483_647),
    runs: z.int().min(20).max(1_000),
    days: z.int().min(14).max(180),
    townships: z.array(Township).min(1).max(100),
    disease: z.strictObject({
      /** How many others one case would infect with no measures, on average, and how unevenly: small numbers mean a few infect many. */
      reproduction: z.number().min(0).max(20),
      dispersion: z.number().min(0.05).max(100),
      serialInterval: Spread,
      incubation: Spread,
      /** Share of the infected that nobody ever finds by themselves. */
      unnoticed: Share,
    }),
    start: z.strictObject({
      /** Null: wherever people live. */
      township: Division.nullable(),
      infected: z.int().min(1).max(500),
      importsPerDay: z.number().min(0).max(50),
    }),
    /** Share of infections that go to wherever else people live. */
    mixing: Share,
    /** From falling ill to being found, and days in hospital. */
    finding: z.strictObject({ delayDays: Days(0.1, 21), careDays: z.int().min(1).max(60) }),
    observation: z.strictObject({
      days: z.int().min(0).max(60),
      monitoringDays: z.int().min(0).max(60),
      centralShare: Share,
      contactsPerCase: z.number().min(0).max(200),
    }),
    measures: z.strictObject({
      closures: z.strictObject({ from: From, effect: Share }),
      isolation: z.strictObject({ from: From, reach: Share, effect: Share }),
      checkpoints: z.strictObject({ from: From, effect: Share }),
      screening: z.strictObject({ from: From, delayDays: Days(0.1, 21) }),
    }),
    county: z.strictObject({
      rooms: z.int().min(0).max(100_000),
      /** Null: nobody has said how many there are. */
      patientBeds: z.int().min(0).max(100_000).nullable(),
      teams: z.int().min(0).max(100_000),
      homesPerTeam: z.number().min(0.1).max(500),
      goods: z.array(Good).max(50),
    }),
  })
  .check(({ value, issues }) => {
    const say = (message: string, path: string[]) => issues.push({ code: 'custom', message, path, input: undefined })
    const { townships, start } = value
    const codes = new Set(townships.map(({ code }) => code))
    if (codes.size < townships.length) say('同一乡镇出现两次 | A township stands there twice', ['townships'])
    if (!townships.some(({ residents }) => residents > 0)) say('没有人口 | Nobody lives there', ['townships'])
    if (start.township !== null && !codes.has(start.township))
      say('没有这个乡镇 | There is no such township', ['start', 'township'])
  })
export type Setting = z.infer<typeof Setting>

export const AskGround = z.strictObject({})
/** What the county has to begin with: where people live, and what there is for them. Counts only. */
export const Ground = z.strictObject({
  asOf: z.iso.datetime({ offset: true }),
  townships: z.array(z.strictObject({ code: z.string(), name: z.string(), residents: z.int(), villages: z.int() })),
  rooms: z.int(),
  freeRooms: z.int(),
  teams: z.int(),
  goods: z.array(
    z.strictObject({
      id: z.uuid(),
      name: z.string(),
      unit: z.string(),
      inStore: z.number(),
      /** Assumed by the keepers of the goods for a person isolated; null where they assume nothing. */
      perObserved: z.number().nullable(),
    }),
  ),
})
export type Ground = z.infer<typeof Ground>
