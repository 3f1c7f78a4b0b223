import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { useOperation } from '../../ui/operation.ts'
import { Card, Skeleton } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Tag } from '../../ui/tag.tsx'
import { endSession } from './calls.ts'
import { sessionsQuery } from './queries.ts'
import styles from './settings.module.css'

export function SessionsCard() {
  const { t } = useTranslation()
  const query = useQuery(sessionsQuery)
  const end = useOperation(endSession, { touches: [['sessions']] })
  return (
    <Card title={t('sessions.title')}>
      <Loaded
        query={query}
        skeleton={<Skeleton lines={3} />}
        empty={{ when: (data) => data.items.length === 0, show: <p className="muted">{t('sessions.none')}</p> }}
      >
        {(data) => (
          <ul className={styles.list}>
            {data.items.map((session) => (
              <li key={session.id}>
                <span>
                  {t(`sessions.by.${session.signedInBy}`)}
                  <span className="muted small number">
                    {' '}
                    {t('sessions.times', { began: dateTime(session.beganAt), used: dateTime(session.lastUsedAt) })}
                  </span>
                </span>
                {session.current ? (
                  <Tag tone="brand">{t('sessions.here')}</Tag>
                ) : (
                  <Button size="small" loading={end.busy} onClick={() => end.send(session.id)}>
                    {t('sessions.end')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {end.refusal ? <ProblemNotice error={end.refusal} /> : null}
    </Card>
  )
}
