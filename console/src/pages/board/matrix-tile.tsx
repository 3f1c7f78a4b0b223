import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { meQuery } from '../../session.ts'
import { FigureLink, type FigureName } from '../../ui/figure-link.tsx'
import { number } from '../../ui/format.ts'
import { divisionsQuery } from '../places/queries.ts'
import { COLUMNS, type ColumnName, type Row, rowsOf } from './matrix.ts'
import styles from './matrix-tile.module.css'
import { short } from './short.ts'
import tileStyles from './tile.module.css'
import { type Place, Stamp } from './tile.tsx'
import type { Board, TileName } from './tiles.ts'

const FROM: Record<ColumnName, TileName> = {
  screened: 'checkpoints',
  openFevers: 'checkpoints',
  uncovered: 'coverage',
  late: 'command',
  silent: 'command',
  unreported: 'dailies',
}
const placeOf: Record<ColumnName, (area: string) => Place> = {
  screened: (township) => paths.checkpoints({ township }),
  openFevers: (township) => paths.checkpoints({ township, sort: '-openFevers' }),
  uncovered: (area) => paths.responsibility({ view: 'uncovered', area }),
  late: (area) => paths.tasks({ area, state: 'late' }),
  silent: (area) => paths.tasks({ area, state: 'silent' }),
  unreported: (area) => paths.dailies({ area }),
}
const figureOf: Partial<Record<ColumnName, FigureName>> = {
  screened: 'screened',
  openFevers: 'fevers-open',
  uncovered: 'households-uncovered',
  late: 'tasks-late',
  silent: 'tasks-silent',
}
const WANTING: readonly ColumnName[] = ['openFevers', 'uncovered', 'late', 'silent', 'unreported']

/** The parts of the area line by line: always in the same order, so that a place is found where it was. */
export function MatrixTile({ board, shows }: { board: Board; shows(tile: TileName): boolean }) {
  const { t } = useTranslation()
  const area = useQuery(meQuery).data?.division ?? ''
  const divisions = useQuery(divisionsQuery).data
  const columns = COLUMNS.filter((column) => shows(FROM[column]))
  const names = new Map(divisions?.map(({ code, name }) => [code, name]))
  const parts = [...names.keys()].filter((code) => code.startsWith(area) && code.length === area.length + 3).sort()
  const rows = divisions ? rowsOf(board, area, parts.length > 0 ? parts : [area]) : []
  const sources = [...new Set(columns.map((column) => FROM[column]))]
  const states = sources.flatMap((source) => board[source] ?? [])
  const failed = sources.filter((source) => board[source]?.problem)
  const oldest = states.map(({ at }) => at).sort()[0]
  const isBare = columns.length === 0
  if (isBare) return null
  return (
    <section className={tileStyles.tile} aria-label={t('board.matrix')} data-tile="matrix" data-fills>
      <header>
        <h2>{t(area.length === 6 ? 'board.matrix' : 'board.matrixVillages')}</h2>
        {oldest && <Stamp asOf={board.checkpoints?.body?.asOf ?? oldest} readAt={oldest} />}
      </header>
      {failed.length > 0 && (
        <p className={tileStyles.problem} role="alert">
          <span aria-hidden="true">⚠ </span>
          {t('board.columnsFailed', {
            columns: COLUMNS.filter((column) => failed.includes(FROM[column]))
              .map((column) => t(`board.column.${column}`))
              .join('、'),
          })}
        </p>
      )}
      {states.length === 0 || !divisions ? (
        <div className={tileStyles.waiting} aria-busy="true" role="status">
          <span className="visually-hidden">{t('problem.loading')}</span>
        </div>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.matrix}>
            <thead>
              <tr>
                <th scope="col">{t('board.area')}</th>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    <Heading column={column} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.division}>
                  <th scope="row">
                    {row.division === area && parts.length > 0
                      ? t('board.itself')
                      : short(names.get(row.division) ?? row.division)}
                  </th>
                  {columns.map((column) => (
                    <Cell key={column} row={row} column={column} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function Heading({ column }: { column: ColumnName }) {
  const { t } = useTranslation()
  const [name, figure] = [t(`board.column.${column}`), figureOf[column]]
  return figure ? <FigureLink figure={figure}>{name}</FigureLink> : name
}

function Cell({ row, column }: { row: Row; column: ColumnName }) {
  const value = row[column]
  if (value === null) return <td>—</td>
  const isWanting = WANTING.includes(column) && value > 0
  return (
    <td data-tone={isWanting ? 'alarm' : value === 0 ? 'none' : undefined}>
      <Link {...placeOf[column](row.division)}>{number(value)}</Link>
    </td>
  )
}
