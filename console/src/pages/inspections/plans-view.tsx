import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { number } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { More } from '../../ui/more.tsx'
import { useOperation } from '../../ui/operation.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { EndPlan } from './end-plan.tsx'
import styles from './inspections.module.css'
import { NewPlan } from './new-plan.tsx'
import { type PlanRow, plansQuery, touchesInspections } from './queries.ts'

/** Who inspects what kind of place in which days, and how far they are. */
export function PlansView({ asOf }: { asOf: string | undefined }) {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const query = useInfiniteQuery(plansQuery(asOf))
  const [dialog, setDialog] = useState<'new' | PlanRow | null>(null)
  const start = useOperation(() => answer(api.POST('/inspection-checklists/start')), {
    touches: [['questionnaires'], ...touchesInspections],
  })
  return (
    <>
      <span className="row">
        {may(me, 'inspections.plan.add') && (
          <Button type="primary" onClick={() => setDialog('new')}>
            {t('inspections.newPlan')}
          </Button>
        )}
        {may(me, 'inspections.checklist.start') && (
          <Button loading={start.busy} onClick={() => start.send(undefined)}>
            {t('inspections.startChecklists')}
          </Button>
        )}
        <Link {...paths.questionnaires()}>{t('inspections.checklists')}</Link>
      </span>
      <Loaded
        query={query}
        skeleton={<Skeleton lines={6} height={30} />}
        empty={{
          when: ({ pages }) => pages.every(({ items }) => items.length === 0),
          show: <Nothing title={t('inspections.noPlans')}>{t('inspections.noPlansWhy')}</Nothing>,
        }}
      >
        {({ pages }) =>
          pages
            .flatMap(({ items }) => items)
            .map((plan) => (
              <PlanCard
                key={plan.id}
                plan={plan}
                onEnd={may(me, 'inspections.plan.end') && !plan.endedAt ? () => setDialog(plan) : null}
              />
            ))
        }
      </Loaded>
      <More query={query} />
      {dialog === 'new' && <NewPlan onClose={() => setDialog(null)} />}
      {dialog !== null && dialog !== 'new' && <EndPlan plan={dialog} onClose={() => setDialog(null)} />}
    </>
  )
}

function PlanCard({ plan, onEnd }: { plan: PlanRow; onEnd: (() => void) | null }) {
  const { t } = useTranslation()
  const { id, title, from, to, placeKinds, wanted, inspected, unannounced, endedAt, teams, areaName } = plan
  return (
    <Card
      title={title}
      extra={
        <span className="row">
          {unannounced && <Tag tone="caution">{t('inspections.manner.unannounced')}</Tag>}
          {endedAt && <Tag>{t('inspections.planEnded')}</Tag>}
          {onEnd && (
            <Button size="small" onClick={onEnd}>
              {t('inspections.endPlan')}
            </Button>
          )}
        </span>
      }
    >
      <div className={styles.plan}>
        <span>
          {areaName} · <span className="number">{`${from} – ${to}`}</span> ·{' '}
          {placeKinds.map((kind) => t(`inspections.kind.${kind}`)).join(t('inspections.comma'))}
        </span>
        <Link {...paths.inspections({ view: 'visits', plan: id })}>
          {wanted === null
            ? t('inspections.done', { count: inspected, done: number(inspected) })
            : t('inspections.doneOf', { done: number(inspected), wanted: number(wanted) })}
        </Link>
        {wanted !== null && <progress value={Math.min(inspected, wanted)} max={wanted} aria-label={title} />}
        <ul>
          {teams.map((team) => (
            <li key={team.id}>
              <b>{team.title}</b> {team.posts.map((post) => post.title).join(t('inspections.comma'))}{' '}
              <span className="muted small">
                {t('inspections.done', { count: team.inspected, done: number(team.inspected) })}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  )
}
