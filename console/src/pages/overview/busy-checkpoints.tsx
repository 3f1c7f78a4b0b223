import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { dateTime, dayOf, number, timeOfDay } from '../../ui/format.ts'
import { Card, Nothing } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { kindName } from '../../ui/words.ts'
import type { Board } from '../checkpoints/queries.ts'
import { silentHours } from '../checkpoints/silence.ts'

type Checkpoint = Board['checkpoints'][number]
const SHOWN = 30

/** First what waits for an outcome, then where most people came through. */
const byUrgency = (a: Checkpoint, b: Checkpoint) => b.openFevers - a.openFevers || b.counts.screened - a.counts.screened

export function BusyCheckpoints({ board, asOf }: { board: Board; asOf: string | undefined }) {
  const { t } = useTranslation()
  const rows = board.checkpoints.toSorted(byUrgency).slice(0, SHOWN)
  const today = dayOf(board.asOf)
  const silent = board.checkpoints.filter((row) => silentHours(row, board.asOf) >= 6).length
  const columns: Column<Checkpoint>[] = [
    {
      key: 'name',
      title: t('checkpoints.name'),
      phone: 'heading',
      cell: (row) => (
        <span className="row">
          <Link {...paths.checkpoint(row.id)}>{row.name}</Link>
          {row.openFevers > 0 && <Tag tone="alarm">{t('checkpoints.openFevers', { count: row.openFevers })}</Tag>}
        </span>
      ),
    },
    { key: 'kind', title: t('checkpoints.kind'), cell: (row) => kindName(t, row.kind) },
    { key: 'screened', title: t('overview.screened'), align: 'end', cell: (row) => number(row.counts.screened) },
    {
      key: 'last',
      title: t('checkpoints.lastRecord'),
      align: 'end',
      cell: ({ lastPassageAt: at }) => (at ? (dayOf(at) === today ? timeOfDay(at) : dateTime(at).slice(5)) : '—'),
    },
  ]
  return (
    <Card
      title={t('overview.busiest')}
      extra={
        <>
          {silent > 0 && (
            <Link {...paths.checkpoints({ silent: 6, asOf })}>{t('overview.silentCount', { count: silent })}</Link>
          )}
          <Link {...paths.checkpoints({ asOf })}>
            {t('overview.allCheckpoints', { count: board.checkpoints.length })}
          </Link>
        </>
      }
      flush
    >
      {rows.length === 0 ? (
        <Nothing title={t('checkpoints.none')}>
          <Link {...paths.places({ tab: 'checkpoints' })}>{t('checkpoints.noneWhy')}</Link>
        </Nothing>
      ) : (
        <DataTable
          caption={t('overview.busiest')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowTone={(row) => (row.openFevers > 0 ? 'alarm' : undefined)}
          height={460}
        />
      )}
    </Card>
  )
}
