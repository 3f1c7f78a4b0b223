import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import styles from './command.module.css'
import { type Ladder, laddersQuery, type Plan, plansQuery } from './queries.ts'

const NewLadder = lazy(() => import('./new-ladder.tsx').then((module) => ({ default: module.NewLadder })))
const NewPlan = lazy(() => import('./new-plan.tsx').then((module) => ({ default: module.NewPlan })))
const TurnDialog = lazy(() => import('./turn-dialog.tsx').then((module) => ({ default: module.TurnDialog })))

export function LevelsView() {
  const { t } = useTranslation()
  const query = useQuery(laddersQuery)
  const plans = useQuery(plansQuery).data?.items ?? []
  const me = useQuery(meQuery).data
  const [turning, setTurning] = useState<Ladder | null>(null)
  const [adding, setAdding] = useState<'ladder' | { earlier: Plan | null } | null>(null)
  return (
    <>
      {may(me, 'command.ladder.add') && (
        <div className="row">
          <Button onClick={() => setAdding('ladder')}>{t('command.newLadder')}</Button>
          <Button onClick={() => setAdding({ earlier: null })}>{t('command.newPlan')}</Button>
        </div>
      )}
      <Loaded
        query={query}
        skeleton={<Skeleton lines={6} height={34} />}
        empty={{
          when: ({ items }) => items.length === 0,
          show: (
            <Card>
              <Nothing title={t('command.noLadders')}>{t('command.noLaddersWhy')}</Nothing>
            </Card>
          ),
        }}
      >
        {({ items }) => (
          <div className={styles.cards}>
            {items.map((ladder) => (
              <LadderCard
                key={ladder.id}
                ladder={ladder}
                onTurn={may(me, 'command.level.turn') ? () => setTurning(ladder) : undefined}
              />
            ))}
          </div>
        )}
      </Loaded>
      {plans.map((plan) => (
        <PlanCard
          key={plan.id}
          plan={plan}
          earlier={plans.find(({ id }) => id === plan.fromPlan)}
          onFollow={may(me, 'command.plan.add') ? () => setAdding({ earlier: plan }) : undefined}
        />
      ))}
      <Suspense>{adding === 'ladder' && <NewLadder onClose={() => setAdding(null)} />}</Suspense>
      <Suspense>
        {adding && adding !== 'ladder' && <NewPlan earlier={adding.earlier} onClose={() => setAdding(null)} />}
      </Suspense>
      <Suspense>{turning && <TurnDialog ladder={turning} plans={plans} onClose={() => setTurning(null)} />}</Suspense>
    </>
  )
}

function LadderCard({ ladder, onTurn }: { ladder: Ladder; onTurn: (() => void) | undefined }) {
  const { t } = useTranslation()
  return (
    <Card title={ladder.title} extra={onTurn && <Button onClick={onTurn}>{t('command.turn')}</Button>}>
      <div className="stack">
        <ol className={styles.rungs} aria-label={t('command.rungs')}>
          {ladder.rungs.map((rung) => (
            <li key={rung} aria-current={rung === ladder.rung ? 'step' : undefined}>
              {rung}
            </li>
          ))}
        </ol>
        <p>
          {ladder.since && ladder.rung
            ? t('command.openSince', { rung: ladder.rung, at: dateTime(ladder.since) })
            : t('command.notOpen')}
          {ladder.reportEveryHours !== null && ` ${t('command.reportEvery', { count: ladder.reportEveryHours })}`}
        </p>
        {ladder.measures.length > 0 && (
          <ul className={styles.measures}>
            {ladder.measures.map((one) => (
              <li key={one.id}>
                <Tag tone="brand">{t(`command.measure.${one.kind}`)}</Tag> {one.words}
              </li>
            ))}
          </ul>
        )}
        {ladder.turns.length > 0 && <Turns turns={ladder.turns} />}
      </div>
    </Card>
  )
}

/** Every turn with its authority and document, what it started and stopped, and how often is reported since. */
function Turns({ turns }: { turns: Ladder['turns'] }) {
  const { t } = useTranslation()
  const started = new Map(turns.flatMap(({ starts }) => starts.map(({ id, words }) => [id, words] as const)))
  return (
    <ul className={styles.turns}>
      {turns.map((turn) => (
        <li key={turn.id}>
          <span className="number muted">{dateTime(turn.at)}</span>
          <span>
            {t(`command.turns.${turn.turn}`)} {turn.rung ?? ''}
          </span>
          {turn.documentId ? (
            <Link {...paths.document(turn.documentId)}>{turn.documentNo}</Link>
          ) : (
            <span>{turn.documentNo}</span>
          )}
          <span className="muted">
            {turn.authority} · {turn.grounds}
          </span>
          {turn.starts.length > 0 && (
            <span>
              {t('command.started', { what: turn.starts.map(({ words }) => words).join(t('command.semicolon')) })}
            </span>
          )}
          {turn.stops.length > 0 && (
            <span>
              {t('command.stopped', {
                what: turn.stops.map((id) => started.get(id) ?? '—').join(t('command.semicolon')),
              })}
            </span>
          )}
          {turn.reportEveryHours !== null && <span>{t('command.reportEvery', { count: turn.reportEveryHours })}</span>}
        </li>
      ))}
    </ul>
  )
}

interface PlanCardProps {
  plan: Plan
  earlier: Plan | undefined
  onFollow: (() => void) | undefined
}
function PlanCard({ plan, earlier, onFollow }: PlanCardProps) {
  const { t } = useTranslation()
  return (
    <Card
      title={plan.title}
      extra={
        <span className="row">
          {onFollow && (
            <Button size="small" onClick={onFollow}>
              {t('command.follow')}
            </Button>
          )}
          {earlier ? t('command.planFrom', { title: earlier.title, year: earlier.year }) : plan.year}
          {plan.activatedAt && ` · ${t('command.planActive', { at: dateTime(plan.activatedAt) })}`}
        </span>
      }
    >
      <ul className={styles.turns}>
        {plan.tasks.map((task) => (
          <li key={`${task.what} ${task.role}`}>
            <span>{task.what}</span>
            <span className="muted">{task.role}</span>
            <span className="number">
              {task.dueAt ? dateTime(task.dueAt) : t('command.within', { count: task.withinHours })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
