import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { More } from '../../ui/more.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useDivisionName } from '../places/queries.ts'
import { type SilentPhone, silentPhonesQuery } from './queries.ts'

/** Phones from which nothing has been heard for a day, the longest silence first: whom to call, and what may still lie there. */
export function SilentPhones() {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  const query = useInfiniteQuery(silentPhonesQuery)
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const columns: Column<SilentPhone>[] = [
    {
      key: 'phone',
      title: t('devices.label'),
      phone: 'heading',
      cell: ({ label, seat }) => label ?? seat ?? t('devices.silent.unnamed'),
    },
    { key: 'division', title: t('seats.division'), cell: ({ division }) => divisionName(division) },
    { key: 'seat', title: t('devices.silent.seat'), cell: ({ seat }) => seat ?? t('devices.silent.nobody') },
    {
      key: 'last',
      title: t('devices.silent.last'),
      cell: ({ lastAt, since }) =>
        lastAt ? (
          <time className="number">{dateTime(lastAt)}</time>
        ) : (
          t('devices.silent.never', { time: dateTime(since) })
        ),
    },
    {
      key: 'pending',
      title: t('devices.silent.pending'),
      cell: ({ pending, oldestAt }) =>
        pending ? (
          <>
            <Tag tone="caution">{t('devices.silent.waiting', { count: pending })}</Tag>
            {oldestAt && <div>{t('devices.silent.oldest', { time: dateTime(oldestAt) })}</div>}
          </>
        ) : (
          t(pending === 0 ? 'devices.silent.nothing' : 'devices.silent.unknown')
        ),
    },
  ]
  return (
    <Card flush title={t('devices.silent.title')}>
      <Loaded
        query={query}
        skeleton={<Skeleton lines={3} height={26} />}
        empty={{
          when: () => rows.length === 0,
          show: <Nothing title={t('devices.silent.none')}>{t('devices.silent.about')}</Nothing>,
        }}
      >
        {() => <DataTable caption={t('devices.silent.title')} columns={columns} rows={rows} rowKey={({ id }) => id} />}
      </Loaded>
      <More query={query} />
    </Card>
  )
}
