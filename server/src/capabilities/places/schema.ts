import { z } from 'zod'

export const OPEN_MAX = 1_000

const Instant = z.iso.datetime({ offset: true })
const Name = z.string().trim().min(1).max(60)

export const CountyCode = z.string().regex(/^\d{6}$/)
export const DivisionCode = z.string().regex(/^\d{6}(\d{3}){0,2}$/)
export const DivisionLevel = z.enum(['county', 'township', 'village', 'community'])
export const CheckpointKind = z.enum(['county-border', 'expressway-exit', 'village-turn-back', 'compound-gate'])
export type CheckpointKind = z.infer<typeof CheckpointKind>
export const ThermometerSite = z.enum(['forehead', 'axillary', 'ear', 'wrist'])
export const CompoundAspect = z.enum(['property-management', 'responsible-unit', 'guard'])
export type CompoundAspect = z.infer<typeof CompoundAspect>
/** Maps sold in China are drawn in GCJ-02, some hundred metres off the WGS 84 of GeoJSON and of phones. */
export const Datum = z.enum(['wgs84', 'gcj02'])
export type Datum = z.infer<typeof Datum>

const paged = (cursor: z.ZodString, max: number, usual: number) => ({
  /** `next` of the page before. */
  after: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(max).default(usual),
})
const Code = z.string().regex(/^\d{6,12}$/)
const Opaque = z.string().max(100)
const page = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item), next: z.string().nullable() })

export const ImportCounty = z.strictObject({ code: CountyCode })
export const ImportedCounty = z.strictObject({
  code: CountyCode,
  name: z.string(),
  edition: z.iso.date(),
  townships: z.int(),
  villages: z.int(),
  communities: z.int(),
  /** Units that were not there before: 0 when the county had been imported already. */
  added: z.int(),
})
export type ImportedCounty = z.infer<typeof ImportedCounty>

/** Reference list of the whole country, for "where from": by the first digits of the code or by part of the name. */
export const ListCounties = z.strictObject({
  under: z
    .string()
    .regex(/^\d{2}(\d{2})?$/)
    .optional(),
  q: z.string().trim().min(1).max(20).optional(),
  ...paged(Code, 3_000, 500),
})
export const Counties = page(
  z.strictObject({ code: CountyCode, name: z.string(), prefecture: z.string(), province: z.string() }),
)

export const Position = z.strictObject({ lon: z.number(), lat: z.number(), recordedAt: Instant })
export type Position = z.infer<typeof Position>

export const ListDivisions = z.strictObject({
  parent: DivisionCode.optional(),
  level: DivisionLevel.optional(),
  ...paged(Code, 5_000, 1_000),
})
export const Division = z.strictObject({
  code: DivisionCode,
  name: z.string(),
  level: DivisionLevel,
  parent: DivisionCode.nullable(),
  committee: z.boolean(),
  edition: z.iso.date(),
  validFrom: z.iso.date().nullable(),
  validTo: z.iso.date().nullable(),
  position: Position.nullable(),
})
export type Division = z.infer<typeof Division>
export const Divisions = page(Division)
export type ListDivisions = z.infer<typeof ListDivisions>

/** A unit beside the official list. Its code says where it belongs. */
export const RecordDivision = z
  .strictObject({ code: z.string().regex(/^\d{6}(\d{3}){1,2}$/), name: Name, level: DivisionLevel.exclude(['county']) })
  .check(({ value: { code, level }, issues }) => {
    if ((level === 'township') === (code.length === 9)) return
    const message = '乡镇的代码为9位,村(社区)为12位 | A township has 9 digits, a village or community 12'
    issues.push({ code: 'custom', message, path: ['code'], input: code })
  })
export type RecordDivision = z.infer<typeof RecordDivision>
export const RecordDivisions = z.strictObject({ items: z.array(RecordDivision).max(1_000) })
export const RecordedDivision = z.strictObject({
  code: DivisionCode,
  arrival: z.enum(['new', 'again']),
  /** It was there under another name. */
  renamed: z.boolean(),
})
export type RecordedDivision = z.infer<typeof RecordedDivision>

/** `id` is made by the sender, so sending the same checkpoint twice is harmless. */
export const OpenCheckpoint = z.strictObject({
  id: z.uuid(),
  kind: CheckpointKind,
  name: Name,
  division: DivisionCode,
  site: ThermometerSite.default('forehead'),
  openedAt: Instant,
  recordedAt: Instant.optional(),
})
export type OpenCheckpoint = z.infer<typeof OpenCheckpoint>
/** Items are judged one by one. `sentAt` is the device's clock at the moment of sending. */
const sent = <T extends z.ZodType>(item: T) =>
  z.strictObject({ sentAt: Instant.nullable().default(null), items: z.array(item).max(OPEN_MAX) })
export const OpenCheckpoints = sent(OpenCheckpoint)

export const TurnCheckpoint = z.strictObject({
  id: z.uuid(),
  checkpointId: z.uuid(),
  at: Instant,
  ground: z.string().trim().min(2).max(200),
  recordedAt: Instant.optional(),
})
export type TurnCheckpoint = z.infer<typeof TurnCheckpoint>

export const Checkpoint = z.strictObject({
  id: z.uuid(),
  kind: CheckpointKind,
  name: z.string(),
  division: DivisionCode,
  divisionName: z.string(),
  site: ThermometerSite,
  openedAt: Instant,
  closedAt: Instant.nullable(),
  position: Position.nullable(),
})
export type Checkpoint = z.infer<typeof Checkpoint>
export const Checkpoints = page(Checkpoint)
export const CheckpointId = z.strictObject({ checkpointId: z.uuid() })
export const ListCheckpoints = z.strictObject({
  kind: CheckpointKind.optional(),
  state: z.enum(['open', 'closed']).optional(),
  /** Only those in this county, township or village. */
  division: DivisionCode.optional(),
  ...paged(Opaque, 1_000, 500),
})
export type ListCheckpoints = z.infer<typeof ListCheckpoints>

export const RecordCompound = z.strictObject({
  id: z.uuid(),
  name: Name,
  division: DivisionCode,
  households: z.int().min(0).max(100_000).nullable().default(null),
  recordedAt: Instant.optional(),
})
export type RecordCompound = z.infer<typeof RecordCompound>

export const RecordCompounds = sent(RecordCompound)

export const RecordCompoundFact = z.strictObject({
  id: z.uuid(),
  compoundId: z.uuid(),
  aspect: CompoundAspect,
  present: z.boolean(),
  /** The company or office; never a person. */
  unit: z.string().trim().min(1).max(100).nullable().default(null),
  since: z.iso.date(),
  recordedAt: Instant.optional(),
})
export type RecordCompoundFact = z.infer<typeof RecordCompoundFact>

const CompoundFact = z.strictObject({ present: z.boolean(), unit: z.string().nullable(), since: z.iso.date() })
export type CompoundFact = z.infer<typeof CompoundFact>
export const Compound = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  division: DivisionCode,
  divisionName: z.string(),
  households: z.int().nullable(),
  propertyManagement: CompoundFact.nullable(),
  responsibleUnit: CompoundFact.nullable(),
  guard: CompoundFact.nullable(),
  /** Null while one of the three is unknown. */
  threeNo: z.boolean().nullable(),
  position: Position.nullable(),
})
export type Compound = z.infer<typeof Compound>
export const Compounds = page(Compound)
export const ListCompounds = z.strictObject({
  division: DivisionCode.optional(),
  threeNo: z.stringbool().optional(),
  /** The facts as they stood on this day; today when left out. */
  day: z.iso.date().optional(),
  ...paged(Opaque, 1_000, 500),
})
export type ListCompounds = z.infer<typeof ListCompounds>

export const RecordPosition = z.strictObject({
  id: z.uuid(),
  place: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('checkpoint'), id: z.uuid() }),
    z.strictObject({ kind: z.literal('compound'), id: z.uuid() }),
    z.strictObject({ kind: z.literal('division'), id: DivisionCode }),
  ]),
  lon: z.number(),
  lat: z.number(),
  datum: Datum.default('wgs84'),
  recordedAt: Instant.optional(),
})
export type RecordPosition = z.infer<typeof RecordPosition>
export const RecordedPosition = z.strictObject({
  id: z.uuid(),
  arrival: z.enum(['new', 'again']),
  lon: z.number(),
  lat: z.number(),
  /** Null for a county without an outline. Outlines are rounded to about 100 m, so this warns and does not refuse. */
  insideCounty: z.boolean().nullable(),
})

export const Recorded = z.strictObject({ id: z.uuid(), arrival: z.enum(['new', 'again']) })

export const GetOutline = z.strictObject({ county: CountyCode.optional() })
export const CountyOutline = z.strictObject({
  type: z.literal('Feature'),
  id: CountyCode,
  bbox: z.array(z.number()).length(4),
  geometry: z.strictObject({
    type: z.literal('MultiPolygon'),
    coordinates: z.array(z.array(z.array(z.array(z.number()).length(2)))),
  }),
  properties: z.strictObject({
    name: z.string(),
    label: z.array(z.number()).length(2),
    /** Number and name of the county when the outline was drawn. */
    drawnAsCode: z.string(),
    drawnAsName: z.string(),
    drawnIn: z.string(),
  }),
})
