import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type CheckpointsSearch, paths } from '../../paths.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { dateTime, number } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { MomentPicker } from '../../ui/moment-picker.tsx'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { kindName, spanOf } from '../../ui/words.ts'
import { CheckpointFilters } from './checkpoint-filters.tsx'
import { type Board, boardQuery } from './queries.ts'
import { silentHours } from './silence.ts'

type Checkpoint = Board['checkpoints'][number]
const route = getRouteApi('/desk/checkpoints')

const sortValues: Record<string, (row: Checkpoint) => number> = {
  screened: (row) => row.counts.screened,
  turnedBack: (row) => row.counts.turnedBack,
  openFevers: (row) => row.openFevers,
  fevers: (row) => row.counts.fevers,
  medical: (row) => row.counts.medical,
  refused: (row) => row.counts.refused,
  vehicles: (row) => row.counts.vehicles,
  last: (row) => (row.lastPassageAt ? Date.parse(row.lastPassageAt) : 0),
}

function matching(board: Board, search: CheckpointsSearch): Checkpoint[] {
  const words = (search.q ?? '').trim().toLowerCase()
  const sort = search.sort ?? '-screened'
  const value = sortValues[sort.replace('-', '')] ?? sortValues.screened ?? (() => 0)
  return board.checkpoints
    .filter(
      (row) =>
        (!words || row.name.toLowerCase().includes(words)) &&
        (!search.kind || row.kind === search.kind) &&
        (!search.township || row.division.startsWith(search.township)) &&
        (!search.silent || silentHours(row, board.asOf) >= search.silent),
    )
    .toSorted((a, b) => (value(a) - value(b)) * (sort.startsWith('-') ? -1 : 1))
}

/** What the rows add up to, by what they are sorted by: the number that somebody followed here. */
function totalOf(t: TFunction, rows: readonly Checkpoint[], key: string): string | undefined {
  const value = sortValues[key]
  if (!value || key === 'last') return undefined
  const count = number(rows.reduce((sum, row) => sum + value(row), 0))
  return t('checkpoints.total', { name: t(`overview.${key as 'screened'}`), count })
}

function LastRecord({ row, asOf }: { row: Checkpoint; asOf: string }) {
  const { t } = useTranslation()
  const hours = silentHours(row, asOf)
  if (row.lastPassageAt === null) return <Tag tone="caution">{t('checkpoints.neverHeard')}</Tag>
  return (
    <span>
      {hours >= 6 && <Tag tone="caution">{t('checkpoints.silentFor', { span: spanOf(t, hours) })}</Tag>}{' '}
      <time className="number">{dateTime(row.lastPassageAt)}</time>
    </span>
  )
}

export default function CheckpointsPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const livesAt = useCountyMoment()
  const board = useQuery(boardQuery(search.asOf))
  const wanted = useDeferredValue(search)
  const rows = useMemo(() => (board.data ? matching(board.data, wanted) : []), [board.data, wanted])
  const change = (patch: CheckpointsSearch) =>
    void navigate({ search: (before) => ({ ...before, ...patch }), replace: true })
  const townships = new Map(board.data?.townships.map((township) => [township.division, township.name]))
  const key = (search.sort ?? '-screened').replace('-', '')
  // Further counts have a column when somebody comes for them.
  const asked = (['fevers', 'medical', 'refused', 'vehicles'] as const).filter((measure) => measure === key)
  const columns: Column<Checkpoint>[] = [
    {
      key: 'name',
      title: t('checkpoints.name'),
      phone: 'heading',
      cell: (row) => <Link {...paths.checkpoint(row.id)}>{row.name}</Link>,
    },
    { key: 'kind', title: t('checkpoints.kind'), cell: (row) => kindName(t, row.kind) },
    {
      key: 'township',
      title: t('overview.township'),
      cell: (row) => townships.get(row.division.slice(0, 9)) ?? t('checkpoints.countyLevel'),
    },
    {
      key: 'screened',
      title: t('overview.screened'),
      align: 'end',
      sortable: true,
      cell: (row) => number(row.counts.screened),
    },
    {
      key: 'turnedBack',
      title: t('overview.turnedBack'),
      align: 'end',
      sortable: true,
      cell: (row) => number(row.counts.turnedBack),
    },
    ...asked.map(
      (measure): Column<Checkpoint> => ({
        key: measure,
        title: t(`overview.${measure}`),
        align: 'end',
        sortable: true,
        cell: (row) => number(row.counts[measure]),
      }),
    ),
    {
      key: 'openFevers',
      title: t('overview.openFevers'),
      align: 'end',
      sortable: true,
      cell: (row) =>
        row.openFevers > 0 ? <Tag tone="alarm">{t('checkpoints.openFevers', { count: row.openFevers })}</Tag> : '0',
    },
    {
      key: 'last',
      title: t('checkpoints.lastRecord'),
      align: 'end',
      sortable: true,
      cell: (row) => <LastRecord row={row} asOf={board.data?.asOf ?? ''} />,
    },
  ]
  return (
    <Page
      title={t('checkpoints.title')}
      about={board.data ? t('checkpoints.asOf', { moment: dateTime(board.data.asOf) }) : ' '}
      actions={<MomentPicker asOf={search.asOf} standsAt={livesAt} onPick={(asOf) => change({ asOf })} />}
    >
      <Card flush>
        <CheckpointFilters
          search={search}
          townships={[...townships]}
          shown={rows.length}
          total={totalOf(t, rows, key)}
          onChange={change}
        />
        <Loaded
          query={board}
          skeleton={<Skeleton lines={10} height={26} />}
          empty={{
            when: (data) => data.checkpoints.length === 0,
            show: (
              <Nothing title={t('checkpoints.none')}>
                <Link {...paths.places({ tab: 'checkpoints' })}>{t('checkpoints.noneWhy')}</Link>
              </Nothing>
            ),
          }}
        >
          {() =>
            rows.length === 0 ? (
              <Nothing title={t('checkpoints.noMatch')}>
                <Link {...paths.checkpoints({ asOf: search.asOf })}>{t('filters.clear')}</Link>
              </Nothing>
            ) : (
              <DataTable
                caption={t('checkpoints.title')}
                columns={columns}
                rows={rows}
                rowKey={(row) => row.id}
                rowTone={(row) => (row.openFevers > 0 ? 'alarm' : undefined)}
                sort={search.sort ?? '-screened'}
                onSort={(sort) => change({ sort })}
              />
            )
          }
        </Loaded>
      </Card>
    </Page>
  )
}
