import type { ReportDetails, Step } from './queries.ts'

export type Act = Step | 'sealed' | 'revised' | 'corrected'

/** What can be done with a report as it stands, by whoever looks at it. */
export function actsOf({ state, mayCheck, since }: ReportDetails, may: (verb: string) => boolean): Act[] {
  const write = may('reporting.report.step')
  const seal = may('reporting.report.seal')
  const acts: Record<ReportDetails['state'], Act[]> = {
    drafting: write ? ['revised', 'submitted', 'abandoned'] : [],
    submitted: write ? [...(mayCheck ? (['checked'] as const) : []), 'returned', 'revised', 'abandoned'] : [],
    checked: [...(seal ? (['sealed'] as const) : []), ...(write ? (['returned', 'abandoned'] as const) : [])],
    sealed: seal ? ['issued'] : [],
    issued: may('reporting.report.draft') && since.length > 0 ? ['corrected'] : [],
    abandoned: [],
  }
  return acts[state]
}
