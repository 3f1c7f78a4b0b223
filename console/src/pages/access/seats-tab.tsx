import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccessSearch } from '../../paths.ts'
import { type Me, may } from '../../session.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Choice, FilterBar, SearchBox, Views } from '../../ui/filters.tsx'
import { dayOf } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { More } from '../../ui/more.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { roleName } from '../../ui/words.ts'
import { useDivisionName } from '../places/queries.ts'
import { HandOverSeat } from './hand-over-seat.tsx'
import { type Seat, seatsQuery } from './queries.ts'
import { roles } from './roles.ts'

interface TabProps {
  search: AccessSearch
  me: Me | undefined
  onChange(patch: AccessSearch): void
}

function useColumns(me: Me | undefined, onHandOver: (seat: Seat) => void): Column<Seat>[] {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  return [
    {
      key: 'title',
      title: t('seats.seat'),
      phone: 'heading',
      cell: (seat) => seat.title || roleName(t, seat.role),
    },
    { key: 'role', title: t('seats.role'), cell: (seat) => roleName(t, seat.role) },
    { key: 'division', title: t('seats.division'), cell: (seat) => divisionName(seat.division) },
    {
      key: 'occupant',
      title: t('seats.occupant'),
      cell: (seat) =>
        seat.occupants.length === 0 ? (
          <Tag tone="caution">{t('seats.vacant')}</Tag>
        ) : (
          seat.occupants.map((one) => (
            <div key={one.occupancyId}>
              {one.name ?? t('seats.elsewhere')}{' '}
              <span className="muted small number">{t('seats.since', { day: dayOf(one.beginsAt) })}</span>
            </div>
          ))
        ),
    },
    {
      key: 'actions',
      title: '',
      align: 'end',
      cell: (seat) =>
        may(me, 'access.seat.occupy') && (
          <Button size="small" onClick={() => onHandOver(seat)}>
            {seat.occupants.length === 0 ? t('seats.fill') : t('seats.handOver')}
          </Button>
        ),
    },
  ]
}

export function SeatsTab({ search, me, onChange }: TabProps) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(seatsQuery(roles.find((role) => role === search.role)))
  const [handing, setHanding] = useState<Seat | null>(null)
  const divisionName = useDivisionName()
  const columns = useColumns(me, setHanding)
  const words = search.q?.toLowerCase() ?? ''
  const text = (seat: Seat) =>
    [
      seat.title,
      roleName(t, seat.role),
      divisionName(seat.division),
      ...seat.occupants.map((one) => one.name ?? ''),
    ].join(' ')
  const rows = (query.data?.pages.flatMap((page) => page.items) ?? []).filter(
    (seat) => text(seat).toLowerCase().includes(words) && (!search.vacant || seat.occupants.length === 0),
  )
  return (
    <Card flush>
      <FilterBar result={t('seats.count', { count: rows.length })}>
        <SearchBox label={t('seats.find')} value={search.q ?? ''} onChange={(q) => onChange({ q: q || undefined })} />
        <Choice
          label={t('seats.role')}
          value={search.role}
          any={t('seats.anyRole')}
          options={roles.map((role) => [role, t(`words.role.${role}`)])}
          onChange={(role) => onChange({ role })}
        />
        <Views
          label={t('seats.occupant')}
          value={search.vacant ? 'vacant' : 'all'}
          options={[
            ['all', t('seats.all')],
            ['vacant', t('seats.vacantOnly')],
          ]}
          onChange={(wanted) => onChange({ vacant: wanted === 'vacant' ? true : undefined })}
        />
      </FilterBar>
      <Loaded
        query={query}
        skeleton={<Skeleton lines={8} height={26} />}
        empty={{
          when: () => rows.length === 0,
          show: <Nothing title={t('seats.none')}>{t('seats.noneWhy')}</Nothing>,
        }}
      >
        {() => <DataTable caption={t('access.tab.seats')} columns={columns} rows={rows} rowKey={(seat) => seat.id} />}
      </Loaded>
      <More query={query} />
      {handing && <HandOverSeat seat={handing} onClose={() => setHanding(null)} />}
    </Card>
  )
}
