import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths, type ResponsibilitySearch } from '../../paths.ts'
import { number } from '../../ui/format.ts'
import { type Coverage, postCountsQuery } from './queries.ts'
import styles from './responsibility.module.css'

interface FigureProps {
  name: string
  value: number | undefined
  tone?: 'alarm' | 'caution' | undefined
  to: ResponsibilitySearch
}

function Figure({ name, value, tone, to }: FigureProps) {
  return (
    <Link {...paths.responsibility(to)} className={styles.figure} data-tone={value ? tone : undefined}>
      <dt>{name}</dt>
      <dd>{value === undefined ? '…' : number(value)}</dd>
    </Link>
  )
}

/** Every number leads to the list behind it. */
export function Figures({ board, search }: { board: Coverage; search: ResponsibilitySearch }) {
  const { t } = useTranslation()
  const { area, asOf } = search
  const counts = useQuery(postCountsQuery(area, asOf)).data
  const posts = { view: 'posts', area, asOf } as const
  return (
    <dl className={styles.figures} aria-label={t('responsibility.figures')}>
      <Figure
        name={t('responsibility.uncovered')}
        value={board.total.uncovered}
        tone="alarm"
        to={{ view: undefined, area, asOf }}
      />
      <Figure name={t('responsibility.households')} value={board.total.households} to={{ view: 'tree', area, asOf }} />
      <Figure name={t('responsibility.posts')} value={board.posts.all} to={posts} />
      <Figure
        name={t('responsibility.vacant')}
        value={board.posts.vacant}
        tone="alarm"
        to={{ ...posts, state: 'vacant' }}
      />
      <Figure
        name={t('responsibility.overloaded')}
        value={counts?.overloaded}
        tone="caution"
        to={{ ...posts, state: 'overloaded' }}
      />
      <Figure
        name={t('responsibility.silent')}
        value={counts?.silent}
        tone="caution"
        to={{ ...posts, state: 'silent' }}
      />
    </dl>
  )
}
