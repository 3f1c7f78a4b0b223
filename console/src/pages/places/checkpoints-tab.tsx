import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type PlacesSearch, paths } from '../../paths.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { FilterBar } from '../../ui/filters.tsx'
import { dayOf } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { kindName } from '../../ui/words.ts'
import { CloseCheckpoint } from './close-checkpoint.tsx'
import { NewCheckpoint } from './new-checkpoint.tsx'
import { type PlacedCheckpoint, placeCheckpointsQuery, useDivisionName } from './queries.ts'

interface TabProps {
  search: PlacesSearch
  onChange(patch: PlacesSearch): void
}

export function CheckpointsTab({ search, onChange }: TabProps) {
  const { t } = useTranslation()
  const query = useQuery(placeCheckpointsQuery)
  const divisionName = useDivisionName()
  const [adding, setAdding] = useState(false)
  const [closing, setClosing] = useState<PlacedCheckpoint | null>(null)
  const rows = (query.data ?? []).filter((one) => !search.division || one.division.startsWith(search.division))
  const columns: Column<PlacedCheckpoint>[] = [
    {
      key: 'name',
      title: t('checkpoints.name'),
      phone: 'heading',
      cell: (one) => <Link {...paths.checkpoint(one.id)}>{one.name}</Link>,
    },
    { key: 'kind', title: t('checkpoints.kind'), cell: (one) => kindName(t, one.kind) },
    { key: 'division', title: t('seats.division'), cell: (one) => divisionName(one.division) },
    {
      key: 'state',
      title: t('handOvers.state'),
      cell: (one) =>
        one.closedAt ? (
          <Tag>{t('places.closedOn', { day: dayOf(one.closedAt) })}</Tag>
        ) : (
          <Tag tone="ok">{t('places.openSince', { day: dayOf(one.openedAt) })}</Tag>
        ),
    },
    {
      key: 'position',
      title: t('places.position'),
      cell: (one) => (
        <button type="button" className="plain-button" onClick={() => onChange({ tab: undefined, place: one.id })}>
          {one.position ? t('places.moveOnMap') : t('checkpoint.putOnMap')}
        </button>
      ),
    },
    {
      key: 'actions',
      title: '',
      align: 'end',
      cell: (one) => (
        <Button size="small" onClick={() => setClosing(one)}>
          {one.closedAt ? t('places.reopen') : t('places.close')}
        </Button>
      ),
    },
  ]
  return (
    <Card flush>
      <FilterBar result={t('checkpoints.count', { count: rows.length })}>
        <Button type="primary" onClick={() => setAdding(true)}>
          {t('places.newCheckpoint')}
        </Button>
      </FilterBar>
      <Loaded
        query={query}
        skeleton={<Skeleton lines={8} height={26} />}
        empty={{
          when: () => rows.length === 0,
          show: <Nothing title={t('checkpoints.none')}>{t('places.noCheckpointsWhy')}</Nothing>,
        }}
      >
        {() => (
          <DataTable
            caption={t('places.tab.checkpoints')}
            columns={columns}
            rows={rows}
            rowKey={(one) => one.id}
            rowTone={(one) => (one.closedAt ? 'quiet' : undefined)}
          />
        )}
      </Loaded>
      {adding && <NewCheckpoint division={search.division} onClose={() => setAdding(false)} />}
      {closing && <CloseCheckpoint checkpoint={closing} onClose={() => setClosing(null)} />}
    </Card>
  )
}
