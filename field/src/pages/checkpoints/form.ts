import { caseRules, peopleRules } from '@qunfang/client/rules'
import type { FeverRule } from '../../replica/reference.ts'

const { isFever } = caseRules
const { checkDocument, checkPhone, checkPlate, reasons } = peopleRules

/** The screening form and everything that can be decided about it without a screen. */
export const searches = ['resident-id', 'phone', 'plate', 'other', 'none'] as const
export type Search = (typeof searches)[number]
export const otherKinds = ['passport', 'hmt-travel', 'hmt-residence', 'military'] as const
export type OtherKind = (typeof otherKinds)[number]
export const sites = ['forehead', 'axillary', 'ear', 'wrist'] as const
export type Site = (typeof sites)[number]
export const symptoms = [
  'cough',
  'sputum',
  'sore-throat',
  'runny-nose',
  'weakness',
  'muscle-pain',
  'headache',
  'chills',
  'shortness-of-breath',
  'chest-tightness',
  'diarrhoea',
  'vomiting',
] as const
export type Symptom = (typeof symptoms)[number]
export type Decision = 'pass' | 'turned-back' | 'medical' | 'refused'
export const turnBackReasons = [
  'no-need-to-travel',
  'from-affected-area',
  'no-proof-of-residence',
  'fever',
  'symptoms',
  'other',
] as const
export const refuseReasons = ['would-not-be-measured', 'would-not-register'] as const
export type Reason = (typeof turnBackReasons)[number] | (typeof refuseReasons)[number]

export type UnderOrder = 'home' | 'central' | null
export interface Known {
  id: string
  name: string | null
  document: string | null
  /** Under which order of isolation, if under any; drafts of before do not say. */
  underOrder?: UnderOrder
}

export interface ScreeningForm {
  search: Search
  id: string
  phone: string
  otherKind: OtherKind
  other: string
  name: string
  known: Known | null
  /** The digits as typed: `365` is 36.5 ℃. */
  temperature: string
  site: Site
  symptoms: Symptom[]
  direction: 'in' | 'out'
  /** Null is somebody on foot. */
  vehicleId: string | null
  plate: string
  /** How many of this vehicle have been screened before this one. */
  before: number
  from: { code: string; name: string } | null
  to: { code: string; name: string } | null
  fromTallyId: string | null
  /** The refused record that this one puts right. */
  corrects: string | null
  /** The box that the keypad fills. */
  active: 'who' | 'temperature'
}

export const emptyForm = (site: Site = 'forehead'): ScreeningForm => ({
  search: 'resident-id',
  id: '',
  phone: '',
  otherKind: 'passport',
  other: '',
  name: '',
  known: null,
  temperature: '',
  site,
  symptoms: [],
  direction: 'in',
  vehicleId: null,
  plate: '',
  before: 0,
  from: null,
  to: null,
  fromTallyId: null,
  corrects: null,
  active: 'who',
})

/** What stays for the next person: how this shift works, and what everybody in one vehicle shares. */
export function nextForm(form: ScreeningForm, sameVehicle: boolean): ScreeningForm {
  const { search, site, direction, vehicleId, plate, from, to, before } = form
  const asked = search === 'plate' ? 'resident-id' : search
  const next: ScreeningForm = {
    ...emptyForm(site),
    search: sameVehicle ? asked : search,
    direction,
    ...(sameVehicle ? { vehicleId, plate, from, to, before: before + 1 } : {}),
  }
  return { ...next, active: next.search === 'none' ? 'temperature' : 'who' }
}

export function temperatureOf(typed: string): number | null {
  if (!/^\d{2,3}$/.test(typed)) return null
  return Number(typed.padEnd(3, '0')) / 10
}

export const showTemperature = (typed: string): string =>
  typed.length < 3 ? typed : `${typed.slice(0, 2)}.${typed.slice(2)}`
export const inRange = (temperature: number): boolean => temperature >= 30 && temperature <= 45

export function hasFever(form: ScreeningForm, fever: FeverRule | null): boolean {
  const temperatureC = temperatureOf(form.temperature)
  return (
    form.temperature.length === 3 &&
    temperatureC !== null &&
    isFever({ body: { fever } }, { temperatureC, site: form.site })
  )
}

export type WhoState =
  | { is: 'empty' }
  | { is: 'typing' }
  | { is: 'good'; number: string }
  | { is: 'wrong'; text: { zh: string; en: string } }

const WHOLE: Record<'resident-id' | 'phone', number> = { 'resident-id': 18, phone: 11 }

/** While somebody is still typing only what can no longer come right is called wrong. */
export function judgeWho(form: ScreeningForm, today: string): WhoState {
  switch (form.search) {
    case 'none':
      return { is: 'empty' }
    case 'plate':
      return judge(form.plate, form.plate.length < 7, checkPlate(form.plate))
    case 'phone':
      return judge(form.phone, form.phone.length < WHOLE.phone, checkPhone(form.phone))
    case 'other':
      return judge(form.other, false, documentChecked(form.otherKind, form.other, today))
    case 'resident-id':
      return judgeId(form.id, today)
    default:
      return form.search satisfies never
  }
}

type Outcome = { ok: true; value: string } | { ok: false; reason: keyof typeof reasons }

function documentChecked(kind: OtherKind | 'resident-id', number: string, today: string): Outcome {
  const checked = checkDocument({ kind, number }, { today })
  return checked.ok ? { ok: true, value: checked.value.number } : checked
}

function judge(typed: string, unfinished: boolean, checked: Outcome): WhoState {
  if (typed === '') return { is: 'empty' }
  if (checked.ok) return { is: 'good', number: checked.value }
  return unfinished ? { is: 'typing' } : { is: 'wrong', text: reasons[checked.reason] }
}

/** Fills up what is missing with a harmless ending, to see whether the beginning can still become a number. */
function judgeId(typed: string, today: string): WhoState {
  if (typed === '') return { is: 'empty' }
  if (typed.length >= WHOLE['resident-id']) return judge(typed, false, documentChecked('resident-id', typed, today))
  if (/x/i.test(typed)) return { is: 'wrong', text: reasons['id-characters'] }
  const probe = typed + '130822197001010000'.slice(typed.length)
  const checked = checkDocument({ kind: 'resident-id', number: probe }, { today })
  const early = ['id-division', 'id-date', 'id-future'] as const
  const hopeless =
    !checked.ok && early.some((reason) => reason === checked.reason) && couldNotMatter(typed, checked.reason)
  return hopeless && !checked.ok ? { is: 'wrong', text: reasons[checked.reason] } : { is: 'typing' }
}

/** A birth date is judged once its eight digits are there, the division once its two are. */
const couldNotMatter = (typed: string, reason: string): boolean => typed.length >= (reason === 'id-division' ? 6 : 14)

export const isWhoComplete = (form: ScreeningForm): boolean =>
  (form.search === 'resident-id' && form.id.length === WHOLE['resident-id']) ||
  (form.search === 'phone' && form.phone.length === WHOLE.phone)

export type Missing = 'temperature' | 'temperature-range' | 'who'

/** What still stands between this form and a record, or null. */
export function missingFor(form: ScreeningForm, decision: Decision, today: string): Missing | null {
  const who = judgeWho(form, today)
  if (who.is === 'wrong' || who.is === 'typing') return 'who'
  const temperature = temperatureOf(form.temperature)
  // Only those who are let through must have been measured; the others may have refused, or turned round at once.
  if (form.temperature === '') return decision === 'pass' ? 'temperature' : null
  return temperature !== null && form.temperature.length === 3 && inRange(temperature) ? null : 'temperature-range'
}
