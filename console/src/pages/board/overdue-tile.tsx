import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { FigureLink } from '../../ui/figure-link.tsx'
import { hoursSince } from '../../ui/format.ts'
import { spanOf } from '../../ui/words.ts'
import { short } from './short.ts'
import styles from './tile.module.css'
import { Tile } from './tile.tsx'
import { type Board, countIn } from './tiles.ts'

const SHOWN = 1

/** What should have been done by now, and what has waited longest of it. */
export function OverdueTile({ board }: { board: Board }) {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const { late, inspections } = board
  return (
    <Tile
      name="command"
      title={t('board.overdue')}
      to={paths.tasks({ state: 'late' })}
      state={board.command}
      asOf={({ asOf }) => asOf}
    >
      {(command) => {
        const counts = [
          ['tasksLate', 'tasks-late', countIn(command, 'tasks-late'), paths.tasks({ state: 'late' })],
          ['tasksSilent', 'tasks-silent', countIn(command, 'tasks-silent'), paths.tasks({ state: 'silent' })],
          ...(inspections && inspections.problem?.status !== 403 && may(me, 'inspections.finding.list')
            ? ([
                [
                  'findings',
                  'inspection-findings-overdue',
                  countIn(inspections.body, 'inspection-findings-overdue'),
                  paths.inspections({ view: 'findings', state: 'overdue' }),
                ],
              ] as const)
            : []),
        ] as const
        return (
          <>
            <ul className={styles.list}>
              {counts.map(([name, figure, value, to]) => (
                <li key={name} data-tone={value ? 'alarm' : undefined}>
                  <Link {...to}>{t(`board.overdueOf.${name}`)}</Link>
                  <b className="number">
                    {value ? <span aria-hidden="true">⚠ </span> : null}
                    <FigureLink figure={figure}>{value ?? '—'}</FigureLink>
                  </b>
                </li>
              ))}
            </ul>
            {late?.body && late.body.items.length > 0 && (
              <ul className={styles.longest}>
                {late.body.items.slice(0, SHOWN).map((one) => (
                  <li key={one.id}>
                    {t('board.lateBy', { span: spanOf(t, hoursSince(one.dueAt, late.body?.asOf ?? one.dueAt)) })}{' '}
                    <Link {...paths.task(one.id)}>
                      {short(one.divisionName)} {one.title}
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </>
        )
      }}
    </Tile>
  )
}
