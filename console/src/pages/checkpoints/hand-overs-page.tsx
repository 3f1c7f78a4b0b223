import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type HandOverState, paths } from '../../paths.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Views } from '../../ui/filters.tsx'
import { dateTime, dayOf, hoursSince, temperature } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'
import { outcomeName, spanOf } from '../../ui/words.ts'
import { OrderIsolation } from '../isolation/order-isolation.tsx'
import styles from './checkpoint.module.css'
import { OpenCase } from './open-case.tsx'
import { type HandOverRow, handOversQuery, isOpen, momentFor } from './queries.ts'

const OutcomeDialog = lazy(() => import('./outcome-dialog.tsx').then((module) => ({ default: module.OutcomeDialog })))

const route = getRouteApi('/desk/hand-overs')

const tones: Record<NonNullable<HandOverRow['outcome']>, Tone> = {
  excluded: 'ok',
  suspected: 'caution',
  confirmed: 'alarm',
  asymptomatic: 'alarm',
  unreachable: 'caution',
}

function useColumns(onRecord: (row: HandOverRow) => void): Column<HandOverRow>[] {
  const { t } = useTranslation()
  const livesAt = useCountyMoment()
  return [
    {
      key: 'checkpoint',
      title: t('handOvers.checkpoint'),
      phone: 'heading',
      cell: (row) => (
        <Link {...paths.checkpoint(row.checkpointId, { day: dayOf(row.openedAt) })}>{row.checkpointName}</Link>
      ),
    },
    {
      key: 'temperature',
      title: t('records.temperature'),
      cell: (row) => <b className="number">{temperature(row.temperatureC)}</b>,
    },
    {
      key: 'opened',
      title: t('handOvers.opened'),
      cell: (row) => <time className="number">{dateTime(row.openedAt)}</time>,
    },
    {
      key: 'state',
      title: t('handOvers.state'),
      cell: (row) =>
        isOpen(row) ? (
          <span className="row">
            <Tag tone="alarm">{t('handOvers.waiting')}</Tag>
            <span className="small number">{spanOf(t, hoursSince(row.openedAt, momentFor(row, livesAt)))}</span>
            {row.outcome && <Tag tone="caution">{outcomeName(t, row.outcome)}</Tag>}
          </span>
        ) : (
          row.outcome && <Tag tone={tones[row.outcome]}>{outcomeName(t, row.outcome)}</Tag>
        ),
    },
    {
      key: 'closed',
      title: t('handOvers.outcomeAt'),
      cell: (row) => row.outcomeAt && <time className="number">{dateTime(row.outcomeAt)}</time>,
    },
    { key: 'note', title: t('outcome.note'), cell: (row) => row.outcomeNote },
    {
      key: 'actions',
      title: '',
      align: 'end',
      cell: (row) => (
        <span className="row">
          {row.caseId ? (
            <Link {...paths.case(row.caseId)}>{t('handOvers.toCase')}</Link>
          ) : (
            <>
              {row.personId && <OpenCase handOver={row} />}
              <Button size="small" type={isOpen(row) ? 'primary' : 'default'} onClick={() => onRecord(row)}>
                {isOpen(row) ? t('handOvers.record') : t('handOvers.recordAgain')}
              </Button>
            </>
          )}
          {row.personId && (
            <OrderIsolation person={row.personId} source="screening" record={row.passageId} ground="fever" />
          )}
        </span>
      ),
    },
  ]
}

/** Every fever handed to the medical side; red until somebody says how it ended. */
export default function HandOversPage() {
  const { t } = useTranslation()
  const { state = 'open' } = route.useSearch()
  const navigate = route.useNavigate()
  const [recording, setRecording] = useState<HandOverRow | null>(null)
  const query = useInfiniteQuery(handOversQuery(state))
  const columns = useColumns(setRecording)
  const views: [HandOverState, string][] = [
    ['open', t('handOvers.open')],
    ['closed', t('handOvers.closed')],
    ['all', t('handOvers.all')],
  ]
  return (
    <Page
      title={t('handOvers.title')}
      about={t('handOvers.about')}
      actions={
        <Views
          label={t('handOvers.state')}
          value={state}
          options={views}
          onChange={(wanted) => void navigate({ search: { state: wanted === 'open' ? undefined : wanted } })}
        />
      }
    >
      <Card flush>
        <Loaded
          query={query}
          skeleton={<Skeleton lines={6} height={28} />}
          empty={{
            when: (data) => data.pages.every((page) => page.items.length === 0),
            show: (
              <Nothing title={state === 'open' ? t('handOvers.noneOpen') : t('handOvers.none')}>
                {t('handOvers.noneWhy')}
              </Nothing>
            ),
          }}
        >
          {(data) => (
            <DataTable
              caption={t('handOvers.title')}
              columns={columns}
              rows={data.pages.flatMap((page) => page.items)}
              rowKey={(row) => row.id}
              rowTone={(row) => (isOpen(row) ? 'alarm' : undefined)}
            />
          )}
        </Loaded>
        {query.hasNextPage && (
          <div className={styles.more}>
            <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
              {t('records.more')}
            </Button>
          </div>
        )}
      </Card>
      {recording && (
        <Suspense>
          <OutcomeDialog handOver={recording} onClose={() => setRecording(null)} />
        </Suspense>
      )}
    </Page>
  )
}
