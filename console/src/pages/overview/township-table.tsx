import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { FigureLink } from '../../ui/figure-link.tsx'
import { number } from '../../ui/format.ts'
import { Card, Nothing } from '../../ui/page.tsx'
import type { Board } from '../checkpoints/queries.ts'

type Township = Board['townships'][number]

const sortValue = (row: Township, key: string, before: Map<string, number>): number => {
  switch (key) {
    case 'today':
      return row.counts.screened - (before.get(row.division) ?? 0)
    case 'turnedBack':
      return row.counts.turnedBack
    case 'openFevers':
      return row.openFevers
    default:
      return row.counts.screened
  }
}

interface TownshipTableProps {
  board: Board
  midnight: Board | undefined
  asOf: string | undefined
}

export function TownshipTable({ board, midnight, asOf }: TownshipTableProps) {
  const { t } = useTranslation()
  const [sort, setSort] = useState('-screened')
  const before = new Map(midnight?.townships.map((row) => [row.division, row.counts.screened]))
  const key = sort.replace('-', '')
  const rows = board.townships.toSorted(
    (a, b) => (sortValue(a, key, before) - sortValue(b, key, before)) * (sort.startsWith('-') ? -1 : 1),
  )
  const columns: Column<Township>[] = [
    {
      key: 'name',
      title: t('overview.township'),
      phone: 'heading',
      cell: (row) => <Link {...paths.checkpoints({ township: row.division, asOf })}>{row.name}</Link>,
    },
    { key: 'checkpoints', title: t('overview.checkpointCount'), align: 'end', cell: (row) => number(row.checkpoints) },
    {
      key: 'screened',
      title: t('overview.screened'),
      align: 'end',
      sortable: true,
      cell: ({ division: area, counts }) => (
        <FigureLink figure="screened" area={area} asOf={asOf}>
          {number(counts.screened)}
        </FigureLink>
      ),
    },
    {
      key: 'today',
      title: t('overview.todayColumn'),
      align: 'end',
      sortable: true,
      cell: (row) => (midnight ? `+${number(row.counts.screened - (before.get(row.division) ?? 0))}` : '…'),
    },
    {
      key: 'turnedBack',
      title: t('overview.turnedBack'),
      align: 'end',
      sortable: true,
      cell: ({ division: area, counts }) => (
        <FigureLink figure="turned-back" area={area} asOf={asOf}>
          {number(counts.turnedBack)}
        </FigureLink>
      ),
    },
    {
      key: 'openFevers',
      title: t('overview.openFevers'),
      align: 'end',
      sortable: true,
      cell: ({ division: area, openFevers }) => (
        <FigureLink figure="fevers-open" area={area} asOf={asOf}>
          {number(openFevers)}
        </FigureLink>
      ),
    },
  ]
  return (
    <Card title={t('overview.byTownship')} extra={t('overview.townshipCount', { count: rows.length })} flush>
      {rows.length === 0 ? (
        <Nothing title={t('overview.noTownships')}>{t('overview.noTownshipsWhy')}</Nothing>
      ) : (
        <DataTable
          caption={t('overview.byTownship')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.division}
          rowTone={(row) => (row.openFevers > 0 ? 'alarm' : undefined)}
          sort={sort}
          onSort={setSort}
          height={460}
        />
      )}
    </Card>
  )
}
