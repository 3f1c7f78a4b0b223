import { z } from 'zod'

export const ListProfiles = z.strictObject({ disease: z.string().max(40).optional() })

const Days = z.tuple([z.number(), z.number()])
const Site = z.enum(['forehead', 'axillary', 'ear', 'wrist'])
const Fever = z.strictObject({
  comparison: z.enum(['>', '>=']),
  thresholdC: z.number(),
  site: Site,
  bySite: z.partialRecord(Site, z.number()).optional(),
})

export const ProfileRow = z.strictObject({
  code: z.string(),
  disease: z.string(),
  zh: z.string(),
  en: z.string(),
  validFrom: z.iso.date().nullable(),
  validTo: z.iso.date().nullable(),
  /** This is the edition by which today's readings are judged. */
  inForce: z.boolean(),
  fever: Fever.nullable(),
  anchor: z.enum(['last-exposure', 'rash']),
  incubationDays: Days.nullable(),
  observationDays: z.number(),
  monitoringDays: z.number(),
  checksPerDay: z.number(),
  /** Everything else the edition says, as published. */
  body: z.record(z.string(), z.unknown()),
})
export const Profiles = z.strictObject({ items: z.array(ProfileRow), next: z.null() })
