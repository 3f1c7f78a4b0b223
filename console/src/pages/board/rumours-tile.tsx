import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { hoursSince, number } from '../../ui/format.ts'
import { spanOf } from '../../ui/words.ts'
import styles from './tile.module.css'
import { AndMore, Tile } from './tile.tsx'
import type { TileState, Tiles } from './tiles.ts'

const SHOWN = 2

/** What people ask about and nobody has answered within its hours, the longest first. */
export function RumoursTile({ state }: { state: TileState<Tiles['rumours']> | undefined }) {
  const { t } = useTranslation()
  const to = paths.rumours({ show: 'overdue' })
  return (
    <Tile name="rumours" title={t('board.rumours')} to={to} state={state} asOf={({ asOf }) => asOf}>
      {({ items, counts, asOf }) => (
        <>
          <p className={styles.sentence} data-tone={counts.overdue > 0 ? 'alarm' : undefined}>
            <Link {...to}>
              {counts.overdue > 0 && <span aria-hidden="true">⚠ </span>}
              {t('board.rumoursOverdue', { count: number(counts.overdue) })}
            </Link>
            <Link {...paths.rumours()}>{t('board.rumoursOpen', { count: number(counts.open) })}</Link>
          </p>
          {items.length > 0 && (
            <ul className={styles.list}>
              {items.slice(0, SHOWN).map(({ id, title, dueAt, items: said }) => (
                <li key={id}>
                  <Link {...paths.rumourTopic(id)}>
                    {title ?? t('rumours.untitled')} {t('board.items', { count: number(said) })}
                  </Link>
                  {dueAt && (
                    <span className="number">{t('board.lateBy', { span: spanOf(t, hoursSince(dueAt, asOf)) })}</span>
                  )}
                </li>
              ))}
            </ul>
          )}
          <AndMore count={counts.overdue - Math.min(SHOWN, items.length)} to={to} />
        </>
      )}
    </Tile>
  )
}
