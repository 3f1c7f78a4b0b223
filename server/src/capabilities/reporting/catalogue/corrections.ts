/** Kinds of records that are put right by another one which names them. */
export const correctedKinds = [
  'passage',
  'visit',
  'travel',
  'contact',
  'stay',
  'illness',
  'gathering',
  'case-entry',
  'order',
  'reading',
  'disinfection',
  'inspection',
  'finding-step',
  'movement',
  'fund-entry',
  'publication',
] as const
export type CorrectedKind = (typeof correctedKinds)[number]

/** Which of them stand behind a view; what stands behind the others is ended and begun anew, and never put right. */
const BEHIND: Readonly<Record<string, readonly CorrectedKind[]>> = {
  checkpoint_counts_v1: ['passage'],
  open_fevers_v1: ['passage'],
  fever_outcomes_v1: ['passage'],
  line_list_v1: ['travel', 'contact', 'stay', 'illness', 'gathering'],
  visits_v1: ['visit'],
  cases_v1: ['case-entry'],
  isolated_v1: ['order'],
  isolation_v1: ['order'],
  readings_v1: ['reading'],
  sites_v1: ['disinfection'],
  inspections_v1: ['inspection', 'finding-step'],
  supplies_v1: ['movement'],
  cover_v1: ['movement'],
  funds_v1: ['fund-entry'],
  publicity_v1: ['publication'],
}
export const correctedBehind = (view: string): readonly CorrectedKind[] => BEHIND[view] ?? []
