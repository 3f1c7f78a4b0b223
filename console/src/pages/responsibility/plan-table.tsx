import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Card } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { PlanLine, Proposal } from './queries.ts'
import styles from './responsibility.module.css'
import { usePlaceName } from './where.tsx'

const AT_ONCE = 100

/** A line for every post: what it has, what it would have, and which doors those are. */
export function PlanTable({ plan }: { plan: Proposal }) {
  const { t } = useTranslation()
  const placeName = usePlaceName()
  const [shown, setShown] = useState(AT_ONCE)
  const columns: Column<PlanLine>[] = [
    {
      key: 'post',
      title: t('gridPlan.post'),
      phone: 'heading',
      cell: (line) => <Link {...paths.gridPost(line.postId)}>{line.title}</Link>,
    },
    { key: 'before', title: t('gridPlan.before'), align: 'end', cell: (line) => line.before },
    {
      key: 'load',
      title: t('gridPlan.load'),
      align: 'end',
      cell: (line) => <b>{line.load}</b>,
    },
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
  return (
    <Card flush label={t('gridPlan.title')}>
      <DataTable
        caption={t('gridPlan.title')}
        columns={columns}
        rows={plan.lines.slice(0, shown)}
        rowKey={(line) => line.postId}
      />
      {plan.lines.length > shown && (
        <div className="row" style={{ justifyContent: 'center', padding: 12 }}>
          <Button onClick={() => setShown(shown + AT_ONCE)}>{t('table.more')}</Button>
        </div>
      )}
    </Card>
  )
}
