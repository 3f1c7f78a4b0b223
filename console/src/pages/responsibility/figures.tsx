import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { paths, type ResponsibilitySearch } from '../../paths.ts'
import { Figure, Figures } from '../../ui/figures.tsx'
import { type Coverage, postCountsQuery } from './queries.ts'

/** Every number leads to the list behind it. */
export function CoverageFigures({ board, search }: { board: Coverage; search: ResponsibilitySearch }) {
  const { t } = useTranslation()
  const { area, asOf } = search
  const counts = useQuery(postCountsQuery(area, asOf)).data
  const posts = { view: 'posts', area, asOf } as const
  return (
    <Figures label={t('responsibility.figures')}>
      <Figure
        name={t('responsibility.uncovered')}
        value={board.total.uncovered}
        of={{ figure: 'households-uncovered', area, asOf }}
        tone="alarm"
        to={paths.responsibility({ area, asOf })}
      />
      <Figure
        name={t('responsibility.households')}
        value={board.total.households}
        to={paths.responsibility({ view: 'tree', area, asOf })}
      />
      <Figure
        name={t('responsibility.posts')}
        value={board.posts.all}
        of={{ figure: 'responsibility-posts', area, asOf }}
        to={paths.responsibility(posts)}
      />
      <Figure
        name={t('responsibility.vacant')}
        value={board.posts.vacant}
        of={{ figure: 'posts-vacant', area, asOf }}
        tone="alarm"
        to={paths.responsibility({ ...posts, state: 'vacant' })}
      />
      <Figure
        name={t('responsibility.overloaded')}
        value={counts?.overloaded}
        tone="caution"
        to={paths.responsibility({ ...posts, state: 'overloaded' })}
      />
      <Figure
        name={t('responsibility.silent')}
        value={counts?.silent}
        tone="caution"
        to={paths.responsibility({ ...posts, state: 'silent' })}
      />
    </Figures>
  )
}
