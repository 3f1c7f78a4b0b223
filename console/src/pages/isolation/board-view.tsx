import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths, type ReadingsSearch } from '../../paths.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { FigureLink } from '../../ui/figure-link.tsx'
import { number } from '../../ui/format.ts'
import { Card, Nothing } from '../../ui/page.tsx'
import styles from './readings.module.css'
import type { Board, BoardLine, SlotCount } from './readings-queries.ts'

const climbers = ({ village, township, county }: Board['climbing']): number => village + township + county

/** The latest check of the day that has opened; before the first opens, the first. */
const current = (slots: readonly SlotCount[]): SlotCount | undefined =>
  slots.findLast(({ done, late, due, missed }) => done + late + due + missed > 0) ?? slots[0]

export function Figures({ board, search }: { board: Board; search: ReadingsSearch }) {
  const { t } = useTranslation()
  const slot = current(board.total)
  const parts = [
    ['done', slot?.done ?? 0, 'ok'],
    ['late', slot?.late ?? 0, undefined],
    ['due', slot?.due ?? 0, 'brand'],
    ['missed', slot?.missed ?? 0, 'alarm'],
  ] as const
  const abnormal = board.total.reduce((sum, one) => sum + one.abnormal, 0)
  return (
    <dl className={styles.figures} aria-label={t('readings.view.board')}>
      <div className={styles.figure}>
        <dt>{t('readings.observed')}</dt>
        <dd>{number(board.observed)}</dd>
        <div className={styles.note}>{slot && t('readings.nowSlot', { slot: t(`readings.slot.${slot.slot}`) })}</div>
      </div>
      {parts.map(([word, count, tone]) => (
        <div key={word} className={styles.figure} data-tone={count > 0 ? tone : undefined}>
          <dt>{t(`readings.standing.${word}`)}</dt>
          <dd>{number(count)}</dd>
        </div>
      ))}
      <div className={styles.figure} data-tone={abnormal > 0 ? 'alarm' : undefined}>
        <dt>
          <FigureLink figure="readings-abnormal" area={search.area} asOf={search.asOf}>
            {t('readings.abnormal')}
          </FigureLink>
        </dt>
        <dd>{number(abnormal)}</dd>
      </div>
      <Link
        {...paths.readings({ ...search, view: 'climbing' })}
        className={styles.figure}
        data-tone={climbers(board.climbing) > 0 ? 'alarm' : undefined}
      >
        <dt>{t('readings.climbing')}</dt>
        <dd>{number(climbers(board.climbing))}</dd>
      </Link>
    </dl>
  )
}

const PARTS = ['done', 'late', 'due', 'missed'] as const
function Slots({ slots }: { slots: readonly SlotCount[] }) {
  const { t } = useTranslation()
  return (
    <span className={styles.slots}>
      {slots.map((one) => (
        <span key={one.slot} className={styles.slot}>
          <span className="small muted">{t(`readings.slot.${one.slot}`)}</span>
          <span
            className={styles.bar}
            role="img"
            aria-label={t('readings.bar', { done: one.done, late: one.late, due: one.due, missed: one.missed })}
          >
            {PARTS.map((part) => (
              <span
                key={part}
                data-part={part}
                style={{ width: `${one.owed === 0 ? 0 : (100 * one[part]) / one.owed}%` }}
              />
            ))}
          </span>
          <span className="number small">
            {one.done + one.late}/{one.owed}
          </span>
        </span>
      ))}
    </span>
  )
}

export function BoardView({ board, onChoose }: { board: Board; onChoose(area: string): void }) {
  const { t } = useTranslation()
  const sum = ({ slots }: BoardLine, part: 'missed' | 'abnormal') => slots.reduce((all, one) => all + one[part], 0)
  const columns: Column<BoardLine>[] = [
    {
      key: 'area',
      title: t('readings.area'),
      phone: 'heading',
      cell: ({ division, name }) =>
        division.length < 12 && division !== board.area ? (
          <button type="button" className="plain-button" onClick={() => onChoose(division)}>
            {name}
          </button>
        ) : (
          name
        ),
    },
    { key: 'observed', title: t('readings.observed'), align: 'end', cell: ({ observed }) => number(observed) },
    { key: 'checks', title: t('readings.checks'), phone: 'wide', cell: ({ slots }) => <Slots slots={slots} /> },
    {
      key: 'missed',
      title: t('readings.standing.missed'),
      align: 'end',
      cell: (line) => (
        <span className={sum(line, 'missed') > 0 ? styles.alarm : ''}>{number(sum(line, 'missed'))}</span>
      ),
    },
    {
      key: 'climbing',
      title: t('readings.climbing'),
      align: 'end',
      cell: ({ climbing }) => (
        <span className={climbers(climbing) > 0 ? styles.alarm : ''} title={t('readings.climbingParts', climbing)}>
          {number(climbers(climbing))}
        </span>
      ),
    },
    {
      key: 'abnormal',
      title: t('readings.abnormal'),
      align: 'end',
      cell: (line) => (
        <span className={sum(line, 'abnormal') > 0 ? styles.alarm : ''}>{number(sum(line, 'abnormal'))}</span>
      ),
    },
  ]
  if (board.divisions.length === 0) {
    return (
      <Card>
        <Nothing title={t('readings.nobody')}>{t('readings.nobodyWhy')}</Nothing>
      </Card>
    )
  }
  return (
    <Card flush title={t('readings.byArea', { day: board.day })}>
      <DataTable
        caption={t('readings.byArea', { day: board.day })}
        columns={columns}
        rows={board.divisions}
        rowKey={({ division }) => division}
        rowTone={({ climbing }) => (climbing.county > 0 ? 'alarm' : undefined)}
      />
    </Card>
  )
}
