import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { dateTime, dayOf, timeOfDay } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Skeleton } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import styles from './checkpoint.module.css'
import { shiftsQuery } from './queries.ts'

const touches = (day: string) => (shift: { startedAt: string; closedAt: string | null }) =>
  dayOf(shift.startedAt) <= day && (shift.closedAt === null || dayOf(shift.closedAt) >= day)

export function Shifts({ checkpointId, day }: { checkpointId: string; day: string }) {
  const { t } = useTranslation()
  const query = useQuery(shiftsQuery(checkpointId))
  const shifts = query.data?.items.filter(touches(day)) ?? []
  return (
    <Card title={t('shifts.title')}>
      <Loaded
        query={query}
        skeleton={<Skeleton lines={4} />}
        empty={{ when: () => shifts.length === 0, show: <p className="muted">{t('shifts.none')}</p> }}
      >
        {() => (
          <ul className={styles.list}>
            {shifts.map((shift) => (
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
