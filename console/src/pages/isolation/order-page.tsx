import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ComponentType, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { dateTime, dayOf, toLocalInput } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Page, Skeleton } from '../../ui/page.tsx'
import { PurposeChoice, usePurpose } from '../../ui/purpose.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Way } from '../../ui/way.tsx'
import { useDivisionName } from '../places/queries.ts'
import { LegalNotice } from '../publicity/legal-notice.tsx'
import {
  AppealDialog,
  DecideAppealDialog,
  EndDialog,
  ExtendDialog,
  type OrderDialogProps,
  ReviewDialog,
  ShortenDialog,
} from './order-dialogs.tsx'
import { OrderHistory, OrderPassages } from './order-history.tsx'
import styles from './orders.module.css'
import { type OrderCard, orderQuery } from './orders-queries.ts'
import { StateTag } from './orders-view.tsx'
import { PrintDialog } from './print-dialog.tsx'
import { TransferDialog } from './transfer-dialog.tsx'

const route = getRouteApi('/desk/isolation/orders/$orderId')

/** What can be done, in the order in which it usually is; each with the right that it needs. */
const steps = {
  review: ['isolation.order.review', ReviewDialog],
  extend: ['isolation.order.extend', ExtendDialog],
  shorten: ['isolation.order.shorten', ShortenDialog],
  transfer: ['isolation.order.transfer', TransferDialog],
  end: ['isolation.order.end', EndDialog],
} as const satisfies Record<string, [verb: string, dialog: ComponentType<OrderDialogProps>]>
type Asking = keyof typeof steps | 'lodge' | 'decideAppeal' | 'slip' | 'certificate' | null

export default function OrderPage() {
  const { t } = useTranslation()
  const { orderId } = route.useParams()
  const { header } = usePurpose()
  const query = useQuery(orderQuery(orderId, header))
  return (
    <Page
      title={t('isolation.order')}
      above={<Link {...paths.orders()}>‹ {t('isolation.title')}</Link>}
      actions={<PurposeChoice />}
    >
      <Loaded
        query={query}
        skeleton={
          <Card>
            <Skeleton lines={8} height={26} />
          </Card>
        }
        empty="never"
      >
        {(order) => <WholeOrder key={orderId} order={order} />}
      </Loaded>
    </Page>
  )
}

function WholeOrder({ order }: { order: OrderCard }) {
  const [asking, setAsking] = useState<Asking>(null)
  const moment = toLocalInput(useCountyMoment() ?? new Date())
  const close = () => setAsking(null)
  const given = { order, moment, onClose: close }
  const Step = asking && asking in steps ? steps[asking as keyof typeof steps][1] : null
  return (
    <>
      <Buttons order={order} onAsk={setAsking} />
      <div className={styles.columns}>
        <OrderPassages passages={order.passages} />
        <OrderHistory acts={order.acts} />
        <div className={styles.side}>
          <Facts order={order} />
          <LegalNotice measure="isolation" />
        </div>
      </div>
      {Step && <Step {...given} />}
      {asking === 'lodge' && <AppealDialog {...given} />}
      {asking === 'decideAppeal' && <DecideAppealDialog {...given} />}
      {(asking === 'slip' || asking === 'certificate') && (
        <PrintDialog orderId={order.id} what={asking} onClose={close} />
      )}
    </>
  )
}

function Buttons({ order, onAsk }: { order: OrderCard; onAsk(asking: Asking): void }) {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const stands = order.state === 'standing'
  return (
    <div className="row">
      {stands && may(me, 'isolation.slip.print') && (
        <Button type="primary" onClick={() => onAsk('slip')}>
          {t('isolation.print.slip')}
        </Button>
      )}
      {order.certificateNo && may(me, 'isolation.certificate.print') && (
        <Button type="primary" onClick={() => onAsk('certificate')}>
          {t('isolation.print.certificate')}
        </Button>
      )}
      {stands &&
        (Object.keys(steps) as Array<keyof typeof steps>)
          .filter((step) => may(me, steps[step][0]))
          .map((step) => (
            <Button key={step} danger={step === 'end'} onClick={() => onAsk(step)}>
              {t(`isolation.${step === 'review' ? 'reviewDone' : step}`)}
            </Button>
          ))}
      {order.openAppealId && may(me, 'isolation.appeal.decide') ? (
        <Button onClick={() => onAsk('decideAppeal')}>{t('isolation.decideAppeal')}</Button>
      ) : (
        may(me, 'isolation.appeal.lodge') && <Button onClick={() => onAsk('lodge')}>{t('isolation.lodge')}</Button>
      )}
      {may(me, 'isolation.reading.read-order') && (
        <Link {...paths.orderReadings(order.id)}>{t('isolation.readings')}</Link>
      )}
    </div>
  )
}

function Facts({ order }: { order: OrderCard }) {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  const today = dayOf(useCountyMoment() ?? new Date())
  const { person, observation, source, home } = order
  const facts: Array<[string, string]> = [
    [t('isolation.area'), [...new Set([order.division.slice(0, 9), order.division])].map(divisionName).join(' ')],
    [t('isolation.kind'), t(`isolation.kinds.${order.kind}`)],
    [t('isolation.from'), dateTime(order.startsAt)],
    [t('isolation.till'), order.state === 'ended' ? dateTime(order.endsAt) : `${order.endsOn} 24:00`],
    [t('isolation.review'), order.reviewOn],
    [t('isolation.ground'), t(`isolation.grounds.${order.ground}`)],
    [t('isolation.anchor'), `${order.anchorOn} (${t('isolation.dayNow', { day: order.dayNumber })})`],
    [t('isolation.documentNo'), order.documentNo],
    [t('isolation.authority'), order.authority],
    [t('isolation.decider'), order.decider],
    [t('isolation.appealWords'), order.appeal],
    [t('isolation.source'), t(`isolation.sources.${source.kind}`)],
    [t('isolation.edition'), order.profile],
  ]
  if (observation)
    facts.push([t('isolation.observed'), `${observation.from} — ${observation.monitoringTo ?? observation.to}`])
  if (home) facts.push([t('isolation.homeCheck'), `${home.checkedBy} ${dateTime(home.checkedAt)}`])
  if (order.certificateNo) facts.push([t('isolation.certificateNo'), order.certificateNo])
  return (
    <Card
      title={<Way {...paths.person(order.personId)}>{person?.name ?? t('isolation.unnamed')}</Way>}
      extra={
        <>
          <StateTag order={order} today={today} />
          {order.openAppealId && <Tag tone="alarm">{t('isolation.states.appealed')}</Tag>}
        </>
      }
    >
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {order.follows && (
          <div style={{ display: 'contents' }}>
            <dt>{t('isolation.before')}</dt>
            <dd>
              <Link {...paths.order(order.follows)}>{t('isolation.see')}</Link>
            </dd>
          </div>
        )}
        {order.followedBy && (
          <div style={{ display: 'contents' }}>
            <dt>{t('isolation.after')}</dt>
            <dd>
              <Link {...paths.order(order.followedBy)}>{t('isolation.see')}</Link>
            </dd>
          </div>
        )}
      </dl>
    </Card>
  )
}
