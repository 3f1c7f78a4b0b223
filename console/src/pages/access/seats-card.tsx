import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Me, meQuery } from '../../session.ts'
import { useOperation } from '../../ui/operation.ts'
import { Card } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Tag } from '../../ui/tag.tsx'
import { roleName } from '../../ui/words.ts'
import { useDivisionName } from '../places/queries.ts'
import { switchSeat } from './calls.ts'
import styles from './settings.module.css'

/** One person, several seats: each is its own sign-in with its own rights, so switching empties what was on screen. */
export function SeatsCard({ me }: { me: Me }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const router = useRouter()
  const divisionName = useDivisionName()
  const change = useOperation(switchSeat, {
    onDone: (answer) => {
      queries.clear()
      queries.setQueryData(meQuery.queryKey, answer.me)
      void router.invalidate()
    },
  })
  const seats = [me.seat, ...me.otherSeats]
  return (
    <Card title={t('mySeats.title')}>
      <ul className={styles.list}>
        {seats.map((seat) => (
          <li key={seat.id}>
            <span>
              <b>{seat.title || roleName(t, seat.role)}</b>
              <span className="muted">
                {' '}
                {roleName(t, seat.role)} · {divisionName(seat.division)}
              </span>
            </span>
            {seat.id === me.seat.id ? (
              <Tag tone="brand">{t('mySeats.here')}</Tag>
            ) : (
              <Button size="small" loading={change.busy} onClick={() => change.send(seat.id)}>
                {t('mySeats.switch')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {change.refusal ? <ProblemNotice error={change.refusal} /> : null}
    </Card>
  )
}
