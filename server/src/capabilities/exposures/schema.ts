import { z } from 'zod'
import { Document, Phone, Plate } from '../people/schema.ts'
import {
  certainties,
  contactKinds,
  durations,
  illnessStates,
  means,
  protections,
  relations,
  settings,
  sources,
} from './rules.ts'

export const BATCH_MAX = 2_000

export const Instant = z.iso.datetime({ offset: true })
export const Division = z.string().regex(/^\d{6}(\d{3}){0,2}$/)
/** Province 2 digits, prefecture 4, county 6, township 9, village 12: as much of it as is known. */
const Code = z.string().regex(/^\d{2}(\d{2}(\d{2}(\d{3}(\d{3})?)?)?)?$/)
const Key = z.string().regex(/^[a-z][a-z0-9-]{1,38}$/)

/** A division's code, or the name of a place that has none: a country, a ship, a place nobody could identify. */
export const Whereabouts = z
  .strictObject({
    code: Code.nullable().default(null),
    place: z.string().trim().min(1).max(100).nullable().default(null),
  })
  .refine(({ code, place }) => code !== null || place !== null, {
    message: '请填写区划代码或地名 | Give the code of a division or the name of a place',
  })
export type Whereabouts = z.infer<typeof Whereabouts>

/** Somebody already known, or what could be read and asked; a new person gets the id that comes along. */
export const Who = z.union([
  z.strictObject({ personId: z.uuid() }),
  z.strictObject({
    id: z.uuid(),
    name: z.string().trim().min(1).max(50).nullable().default(null),
    document: Document.nullable().default(null),
    phone: Phone.nullable().default(null),
  }),
])
export type Who = z.infer<typeof Who>

/** What every fact says about itself. `corrects` names the fact that this one takes the place of. */
const fact = {
  id: z.uuid(),
  /** Whoever keeps the person's record: usually the village. */
  division: Division,
  recordedAt: Instant,
  person: Who,
  learnedFrom: z.enum(sources).default('self'),
  corrects: z.uuid().nullable().default(null),
  why: z.string().trim().min(2).max(200).nullable().default(null),
  voided: z.boolean().default(false),
}
const explained = <T extends { corrects: string | null; why: string | null; voided: boolean }>({
  corrects,
  why,
  voided,
}: T) => (corrects === null ? why === null && !voided : why !== null)
const explain = {
  path: ['why'],
  message:
    '更正须写明所更正的记录和原因 | A correction names the record and says why; without one there is nothing to explain',
}

export const Travel = z
  .strictObject({
    ...fact,
    from: Whereabouts,
    via: z.array(Whereabouts).max(10).default([]),
    to: Whereabouts,
    leftAt: Instant.nullable().default(null),
    leftEstimated: z.boolean().default(false),
    arrivedAt: Instant.nullable().default(null),
    arrivedEstimated: z.boolean().default(false),
    means: z.enum(means).default('unknown'),
    /** Number of the train, flight, coach or ship. */
    service: z.string().trim().min(1).max(20).nullable().default(null),
    plate: Plate.nullable().default(null),
  })
  .refine(explained, explain)
  .refine(({ leftAt, arrivedAt }) => leftAt !== null || arrivedAt !== null, {
    path: ['arrivedAt'],
    message: '出发和到达时间至少填写一个 | Give the departure or the arrival',
  })
export type Travel = z.infer<typeof Travel>

export const Contact = z
  .strictObject({
    ...fact,
    with: z.union([z.strictObject({ personId: z.uuid() }), z.strictObject({ gatheringId: z.uuid() })]),
    firstAt: Instant,
    firstEstimated: z.boolean().default(false),
    lastAt: Instant,
    lastEstimated: z.boolean().default(false),
    kind: z.enum(contactKinds),
    relation: z.enum(relations).default('unknown'),
    protection: z.enum(protections).default('unknown'),
    duration: z.enum(durations).default('unknown'),
    certainty: z.enum(certainties).default('high'),
  })
  .refine(explained, explain)
export type Contact = z.infer<typeof Contact>

export const Stay = z
  .strictObject({
    ...fact,
    at: z.union([
      z.strictObject({ key: Key }),
      z.strictObject({
        lon: z.number().min(-180).max(180),
        lat: z.number().min(-90).max(90),
        datum: z.enum(['wgs84', 'gcj02']).default('wgs84'),
      }),
    ]),
    arrivedAt: Instant,
    arrivedEstimated: z.boolean().default(false),
    leftAt: Instant,
    leftEstimated: z.boolean().default(false),
  })
  .refine(explained, explain)
export type Stay = z.infer<typeof Stay>

export const Illness = z
  .strictObject({
    ...fact,
    onsetAt: Instant,
    onsetEstimated: z.boolean().default(false),
    state: z.enum(illnessStates),
  })
  .refine(explained, explain)
export type Illness = z.infer<typeof Illness>

const sent = <T extends z.ZodType>(item: T) =>
  z.strictObject({ sentAt: Instant.nullable().default(null), items: z.array(item).max(BATCH_MAX) })
export const TravelBatch = sent(Travel)
export const ContactBatch = sent(Contact)
export const StayBatch = sent(Stay)
export const IllnessBatch = sent(Illness)

/** `personId` is who it was recorded for: somebody known already when the document says so. */
export const Receipt = z.strictObject({
  id: z.uuid(),
  personId: z.uuid(),
  arrival: z.enum(['new', 'again']),
  receivedAt: Instant,
})
export type Receipt = z.infer<typeof Receipt>

export const Gathering = z
  .strictObject({
    id: z.uuid(),
    recordedAt: Instant,
    /** What and where; never whose. */
    name: z.string().trim().min(2).max(60),
    setting: z.enum(settings),
    startedAt: Instant,
    endedAt: Instant,
    corrects: z.uuid().nullable().default(null),
    why: z.string().trim().min(2).max(200).nullable().default(null),
    voided: z.boolean().default(false),
  })
  .refine(explained, explain)
export type Gathering = z.infer<typeof Gathering>
export const Arrived = z.strictObject({ id: z.uuid(), arrival: z.enum(['new', 'again']) })
const paging = { after: z.string().max(100).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }
const page = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item), next: z.string().nullable() })
export const ListGatherings = z.strictObject(paging)
export const GatheringRow = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  setting: z.enum(settings),
  startedAt: Instant,
  endedAt: Instant,
  corrected: z.boolean(),
})
export const GatheringPage = page(GatheringRow)

/** A point and a radius. The first version is 1; a change is sent as the next. */
export const ExposurePlace = z.strictObject({
  key: Key,
  version: z.int().min(1).default(1),
  zh: z.string().trim().min(2).max(60),
  en: z.string().trim().min(2).max(80),
  code: Code.nullable().default(null),
  lon: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
  datum: z.enum(['wgs84', 'gcj02']).default('wgs84'),
  radiusM: z.int().min(1).max(50_000),
  openFrom: Instant.nullable().default(null),
  openUntil: Instant.nullable().default(null),
})
export type ExposurePlace = z.infer<typeof ExposurePlace>
export const Versioned = z.strictObject({ key: Key, version: z.int(), arrival: z.enum(['new', 'again']) })
export const Nothing = z.strictObject({})
export const ExposurePlaces = z.strictObject({ items: z.array(ExposurePlace.omit({ datum: true })) })
