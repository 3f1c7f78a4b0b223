/** What the generator makes: bodies for the public API, in its own words, and the order they are sent in. */
export type CheckpointKind = 'county-border' | 'expressway-exit' | 'village-turn-back'

export interface CheckpointPlan {
  id: string
  key: string
  name: string
  kind: CheckpointKind
  division: string
  openedAt: string
  openedMs: number
  /** Where most of its travellers come from or go to, when the figures file says so. */
  towards: string | null
  weight: number
}

export interface Traveller {
  name: string | null
  document: { kind: 'resident-id' | 'passport'; number: string } | null
  phone: string | null
}

export type Symptom = 'cough' | 'sputum' | 'sore-throat' | 'runny-nose' | 'weakness' | 'headache' | 'chills'
export type Decision = 'pass' | 'turned-back' | 'medical' | 'refused'
export type Reason =
  | 'no-need-to-travel'
  | 'from-affected-area'
  | 'no-proof-of-residence'
  | 'fever'
  | 'would-not-be-measured'
  | 'would-not-register'
  | 'other'

export interface PassagePlan {
  id: string
  checkpointId: string
  shiftId: string | null
  recordedAt: string
  direction: 'in' | 'out'
  traveller: Traveller
  vehicleId: string | null
  plate: string | null
  temperatureC: number | null
  site: 'forehead' | 'wrist' | 'axillary'
  symptoms: Symptom[]
  fromCode: string | null
  toDivision: string | null
  decision: Decision
  reason: Reason | null
  fromTallyId: string | null
}

export interface TallyPlan {
  id: string
  checkpointId: string
  shiftId: string | null
  lane: number
  startedAt: string
  recordedAt: string
  screened: number
  turnedBack: number
  vehicles: number
}

export interface ShiftPlan {
  id: string
  checkpointId: string
  recordedAt: string
  members: number
  handedOverFrom: string | null
  note: string | null
}

export interface CorrectionPlan {
  id: string
  passageId: string
  recordedAt: string
  why: string
  voided?: true
  temperatureC?: number
  decision?: Decision
  reason?: Reason | null
}

export type Outcome = 'excluded' | 'suspected' | 'confirmed' | 'unreachable'
export interface OutcomePlan {
  id: string
  /** The server names the hand-over when the passage arrives; until then the passage stands for it. */
  passageId: string
  recordedAt: string
  outcome: Outcome
  note: string
}

export interface Scenario {
  seed: string
  county: string
  offset: string
  endsAt: string
  checkpoints: CheckpointPlan[]
  shifts: ShiftPlan[]
  passages: PassagePlan[]
  tallies: TallyPlan[]
  corrections: CorrectionPlan[]
  outcomes: OutcomePlan[]
  /** Passages that lay on a phone without network and come after everything else. */
  late: ReadonlySet<string>
  /** Passages whose receipt got lost on the way, so that the phone sends them again. */
  twice: ReadonlySet<string>
}

/** The county's own clock, to the second. */
export function instant(ms: number, offset: string): string {
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number)
  const shift = (hours * 60 + minutes) * 60_000 * (offset.startsWith('-') ? -1 : 1)
  return `${new Date(ms + shift).toISOString().slice(0, 19)}${offset}`
}
