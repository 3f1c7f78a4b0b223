import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { may, meQuery } from '../../session.ts'
import type { Column } from '../../ui/data-table.tsx'
import { exactTime, number } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Tag } from '../../ui/tag.tsx'
import { EventsCard } from './events-card.tsx'
import { tableName } from './names.ts'
import { type Run, runsQuery } from './queries.ts'
import styles from './retention.module.css'

function Gone({ gone }: Pick<Run, 'gone'>) {
  const { t } = useTranslation()
  if (gone.length === 0) return <span className="muted">{t('retention.nothingDue')}</span>
  return (
    <ul className={styles.list}>
      {gone.map(({ relation, class: kept, rows }) => (
        <li key={`${relation} ${kept}`}>
          {tableName(t, relation)} <b className="number">{number(rows)}</b>
        </li>
      ))}
    </ul>
  )
}

function RunsCard() {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const query = useInfiniteQuery(runsQuery)
  const start = useOperation(() => answer(api.POST('/retention/runs', { body: { id: newId() } })), {
    touches: [['retention']],
  })
  const columns: Column<Run>[] = [
    {
      key: 'moment',
      title: t('retention.runAt'),
      phone: 'heading',
      cell: ({ moment }) => <time className="number">{exactTime(moment)}</time>,
    },
    { key: 'gone', title: t('retention.gone'), phone: 'wide', cell: ({ gone }) => <Gone gone={gone} /> },
    {
      key: 'certificate',
      title: t('retention.certificate'),
      phone: 'wide',
      cell: ({ certificate, steps }) =>
        certificate ? (
          <>
            {t('retention.certificateNth', { nth: certificate.nth })}
            <div className="muted small number" title={certificate.body}>
              {certificate.hash.slice(0, 16)}
            </div>
          </>
        ) : (
          <Tag tone="caution">{t('retention.underWay', { count: steps })}</Tag>
        ),
    },
  ]
  return (
    <Card
      flush
      title={t('retention.runsTitle')}
      extra={
        may(me, 'retention.run.start') && (
          <Button size="small" loading={start.busy} onClick={() => start.send(undefined)}>
            {t('retention.runNow')}
          </Button>
        )
      }
    >
      {start.refusal !== null && <ProblemNotice error={start.refusal} />}
      <PagedTable
        query={query}
        skeleton={<Skeleton lines={5} height={24} />}
        none={<Nothing title={t('retention.noRun')}>{t('retention.noRunWhy')}</Nothing>}
        caption={t('retention.runsTitle')}
        columns={columns}
        rowKey={({ id }) => id}
      />
    </Card>
  )
}

export function ForgettingView() {
  const me = useQuery(meQuery).data
  return (
    <>
      <EventsCard />
      {may(me, 'retention.run.list') && <RunsCard />}
    </>
  )
}
