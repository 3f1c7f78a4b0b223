import type { HandOverRow, PassageRow } from './queries.ts'

export const decisions = ['pass', 'turned-back', 'medical', 'refused'] as const satisfies PassageRow['decision'][]

export const reasons = [
  'no-need-to-travel',
  'from-affected-area',
  'no-proof-of-residence',
  'fever',
  'symptoms',
  'would-not-be-measured',
  'would-not-register',
  'other',
] as const satisfies PassageRow['reason'][]

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
] as const satisfies PassageRow['symptoms']

export const outcomes = [
  'excluded',
  'suspected',
  'confirmed',
  'unreachable',
] as const satisfies HandOverRow['outcome'][]
