import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type MeasuresSearch, paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { FigureStrip } from '../../ui/figure-strip.tsx'
import { Choice, FilterBar } from '../../ui/filters.tsx'
import { dateTime } from '../../ui/format.ts'
import { MomentPicker } from '../../ui/moment-picker.tsx'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { Way } from '../../ui/way.tsx'
import styles from './measures.module.css'
import { type Measure, measuresQuery, standingQuery } from './queries.ts'
import { CountTags } from './states.tsx'

const NewMeasures = lazy(() => import('./new-measures.tsx').then((module) => ({ default: module.NewMeasures })))
const GiveDialog = lazy(() => import('./give-dialog.tsx').then((module) => ({ default: module.GiveDialog })))
const route = getRouteApi('/desk/command/measures')

/** What the orders want done, and how far it is. */
export default function MeasuresPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const me = useQuery(meQuery).data
  const livesAt = useCountyMoment()
  const documents = useQuery(standingQuery).data?.items ?? []
  const query = useInfiniteQuery(measuresQuery({ documentId: search.document, asOf: search.asOf }))
  const [adding, setAdding] = useState(false)
  const [giving, setGiving] = useState<{ documentId: string; measure: Measure | null } | null>(null)
  const change = (patch: MeasuresSearch) => void navigate({ search: { ...search, ...patch } })
  const columns = useColumns(
    search.asOf,
    may(me, 'command.task.give') ? (measure) => setGiving({ documentId: measure.documentId, measure }) : undefined,
  )
  return (
    <Page
      title={t('measures.title')}
      about={t('measures.about')}
      actions={
        <>
          <MomentPicker asOf={search.asOf} standsAt={livesAt} onPick={(asOf) => change({ asOf })} />
          {may(me, 'command.measure.add') && documents.length > 0 && (
            <Button type="primary" onClick={() => setAdding(true)}>
              {t('measures.add')}
            </Button>
          )}
        </>
      }
    >
      <FigureStrip figures={['tasks-given', 'tasks-done', 'tasks-late', 'tasks-silent']} asOf={search.asOf} />
      <Card flush>
        <FilterBar>
          <Choice
            label={t('measures.document')}
            value={search.document}
            any={t('measures.anyDocument')}
            options={documents.map((one) => [one.id, `${one.number} ${one.title}`] as const)}
            onChange={(document) => change({ document })}
          />
          {search.document && (
            <span className="row">
              <Way {...paths.sheet(search.document, { asOf: search.asOf })}>{t('measures.wholeSheet')}</Way>
              {may(me, 'command.task.give') && (
                <Button onClick={() => setGiving({ documentId: search.document ?? '', measure: null })}>
                  {t('measures.handOut')}
                </Button>
              )}
            </span>
          )}
        </FilterBar>
        <PagedTable
          query={query}
          skeleton={<Skeleton lines={8} height={30} />}
          none={<Nothing title={t('measures.none')}>{t('measures.noneWhy')}</Nothing>}
          caption={t('measures.title')}
          columns={columns}
          rowKey={({ id }) => id}
          rowTone={({ documentState }) => (documentState === 'issued' ? undefined : 'quiet')}
        />
      </Card>
      <Suspense>{adding && <NewMeasures initial={search.document} onClose={() => setAdding(false)} />}</Suspense>
      <Suspense>{giving && <GiveDialog {...giving} onClose={() => setGiving(null)} />}</Suspense>
    </Page>
  )
}

function useColumns(asOf: string | undefined, onGive: ((measure: Measure) => void) | undefined): Column<Measure>[] {
  const { t } = useTranslation()
  return [
    {
      key: 'title',
      title: t('measures.one'),
      phone: 'heading',
      cell: (one) => (
        <Way {...paths.sheet(one.documentId, { measure: one.id, asOf })}>
          {one.point === null ? one.title : t('measures.pointed', { point: one.point, title: one.title })}
        </Way>
      ),
    },
    {
      key: 'document',
      title: t('measures.document'),
      cell: (one) => (
        <Link {...paths.document(one.documentId)}>
          <span className="number">{one.number}</span>
        </Link>
      ),
    },
    {
      key: 'progress',
      title: t('measures.progress'),
      phone: 'wide',
      cell: (one) => (one.tasks === 0 ? t('measures.notGiven') : <Progress measure={one} />),
    },
    {
      key: 'due',
      title: t('measures.due'),
      cell: (one) => <span className="number">{one.dueAt ? dateTime(one.dueAt) : '—'}</span>,
    },
    ...(onGive
      ? [
          {
            key: 'give',
            title: '',
            cell: (one: Measure) =>
              one.documentState === 'issued' && (
                <Button size="small" onClick={() => onGive(one)}>
                  {t('measures.give')}
                </Button>
              ),
          },
        ]
      : []),
  ]
}

function Progress({ measure: { counts, tasks, title } }: { measure: Measure }) {
  const { t } = useTranslation()
  const done = counts.done ?? 0
  return (
    <div className={styles.progress}>
      <progress max={tasks} value={done} aria-label={t('measures.progressOf', { title })} />
      <span className="number">{t('measures.doneOf', { done, tasks })}</span>
      <CountTags counts={counts} />
    </div>
  )
}
