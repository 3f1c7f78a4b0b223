import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { number } from '../../ui/format.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useDivisionName } from '../places/queries.ts'
import { PostLinks } from './posts.tsx'
import { type Area, type Block, blocksQuery, type Coverage, type Level } from './queries.ts'
import styles from './responsibility.module.css'
import { usePlaceName } from './where.tsx'

const levels: Level[] = ['county', 'township', 'village', 'household']

function Share({ all, open }: { all: number; open: number }) {
  if (all === 0) return <span className="muted">—</span>
  const covered = Math.floor(((all - open) / all) * 1000) / 10
  return (
    <span className="row" style={{ flexWrap: 'nowrap' }}>
      <span className={styles.bar} aria-hidden="true">
        <span style={{ width: `${covered}%` }} />
      </span>
      <span className="number">{covered}%</span>
    </span>
  )
}

function Gaps({ area: { counted } }: { area: Area }) {
  const { t } = useTranslation()
  if (counted.households === 0) return <span className="muted">—</span>
  if (counted.uncovered === 0) return <Tag tone="ok">{t('responsibility.complete')}</Tag>
  return (
    <span className={styles.posts}>
      {levels
        .filter((level) => counted.lacking[level] > 0)
        .map((level) => (
          <Tag key={level} tone="alarm">
            {t('responsibility.levelGap', {
              level: t(`responsibility.level.${level}`),
              count: counted.lacking[level],
            })}
          </Tag>
        ))}
    </span>
  )
}

interface TreeViewProps {
  board: Coverage
  onChoose(area: string): void
}

/** One step at a time: townships of the county, villages of a township, stairwells and groups of a village. */
export function TreeView({ board, onChoose }: TreeViewProps) {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  if (board.area.length === 12) return <BlocksCard village={board.area} />
  const columns: Column<Area>[] = [
    {
      key: 'area',
      title: t('responsibility.area'),
      phone: 'heading',
      cell: (area) => (
        <button type="button" className="plain-button" onClick={() => onChoose(area.division)}>
          {divisionName(area.division)}
        </button>
      ),
    },
    {
      key: 'households',
      title: t('responsibility.households'),
      align: 'end',
      cell: ({ counted }) => number(counted.households),
    },
    {
      key: 'uncovered',
      title: t('responsibility.uncovered'),
      align: 'end',
      cell: ({ counted }) => number(counted.uncovered),
    },
    {
      key: 'share',
      title: t('responsibility.share'),
      cell: ({ counted }) => <Share all={counted.households} open={counted.uncovered} />,
    },
    { key: 'gaps', title: t('responsibility.lacking'), cell: (area) => <Gaps area={area} /> },
    {
      key: 'posts',
      title: t('responsibility.responsible'),
      phone: 'wide',
      cell: ({ posts }) => <PostLinks posts={posts} />,
    },
  ]
  return (
    <Card flush title={t('responsibility.byArea')}>
      <DataTable
        caption={t('responsibility.byArea')}
        columns={columns}
        rows={board.children}
        rowKey={(area) => area.division}
      />
    </Card>
  )
}

function BlocksCard({ village }: { village: string }) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(blocksQuery(village))
  const placeName = usePlaceName()
  const columns: Column<Block>[] = [
    {
      key: 'block',
      title: t('responsibility.block'),
      phone: 'heading',
      cell: ({ compoundId, block }) => placeName(compoundId, block) || '—',
    },
    { key: 'households', title: t('responsibility.households'), align: 'end', cell: (one) => number(one.households) },
    { key: 'covered', title: t('responsibility.covered'), align: 'end', cell: (one) => number(one.covered) },
    {
      key: 'share',
      title: t('responsibility.share'),
      cell: (one) => <Share all={one.households} open={one.households - one.covered} />,
    },
    {
      key: 'posts',
      title: t('responsibility.responsible'),
      phone: 'wide',
      // Households may be given out one by one: a block without a post of its own can be covered all the same.
      cell: ({ posts, covered, households }) =>
        posts.length > 0 || covered < households ? <PostLinks posts={posts} /> : <span className="muted">—</span>,
    },
  ]
  return (
    <Card flush title={t('responsibility.blocks')}>
      <PagedTable
        query={query}
        skeleton={<Skeleton lines={8} height={26} />}
        none={<Nothing title={t('responsibility.noBlocks')} />}
        caption={t('responsibility.blocks')}
        columns={columns}
        rowKey={(one) => one.unit}
        rowTone={(one) => (one.covered < one.households ? 'alarm' : undefined)}
      />
    </Card>
  )
}
