import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { dateTime, exactTime, temperature, timeOfDay } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'
import { decisionName, reasonName, siteName, symptomName } from '../../ui/words.ts'
import { OrderIsolation } from '../isolation/order-isolation.tsx'
import { useDivisionName, useOriginName } from '../places/queries.ts'
import styles from './checkpoint.module.css'
import { type PassageRow, passagesQuery } from './queries.ts'

const CorrectionDialog = lazy(() =>
  import('./correction-dialog.tsx').then((module) => ({ default: module.CorrectionDialog })),
)

const decisionTone: Record<PassageRow['decision'], Tone> = {
  pass: 'plain',
  'turned-back': 'caution',
  medical: 'alarm',
  refused: 'caution',
}

function Marks({ row }: { row: PassageRow }) {
  const { t } = useTranslation()
  return (
    <span className="row">
      {row.underOrder && <Tag tone="alarm">{t(`records.underOrder.${row.underOrder}`)}</Tag>}
      {row.voided && <Tag tone="caution">{t('records.voided')}</Tag>}
      {row.corrections > 0 && <Tag tone="brand">{t('records.corrected', { count: row.corrections })}</Tag>}
      {Date.parse(row.receivedAt) - Date.parse(row.recordedAt) > 3_600_000 && (
        <span className="muted small" title={t('records.lateAt', { time: dateTime(row.receivedAt) })}>
          {t('records.late')}
        </span>
      )}
    </span>
  )
}

function useColumns(onCorrect: (row: PassageRow) => void): Column<PassageRow>[] {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  const originName = useOriginName()
  return [
    {
      key: 'time',
      title: t('records.time'),
      phone: 'heading',
      cell: (row) => (
        <time className={row.voided ? styles.voided : 'number'} title={exactTime(row.occurredAt)}>
          {timeOfDay(row.occurredAt)} {t(`words.direction.${row.direction}`)}
        </time>
      ),
    },
    {
      key: 'temperature',
      title: t('records.temperature'),
      cell: (row) => (
        <span className="row">
          <span className="number">{temperature(row.temperatureC)}</span>
          {row.fever && <Tag tone="alarm">{t('records.fever')}</Tag>}
          <span className="muted small">{siteName(t, row.site)}</span>
        </span>
      ),
    },
    {
      key: 'symptoms',
      title: t('records.symptoms'),
      cell: (row) => row.symptoms.map((symptom) => symptomName(t, symptom)).join(t('records.comma')),
    },
    {
      key: 'way',
      title: t('records.way'),
      cell: (row) =>
        row.fromCode || row.toDivision
          ? `${row.fromCode ? originName(row.fromCode) : '—'} → ${row.toDivision ? divisionName(row.toDivision) : '—'}`
          : '',
    },
    {
      key: 'decision',
      title: t('records.decision'),
      cell: (row) => (
        <span className="row">
          <Tag tone={decisionTone[row.decision]}>{decisionName(t, row.decision)}</Tag>
          {row.reason && <span className="muted small">{reasonName(t, row.reason)}</span>}
        </span>
      ),
    },
    { key: 'marks', title: t('records.marks'), cell: (row) => <Marks row={row} /> },
    {
      key: 'actions',
      title: '',
      align: 'end',
      cell: (row) => (
        <span className="row" style={{ justifyContent: 'flex-end' }}>
          {row.personId && !row.voided && (row.fever || row.decision === 'medical') && (
            <OrderIsolation
              person={row.personId}
              source="screening"
              record={row.id}
              ground="fever"
              division={row.toDivision ?? undefined}
            />
          )}
          <button
            type="button"
            className="plain-button"
            onClick={() => onCorrect(row)}
            aria-label={t('records.correctOne', { time: exactTime(row.occurredAt) })}
          >
            {t('records.correct')}
          </button>
        </span>
      ),
    },
  ]
}

export function Records({ checkpointId, day }: { checkpointId: string; day: string }) {
  const { t } = useTranslation()
  const [correcting, setCorrecting] = useState<PassageRow | null>(null)
  const query = useInfiniteQuery(passagesQuery(checkpointId, day))
  const columns = useColumns(setCorrecting)
  return (
    <Card title={t('records.title')} extra={t('records.newestFirst')} flush>
      <Loaded
        query={query}
        skeleton={<Skeleton lines={8} height={24} />}
        empty={{
          when: (data) => data.pages.every((page) => page.items.length === 0),
          show: <Nothing title={t('records.none')}>{t('records.noneWhy')}</Nothing>,
        }}
      >
        {(data) => (
          <DataTable
            caption={t('records.title')}
            columns={columns}
            rows={data.pages.flatMap((page) => page.items)}
            rowKey={(row) => row.id}
            rowTone={(row) => (row.voided ? 'quiet' : row.fever || row.underOrder ? 'alarm' : undefined)}
            height={620}
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
      {correcting && (
        <Suspense>
          <CorrectionDialog passage={correcting} onClose={() => setCorrecting(null)} />
        </Suspense>
      )}
    </Card>
  )
}
