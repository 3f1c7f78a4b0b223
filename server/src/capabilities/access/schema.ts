import { z } from 'zod'
import { PASSWORD_MAX } from './rules.ts'

export const RoleName = z.enum([
  'county-desk',
  'data-verifier',
  'township-officer',
  'village-cadre',
  'checkpoint-shift',
  'isolation-staff',
  'supplies-keeper',
  'publicity-editor',
  'auditor',
  'administrator',
])
export type RoleName = z.output<typeof RoleName>

/** An instant with its offset, in and out. */
const Instant = z.iso.datetime({ offset: true })
const Language = z.enum(['zh', 'en'])
const Division = z
  .string()
  .regex(/^\d{6}(\d{3}){0,2}$/, '区划代码应为 6、9 或 12 位数字 | A division code has 6, 9 or 12 digits')
const County = z.coerce.number().int().min(100_000).max(999_999)
/** Begins with a letter, so that nobody signs in with a phone or ID number. */
const SignInName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^[a-z][a-z0-9._-]{2,39}$/,
    '用户名为 3–40 位,以字母开头,可含字母、数字、点、横线 | A sign-in name has 3–40 letters, digits, dots or dashes and begins with a letter',
  )
const PersonName = z.string().trim().min(1).max(60)
const Label = z.string().trim().min(1).max(60)
const Password = z.string().min(1).max(PASSWORD_MAX)
const Secret = z.string().min(20).max(200)
const Typed = z.string().trim().min(6).max(64)
const Limit = z.coerce.number().int().min(1).max(200).default(50)
const Cursor = z.string().max(200).optional()
const page = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item), next: z.string().nullable() })

export const Nothing = z.strictObject({})
export const Done = z.strictObject({ done: z.literal(true) })
export const ById = z.strictObject({ id: z.uuid() })

// --- Seats, accounts, devices -----------------------------------------------------------------------------------------------

export const Occupant = z.strictObject({
  occupancyId: z.uuid(),
  accountId: z.uuid(),
  name: z.string().nullable(),
  beginsAt: Instant,
  endsAt: Instant.nullable(),
})
export const Seat = z.strictObject({
  id: z.uuid(),
  division: z.string(),
  role: RoleName,
  placeId: z.uuid().nullable(),
  title: z.string(),
  openedAt: Instant,
  closedAt: Instant.nullable(),
  occupants: z.array(Occupant),
})
export type Seat = z.output<typeof Seat>
export const NewSeat = z.strictObject({
  id: z.uuid().optional(),
  division: Division,
  role: RoleName,
  placeId: z.uuid().nullable().default(null),
  title: z.string().trim().max(60).default(''),
})
export const ListSeats = z.strictObject({
  division: Division.optional(),
  role: RoleName.optional(),
  placeId: z.uuid().optional(),
  open: z.enum(['true', 'false']).default('true'),
  after: Cursor,
  limit: Limit,
})
export const SeatPage = page(Seat)
/** Whoever sat there until `from` gets up; the work stays with the seat. */
export const Occupy = z.strictObject({
  id: z.uuid(),
  accountId: z.uuid(),
  from: Instant.optional(),
  until: Instant.nullable().default(null),
})
export const EndOccupancy = z.strictObject({ id: z.uuid(), at: Instant.optional() })

export const HeldSeat = z.strictObject({
  id: z.uuid(),
  division: z.string(),
  role: RoleName,
  placeId: z.uuid().nullable(),
  title: z.string(),
})
export const Account = z.strictObject({
  id: z.uuid(),
  division: z.string(),
  signInName: z.string(),
  name: z.string(),
  language: Language,
  createdAt: Instant,
  closedAt: Instant.nullable(),
  seats: z.array(HeldSeat),
})
export type Account = z.output<typeof Account>
export const AccountPage = page(Account)
export const ListAccounts = z.strictObject({
  division: Division.optional(),
  signInName: z.string().trim().toLowerCase().max(40).optional(),
  open: z.enum(['true', 'false']).optional(),
  after: Cursor,
  limit: Limit,
})
export const NewAccount = z.strictObject({
  id: z.uuid().optional(),
  division: Division,
  signInName: SignInName,
  name: PersonName,
  language: Language.default('zh'),
  /** Seats that are made for this person, and seats that exist. */
  seats: z.array(NewSeat).max(10).default([]),
  seatIds: z.array(z.uuid()).max(10).default([]),
  /** Without one the welcome code is the way in; somebody who was given a password is asked to change it. */
  password: Password.optional(),
})
export const WelcomeCode = z.strictObject({ code: z.string(), expiresAt: Instant })
export const AccountMade = z.strictObject({ account: Account, welcome: WelcomeCode })

export const Device = z.strictObject({
  id: z.uuid(),
  division: z.string(),
  placeId: z.uuid().nullable(),
  label: z.string(),
  platform: z.string(),
  enrolledAt: Instant,
  enrolledBy: z.uuid(),
  revokedAt: Instant.nullable(),
})
export type Device = z.output<typeof Device>
export const DevicePage = page(Device)
export const ListDevices = z.strictObject({ division: Division.optional(), after: Cursor, limit: Limit })
export const NewDeviceCode = z.strictObject({
  division: Division,
  placeId: z.uuid().nullable().default(null),
  label: Label,
})
/** `qr` is what the square on the desk's screen says: an address of the field app, the code behind the #. */
export const DeviceCode = z.strictObject({ code: z.string(), qr: z.string(), expiresAt: Instant })
export const EnrolDevice = z.strictObject({ code: Typed, platform: z.string().trim().max(120).default('') })
export const EnrolledDevice = z.strictObject({
  deviceId: z.uuid(),
  deviceToken: z.string(),
  county: z.number(),
  division: z.string(),
  placeId: z.uuid().nullable(),
  label: z.string(),
  /** What this device seals its records to. */
  fieldKey: z.strictObject({ id: z.string(), publicKey: z.string() }),
})

// --- Signing in -------------------------------------------------------------------------------------------------------------

export const Me = z.strictObject({
  account: z.strictObject({ id: z.uuid(), signInName: z.string(), name: z.string(), language: Language }),
  county: z.number(),
  division: z.string(),
  role: RoleName,
  placeId: z.uuid().nullable(),
  seat: HeldSeat,
  otherSeats: z.array(HeldSeat),
  deviceId: z.uuid().nullable(),
  /** Operations this role may call; what each of them allows on a given record is the operation's to say. */
  verbs: z.array(z.string()),
  /** What is still missing to be safe; nothing of it stops the work. */
  todo: z.array(z.enum(['password', 'second-factor', 'recovery-codes'])),
  /** What a session that a one-time code began has to do before anything else. */
  secureFirst: z.array(z.enum(['password', 'second-factor'])),
  security: z.strictObject({
    signedInBy: z.enum(['password', 'authenticator', 'recovery-code', 'passkey', 'welcome-code']),
    sessionExpiresAt: Instant,
    factorFresh: z.boolean(),
    authenticator: z.boolean(),
    recoveryCodesLeft: z.number(),
    passkeysPossible: z.boolean(),
    passkeys: z.array(
      z.strictObject({ id: z.uuid(), label: z.string(), madeAt: Instant, lastUsedAt: Instant.nullable() }),
    ),
  }),
})
export type Me = z.output<typeof Me>

export const SignIn = z.strictObject({
  county: County.optional(),
  name: z.string().trim().toLowerCase().min(1).max(60),
  password: Password,
  deviceToken: Secret.optional(),
})
export const SignedIn = z.strictObject({
  outcome: z.literal('signed-in'),
  token: z.string(),
  expiresAt: Instant,
  me: Me,
})
export type SignedIn = z.output<typeof SignedIn>
export const SignInAnswer = z.discriminatedUnion('outcome', [
  SignedIn,
  z.strictObject({
    outcome: z.literal('second-factor'),
    challenge: z.string(),
    expiresAt: Instant,
    /** `set-up` when the account has no second factor yet: ask for its secret, then prove it. */
    methods: z.array(z.enum(['authenticator', 'recovery-code', 'set-up'])),
  }),
])
export const SecondFactor = z.strictObject({ challenge: Secret, code: Typed, deviceToken: Secret.optional() })
export const ByChallenge = z.strictObject({ challenge: Secret })
export const AuthenticatorSecret = z.strictObject({ uri: z.string(), secret: z.string() })
export const WelcomeSignIn = z.strictObject({ code: Typed, deviceToken: Secret.optional() })
export const SwitchSeat = z.strictObject({ seatId: z.uuid() })

export const Session = z.strictObject({
  id: z.uuid(),
  current: z.boolean(),
  seatId: z.uuid(),
  deviceId: z.uuid().nullable(),
  signedInBy: Me.shape.security.shape.signedInBy,
  beganAt: Instant,
  lastUsedAt: Instant,
  expiresAt: Instant,
})
export type Session = z.output<typeof Session>
export const SessionList = z.strictObject({ items: z.array(Session) })
export const Ended = z.strictObject({ ended: z.number() })

export const ChangePassword = z.strictObject({ current: Password.optional(), password: Password })
export const ConfirmCode = z.strictObject({ code: Typed })
export const RecoveryCodes = z.strictObject({ recoveryCodes: z.array(z.string()) })
export const StepUp = z.strictObject({ code: Typed })
export const SteppedUp = z.strictObject({ freshUntil: Instant })
export const ChangeLanguage = z.strictObject({ language: Language })

/** What the browser hands over is judged by the passkey library; here only its size and its being an object. */
const FromBrowser = z.record(z.string(), z.unknown()).refine((value) => JSON.stringify(value).length < 20_000)
export const PasskeyOptions = z.strictObject({ challenge: z.string(), options: z.record(z.string(), z.unknown()) })
export const PasskeyStart = z.strictObject({ county: County.optional() })
export const NewPasskey = z.strictObject({ challenge: Secret, label: Label, response: FromBrowser })
export const PasskeyMade = z.strictObject({ id: z.uuid() })
export const PasskeySignIn = z.strictObject({
  challenge: Secret,
  response: FromBrowser,
  deviceToken: Secret.optional(),
})
export const PasskeyStepUp = z.strictObject({ challenge: Secret, response: FromBrowser })

// --- Audit ------------------------------------------------------------------------------------------------------------------

export const AuditLine = z.strictObject({
  id: z.uuid(),
  seq: z.number().nullable(),
  at: Instant,
  division: z.string(),
  actorKind: z.enum(['person', 'system', 'anonymous']),
  accountId: z.uuid().nullable(),
  seatId: z.uuid().nullable(),
  role: z.string().nullable(),
  deviceId: z.uuid().nullable(),
  operation: z.string(),
  purpose: z.string().nullable(),
  subject: z.uuid().nullable(),
  count: z.number(),
  note: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  requestId: z.string(),
})
export const AuditPage = page(AuditLine)
export const ListAudit = z.strictObject({
  subject: z.uuid().optional(),
  accountId: z.uuid().optional(),
  operation: z.string().max(80).optional(),
  since: Instant.optional(),
  until: Instant.optional(),
  after: Cursor,
  limit: Limit,
})
export const WhoLooked = z.strictObject({ subject: z.uuid(), after: Cursor, limit: Limit })
