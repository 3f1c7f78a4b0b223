import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { FilterBar, Views } from '../../ui/filters.tsx'
import { Card } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { PlanLine, Proposal } from './queries.ts'
import styles from './responsibility.module.css'
import { usePlaceName } from './where.tsx'

const AT_ONCE = 100

type Piece = PlanLine['pieces'][number] & { line: PlanLine }
type View = 'posts' | 'doors'

function useLineColumns(): Column<PlanLine>[] {
  const { t } = useTranslation()
  const placeName = usePlaceName()
  return [
    {
      key: 'post',
      title: t('gridPlan.post'),
      phone: 'heading',
      cell: (line) => <Link {...paths.gridPost(line.postId)}>{line.title}</Link>,
    },
    { key: 'before', title: t('gridPlan.before'), align: 'end', cell: (line) => line.before },
    { key: 'load', title: t('gridPlan.load'), align: 'end', cell: (line) => <b>{line.load}</b> },
    {
      key: 'pieces',
      title: t('gridPlan.pieces'),
      phone: 'wide',
      cell: (line) => (
        <span className={styles.posts}>
          {line.pieces.map(({ compoundId, block, whole, households }) => (
            <span key={`${compoundId} ${block}`}>
              {placeName(compoundId, block)}{' '}
              {whole ? (
                <span className="muted small">{households}</span>
              ) : (
                <Tag tone="caution">{t('gridPlan.part', { count: households })}</Tag>
              )}
            </span>
          ))}
        </span>
      ),
    },
  ]
}

function usePieceColumns(): Column<Piece>[] {
  const { t } = useTranslation()
  const placeName = usePlaceName()
  return [
    {
      key: 'place',
      title: t('responsibility.block'),
      phone: 'heading',
      cell: ({ compoundId, block }) => placeName(compoundId, block) || '—',
    },
    {
      key: 'doors',
      title: t('gridPlan.doors'),
      cell: ({ firstDoor, lastDoor }) => (
        <span className="number">{firstDoor === lastDoor ? firstDoor : `${firstDoor}–${lastDoor}`}</span>
      ),
    },
    { key: 'households', title: t('responsibility.households'), align: 'end', cell: (piece) => piece.households },
    {
      key: 'post',
      title: t('gridPlan.post'),
      cell: ({ line, whole, households }) => (
        <span>
          <Link {...paths.gridPost(line.postId)}>{line.title}</Link>{' '}
          {!whole && <Tag tone="caution">{t('gridPlan.part', { count: households })}</Tag>}
        </span>
      ),
    },
  ]
}

/** The same plan twice: a line for every post, or the village's own list in the order in which its doors are passed. */
export function PlanTable({ plan }: { plan: Proposal }) {
  const { t } = useTranslation()
  const [view, setView] = useState<View>('posts')
  const [shown, setShown] = useState(AT_ONCE)
  const [byPost, byDoor] = [useLineColumns(), usePieceColumns()]
  // In the order of the walk; whoever would get nothing comes last.
  const lines = [...plan.lines.filter(({ load }) => load > 0), ...plan.lines.filter(({ load }) => load === 0)]
  const pieces = plan.lines
    .flatMap((line): Piece[] => line.pieces.map((piece) => ({ ...piece, line })))
    .sort((one, other) => one.firstDoor - other.firstDoor)
  const count = view === 'posts' ? lines.length : pieces.length
  return (
    <Card flush>
      <FilterBar>
        <Views<View>
          label={t('gridPlan.view')}
          value={view}
          options={[
            ['posts', t('gridPlan.byPost')],
            ['doors', t('gridPlan.byDoor')],
          ]}
          onChange={setView}
        />
      </FilterBar>
      {view === 'posts' ? (
        <DataTable
          caption={t('gridPlan.title')}
          columns={byPost}
          rows={lines.slice(0, shown)}
          rowKey={(line) => line.postId}
        />
      ) : (
        <DataTable
          caption={t('gridPlan.byDoor')}
          columns={byDoor}
          rows={pieces.slice(0, shown)}
          rowKey={(piece) => `${piece.line.postId} ${piece.compoundId} ${piece.block}`}
        />
      )}
      {count > shown && (
        <div className="row" style={{ justifyContent: 'center', padding: 12 }}>
          <Button onClick={() => setShown(shown + AT_ONCE)}>{t('table.more')}</Button>
        </div>
      )}
    </Card>
  )
}
