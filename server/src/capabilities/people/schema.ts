import { z } from 'zod'
import { type Checked, checkDocument, checkPhone, checkPlate, documentKinds, reasons, sealedFields } from './rules.ts'

const Instant = z.iso.datetime({ offset: true })
const Division = z.string().regex(/^\d{6}(\d{3}){0,2}$/)

/** Both languages in one message: the refusal shows each under its own. */
const refuse = (
  issues: z.core.$ZodRawIssue[],
  checked: Checked<unknown>,
  path: PropertyKey[],
  input: unknown,
): void => {
  if (checked.ok) return
  const { zh, en } = reasons[checked.reason]
  issues.push({ code: 'custom', message: `${zh} | ${en}`, path, input })
}

export const DocumentKind = z.enum(documentKinds)
export const Document = z
  .strictObject({ kind: DocumentKind, number: z.string().max(40) })
  .check(({ value, issues }) => refuse(issues, checkDocument(value), ['number'], undefined))
export const Phone = z
  .string()
  .max(30)
  .check(({ value, issues }) => refuse(issues, checkPhone(value), [], undefined))
export const Plate = z
  .string()
  .max(16)
  .check(({ value, issues }) => refuse(issues, checkPlate(value), [], undefined))

/** `id` is made on the device, so registering the same person twice is harmless. */
export const RegisterPerson = z.strictObject({
  id: z.uuid(),
  division: Division,
  recordedAt: Instant,
  name: z.string().trim().min(1).max(50).nullable().default(null),
  document: Document.nullable().default(null),
  phone: Phone.nullable().default(null),
  address: z.string().trim().min(1).max(200).nullable().default(null),
  plate: Plate.nullable().default(null),
  /** Compared with the identity number and then forgotten. */
  sex: z.enum(['male', 'female']).nullable().default(null),
  birthDate: z.iso.date().nullable().default(null),
})
export type RegisterPerson = z.infer<typeof RegisterPerson>

/** More, or something else, about somebody who is known: it adds to what was said before and counts from now on. */
export const AmendPerson = z.strictObject({
  id: z.uuid(),
  personId: z.uuid(),
  recordedAt: Instant,
  name: z.string().trim().min(1).max(50).nullable().default(null),
  document: Document.nullable().default(null),
  phone: Phone.nullable().default(null),
  address: z.string().trim().min(1).max(200).nullable().default(null),
})
export type AmendPerson = z.infer<typeof AmendPerson>

export const Registered = z.strictObject({ personId: z.uuid(), arrival: z.enum(['new', 'again']) })

/** Sent as a body, never in an address: addresses end up in logs and histories. */
export const FindPerson = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('document'), document: Document }),
  z.strictObject({ by: z.literal('phone'), phone: Phone }),
  z.strictObject({ by: z.literal('plate'), plate: Plate }),
])
export type FindPerson = z.infer<typeof FindPerson>

/** `visible: false` is somebody another area registered: known by id, and nothing more is said. */
export const MaskedPerson = z.strictObject({
  id: z.uuid(),
  visible: z.boolean(),
  division: z.string().nullable(),
  synthetic: z.boolean(),
  name: z.string().nullable(),
  documentKind: DocumentKind.nullable(),
  document: z.string().nullable(),
  phone: z.string().nullable(),
  plate: z.string().nullable(),
  hasAddress: z.boolean(),
})
export type MaskedPerson = z.infer<typeof MaskedPerson>

/** A number shared by more people than fit says so; there is no next page, because a search is not a way to list people. */
export const FoundPersons = z.strictObject({ items: z.array(MaskedPerson), more: z.boolean() })

export const OnePerson = z.strictObject({ personId: z.uuid() })

export const SealedField = z.enum(sealedFields)
export const UnmaskPerson = z.strictObject({ personId: z.uuid(), fields: z.array(SealedField).min(1).max(5) })
const Shown = z.string().nullable().optional()
export const UnmaskedPerson = z.strictObject({
  id: z.uuid(),
  documentKind: DocumentKind.nullable(),
  shown: z.strictObject({ name: Shown, document: Shown, phone: Shown, address: Shown, plate: Shown }),
})

export const ListAccesses = z.strictObject({
  personId: z.uuid(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
/** `fields` is what was shown whole; empty when the person was seen masked. */
export const Access = z.strictObject({
  at: Instant,
  role: z.string(),
  division: z.string(),
  purpose: z.string(),
  fields: z.array(SealedField),
})
export const Accesses = z.strictObject({ items: z.array(Access), next: z.string().nullable() })

export const RegisteredPurpose = z.strictObject({
  code: z.string(),
  zh: z.string(),
  en: z.string(),
  basis: z.string(),
  roles: z.array(z.string()),
  since: z.iso.date(),
})
export const PurposeRegister = z.strictObject({ items: z.array(RegisteredPurpose) })
