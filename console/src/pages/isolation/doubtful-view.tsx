import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ReadingsSearch } from '../../paths.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { More } from '../../ui/more.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
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
      <Loaded
        query={query}
        skeleton={<Skeleton lines={6} height={26} />}
        empty={{
          when: (data) => data.pages.every(({ items }) => items.length === 0),
          show: <Nothing title={t('readings.noDoubt')}>{t('readings.noDoubtWhy')}</Nothing>,
        }}
      >
        {(data) => (
          <>
            <DataTable
              caption={t('readings.view.doubtful')}
              columns={columns}
              rows={data.pages.flatMap(({ items }) => items)}
              rowKey={({ id }) => id}
            />
            <More query={query} />
          </>
        )}
      </Loaded>
    </Card>
  )
}
