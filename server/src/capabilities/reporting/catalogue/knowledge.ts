/** How a view answers what the county knew at an earlier moment. */
export type Knowledge =
  /** Made of facts alone: those that came later are left out of it. */
  | { by: 'facts' }
  /**
   * Kept up to date as facts arrive: another function works out the earlier number, a slow one not for many moments at once. `often` works
   * it out for many in one walk, and takes lists of moments and of states of knowledge.
   */
  | { by: 'view'; view: string; whole?: true; fromCountyOnly?: true; isSlow?: true; often?: string }
  /** Not kept: the number is as it is known now, and is said to be. */
  | { by: 'nothing' }

const facts = { by: 'facts' } as const
const view = (name: string) => ({ by: 'view', view: name }) as const
const nothing = { by: 'nothing' } as const

const KNOWLEDGE: Readonly<Record<string, Knowledge>> = {
  checkpoint_counts_v1: { by: 'view', view: 'checkpoint_counts_known_v1', often: 'checkpoint_counts_often_v1' },
  open_fevers_v1: view('open_fevers_known_v1'),
  fever_outcomes_v1: view('fever_outcomes_known_v1'),
  stations_v1: facts,
  // The official list of divisions has a first and a last day, but not when the county heard of them.
  divisions_v1: nothing,
  compounds_v2: facts,
  bodies_v1: facts,
  line_list_v1: { by: 'view', view: 'line_list_known_v1', fromCountyOnly: true },
  comparisons_v1: view('comparisons_known_v1'),
  // Kept village by village, by when it happened and not by when that was heard: who is covered follows from every duty of every block.
  coverage_v1: nothing,
  posts_v1: view('posts_known_v1'),
  visits_v1: { by: 'view', view: 'visits_known_v1', isSlow: true },
  sites_v1: { by: 'view', view: 'sites_known_v1', fromCountyOnly: true },
  cover_v1: { by: 'view', view: 'cover_known_v1', whole: true },
  teams_v1: facts,
  cases_v1: facts,
  isolated_v1: view('isolated_known_v1'),
  isolation_v1: view('isolation_known_v1'),
  readings_v1: facts,
  supplies_v1: view('supplies_known_v1'),
  inspections_v1: facts,
  documents_v1: facts,
  tasks_v1: facts,
  closures_v1: facts,
  funds_v1: facts,
  rumours_v2: facts,
  publicity_v1: facts,
  plays_v1: facts,
}
export const knowledgeOf = (name: string): Knowledge => KNOWLEDGE[name] ?? nothing
/** Whether whoever sees so much of the county can be told an earlier state of knowledge. */
export function canTellEarlier(name: string, fromCounty: boolean): boolean {
  const known = knowledgeOf(name)
  return known.by === 'facts' || (known.by === 'view' && (fromCounty || !known.fromCountyOnly))
}
/** A view that nobody has thought of tells nothing, which a test refuses. */
export const hasSaid = (name: string): boolean => name in KNOWLEDGE
export function isSlowToTell(name: string): boolean {
  const known = knowledgeOf(name)
  return known.by === 'view' && known.isSlow === true
}
