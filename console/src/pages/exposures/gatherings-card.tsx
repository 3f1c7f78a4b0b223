import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may, meQuery } from '../../session.ts'
import { dateTime } from '../../ui/format.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { gatheringsQuery } from './queries.ts'

const GatheringDialog = lazy(() =>
  import('./gathering-dialog.tsx').then((module) => ({ default: module.GatheringDialog })),
)

/** Meals, weddings, classes: whoever was there was near the others. */
export function GatheringsCard() {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const query = useInfiniteQuery(gatheringsQuery)
  const [adding, setAdding] = useState(false)
  return (
    <Card
      title={t('definitions.gatherings')}
      extra={
        may(me, 'exposures.gathering.record') && (
          <Button onClick={() => setAdding(true)}>{t('definitions.addGathering')}</Button>
        )
      }
      flush
    >
      <PagedTable
        query={query}
        skeleton={<Skeleton lines={2} height={26} />}
        none={<Nothing title={t('definitions.noGatherings')}>{t('definitions.noGatheringsWhy')}</Nothing>}
        caption={t('definitions.gatherings')}
        columns={[
          { key: 'name', title: t('definitions.gatherings'), phone: 'heading', cell: ({ name }) => name },
          {
            key: 'setting',
            title: t('definitions.setting'),
            cell: ({ setting }) => t(`exposureWords.setting.${setting}`),
          },
          {
            key: 'span',
            title: t('definitions.period'),
            cell: ({ startedAt, endedAt }) => (
              <span className="number">
                {t('facts.fromTo', { from: dateTime(startedAt), till: dateTime(endedAt) })}
              </span>
            ),
          },
        ]}
        rowKey={({ id }) => id}
      />
      <Suspense>{adding && <GatheringDialog onClose={() => setAdding(false)} />}</Suspense>
    </Card>
  )
}
