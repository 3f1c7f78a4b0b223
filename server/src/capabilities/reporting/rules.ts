export type FigureKind = 'cumulative' | 'stock' | 'increment'

export interface Figure {
  name: string
  kind: FigureKind
  unit: 'person' | 'person-time' | 'vehicle' | 'station' | 'household' | 'post' | 'team' | 'room'
  zh: string
  en: string
  /** The figure it is a part of, when it is one. */
  subsetOf: string | null
  version: number
}

const figure = <N extends string>(
  name: N,
  kind: FigureKind,
  unit: Figure['unit'],
  zh: string,
  en: string,
  subsetOf: string | null = null,
): Figure & { name: N } => ({ name, kind, unit, zh, en, subsetOf, version: 1 })

/** What the county counts. A changed definition is a new version with a decision record, never an edit. */
export const figures = [
  figure('screened', 'cumulative', 'person', '累计排查人数', 'People screened'),
  figure('fevers', 'cumulative', 'person', '累计发热人数', 'Fevers found at checkpoints', 'screened'),
  figure('fevers-open', 'stock', 'person', '发热待排除人数', 'Fevers without an outcome', 'fevers'),
  figure('fevers-excluded', 'cumulative', 'person', '发热已排除人数', 'Fevers examined and excluded', 'fevers'),
  figure('turned-back', 'cumulative', 'person', '累计劝返人数', 'People turned back', 'screened'),
  figure('handed-to-medical', 'cumulative', 'person', '移交医疗人数', 'People handed to the medical side', 'screened'),
  figure('refused', 'cumulative', 'person', '拒不配合人数', 'People who would not be screened'),
  figure('vehicles', 'cumulative', 'vehicle', '累计检查车辆', 'Vehicles checked'),
  figure('stations', 'stock', 'station', '检测站点数', 'Detection stations'),
  figure('turn-back-points', 'stock', 'station', '检查劝返点数', 'Village turn-back points'),
  figure('from-hubei', 'cumulative', 'person', '从湖北来或途经湖北返回人数', 'People who came from or through Hubei'),
  figure('from-wuhan', 'cumulative', 'person', '其中从武汉来或途经武汉', 'Of whom from or through Wuhan', 'from-hubei'),
  figure(
    'near-huanan-market',
    'cumulative',
    'person',
    '到过华南海鲜市场1000米内人数',
    'Of whom within 1,000 m of the Huanan market',
    'from-hubei',
  ),
  figure('contacts-both', 'cumulative', 'person', '上述人员密切接触者人数', 'Close contacts of those from Hubei'),
  figure(
    'contacts-wuhan',
    'cumulative',
    'person',
    '武汉返回人员密切接触者人数',
    'Of whom close contacts of those from Wuhan',
    'contacts-both',
  ),
  figure(
    'from-elsewhere',
    'cumulative',
    'person',
    '从湖北以外来或外出返回人数',
    'People who came or returned from elsewhere',
  ),
  figure('comparisons', 'cumulative', 'person-time', '核查部门名单人次', 'Entries of agency lists verified'),
  figure(
    'households-covered',
    'stock',
    'household',
    '四级包联已落实户数',
    'Households with somebody at all four levels',
  ),
  figure('households-uncovered', 'stock', 'household', '四级包联未落实户数', 'Households without somebody at a level'),
  figure('responsibility-posts', 'stock', 'post', '责任岗位数', 'Posts of the responsibility system'),
  figure('posts-vacant', 'stock', 'post', '其中空岗', 'Of which with nobody on them', 'responsibility-posts'),
  figure('group-leaders', 'stock', 'person', '社区小组长(片长)人数', 'Group leaders of communities'),
  figure('volunteers', 'stock', 'person', '包户志愿者人数', 'Volunteers answering for households'),
  figure(
    'resident-cadres',
    'stock',
    'person',
    '管楼包户机关干部人数',
    'Cadres answering for stairwells where they live',
  ),
  figure('household-cadres', 'stock', 'person', '包户干部人数', 'Cadres answering for households'),
  figure('posted-department', 'stock', 'person', '派驻机关干部人数', 'Staff posted by departments'),
  figure('posted-community', 'stock', 'person', '社区街道派驻人数', 'Staff posted by communities'),
  figure('three-on-one-teams', 'stock', 'team', '三包一小组数', 'Teams of three on one'),
  figure('households-to-visit', 'stock', 'household', '应入户数', 'Households that the running round asks'),
  figure(
    'households-visited',
    'stock',
    'household',
    '已见户数',
    'Of whom met, spoken to by phone, or found empty and sealed',
    'households-to-visit',
  ),
  figure(
    'households-not-met',
    'stock',
    'household',
    '敲门未见户数',
    'Of whom knocked at with nobody met',
    'households-to-visit',
  ),
  figure('households-refused', 'stock', 'household', '拒绝入户户数', 'Of whom refused', 'households-to-visit'),
  figure('isolated-home', 'stock', 'person', '现有居家隔离人数', 'People isolated at home now'),
  figure('isolated-central', 'stock', 'person', '现有集中隔离人数', 'People isolated in central places now'),
  figure('isolation-ordered', 'cumulative', 'person-time', '累计采取隔离人次', 'People put into isolation'),
  figure('isolation-released', 'cumulative', 'person-time', '累计解除隔离人次', 'People released from isolation'),
  figure('readings-taken', 'increment', 'person-time', '当日体温监测人次', 'Checks made that day'),
  figure('readings-abnormal', 'increment', 'person-time', '其中体温或症状异常', 'Of which abnormal', 'readings-taken'),
  figure('living-in-sites', 'stock', 'person', '集中隔离点在住人数', 'People living in central isolation sites'),
  figure('site-rooms', 'stock', 'room', '集中隔离点可用房间数', 'Rooms for living in isolation sites'),
  figure('site-rooms-free', 'stock', 'room', '其中可入住', 'Of which free', 'site-rooms'),
  figure(
    'fevers-elsewhere',
    'cumulative',
    'person',
    '其他途径发现发热人数',
    'Fevers found elsewhere than at checkpoints',
  ),
  figure(
    'fevers-elsewhere-excluded',
    'cumulative',
    'person',
    '其中已排除',
    'Of whom examined and excluded',
    'fevers-elsewhere',
  ),
  figure('suspected-now', 'stock', 'person', '现有疑似病例', 'Suspected cases now'),
  figure('suspected', 'cumulative', 'person', '累计疑似病例', 'Suspected cases'),
  figure('confirmed', 'cumulative', 'person', '累计确诊病例', 'Confirmed cases'),
  figure('asymptomatic', 'cumulative', 'person', '累计无症状感染者', 'Infected without symptoms'),
] as const satisfies readonly Figure[]

/** Figures of the cases, by what report.cases_v1 counts; the fevers of checkpoints are counted at their checkpoints. */
export const caseFigures = {
  'fevers-elsewhere': { column: 'fevers', elsewhere: true },
  'fevers-elsewhere-excluded': { column: 'fevers_excluded', elsewhere: true },
  'suspected-now': { column: 'suspected', elsewhere: false },
  suspected: { column: 'ever_suspected', elsewhere: false },
  confirmed: { column: 'ever_confirmed', elsewhere: false },
  asymptomatic: { column: 'ever_asymptomatic', elsewhere: false },
} as const satisfies Partial<Record<(typeof figures)[number]['name'], { column: string; elsewhere: boolean }>>

/** Figures of the orders of isolation, by what report.isolation_v1 counts. */
export const isolationFigures = {
  'isolation-ordered': 'opened',
  'isolation-released': 'released',
} as const satisfies Partial<Record<(typeof figures)[number]['name'], string>>

/** Figures of readings on the day of the moment, by what report.readings_v1 counts. */
export const readingFigures = {
  'readings-taken': 'taken',
  'readings-abnormal': 'abnormal',
} as const satisfies Partial<Record<(typeof figures)[number]['name'], string>>

/** Figures of isolation sites, by the column of their report. */
export const siteFigures = {
  'living-in-sites': 'persons',
  'site-rooms': 'rooms',
  'site-rooms-free': 'free',
} as const satisfies Partial<Record<(typeof figures)[number]['name'], string>>

/** Figures that count who sits on posts of one kind. */
export const heldPostFigures = {
  'group-leaders': 'group-leader',
  volunteers: 'volunteer',
  'resident-cadres': 'resident-cadre',
  'household-cadres': 'household-cadre',
  'posted-department': 'posted-department',
  'posted-community': 'posted-community',
} as const satisfies Partial<Record<(typeof figures)[number]['name'], string>>

/** Figures that are categories of the line list, by the county's own definition of them. */
export const lineListFigures = [
  'from-hubei',
  'from-wuhan',
  'near-huanan-market',
  'contacts-both',
  'contacts-wuhan',
  'from-elsewhere',
] as const satisfies ReadonlyArray<(typeof figures)[number]['name']>

export type FigureName = (typeof figures)[number]['name']
export const figureNames = figures.map(({ name }) => name) as [FigureName, ...FigureName[]]

/** Figures of the round that is running; where none is, there is no number. */
export const roundFigures = [
  'households-to-visit',
  'households-visited',
  'households-not-met',
  'households-refused',
] as const satisfies readonly FigureName[]
