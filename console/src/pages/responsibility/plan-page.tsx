import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { type PlanSearch, paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Choice, FilterBar, Views } from '../../ui/filters.tsx'
import { number } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { useOperation } from '../../ui/operation.ts'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { DivisionBox } from '../people/division-box.tsx'
import { PlanTable } from './plan-table.tsx'
import { type Proposal, planQuery, touchesPosts, useRuleWords } from './queries.ts'

const route = getRouteApi('/desk/responsibility/plan')
type Mode = NonNullable<PlanSearch['mode']>

/** What the plan comes to, in a few sentences, before anybody reads its lines. */
function Summary({ plan }: { plan: Proposal }) {
  const { t } = useTranslation()
  const loads = plan.lines.map(({ load }) => load).filter((load) => load > 0)
  const idle = plan.lines.length - loads.length
  const dealt = plan.households - plan.leftOver
  return (
    <div className="stack" style={{ gap: 8 }}>
      <p>
        <b>
          {t('gridPlan.summary', {
            households: number(dealt),
            posts: loads.length,
            least: Math.min(...loads, plan.most),
            greatest: Math.max(...loads, 0),
          })}
        </b>
      </p>
      <p className="muted">
        {plan.begins + plan.ends === 0
          ? t('gridPlan.nothing')
          : t('gridPlan.changes', { ends: plan.ends, begins: plan.begins })}
        {idle > 0 && ` · ${t('gridPlan.idle', { count: idle })}`}
        {plan.cut > 0 && ` · ${t('gridPlan.cut', { count: plan.cut })}`}
      </p>
      {plan.leftOver > 0 && <Alert type="warning" showIcon title={t('gridPlan.leftOver', { count: plan.leftOver })} />}
    </div>
  )
}

function useApply(onDone: (begun: number, ended: number) => void) {
  return useOperation(
    ({ division, kind, mode, basis }: Proposal) =>
      answer(
        api.POST('/responsibility/plans', {
          body: { id: newId(), division, kind, mode, basis, at: new Date().toISOString() },
        }),
      ),
    {
      // The plan itself stays on the screen as it was applied.
      touches: touchesPosts.filter(([key]) => key !== 'plan'),
      onDone: ({ begun, ended }) => onDone(begun, ended),
    },
  )
}

/** Who would answer for whom: shown whole, then applied as one or not at all. */
export default function PlanPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const queries = useQueryClient()
  const me = useQuery(meQuery).data
  const { kinds, kindName } = useRuleWords()
  const [asking, setAsking] = useState(false)
  const [done, setDone] = useState<{ begun: number; ended: number } | null>(null)
  const { division, kind = 'volunteer', mode = 'anew' } = search
  const query = useQuery(planQuery({ division, kind, mode }))
  const apply = useApply((begun, ended) => {
    setAsking(false)
    setDone({ begun, ended })
  })
  const go = (patch: PlanSearch) => {
    setDone(null)
    void navigate({ search: (before) => ({ ...before, ...patch }), replace: true })
  }
  const again = () => {
    setDone(null)
    apply.reset()
    void queries.resetQueries({ queryKey: ['plan'] })
  }
  const dealable = [...kinds.values()].filter(({ rank }) => rank === 'household')
  const plan = query.data
  const mayApply = may(me, 'responsibility.plan.apply') && plan && plan.begins + plan.ends > 0 && !done
  return (
    <Page
      title={t('gridPlan.title')}
      about={t('gridPlan.about')}
      above={<Link {...paths.responsibility({ area: division })}>‹ {t('responsibility.title')}</Link>}
      actions={
        plan && (
          <>
            <Button onClick={again}>{t('gridPlan.again')}</Button>
            {mayApply && (
              <Button type="primary" onClick={() => setAsking(true)}>
                {t('gridPlan.apply')}
              </Button>
            )}
          </>
        )
      }
    >
      <Card flush>
        <FilterBar>
          <DivisionBox
            label={t('gridPlan.village')}
            homes
            value={division}
            onChange={(code) => go({ division: code })}
          />
          <Choice
            label={t('gridPlan.kind')}
            value={kind}
            any={t('gridPlan.kind')}
            options={dealable.map(({ code }) => [code, kindName(code)] as const)}
            onChange={(wanted) => go({ kind: wanted })}
          />
          <Views<Mode>
            label={t('gridPlan.mode')}
            value={mode}
            options={[
              ['anew', t('gridPlan.anew')],
              ['fill', t('gridPlan.fill')],
            ]}
            onChange={(wanted) => go({ mode: wanted === 'anew' ? undefined : wanted })}
          />
        </FilterBar>
      </Card>
      {!division ? (
        <Card>
          <Nothing title={t('gridPlan.choose')}>{t('gridPlan.chooseWhy')}</Nothing>
        </Card>
      ) : (
        <Loaded
          query={query}
          skeleton={
            <Card>
              <Skeleton lines={8} height={26} />
            </Card>
          }
          empty="never"
        >
          {(shown) => (
            <>
              {done && (
                <Alert
                  type="success"
                  showIcon
                  title={t('gridPlan.done', done)}
                  action={
                    <Link {...paths.responsibility({ area: division, view: 'tree' })}>{t('gridPlan.seeResult')}</Link>
                  }
                />
              )}
              <Card>
                <Summary plan={shown} />
              </Card>
              <PlanTable plan={shown} />
              {asking && (
                <Dialog
                  title={t('gridPlan.applyTitle')}
                  verb={t('gridPlan.apply')}
                  busy={apply.busy}
                  refusal={apply.refusal}
                  onConfirm={() => apply.send(shown)}
                  onClose={() => setAsking(false)}
                >
                  <Summary plan={shown} />
                  <p>{t('gridPlan.applyAbout')}</p>
                </Dialog>
              )}
            </>
          )}
        </Loaded>
      )}
    </Page>
  )
}
