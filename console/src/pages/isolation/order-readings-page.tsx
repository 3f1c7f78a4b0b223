import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { dateTime, dayOf } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { useOperation } from '../../ui/operation.ts'
import { Card, Page, Skeleton } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { PurposeChoice, usePurpose } from '../../ui/purpose.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { useDivisionName } from '../places/queries.ts'
import { CheckGrid } from './check-grid.tsx'
import { PaperEntry } from './paper-entry.tsx'
import { ReadingChart } from './reading-chart.tsx'
import styles from './readings.module.css'
import { type OrderReadings, orderReadingsQuery, type Reading } from './readings-queries.ts'
import { usePrintSheets } from './use-print-sheets.ts'

const CorrectReadingDialog = lazy(() =>
  import('./correct-reading-dialog.tsx').then((module) => ({ default: module.CorrectReadingDialog })),
)

const route = getRouteApi('/desk/isolation/readings/$orderId')

/** One person's observation, day by day; and, from paper, what was written down at the door. */
export default function OrderReadingsPage() {
  const { t } = useTranslation()
  const { orderId } = route.useParams()
  const { enter } = route.useSearch()
  const navigate = route.useNavigate()
  const { header } = usePurpose()
  const me = useQuery(meQuery).data
  const query = useQuery(orderReadingsQuery(orderId, header))
  const print = usePrintSheets()
  const mayEnter = may(me, 'isolation.reading.record')
  const [correcting, setCorrecting] = useState<Reading | null>(null)
  return (
    <Page
      title={t('readings.ofOne')}
      above={<Link {...paths.readings()}>‹ {t('readings.title')}</Link>}
      actions={
        <>
          <PurposeChoice />
          {may(me, 'isolation.sheet.print') && (
            <Button loading={print.busy} onClick={() => print.send({ orderId })}>
              {t('readings.printOne')}
            </Button>
          )}
          {mayEnter && (
            <Button
              type={enter ? 'default' : 'primary'}
              onClick={() => void navigate({ search: { enter: enter ? undefined : 'paper' } })}
            >
              {t(enter ? 'readings.stopEntering' : 'readings.enter')}
            </Button>
          )}
        </>
      }
    >
      {print.refusal ? <ProblemNotice error={print.refusal} /> : null}
      <Loaded
        query={query}
        skeleton={
          <Card>
            <Skeleton lines={6} height={36} />
          </Card>
        }
        empty="never"
      >
        {(order) => (
          <>
            <Head order={order} />
            {enter ? (
              <PaperEntry key={orderId} order={order} onDone={() => void navigate({ search: {} })} />
            ) : (
              <>
                <Card title={t('readings.chart')}>
                  <ReadingChart order={order} />
                </Card>
                <Card title={t('readings.checks')} flush>
                  <CheckGrid order={order} onCorrect={mayEnter ? setCorrecting : undefined} />
                </Card>
              </>
            )}
            {may(me, 'isolation.reading-link.make') && <SelfLink orderId={orderId} />}
            {correcting && (
              <Suspense>
                <CorrectReadingDialog order={order} reading={correcting} onClose={() => setCorrecting(null)} />
              </Suspense>
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Head({ order }: { order: OrderReadings }) {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  const { person, division, kind, startsAt, endsAt, anchorOn } = order
  const facts = [
    [t('readings.person'), person?.name ?? t('readings.unnamed')],
    [t('readings.area'), [division.slice(0, 9), division].map(divisionName).join(' ')],
    [t('readings.kind'), t(`readings.kinds.${kind}`)],
    [t('readings.anchor'), anchorOn],
    [t('readings.from'), dateTime(startsAt)],
    [t('readings.till'), dayOf(new Date(Date.parse(endsAt) - 1))],
  ] as const
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="number">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The address is shown once: it is the key itself. */
function SelfLink({ orderId }: { orderId: string }) {
  const { t } = useTranslation()
  const [path, setPath] = useState<{ path: string; expiresAt: string } | null>(null)
  const make = useOperation(
    () =>
      answer(
        api.POST('/isolation/orders/{orderId}/reading-links', {
          params: { path: { orderId } },
          body: { id: newId(), recordedAt: new Date().toISOString() },
        }),
      ),
    { onDone: setPath },
  )
  const address = path && location.origin + path.path
  return (
    <Card title={t('readings.link')}>
      <div className="stack">
        <p className="small muted">{t('readings.linkWhy')}</p>
        {make.refusal ? <ProblemNotice error={make.refusal} /> : null}
        {address ? (
          <div className={styles.link}>
            <QrCode text={address} label={t('readings.link')} size={128} />
            <div>
              <code>{address}</code>
              <p className="small muted">{t('readings.linkTill', { time: dateTime(path.expiresAt) })}</p>
            </div>
          </div>
        ) : (
          <div>
            <Button onClick={() => make.send(undefined)} loading={make.busy}>
              {t('readings.makeLink')}
            </Button>
          </div>
        )}
      </div>
    </Card>
  )
}
