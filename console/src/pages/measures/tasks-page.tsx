import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths, type TasksSearch } from '../../paths.ts'
import type { Column } from '../../ui/data-table.tsx'
import { Choice, FilterBar } from '../../ui/filters.tsx'
import { dateTime } from '../../ui/format.ts'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { Way } from '../../ui/way.tsx'
import { type Task, tasksQuery } from './queries.ts'
import { Addressee, STATES, TaskStateTag } from './states.tsx'

const route = getRouteApi('/desk/command/tasks')

function useColumns(): Column<Task>[] {
  const { t } = useTranslation()
  return [
    {
      key: 'place',
      title: t('measures.place'),
      phone: 'heading',
      cell: (one) => (
        <span className="row">
          <Link {...paths.task(one.id)}>{one.divisionName}</Link>
          <Addressee task={one} />
        </span>
      ),
    },
    { key: 'title', title: t('measures.what'), phone: 'wide', cell: (one) => one.title },
    { key: 'number', title: t('measures.document'), cell: (one) => <span className="number">{one.number}</span> },
    { key: 'state', title: t('measures.stands'), cell: (one) => <TaskStateTag state={one.state} /> },
    {
      key: 'heard',
      title: t('measures.heardAt'),
      cell: (one) => <span className="number">{one.heardAt ? dateTime(one.heardAt) : '—'}</span>,
    },
    {
      key: 'done',
      title: t('measures.doneAt'),
      cell: (one) => (
        <span className="number">{(one.doneAt ?? one.readAt) ? dateTime(one.doneAt ?? one.readAt ?? '') : '—'}</span>
      ),
    },
    { key: 'due', title: t('measures.due'), cell: (one) => <span className="number">{dateTime(one.dueAt)}</span> },
  ]
}

/** Tasks one by one: of a measure, a place or a state. */
export default function TasksPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const query = useInfiniteQuery(tasksQuery(search))
  const columns = useColumns()
  const change = (patch: TasksSearch) => void navigate({ search: { ...search, ...patch } })
  return (
    <Page
      title={t('measures.tasks')}
      above={
        search.documentId ? (
          <Way {...paths.sheet(search.documentId, { measure: search.measureId, asOf: search.asOf })}>
            {t('measures.sheet')}
          </Way>
        ) : (
          <Link {...paths.measures()}>{t('measures.title')}</Link>
        )
      }
      about={search.asOf && t('measures.asOf', { at: dateTime(search.asOf) })}
    >
      <Card flush>
        <FilterBar>
          <Choice
            label={t('measures.stands')}
            value={search.state}
            any={t('measures.anyState')}
            options={(['open', ...STATES] as const).map((one) => [one, t(`measures.state.${one}`)] as const)}
            onChange={(state) => change({ state })}
          />
        </FilterBar>
        <PagedTable
          query={query}
          skeleton={<Skeleton lines={8} height={30} />}
          none={<Nothing title={t('measures.noTasks')} />}
          caption={t('measures.tasks')}
          columns={columns}
          rowKey={({ id }) => id}
        />
      </Card>
    </Page>
  )
}
