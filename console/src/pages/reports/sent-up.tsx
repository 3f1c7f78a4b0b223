import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { may, meQuery } from '../../session.ts'
import { exactTime } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { Card } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'
import { type ReportDetails, touchesReports } from './queries.ts'
import styles from './reports.module.css'

type SentUp = NonNullable<ReportDetails['sentUp']>
type Delivery = SentUp['deliveries'][number]
type Try = Delivery['tries'][number]
const TONE: Record<Delivery['state'], Tone> = {
  ...{ waiting: 'brand', delivered: 'ok', partly: 'caution', refused: 'alarm', failed: 'alarm' },
  superseded: 'plain',
}

function TryLine({ tried }: { tried: Try }) {
  const { t } = useTranslation()
  const { at, state, reason, status, imported, updated, ignored, conflicts } = tried
  return (
    <li>
      {t(`reports.up.state.${state}`)} <time className="number">{exactTime(at)}</time>
      <span className={styles.note}>
        {reason && t(`reports.up.reason.${reason}`, { defaultValue: reason })}
        {reason && status !== null && ` (HTTP ${status})`}
        {imported !== null && ` ${t('reports.up.counts', { imported, updated, ignored })}`}
        {conflicts.map(({ code, names }) => ` ${[code, ...names].filter(Boolean).join(' ')}`).join(';')}
      </span>
    </li>
  )
}

function DeliveryLine({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation()
  const { askedAt, nextAt, state, tries } = delivery
  return (
    <section>
      <p className="row">
        <Tag tone={TONE[state]}>{t(`reports.up.state.${state}`)}</Tag>
        <span>
          {t('reports.up.queued')} <time className="number">{exactTime(askedAt)}</time>
        </span>
        {tries.length > 0 && <span>{t('reports.up.tries', { count: tries.length })}</span>}
        {nextAt && (
          <span>
            {t('reports.up.next')} <time className="number">{exactTime(nextAt)}</time>
          </span>
        )}
      </p>
      <ol className={styles.course}>
        {tries.map((one) => (
          <TryLine key={one.at} tried={one} />
        ))}
      </ol>
    </section>
  )
}

/** Where an issued report stands on its way to the city. */
export function SentUpCard({ reportId, sentUp }: { reportId: string; sentUp: SentUp }) {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const { to, deliveries } = sentUp
  const send = useOperation(
    (id: string) =>
      answer(api.POST('/situation-reports/{reportId}/deliveries', { params: { path: { reportId } }, body: { id } })),
    { touches: touchesReports },
  )
  const [last] = deliveries
  const mayAsk = may(me, 'reporting.report.deliver') && to && last?.state !== 'waiting' && last?.state !== 'superseded'
  return (
    <Card title={t('reports.up.title')}>
      <p className={styles.note}>{to ? t('reports.up.to', { to }) : t('reports.up.nowhere')}</p>
      {deliveries.map((one) => (
        <DeliveryLine key={one.id} delivery={one} />
      ))}
      {send.refusal ? <ProblemNotice error={send.refusal} /> : null}
      {mayAsk && (
        <Button loading={send.busy} onClick={() => send.send(newId())}>
          {t(last ? 'reports.up.again' : 'reports.up.send')}
        </Button>
      )}
    </Card>
  )
}
