import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { AuditSearch } from '../../paths.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { DayBox, FilterBar } from '../../ui/filters.tsx'
import { dayOf, exactTime, number } from '../../ui/format.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { roleName } from '../../ui/words.ts'
import { useDivisionName } from '../places/queries.ts'
import { type Reader, type Readings, readingsQuery } from './queries.ts'

interface ViewProps {
  search: AuditSearch
  onChange(patch: AuditSearch): void
}
type Alert = Readings['alerts'][number]

function Alerts({ alerts, onPick }: { alerts: readonly Alert[]; onPick(accountId: string): void }) {
  const { t } = useTranslation()
  const columns: Column<Alert>[] = [
    { key: 'at', title: t('records.time'), phone: 'heading', cell: ({ at }) => <time>{exactTime(at)}</time> },
    {
      key: 'who',
      title: t('audit.who'),
      cell: ({ accountId, name }) => (
        <button type="button" className="plain-button" onClick={() => onPick(accountId)}>
          {name || accountId.slice(-8)}
        </button>
      ),
    },
    {
      key: 'kind',
      title: t('audit.unusual'),
      phone: 'wide',
      cell: ({ kind, count }) => <Tag tone="alarm">{t(`audit.alert.${kind}`, { count: number(count) })}</Tag>,
    },
  ]
  return (
    <Card flush label={t('audit.alerts')}>
      <DataTable
        caption={t('audit.alerts')}
        columns={columns}
        rows={alerts}
        rowKey={({ accountId, kind, at }) => `${accountId} ${kind} ${at}`}
        rowTone={() => 'alarm'}
      />
    </Card>
  )
}

/** How much each account has read of persons in a day, and what no work explains. It counts readers, and ranks nobody who is read. */
export function ReadingsView({ search, onChange }: ViewProps) {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  const day = search.since ?? dayOf(new Date())
  const query = useInfiniteQuery(readingsQuery(day))
  const pick = (account: string) => onChange({ view: undefined, account, since: day, until: day })
  const alerts = query.data?.pages[0]?.alerts ?? []
  const columns: Column<Reader>[] = [
    {
      key: 'who',
      title: t('audit.who'),
      phone: 'heading',
      cell: ({ accountId, name }) => (
        <button type="button" className="plain-button" onClick={() => pick(accountId)}>
          {name || accountId.slice(-8)}
        </button>
      ),
    },
    { key: 'role', title: t('audit.seat'), cell: ({ role }) => roleName(t, role) },
    { key: 'division', title: t('seats.division'), cell: ({ division }) => divisionName(division) },
    { key: 'persons', title: t('audit.persons'), align: 'end', cell: ({ persons }) => number(persons) },
    { key: 'whole', title: t('audit.whole'), align: 'end', cell: ({ whole }) => number(whole) },
    { key: 'single', title: t('audit.singleViews'), align: 'end', cell: ({ singleViews }) => number(singleViews) },
    { key: 'requests', title: t('audit.requests'), align: 'end', cell: ({ requests }) => number(requests) },
  ]
  return (
    <>
      {alerts.length > 0 && <Alerts alerts={alerts} onPick={pick} />}
      <Card flush label={t('audit.readings')}>
        <FilterBar>
          <DayBox
            label={t('audit.day')}
            value={day}
            max={dayOf(new Date())}
            onChange={(since) => onChange({ since: since === dayOf(new Date()) ? undefined : since })}
          />
          <span className="muted small">{t('audit.readingsAbout')}</span>
        </FilterBar>
        <PagedTable
          query={query}
          skeleton={<Skeleton lines={6} height={24} />}
          none={<Nothing title={t('audit.noReadings')}>{t('audit.noReadingsWhy')}</Nothing>}
          caption={t('audit.readings')}
          columns={columns}
          rowKey={({ accountId }) => accountId}
          rowTone={({ accountId }) => (alerts.some((alert) => alert.accountId === accountId) ? 'alarm' : undefined)}
        />
      </Card>
    </>
  )
}
