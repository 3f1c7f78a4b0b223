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
  view?: 'stock' | 'card' | 'movements' | 'ways' | undefined
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
  tab?: 'seats' | 'accounts' | 'devices' | undefined
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

export const paths = {
  overview: (search: OverviewSearch = {}) => ({ to: '/', search }) as const,
  checkpoints: (search: CheckpointsSearch = {}) => ({ to: '/checkpoints', search }) as const,
  checkpoint: (checkpointId: string, search: CheckpointSearch = {}) =>
    ({ to: '/checkpoints/$checkpointId', params: { checkpointId }, search }) as const,
  handOvers: (search: HandOversSearch = {}) => ({ to: '/hand-overs', search }) as const,
  places: (search: PlacesSearch = {}) => ({ to: '/places', search }) as const,
  people: (search: PeopleSearch = {}) => ({ to: '/people', search }) as const,
  newHousehold: (search: { division?: string | undefined } = {}) => ({ to: '/households/new', search }) as const,
  household: (householdId: string) => ({ to: '/households/$householdId', params: { householdId } }) as const,
  person: (personId: string) => ({ to: '/people/$personId', params: { personId } }) as const,
  compare: (search: CompareSearch) => ({ to: '/people/compare', search }) as const,
  exposures: (search: ExposuresSearch = {}) => ({ to: '/exposures', search }) as const,
  personExposures: (personId: string) => ({ to: '/exposures/$personId', params: { personId } }) as const,
  responsibility: (search: ResponsibilitySearch = {}) => ({ to: '/responsibility', search }) as const,
  gridPost: (postId: string) => ({ to: '/responsibility/posts/$postId', params: { postId } }) as const,
  handOverSheet: (postId: string) => ({ to: '/responsibility/posts/$postId/hand-over', params: { postId } }) as const,
  chain: (householdId: string) => ({ to: '/responsibility/households/$householdId', params: { householdId } }) as const,
  plan: (search: PlanSearch = {}) => ({ to: '/responsibility/plan', search }) as const,
  workbooks: (search: WorkbooksSearch = {}) => ({ to: '/workbooks', search }) as const,
  workbook: (workbookId: string) => ({ to: '/workbooks/$workbookId', params: { workbookId } }) as const,
  lists: (search: ListsSearch = {}) => ({ to: '/lists', search }) as const,
  newList: () => ({ to: '/lists/new' }) as const,
  list: (listId: string, search: ListEntriesSearch = {}) =>
    ({ to: '/lists/$listId', params: { listId }, search }) as const,
  listEntry: (entryId: string) => ({ to: '/lists/entries/$entryId', params: { entryId } }) as const,
  visits: (search: VisitsSearch = {}) => ({ to: '/visits', search }) as const,
  householdVisits: (householdId: string) =>
    ({ to: '/visits/households/$householdId', params: { householdId } }) as const,
  followUps: (search: FollowUpsSearch = {}) => ({ to: '/visits/follow-ups', search }) as const,
  cards: (search: CardsSearch = {}) => ({ to: '/visits/cards', search }) as const,
  reEntry: (search: ReEntrySearch = {}) => ({ to: '/visits/re-entry', search }) as const,
  questionnaires: () => ({ to: '/visits/questionnaires' }) as const,
  questionnaire: (key: string, search: QuestionnaireSearch = {}) =>
    ({ to: '/visits/questionnaires/$key', params: { key }, search }) as const,
  profiles: (search: ProfilesSearch = {}) => ({ to: '/profiles', search }) as const,
  edition: (code: string, search: EditionSearch = {}) => ({ to: '/profiles/$code', params: { code }, search }) as const,
  requests: (search: RequestsSearch = {}) => ({ to: '/supplies/requests', search }) as const,
  allocation: (search: AllocationSearch = {}) => ({ to: '/supplies/allocation', search }) as const,
  cover: (search: CoverSearch = {}) => ({ to: '/supplies/cover', search }) as const,
  coverOfItem: (itemId: string) => ({ to: '/supplies/cover/$itemId', params: { itemId } }) as const,
  supplies: (search: SuppliesSearch = {}) => ({ to: '/supplies', search }) as const,
  store: (storeId: string, search: StoreSearch = {}) =>
    ({ to: '/supplies/stores/$storeId', params: { storeId }, search }) as const,
  pieces: (search: PiecesSearch = {}) => ({ to: '/publicity', search }) as const,
  newPiece: () => ({ to: '/publicity/new' }) as const,
  piece: (pieceId: string) => ({ to: '/publicity/pieces/$pieceId', params: { pieceId } }) as const,
  loudspeakers: (search: LoudspeakersSearch = {}) => ({ to: '/loudspeakers', search }) as const,
  shops: () => ({ to: '/supplies/shops' }) as const,
  goodsDonations: () => ({ to: '/supplies/donations' }) as const,
  funds: (search: FundsSearch = {}) => ({ to: '/funds', search }) as const,
  rumours: (search: RumoursSearch = {}) => ({ to: '/rumours', search }) as const,
  rumourTopic: (topicId: string) => ({ to: '/rumours/topics/$topicId', params: { topicId } }) as const,
  command: (search: CommandSearch = {}) => ({ to: '/command', search }) as const,
  closures: (search: ClosuresSearch = {}) => ({ to: '/closures', search }) as const,
  closureSubject: (subjectId: string) => ({ to: '/closures/subjects/$subjectId', params: { subjectId } }) as const,
  closureOrder: (orderId: string) => ({ to: '/closures/orders/$orderId', params: { orderId } }) as const,
  documents: (search: DocumentsSearch = {}) => ({ to: '/documents', search }) as const,
  measures: (search: MeasuresSearch = {}) => ({ to: '/command/measures', search }) as const,
  sheet: (documentId: string, search: ChainSearch = {}) =>
    ({ to: '/command/measures/$documentId', params: { documentId }, search }) as const,
  tasks: (search: TasksSearch = {}) => ({ to: '/command/tasks', search }) as const,
  task: (taskId: string) => ({ to: '/command/tasks/$taskId', params: { taskId } }) as const,
  decisions: (search: DecisionsSearch = {}) => ({ to: '/command/decisions', search }) as const,
  newDocument: (search: NewDocumentSearch = {}) => ({ to: '/documents/new', search }) as const,
  document: (documentId: string) => ({ to: '/documents/$documentId', params: { documentId } }) as const,
  inspections: (search: InspectionsSearch = {}) => ({ to: '/inspections', search }) as const,
  newInspection: (search: NewInspectionSearch = {}) => ({ to: '/inspections/new', search }) as const,
  inspection: (inspectionId: string, search: InspectionSearch = {}) =>
    ({ to: '/inspections/$inspectionId', params: { inspectionId }, search }) as const,
  sites: (search: SitesSearch = {}) => ({ to: '/sites', search }) as const,
  site: (siteId: string, search: SiteSearch = {}) => ({ to: '/sites/$siteId', params: { siteId }, search }) as const,
  kitchen: (siteId: string, search: KitchenSearch = {}) =>
    ({ to: '/sites/$siteId/kitchen', params: { siteId }, search }) as const,
  cases: (search: CasesSearch = {}) => ({ to: '/cases', search }) as const,
  case: (caseId: string) => ({ to: '/cases/$caseId', params: { caseId } }) as const,
  epidemiology: (search: EpidemiologySearch = {}) => ({ to: '/epidemiology', search }) as const,
  orders: (search: OrdersSearch = {}) => ({ to: '/isolation', search }) as const,
  newOrder: (search: NewOrderSearch = {}) => ({ to: '/isolation/new', search }) as const,
  order: (orderId: string) => ({ to: '/isolation/orders/$orderId', params: { orderId } }) as const,
  readings: (search: ReadingsSearch = {}) => ({ to: '/isolation/readings', search }) as const,
  orderReadings: (orderId: string, search: OrderReadingsSearch = {}) =>
    ({ to: '/isolation/readings/$orderId', params: { orderId }, search }) as const,
  readingPlan: () => ({ to: '/isolation/reading-plan' }) as const,
  readingSheets: (search: ReadingSheetsSearch = {}) => ({ to: '/isolation/reading-sheets', search }) as const,
  dailies: (search: DailiesSearch = {}) => ({ to: '/dailies', search }) as const,
  figures: (search: FigureSearch = {}) => ({ to: '/figures', search }) as const,
  figure: (name: string, search: FigureSearch = {}) => ({ to: '/figures/$name', params: { name }, search }) as const,
  reports: (search: ReportsSearch = {}) => ({ to: '/reports', search }) as const,
  report: (reportId: string) => ({ to: '/reports/$reportId', params: { reportId } }) as const,
  access: (search: AccessSearch = {}) => ({ to: '/access', search }) as const,
  audit: (search: AuditSearch = {}) => ({ to: '/audit', search }) as const,
  retention: (search: RetentionSearch = {}) => ({ to: '/retention', search }) as const,
  settings: () => ({ to: '/settings' }) as const,
  welcome: () => ({ to: '/welcome' }) as const,
  signIn: (search: SignInSearch = {}) => ({ to: '/sign-in', search }) as const,
}

/** The address a fresh account is handed on paper or as a QR. Behind the #, so that no server and no proxy writes the code down. */
export const welcomeLink = (code: string) => `${location.origin}/welcome#code=${encodeURIComponent(code)}`
export const codeOfLink = (hash: string): string => new URLSearchParams(hash.replace(/^#/, '')).get('code') ?? ''
