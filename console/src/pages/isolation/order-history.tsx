import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { dateTime } from '../../ui/format.ts'
import { Card } from '../../ui/page.tsx'
import { useDivisionName } from '../places/queries.ts'
import styles from './orders.module.css'
import type { Act, OrderCard } from './orders-queries.ts'

/** Everything that was decided about somebody, as it came in; nothing of it is ever edited. */
export function OrderHistory({ acts }: { acts: readonly Act[] }) {
  const { t } = useTranslation()
  return (
    <Card title={t('isolation.history')}>
      <ol className={styles.acts}>
        {acts.map((act) => (
          <li key={act.id}>
            <time dateTime={act.at}>{dateTime(act.at)}</time>
            <div>
              <b>{t(`isolation.acts.${act.type}`)}</b>
              <Details act={act} />
            </div>
          </li>
        ))}
      </ol>
    </Card>
  )
}

/** Where somebody was seen who was to be at home, or in a site. */
export function OrderPassages({ passages }: { passages: OrderCard['passages'] }) {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  if (passages.length === 0) return null
  return (
    <Card title={t('isolation.passages')}>
      <ol className={styles.acts}>
        {passages.map(({ id, at, checkpoint, division }) => (
          <li key={id}>
            <time dateTime={at}>{dateTime(at)}</time>
            <b>{`${checkpoint} · ${divisionName(division)}`}</b>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Details({ act }: { act: Act }) {
  const { t } = useTranslation()
  const said: Array<[string, string | null]> = [
    [t('isolation.documentNo'), act.documentNo],
    [t('isolation.authority'), act.authority],
    [t(act.type === 'reviewed' ? 'isolation.reviewer' : 'isolation.decider'), act.decider],
    [t('isolation.ground'), act.ground && t(`isolation.grounds.${act.ground}`)],
    [t('isolation.till'), act.endsOn],
    [t('isolation.review'), act.reviewOn],
    [t('isolation.lodger'), lodgerOf(t, act)],
    [t('isolation.outcome'), outcomeOf(t, act)],
    [t('isolation.reason'), act.why],
    [t('isolation.said'), act.said],
  ]
  return (
    <p className="small">
      {said
        .filter(([, value]) => value !== null)
        .map(([name, value]) => `${name} ${value}`)
        .join(' · ')}
    </p>
  )
}

function outcomeOf(t: TFunction, { type, outcome }: Act): string | null {
  if (outcome === null) return null
  return type === 'ended'
    ? t(`isolation.ended.${outcome as 'expired'}`)
    : t(`isolation.outcomes.${outcome as 'upheld'}`)
}
const lodgerOf = (t: TFunction, { lodger }: Act): string | null =>
  lodger === null ? null : t(`isolation.lodgers.${lodger as 'person'}`)
