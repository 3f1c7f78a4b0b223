/** The only place that knows what an address looks like; everything else asks here. */
export interface OverviewSearch {
  asOf?: string | undefined
}
export interface CheckpointsSearch {
  q?: string | undefined
  kind?: string | undefined
  township?: string | undefined
  /** Hours without a record. */
  silent?: number | undefined
  sort?: string | undefined
  asOf?: string | undefined
}
export interface CheckpointSearch {
  day?: string | undefined
}
export type HandOverState = 'open' | 'closed' | 'all'
export interface HandOversSearch {
  state?: HandOverState | undefined
}
export interface RumoursSearch {
  view?: 'topics' | 'matrix' | 'week' | undefined
  show?: 'open' | 'overdue' | 'closed' | 'all' | undefined
  theme?: string | undefined
  week?: string | undefined
}
export interface CommandSearch {
  view?: 'levels' | 'organisation' | 'rota' | undefined
  /** Whose rota. */
  body?: string | undefined
  from?: string | undefined
}
export interface RequestsSearch {
  state?: 'open' | 'all' | undefined
}
export interface AllocationSearch {
  item?: string | undefined
  store?: string | undefined
}
export interface CoverSearch {
  kind?: 'medical' | 'daily' | undefined
}
export interface ClosuresSearch {
  view?: 'matrix' | 'venue' | 'gathering' | 'line' | 'orders' | undefined
  class?: string | undefined
  state?: string | undefined
  area?: string | undefined
  asOf?: string | undefined
}
export interface SuppliesSearch {
  view?: 'stock' | 'stores' | 'movements' | 'slips' | 'lots' | undefined
  owner?:
    | 'county-depot'
    | 'hospital'
    | 'township'
    | 'grain-outlet'
    | 'supermarket'
    | 'reserve-company'
    | 'other'
    | undefined
  asOf?: string | undefined
}
export interface StoreSearch {
  view?: 'stock' | 'card' | 'movements' | 'slips' | 'ways' | undefined
  item?: string | undefined
  asOf?: string | undefined
}
export interface PiecesSearch {
  view?: 'pieces' | 'dispatches' | 'channels' | undefined
  state?: 'open' | 'standing' | 'withdrawn' | undefined
}
export interface LoudspeakersSearch {
  view?: 'coverage' | 'plan' | 'plays' | undefined
  since?: string | undefined
  until?: string | undefined
}
export interface FundsSearch {
  view?: 'balance' | 'commitments' | 'payments' | 'donations' | 'entries' | undefined
}
export interface DocumentsSearch {
  state?: 'open' | 'standing' | 'over' | undefined
  series?: string | undefined
}
export interface MeasuresSearch {
  document?: string | undefined
  asOf?: string | undefined
}
export interface ChainSearch {
  measure?: string | undefined
  asOf?: string | undefined
}
export interface TasksSearch {
  documentId?: string | undefined
  measureId?: string | undefined
  area?: string | undefined
  state?: string | undefined
  asOf?: string | undefined
}
export interface DecisionsSearch {
  corrected?: boolean | undefined
}
export interface NewDocumentSearch {
  series?: string | undefined
}
export interface PlacesSearch {
  division?: string | undefined
  tab?: 'map' | 'compounds' | 'checkpoints' | undefined
  place?: string | undefined
}
export interface AccessSearch {
  tab?: 'seats' | 'accounts' | 'devices' | 'backups' | undefined
  q?: string | undefined
  role?: string | undefined
  vacant?: boolean | undefined
}
export interface AuditSearch {
  view?: 'all' | 'person' | 'readings' | undefined
  operation?: string | undefined
  account?: string | undefined
  subject?: string | undefined
  since?: string | undefined
  until?: string | undefined
}
export interface RetentionSearch {
  view?: 'fields' | 'forgetting' | undefined
  q?: string | undefined
  class?: string | undefined
  purpose?: string | undefined
}
export interface PeopleSearch {
  view?: 'search' | 'households' | 'alike' | undefined
  division?: string | undefined
  compound?: string | undefined
  state?: 'open' | 'closed' | undefined
}
/** Ids only: what somebody is called or numbered never stands in an address. */
export interface CompareSearch {
  one?: string | undefined
  other?: string | undefined
}
export interface DailiesSearch {
  area?: string | undefined
  day?: string | undefined
}
export interface FigureSearch {
  area?: string | undefined
  asOf?: string | undefined
  /** What the county knew: facts that arrived later do not count. */
  knownBy?: string | undefined
}
export interface DrillSearch {
  /** A drill is its setting and nothing else. Checked by its page: what checks it is not fetched for all others. */
  setting?: unknown
}
export interface ReportsSearch {
  state?: 'drafting' | 'submitted' | 'checked' | 'sealed' | 'issued' | 'abandoned' | undefined
}
export interface ExposuresSearch {
  tab?: 'list' | 'rings' | 'clusters' | 'definitions' | undefined
  category?: string | undefined
  /** Whose rings. */
  person?: string | undefined
  area?: string | undefined
  asOf?: string | undefined
  depth?: number | undefined
  disease?: string | undefined
}
export interface ResponsibilitySearch {
  view?: 'uncovered' | 'tree' | 'posts' | 'teams' | 'rules' | undefined
  area?: string | undefined
  kind?: string | undefined
  state?: 'vacant' | 'silent' | 'overloaded' | undefined
  teams?: 'incomplete' | 'complete' | undefined
  asOf?: string | undefined
}
export interface PlanSearch {
  division?: string | undefined
  kind?: string | undefined
  mode?: 'anew' | 'fill' | undefined
}
export type EntryState = 'undecided' | 'open' | 'answered' | 'rejected' | 'all' | 'passed'
export interface ListsSearch {
  view?: 'entries' | 'lists' | undefined
  state?: EntryState | undefined
}
export interface ListEntriesSearch {
  state?: EntryState | undefined
  outcome?: 'matched' | 'conflict' | 'created' | 'rejected' | undefined
}
export interface VisitsSearch {
  view?: 'progress' | 'not-met' | 'refused' | 'to-visit' | 'done' | 'met' | 'phone' | 'sealed' | 'all' | undefined
  round?: string | undefined
  area?: string | undefined
  asOf?: string | undefined
}
export interface FollowUpsSearch {
  state?: 'open' | 'closed' | 'all' | undefined
  kind?: 'travel' | 'contact' | 'fever' | 'health' | 'roster' | undefined
  area?: string | undefined
}
export interface CardsSearch {
  round?: string | undefined
  division?: string | undefined
  block?: string | undefined
  state?: 'to-visit' | 'not-met' | 'all' | undefined
  layout?: 'card' | 'row' | undefined
}
export interface ReEntrySearch {
  code?: string | undefined
}
export interface QuestionnaireSearch {
  version?: number | undefined
  edit?: 'yes' | undefined
}
export interface InspectionsSearch {
  view?: 'heat' | 'findings' | 'visits' | 'plans' | undefined
  state?: 'standing' | 'overdue' | 'rectified' | 'passed' | 'withdrawn' | 'all' | undefined
  climbed?: 'place' | 'township' | 'county' | undefined
  manner?: 'planned' | 'unannounced' | 'led' | undefined
  area?: string | undefined
  plan?: string | undefined
  asOf?: string | undefined
}
export interface NewInspectionSearch {
  plan?: string | undefined
}
export interface InspectionSearch {
  asOf?: string | undefined
}
export interface SitesSearch {
  asOf?: string | undefined
}
export interface SiteSearch {
  view?: 'rooms' | 'people' | 'meals' | 'transfers' | 'disinfection' | 'shifts' | 'diary' | undefined
  asOf?: string | undefined
}
export interface KitchenSearch {
  day?: string | undefined
}
export interface WorkbooksSearch {
  view?: 'load' | 'exports' | undefined
}
export interface ProfilesSearch {
  view?: 'editions' | 'changeovers' | undefined
}
export interface EditionSearch {
  /** The edition beside it. */
  with?: string | undefined
  edit?: 'yes' | undefined
}
export interface CasesSearch {
  area?: string | undefined
  status?: 'fever' | 'suspected' | 'confirmed' | 'asymptomatic' | 'excluded' | 'open' | undefined
  origin?: 'checkpoint' | 'reading' | 'visit' | 'clinic' | 'self-report' | undefined
  overdue?: 'yes' | undefined
}
export interface EpidemiologySearch {
  area?: string | undefined
  by?: 'found' | undefined
  suspected?: 'yes' | undefined
}
export interface OrdersSearch {
  state?: 'standing' | 'ends-today' | 'review-due' | 'review-overdue' | 'appealed' | 'ended' | undefined
  kind?: 'home' | 'central' | undefined
  area?: string | undefined
}
/** Ids only: who is meant and what it rests on. */
export interface NewOrderSearch {
  person?: string | undefined
  division?: string | undefined
  household?: string | undefined
  source?: 'exposure' | 'screening' | 'visit' | 'agency-list' | 'case' | undefined
  ref?: string | undefined
  proposal?: string | undefined
  kind?: 'home' | 'central' | undefined
  ground?: string | undefined
  anchor?: string | undefined
}
export interface ReadingsSearch {
  view?: 'board' | 'climbing' | 'work' | 'doubtful' | undefined
  area?: string | undefined
  level?: 'village' | 'township' | 'county' | undefined
  asOf?: string | undefined
}
export interface OrderReadingsSearch {
  enter?: 'paper' | undefined
}
export interface ReadingSheetsSearch {
  division?: string | undefined
}
export interface SignInSearch {
  next?: string | undefined
}
