import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import plan from './plan.module.css'
import { PlanForm } from './plan-form.tsx'
import { clockOf } from './plan-times.ts'
import styles from './readings.module.css'
import { type PlanBody, type Plans, plansQuery } from './readings-queries.ts'

const perDays = [1, 2, 3] as const
const levels = ['village', 'township', 'county'] as const

/** Of two that begin on one day the later counts; the newest first. */
const lastOfEachDay = (items: Plans['items']) =>
  [...new Map(items.map((one) => [one.since, one] as const)).values()].toReversed()

/** When checks are due in this county, and how fast a missed one climbs: now, and as it was stated before. */
export default function PlanPage() {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const query = useQuery(plansQuery)
  const [isChanging, setChanging] = useState(false)
  return (
    <Page
      title={t('readings.plan')}
      about={t('readings.planAbout')}
      above={<Link {...paths.readings()}>‹ {t('readings.title')}</Link>}
      actions={
        may(me, 'isolation.reading-plan.state') &&
        !isChanging && (
          <Button type="primary" disabled={!query.data} onClick={() => setChanging(true)}>
            {t('readings.planChange')}
          </Button>
        )
      }
    >
      <Loaded
        query={query}
        skeleton={
          <Card>
            <Skeleton lines={6} height={30} />
          </Card>
        }
        empty="never"
      >
        {({ day, inForce, items }) => (
          <>
            {isChanging && (
              <Card title={t('readings.planChange')}>
                <PlanForm today={day} from={inForce} onDone={() => setChanging(false)} />
              </Card>
            )}
            <Card title={t('readings.planNow')}>
              <PlanShown body={inForce} />
            </Card>
            <Card title={t('readings.planStated')}>
              {items.length === 0 ? (
                <Nothing title={t('readings.planPublished')} />
              ) : (
                <div className="stack">
                  {lastOfEachDay(items).map(({ since, body }) => (
                    <details key={since}>
                      <summary className="number">
                        {t('readings.planSince')} {since}
                      </summary>
                      <PlanShown body={body} />
                    </details>
                  ))}
                </div>
              )}
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  )
}

function PlanShown({ body }: { body: PlanBody }) {
  const { t } = useTranslation()
  const after = (minutes: number) =>
    minutes === 0 ? t('readings.climbAt') : t('readings.climbAfter', { hours: Number((minutes / 60).toFixed(2)) })
  return (
    <div className={plan.plans}>
      {perDays.map((perDay) => (
        <table key={perDay} className={styles.grid}>
          <caption>{t('readings.perDay', { count: perDay })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('readings.checks')}</th>
              <th scope="col">{t('readings.opens')}</th>
              <th scope="col">{t('readings.due')}</th>
              <th scope="col">{t('readings.missed')}</th>
            </tr>
          </thead>
          <tbody>
            {body.windows[perDay].map(({ slot, opens, due, missed }) => (
              <tr key={slot}>
                <th scope="row">{t(`readings.slot.${slot}`)}</th>
                {[opens, due, missed].map((minutes) => (
                  <td key={minutes} className="number">
                    {clockOf(minutes)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      <dl className={styles.facts}>
        {levels.map((level) => (
          <div key={level}>
            <dt>{t('readings.climbTo', { level: t(`readings.levels.${level}`) })}</dt>
            <dd className="number">{after(body.climb[level])}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
