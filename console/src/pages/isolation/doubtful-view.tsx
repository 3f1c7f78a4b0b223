import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ReadingsSearch } from '../../paths.ts'
import type { Column } from '../../ui/data-table.tsx'
import { dateTime } from '../../ui/format.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { PurposeChoice, usePurpose } from '../../ui/purpose.tsx'
import { Tag } from '../../ui/tag.tsx'
import styles from './readings.module.css'
import { type Doubtful, doubtfulQuery, symptomWord } from './readings-queries.ts'
import { useWho } from './who-columns.tsx'

export function DoubtfulView({ search }: { search: ReadingsSearch }) {
  const { t } = useTranslation()
  const { header } = usePurpose()
  const query = useInfiniteQuery(doubtfulQuery(search, header))
  const columns: Column<Doubtful>[] = [
    ...useWho<Doubtful>(),
    {
      key: 'for',
      title: t('readings.countsFor'),
      cell: ({ day, slot }) => (
        <span className="number">
          {day} {t(`readings.slot.${slot}`)}
        </span>
      ),
    },
    {
      key: 'shown',
      title: t('readings.phoneShowed'),
      cell: ({ recordedAt }) => <time className="number">{dateTime(recordedAt)}</time>,
    },
    {
      key: 'received',
      title: t('readings.received'),
      cell: ({ receivedAt }) => <time className="number">{dateTime(receivedAt)}</time>,
    },
    {
      key: 'doubt',
      title: t('readings.doubt'),
      cell: ({ doubt }) => doubt && <Tag tone="caution">{t(`readings.doubts.${doubt}`)}</Tag>,
    },
    {
      key: 'reading',
      title: t('readings.reading'),
      cell: ({ temperatureC, symptoms }) => (
        <span className={styles.reading}>
          {[temperatureC?.toFixed(1), ...symptoms.map(symptomWord)].filter(Boolean).join(' ')}
        </span>
      ),
    },
  ]
  return (
    <Card flush title={t('readings.view.doubtful')} extra={<PurposeChoice />}>
      <PagedTable
        query={query}
        skeleton={<Skeleton lines={6} height={26} />}
        none={<Nothing title={t('readings.noDoubt')}>{t('readings.noDoubtWhy')}</Nothing>}
        caption={t('readings.view.doubtful')}
        columns={columns}
        rowKey={({ id }) => id}
      />
    </Card>
  )
}
