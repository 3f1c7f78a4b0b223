import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { LookedAt } from '../../ui/fact-dialog.tsx'
import { dateTime, dayOf } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Page, Skeleton } from '../../ui/page.tsx'
import { LegalNotice } from '../publicity/legal-notice.tsx'
import styles from './closures.module.css'
import { useCovers } from './orders-view.tsx'
import { type OrderCard, orderQuery } from './queries.ts'
import { OrderTag } from './state-tag.tsx'

const ExtendOrder = lazy(() => import('./order-dialogs.tsx').then((module) => ({ default: module.ExtendOrder })))
const LiftOrder = lazy(() => import('./order-dialogs.tsx').then((module) => ({ default: module.LiftOrder })))
const ReviewOrder = lazy(() => import('./order-dialogs.tsx').then((module) => ({ default: module.ReviewOrder })))
const route = getRouteApi('/desk/closures/orders/$orderId')
type Asking = 'extend' | 'lift' | 'review' | null

/** One closure: what it says, and what became of it. */
export default function OrderPage() {
  const { t } = useTranslation()
  const { orderId } = route.useParams()
  const query = useQuery(orderQuery(orderId))
  const me = useQuery(meQuery).data
  const standsAt = useCountyMoment()
  const [asking, setAsking] = useState<Asking>(null)
  const order = query.data
  const isStanding = order?.state === 'in-force'
  const close = () => setAsking(null)
  return (
    <Page
      title={order?.documentNo || t('closures.orderTitle')}
      above={<Link {...paths.closures({ view: 'orders' })}>‹ {t('closures.view.orders')}</Link>}
      about={order?.documentTitle ?? ' '}
      actions={
        isStanding && (
          <>
            {may(me, 'closures.order.review') && (
              <Button onClick={() => setAsking('review')}>{t('closures.doReview')}</Button>
            )}
            {may(me, 'closures.order.extend') && (
              <Button onClick={() => setAsking('extend')}>{t('closures.extend')}</Button>
            )}
            {may(me, 'closures.order.lift') && (
              <Button danger onClick={() => setAsking('lift')}>
                {t('closures.lift')}
              </Button>
            )}
          </>
        )
      }
    >
      <Loaded query={query} skeleton={<Skeleton lines={8} height={28} />} empty="never">
        {(card) => (
          <LookedAt value={standsAt ?? undefined}>
            <div className={styles.two}>
              <OrderFacts order={card} />
              <OrderActs acts={card.acts} />
            </div>
            <LegalNotice measure="closure" />
            <Suspense>
              {asking === 'extend' && <ExtendOrder order={card} onClose={close} />}
              {asking === 'lift' && <LiftOrder order={card} onClose={close} />}
              {asking === 'review' && <ReviewOrder order={card} onClose={close} />}
            </Suspense>
          </LookedAt>
        )}
      </Loaded>
    </Page>
  )
}

function OrderFacts({ order }: { order: OrderCard }) {
  const { t } = useTranslation()
  const covers = useCovers()
  const isOver = order.state === 'ended' || order.state === 'lifted'
  const facts: [string, React.ReactNode][] = [
    [t('closures.state'), <OrderTag key="state" order={order} />],
    [t('closures.covers'), covers(order)],
    [t('closures.area'), order.divisionName],
    [t('closures.period'), `${dateTime(order.startsAt)} — ${dayOf(new Date(Date.parse(order.until) - 1))}`],
    ...(isOver ? [[t('closures.why'), t(`closures.overWhy.${order.overWhy}`)] as [string, React.ReactNode]] : []),
    [t('closures.review'), order.reviewOn],
    [
      t('closures.document'),
      <Link key="document" {...paths.document(order.documentId)}>
        {order.documentNo}
      </Link>,
    ],
    [t('closures.authority'), order.authority],
    [t('closures.decider'), order.decider],
    [t('closures.basis'), order.basis],
    [t('closures.ground'), order.ground],
    [t('closures.appeal'), order.appeal],
  ]
  return (
    <Card title={t('closures.orderTitle')}>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name} value`}>{value}</dd>])}
      </dl>
    </Card>
  )
}

function OrderActs({ acts }: { acts: OrderCard['acts'] }) {
  const { t } = useTranslation()
  return (
    <Card title={t('closures.acts')}>
      <ul className={styles.acts}>
        {acts.map((act) => (
          <li key={act.id}>
            <span className="number muted">{dateTime(act.at)}</span>
            <b>{t(`closures.orderActs.${act.type}`)}</b>
            <span>{act.documentNo ?? ''}</span>
            <span className="muted">
              {act.by}
              {act.endsOn &&
                ` · ${act.type === 'reviewed' ? t('closures.nextReview') : t('closures.until')} ${act.endsOn}`}
              {act.why && ` · ${act.why}`}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
