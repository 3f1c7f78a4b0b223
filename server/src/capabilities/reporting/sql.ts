import type { Tx } from '../../kernel/db.ts'
import type { FigureName } from './rules.ts'

const counted = {
  screened: 'screened',
  fevers: 'fevers',
  'turned-back': 'turned_back',
  'handed-to-medical': 'medical',
  refused: 'refused',
  vehicles: 'vehicles',
} as const

type Value = [{ value: number }]

/** The value of one figure in an area as of a moment, as known now. */
export async function figureValue(tx: Tx, figure: FigureName, area: string, moment: Date): Promise<number> {
  const [{ value }] = await query(tx, figure, area, moment)
  return value
}

function query(tx: Tx, figure: FigureName, area: string, moment: Date) {
  switch (figure) {
    case 'fevers-open':
      return tx<Value>`select coalesce(sum(open), 0)::integer as value from report.open_fevers_v1(${area}, ${moment})`
    case 'fevers-excluded':
      return tx<Value>`
        select coalesce(sum(fevers), 0)::integer as value from report.fever_outcomes_v1(${area}, ${moment}) where outcome = 'excluded'`
    case 'stations':
      return openAt(tx, tx`kind <> 'village-turn-back'`, area, moment)
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
