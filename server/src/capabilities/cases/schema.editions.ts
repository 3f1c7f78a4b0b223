import { z } from 'zod'
import { impossibleIn } from './rules.figures.ts'
import type { ProfileBody as Body } from './rules.ts'

const Instant = z.iso.datetime({ offset: true })
const Day = z.iso.date()
const Code = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/)
const Words = { zh: z.string().trim().min(1).max(200), en: z.string().trim().min(1).max(200) }
const Said = z.strictObject({ zh: z.string().trim().min(1).max(500), en: z.string().trim().min(1).max(500) })
const Site = z.enum(['forehead', 'axillary', 'ear', 'wrist'])
const Mode = z.enum(['central', 'home'])

const Count = (least: number, most: number) => z.int().min(least).max(most)
const Range = (least: number, most: number) => z.tuple([Count(least, most), Count(least, most)])
const Days = z.array(Count(0, 90)).max(30)
const Threshold = z
  .number()
  .min(35)
  .max(42)
  .refine((degrees) => Number(degrees.toFixed(1)) === degrees, { message: '最多一位小数 | At most one decimal' })
const Tenths = (most: number) =>
  z
    .number()
    .min(0.1)
    .max(most)
    .refine((days) => Number(days.toFixed(1)) === days, { message: '最多一位小数 | At most one decimal' })
const Hours = Count(1, 720).optional()

const Term = z.strictObject({ code: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/), ...Words })
const Terms = z.array(Term).max(30)
const CaseRule = z.strictObject({
  history: Terms,
  historyDays: Count(1, 90).optional(),
  findings: Terms,
  suspected: z
    .array(
      z.strictObject({
        history: Count(0, 30),
        findings: Count(0, 30),
        anyOf: z
          .array(z.array(z.string().max(60)).max(30))
          .min(1)
          .max(20)
          .optional(),
      }),
    )
    .max(10),
  confirmed: Terms,
})

/** Everything that an edition may say, each figure within what a plan can mean. */
export const ProfileBody = z
  .strictObject({
    fever: z
      .strictObject({
        comparison: z.enum(['>', '>=']),
        thresholdC: Threshold,
        site: Site,
        bySite: z.partialRecord(Site, Threshold).optional(),
      })
      .nullable(),
    anchor: z.enum(['last-exposure', 'rash']),
    incubationDays: Range(0, 90).nullable(),
    typicalDays: Range(0, 90).optional(),
    extremeDays: Range(0, 90).optional(),
    infectiousDays: Range(-30, 90).optional(),
    lookbackDays: Count(0, 30).optional(),
    serialInterval: z.strictObject({ meanDays: Tenths(60), sdDays: Tenths(60) }).optional(),
    observation: z.strictObject({
      days: Count(0, 60),
      modes: z.array(Mode).max(2),
      modeRule: z.literal('before-onset-home-after-onset-central').optional(),
      monitoringDays: Count(0, 60),
      monitoringKind: z.enum(['home-monitoring', 'home-isolation']).optional(),
      checksPerDay: Count(0, 3),
      contacts: z.enum(['all', 'susceptible', 'none']),
    }),
    testDays: z.strictObject({ central: Days.optional(), home: Days.optional(), caseHome: Days.optional() }).optional(),
    secondary: z
      .union([
        z.enum(['traced', 'none']),
        z.strictObject({ days: Count(1, 60), mode: Mode, testDays: Days, primaryNegatives: Count(1, 10).optional() }),
      ])
      .optional(),
    exclusion: z
      .strictObject({
        negatives: Count(1, 10),
        gapHours: Count(1, 240),
        antibodyNegativeDay: Count(1, 90).optional(),
      })
      .optional(),
    reportHours: z
      .strictObject({
        suspected: Hours,
        confirmed: Hours,
        asymptomatic: Hours,
        laboratory: Hours,
        investigation: Hours,
      })
      .optional(),
    cluster: z
      .array(
        z.strictObject({
          cases: Count(2, 100),
          days: Count(1, 90),
          scope: z.enum(['small-setting', 'village-or-school', 'township']),
        }),
      )
      .max(10)
      .optional(),
    caseRule: CaseRule.optional(),
    symptomCodes: z.array(z.string().max(60)).max(60).optional(),
    contactsReleasedWhenExcluded: z.boolean().optional(),
    symptoms: Said.optional(),
    release: Said.optional(),
    searchRadiusM: Range(1, 100_000).optional(),
    vehicle: z.strictObject({ lookbackDays: Count(0, 30), seatRows: Count(0, 20) }).optional(),
    exposures: z
      .array(z.enum(['human', 'animal']))
      .max(2)
      .optional(),
    distanceM: z.number().min(0).max(100).optional(),
    lostToFollowUp: z.literal(true).optional(),
    laboratoryTransportHours: Hours,
    asymptomaticTraveller: z
      .strictObject({ days: Count(1, 60), checksPerDay: Count(0, 3), isolated: z.boolean() })
      .optional(),
    uncertain: z.array(z.string().max(80)).max(60).optional(),
  })
  .check(({ value, issues }) => {
    for (const { path, zh, en } of impossibleIn(value as Body))
      issues.push({ code: 'custom', message: `${zh} | ${en}`, path: path.split('.'), input: undefined })
  })

export const DraftEdition = z.strictObject({
  id: z.uuid(),
  code: Code,
  basedOn: Code,
  /** A disease the county has no profile for yet, or another than that of the edition it is made from. */
  disease: Code.optional(),
  ...Words,
})
export const ChangeDraft = z.strictObject({
  code: Code,
  id: z.uuid(),
  /** The version that was on the screen: whoever saved in between is not overwritten. */
  seen: z.int().min(1),
  ...Words,
  body: ProfileBody,
})
export const DropDraft = z.strictObject({ code: Code, id: z.uuid() })
const decision = {
  documentNo: z.string().trim().min(1).max(100),
  authority: z.string().trim().min(1).max(100),
  decider: z.string().trim().min(1).max(50),
}
export const StartEdition = z.strictObject({
  code: Code,
  id: z.uuid(),
  from: Day,
  /** What is put in force is what was looked at. */
  seen: z.int().min(1),
  ...decision,
})
export const DraftReceipt = z.strictObject({
  id: z.uuid(),
  code: z.string(),
  version: z.int(),
  arrival: z.enum(['new', 'again']),
})
export const Started = z.strictObject({
  id: z.uuid(),
  code: z.string(),
  from: Day,
  /** The edition that ends the day before, where there is one. */
  ends: z.string().nullable(),
  arrival: z.enum(['new', 'again']),
})

export const AskEditions = z.strictObject({ disease: Code.optional() })
export const AskEdition = z.strictObject({ code: Code })
export const AskDifferences = z.strictObject({ code: Code, with: Code })
const decided = { documentNo: z.string(), authority: z.string(), decider: z.string(), recordedAt: Instant }
const head = {
  code: z.string(),
  disease: z.string(),
  zh: z.string(),
  en: z.string(),
  state: z.enum(['draft', 'planned', 'in-force', 'ended']),
  validFrom: Day.nullable(),
  validTo: Day.nullable(),
  /** What it was drafted from; null for an edition the product came with. */
  basedOn: z.string().nullable(),
  version: z.int().nullable(),
  uncertain: z.array(z.string()),
}
export const Editions = z.strictObject({ items: z.array(z.strictObject(head)), next: z.null() })
export const Edition = z.strictObject({
  ...head,
  body: z.record(z.string(), z.unknown()),
  decided: z.strictObject(decided).nullable(),
  /** Every text the draft had, the latest first, and who saved it. */
  versions: z.array(z.strictObject({ version: z.int(), recordedBy: z.uuid().nullable(), recordedAt: Instant })),
})
export const Differences = z.strictObject({
  code: z.string(),
  with: z.string(),
  items: z.array(z.strictObject({ path: z.string(), a: z.unknown(), b: z.unknown() })),
  next: z.null(),
})

export const OrderChangeover = z.strictObject({ id: z.uuid(), from: Code, to: Code, day: Day, ...decision })
export const ChangeoverKept = z.strictObject({ id: z.uuid(), arrival: z.enum(['new', 'again']) })
export const AskChangeovers = z.strictObject({ disease: Code.optional() })
export const Changeovers = z.strictObject({
  items: z.array(
    z.strictObject({ id: z.uuid(), disease: z.string(), from: z.string(), to: z.string(), day: Day, ...decided }),
  ),
  next: z.null(),
})
export const AskPreview = z.strictObject({ from: Code, to: Code, day: Day })
export const Preview = z.strictObject({
  /** Why such an order would be refused today. */
  refusal: z.strictObject({ code: z.string(), zh: z.string(), en: z.string() }).nullable(),
  /** Orders of isolation under the former edition that stand now. */
  openOrders: z.int(),
  differences: z.int(),
})
