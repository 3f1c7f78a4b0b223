import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { dateTime, number } from '../../ui/format.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useDivisionName } from '../places/queries.ts'
import { usePlaceName } from '../responsibility/where.tsx'
import { Bar } from './bar.tsx'
import { doneOf, notMetOf, toVisitOf } from './counted.ts'
import { DoneChart } from './done-chart.tsx'
import { blocksQuery, type Counted, type Progress } from './queries.ts'
import styles from './visits.module.css'

function Against({ counted, needed }: { counted: Counted; needed: number | null }) {
  const { t } = useTranslation()
  if (needed === null || counted.households === 0) return <span className="muted">—</span>
  const behind = needed - doneOf(counted)
  return behind > 0 ? (
    <Tag tone="alarm">{t('visits.behind', { count: behind })}</Tag>
  ) : (
    <Tag tone="ok">{t('visits.reached')}</Tag>
  )
}

interface Line {
  counted: Counted
  needed: number | null
}
function useCountColumns<Row extends Line>(): Column<Row>[] {
  const { t } = useTranslation()
  return [
    { key: 'share', title: t('visits.share'), phone: 'wide', cell: (row) => <Bar {...row} /> },
    { key: 'against', title: t('visits.against'), cell: (row) => <Against {...row} /> },
    {
      key: 'households',
      title: t('visits.households'),
      align: 'end',
      cell: ({ counted }) => number(counted.households),
    },
    { key: 'done', title: t('visits.done'), align: 'end', cell: ({ counted }) => number(doneOf(counted)) },
    { key: 'notMet', title: t('visits.notMet'), align: 'end', cell: ({ counted }) => number(notMetOf(counted)) },
    { key: 'refused', title: t('visits.refused'), align: 'end', cell: ({ counted }) => number(counted.refused) },
    { key: 'toVisit', title: t('visits.toVisit'), align: 'end', cell: ({ counted }) => number(toVisitOf(counted)) },
  ]
}

export function Targets({ progress }: { progress: Progress }) {
  const { t } = useTranslation()
  if (progress.targets.length === 0) return <p className="muted">{t('visits.noTargets')}</p>
  return (
    <ul className={styles.targets}>
      {progress.targets.map(({ at, percent, due, done, needed }) => {
        const tone = done >= needed ? 'ok' : due ? 'alarm' : undefined
        const words = { done: number(done), needed: number(needed) }
        const told = due || done >= needed ? (tone === 'ok' ? 'Reached' : 'Missed') : 'Coming'
        return (
          <li key={at} className={styles.target} data-tone={tone}>
            <b className="number">{t('visits.targetLine', { time: dateTime(at), percent })}</b>
            <div className="small number">{t(`visits.target${told}`, words)}</div>
          </li>
        )
      })}
    </ul>
  )
}

interface ProgressViewProps {
  progress: Progress
  asOf: string | undefined
  onChoose(area: string): void
}

/** Area by area against the targets, down to the stairwell, and hour by hour. */
export function ProgressView({ progress, asOf, onChoose }: ProgressViewProps) {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  const counts = useCountColumns<Progress['children'][number]>()
  const columns: Column<Progress['children'][number]>[] = [
    {
      key: 'area',
      title: t('visits.area'),
      phone: 'heading',
      cell: ({ division }) => (
        <button type="button" className="plain-button" onClick={() => onChoose(division)}>
          {divisionName(division)}
        </button>
      ),
    },
    ...counts,
  ]
  return (
    <>
      <div className={styles.columns}>
        <Card title={t('visits.hours')}>
          <DoneChart progress={progress} />
        </Card>
        <Card title={t('visits.targets')}>
          <Targets progress={progress} />
        </Card>
      </div>
      {progress.area.length === 12 ? (
        <BlocksCard roundId={progress.round.id} village={progress.area} asOf={asOf} />
      ) : (
        <Card flush title={t('visits.byArea')}>
          <DataTable
            caption={t('visits.byArea')}
            columns={columns}
            rows={progress.children}
            rowKey={({ division }) => division}
          />
        </Card>
      )}
    </>
  )
}

function BlocksCard({ roundId, village, asOf }: { roundId: string; village: string; asOf: string | undefined }) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(blocksQuery(roundId, village, asOf))
  const placeName = usePlaceName()
  type Block = NonNullable<typeof query.data>['pages'][number]['items'][number]
  const counts = useCountColumns<Block>()
  const columns: Column<Block>[] = [
    {
      key: 'block',
      title: t('visits.block'),
      phone: 'heading',
      cell: ({ compoundId, block }) => placeName(compoundId, block) || '—',
    },
    ...counts,
  ]
  return (
    <Card flush title={t('visits.blocks')}>
      <PagedTable
        query={query}
        skeleton={<Skeleton lines={8} height={26} />}
        none={<Nothing title={t('visits.noBlocks')} />}
        caption={t('visits.blocks')}
        columns={columns}
        rowKey={({ unit }) => unit}
      />
    </Card>
  )
}
