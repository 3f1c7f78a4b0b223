import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths, type RumoursSearch } from '../../paths.ts'
import type { Column } from '../../ui/data-table.tsx'
import { Figure, Figures } from '../../ui/figures.tsx'
import { Choice, FilterBar } from '../../ui/filters.tsx'
import { dateTime, number } from '../../ui/format.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { ClockTag, GradeTag, StageTag } from './marks.tsx'
import { deskQuery, type Show, type Topic, topicsQuery } from './queries.ts'

const SHOWN: readonly Show[] = ['open', 'overdue', 'closed', 'all']

/** What a theme is called, in the reader's language. */
export function useThemes(): Array<readonly [code: string, name: string]> {
  const { i18n } = useTranslation()
  const themes = useQuery(deskQuery).data?.themes ?? []
  return themes.map(({ code, zh, en }) => [code, i18n.language.startsWith('en') ? en : zh] as const)
}

function useColumns(): Column<Topic>[] {
  const { t } = useTranslation()
  const themes = new Map(useThemes())
  return [
    {
      key: 'title',
      title: t('rumours.topic'),
      phone: 'heading',
      cell: (one) => <Link {...paths.rumourTopic(one.id)}>{one.title ?? t('rumours.untitled')}</Link>,
    },
    { key: 'grade', title: t('rumours.grade'), cell: ({ grade }) => <GradeTag grade={grade} /> },
    { key: 'stage', title: t('rumours.stage'), cell: ({ stage }) => <StageTag stage={stage} /> },
    { key: 'first', title: t('rumours.first'), cell: ({ first }) => <ClockTag clock={first} /> },
    { key: 'final', title: t('rumours.final'), cell: ({ final }) => <ClockTag clock={final} /> },
    { key: 'items', title: t('rumours.items'), align: 'end', cell: ({ items }) => number(items) },
    {
      key: 'found',
      title: t('rumours.found'),
      cell: ({ foundAt }) => <span className="number">{dateTime(foundAt)}</span>,
    },
    {
      key: 'theme',
      title: t('rumours.theme'),
      cell: ({ theme }) => (theme ? (themes.get(theme) ?? theme) : <span className="muted">—</span>),
    },
  ]
}

interface TopicsViewProps {
  search: RumoursSearch
  onChange(patch: RumoursSearch): void
}
/** By what runs out first. */
export function TopicsView({ search: { show = 'open', theme }, onChange }: TopicsViewProps) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(topicsQuery({ show, theme }))
  const columns = useColumns()
  const themes = useThemes()
  const counts = query.data?.pages[0]?.counts
  return (
    <>
      <Figures label={t('rumours.title')}>
        <Figure name={t('rumours.open')} value={counts?.open} of={{ figure: 'rumours-open' }} />
        <Figure
          name={t('rumours.overdue')}
          value={counts?.overdue}
          tone="alarm"
          to={paths.rumours({ show: 'overdue' })}
        />
        <Figure name={t('rumours.unassessed')} value={counts?.unassessed} tone="caution" />
        <Figure name={t('rumours.answeredToday')} value={counts?.answeredToday} tone="ok" />
      </Figures>
      <Card flush>
        <FilterBar>
          <Choice
            label={t('rumours.show')}
            value={show === 'all' ? undefined : show}
            any={t('rumours.shown.all')}
            options={SHOWN.slice(0, 3).map((one) => [one, t(`rumours.shown.${one}`)] as const)}
            onChange={(one) => onChange({ show: SHOWN.find((known) => known === one) ?? 'all' })}
          />
          <Choice
            label={t('rumours.theme')}
            value={theme}
            any={t('rumours.anyTheme')}
            options={themes}
            onChange={(one) => onChange({ theme: one })}
          />
        </FilterBar>
        <PagedTable
          query={query}
          skeleton={<Skeleton lines={6} height={30} />}
          none={<Nothing title={t('rumours.none')}>{t('rumours.noneWhy')}</Nothing>}
          caption={t('rumours.view.topics')}
          columns={columns}
          rowKey={({ id }) => id}
          rowTone={({ first, final, stage }) =>
            stage === 'closed'
              ? 'quiet'
              : first?.state === 'overdue' || final?.state === 'overdue'
                ? 'alarm'
                : undefined
          }
        />
      </Card>
    </>
  )
}
