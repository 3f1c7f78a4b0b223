import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { dateTime, timeOfDay } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Skeleton } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import styles from './checkpoint.module.css'
import { shiftsQuery } from './queries.ts'

export function Shifts({ checkpointId }: { checkpointId: string }) {
  const { t } = useTranslation()
  const query = useQuery(shiftsQuery(checkpointId))
  return (
    <Card title={t('shifts.title')}>
      <Loaded
        query={query}
        skeleton={<Skeleton lines={4} />}
        empty={{ when: (data) => data.items.length === 0, show: <p className="muted">{t('shifts.none')}</p> }}
      >
        {(data) => (
          <ul className={styles.list}>
            {data.items.map((shift) => (
              <li key={shift.id}>
                <span className="row">
                  <time className="number">
                    {dateTime(shift.startedAt)} – {shift.closedAt ? timeOfDay(shift.closedAt) : ''}
                  </time>
                  {shift.closedAt ? null : <Tag tone="ok">{t('shifts.standing')}</Tag>}
                </span>
                <div className="muted small">
                  {t('shifts.members', { count: shift.members })}
                  {shift.handedOverFrom && ` · ${t('shifts.tookOver')}`}
                  {shift.openFevers > 0 && ` · ${t('checkpoints.openFevers', { count: shift.openFevers })}`}
                </div>
                {shift.note && <p className="small">{shift.note}</p>}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Card>
  )
}
