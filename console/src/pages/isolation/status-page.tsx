import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Skeleton } from '../../ui/page.tsx'
import styles from './orders.module.css'

const readStatus = (code: string) => answer(api.POST('/isolation/status', { body: { code } }))
type Status = Awaited<ReturnType<typeof readStatus>>

/** For whoever holds the notice. It says nothing that is not on it, and nobody's name. */
export default function StatusPage() {
  const { t } = useTranslation()
  const hash = useRouterState({ select: ({ location }) => location.hash })
  const code = new URLSearchParams(hash.replace(/^#/, '')).get('code') ?? ''
  const query = useQuery({
    queryKey: ['isolation-status', code],
    queryFn: () => readStatus(code),
    retry: false,
    enabled: code !== '',
  })
  return (
    <main className={styles.status}>
      <h1>{t('isolationStatus.title')}</h1>
      {code === '' ? (
        <p>{t('isolationStatus.noCode')}</p>
      ) : (
        <Loaded query={query} skeleton={<Skeleton lines={6} height={30} />} empty="never">
          {(status) => <Told status={status} />}
        </Loaded>
      )}
    </main>
  )
}

function Told({ status }: { status: Status }) {
  const { t } = useTranslation()
  const { state, endsOn, endsAt, endedWhy, certificateNo } = status
  const facts = [
    [t('isolation.kind'), t(`isolation.kinds.${status.kind}`)],
    [t('isolation.from'), dateTime(status.startsAt)],
    [t('isolation.documentNo'), status.documentNo],
    [t('isolation.authority'), status.authority],
  ]
  if (state === 'standing') facts.push([t('isolation.review'), status.reviewOn])
  if (certificateNo) facts.push([t('isolation.certificateNo'), certificateNo])
  return (
    <>
      <div className={styles.state}>
        {state === 'standing' ? (
          <>
            <b>{t('isolationStatus.until', { day: endsOn })}</b>
            {t('isolationStatus.byItself')}
          </>
        ) : (
          <>
            <b>{t(`isolation.ended.${endedWhy ?? 'expired'}`)}</b>
            <time className="number">{dateTime(endsAt)}</time>
          </>
        )}
      </div>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h2>{t('isolationStatus.call')}</h2>
      <p>{status.contact}</p>
      <h2>{t('isolationStatus.object')}</h2>
      <p>{status.appeal}</p>
    </>
  )
}
