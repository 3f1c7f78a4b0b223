import type { Tx } from '../../kernel/db.ts'
import {
  caseFigures,
  type FigureName,
  heldPostFigures,
  isolationFigures,
  lineListFigures,
  readingFigures,
  roundFigures,
  siteFigures,
} from './rules.ts'

const counted = {
  screened: 'screened',
  fevers: 'fevers',
  'turned-back': 'turned_back',
  'handed-to-medical': 'medical',
  refused: 'refused',
  vehicles: 'vehicles',
} as const

type Value = [{ value: number }]

type LineListFigure = (typeof lineListFigures)[number]
const isOfLineList = (figure: FigureName): figure is LineListFigure =>
  (lineListFigures as readonly string[]).includes(figure)

type RoundFigure = (typeof roundFigures)[number]
export const isOfRound = (figure: FigureName): figure is RoundFigure =>
  (roundFigures as readonly string[]).includes(figure)

/** The value of one figure in an area as of a moment, as known now; null when the county has not defined what it counts. */
export async function figureValue(tx: Tx, figure: FigureName, area: string, moment: Date): Promise<number | null> {
  const [found] = isOfLineList(figure)
    ? await lineListValue(tx, figure, area, moment)
    : isOfRound(figure)
      ? await roundValue(tx, figure, area, moment)
      : await query(tx, figure, area, moment)
  return found?.value ?? null
}

/** A category without members has a row that says zero; one that nobody defined has none. */
const lineListValue = (tx: Tx, figure: LineListFigure, area: string, moment: Date) => tx<Partial<Value>>`
  select members::integer as value from report.line_list_v1(${area}, ${moment}) where category = ${figure}`

/** A sum over no village at all is null, which is not zero. */
function roundValue(tx: Tx, figure: RoundFigure, area: string, moment: Date) {
  const counted = {
    'households-to-visit': tx`households`,
    'households-visited': tx`met + phone + sealed`,
    'households-not-met': tx`notice + nobody`,
    'households-refused': tx`refused`,
  }[figure]
  return tx<Partial<Value>>`select sum(${counted})::integer as value from report.visits_v1(${area}, ${moment})`
}

function query(tx: Tx, figure: Exclude<FigureName, LineListFigure | RoundFigure>, area: string, moment: Date) {
  switch (figure) {
    case 'fevers-open':
      return tx<Value>`select coalesce(sum(open), 0)::integer as value from report.open_fevers_v1(${area}, ${moment})`
    case 'fevers-excluded':
      return tx<Value>`
        select coalesce(sum(fevers), 0)::integer as value from report.fever_outcomes_v1(${area}, ${moment}) where outcome = 'excluded'`
    case 'comparisons':
      return tx<Value>`select coalesce(sum(verified), 0)::integer as value from report.comparisons_v1(${area}, ${moment})`
    case 'stations':
      return openAt(tx, tx`kind <> 'village-turn-back'`, area, moment)
    case 'households-covered':
      return tx<Value>`
        select coalesce(sum(covered), 0)::integer as value from report.coverage_v1(${area}, ${moment})`
    case 'households-uncovered':
      return tx<Value>`
        select coalesce(sum(households - covered), 0)::integer as value from report.coverage_v1(${area}, ${moment})`
    case 'responsibility-posts':
      return tx<Value>`select coalesce(sum(posts), 0)::integer as value from report.posts_v1(${area}, ${moment})`
    case 'posts-vacant':
      return tx<Value>`select coalesce(sum(posts - held), 0)::integer as value from report.posts_v1(${area}, ${moment})`
    case 'group-leaders':
    case 'volunteers':
    case 'resident-cadres':
    case 'household-cadres':
    case 'posted-department':
    case 'posted-community':
      return tx<Value>`
        select coalesce(sum(held), 0)::integer as value from report.posts_v1(${area}, ${moment})
        where kind = ${heldPostFigures[figure]}`
    case 'three-on-one-teams':
      return tx<Value>`
        select coalesce(sum(teams), 0)::integer as value from report.teams_v1(${area}, ${moment}) where rule = 'three-on-one'`
    case 'living-in-sites':
    case 'site-rooms':
    case 'site-rooms-free':
      return tx<Value>`
        select coalesce(sum(${tx(siteFigures[figure])}), 0)::integer as value from report.sites_v1(${area}, ${moment})`
    case 'fevers-elsewhere':
    case 'fevers-elsewhere-excluded':
    case 'suspected-now':
    case 'suspected':
    case 'confirmed':
    case 'asymptomatic': {
      const { column, elsewhere } = caseFigures[figure]
      return tx<Value>`
        select coalesce(sum(${tx(column)}), 0)::integer as value from report.cases_v1(${area}, ${moment})
        where not ${elsewhere} or origin <> 'checkpoint'`
    }
    case 'isolated-home':
    case 'isolated-central':
      return tx<Value>`
        select coalesce(sum(standing), 0)::integer as value from report.isolated_v1(${area}, ${moment})
        where kind = ${figure === 'isolated-home' ? 'home' : 'central'}`
    case 'isolation-ordered':
    case 'isolation-released':
      return tx<Value>`
        select coalesce(sum(${tx(isolationFigures[figure])}), 0)::integer as value from report.isolation_v1(${area}, ${moment})`
    case 'readings-taken':
    case 'readings-abnormal':
      return tx<Value>`
        select coalesce(sum(${tx(readingFigures[figure])}), 0)::integer as value from report.readings_v1(${area}, ${moment})`
    case 'turn-back-points':
      return openAt(tx, tx`kind = 'village-turn-back'`, area, moment)
    default:
      return tx<Value>`
        select coalesce(sum(${tx(counted[figure])}), 0)::integer as value from report.checkpoint_counts_v1(${area}, ${moment})`
  }
}

function openAt(tx: Tx, kind: ReturnType<Tx>, area: string, moment: Date) {
  return tx<Value>`
    select count(*)::integer as value from report.checkpoint_open_v1(${moment})
    where ${kind} and division >= ${area} and division < ${`${area}:`}`
}
