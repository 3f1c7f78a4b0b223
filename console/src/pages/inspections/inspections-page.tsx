import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { type InspectionsSearch, paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { Figure, Figures } from '../../ui/figures.tsx'
import { MomentPicker } from '../../ui/moment-picker.tsx'
import { Page } from '../../ui/page.tsx'
import { FindingsView } from './findings-view.tsx'
import { HeatView } from './heat-view.tsx'
import { PlansView } from './plans-view.tsx'
import { heatQuery } from './queries.ts'
import { VisitsView } from './visits-view.tsx'

const route = getRouteApi('/desk/inspections')
const VIEWS = ['heat', 'findings', 'visits', 'plans'] as const

/** Who went where, what was wrong there, and what of it is still open. */
export default function InspectionsPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const go = useNavigate()
  const standsAt = useCountyMoment()
  const me = useQuery(meQuery).data
  const change = (patch: InspectionsSearch) =>
    void navigate({ search: (before) => ({ ...before, ...patch }), replace: true })
  const views = VIEWS.filter((one) => one !== 'plans' || may(me, 'inspections.plan.list'))
  const view = search.view ?? 'heat'
  return (
    <Page
      title={t('inspections.title')}
      about={t('inspections.about')}
      actions={
        <>
          <MomentPicker asOf={search.asOf} standsAt={standsAt} onPick={(asOf) => change({ asOf })} />
          {may(me, 'inspections.inspection.record') && (
            <Button type="primary" onClick={() => void go(paths.newInspection())}>
              {t('inspections.record')}
            </Button>
          )}
        </>
      }
    >
      <Totals asOf={search.asOf} />
      <div>
        <Segmented
          aria-label={t('inspections.title')}
          value={view}
          options={views.map((one) => ({ value: one, label: t(`inspections.view.${one}`) }))}
          onChange={(one) => change({ view: one })}
        />
      </div>
      {view === 'heat' && <HeatView search={search} onArea={(area) => change({ view: 'findings', area })} />}
      {view === 'findings' && <FindingsView search={search} onChange={change} />}
      {view === 'visits' && <VisitsView search={search} onChange={change} />}
      {view === 'plans' && <PlansView asOf={search.asOf} />}
    </Page>
  )
}

function Totals({ asOf }: { asOf: string | undefined }) {
  const { t } = useTranslation()
  const total = useQuery(heatQuery(undefined, asOf)).data?.total
  const findings = (state: 'standing' | 'overdue' | 'rectified' | 'passed') =>
    paths.inspections({ view: 'findings', state, asOf })
  return (
    <Figures label={t('inspections.title')}>
      <Figure
        name={t('inspections.inspected')}
        value={total?.inspected}
        of={{ figure: 'inspections', asOf }}
        to={paths.inspections({ view: 'visits', asOf })}
      />
      <Figure
        name={t('inspections.findings')}
        value={total?.findings}
        of={{ figure: 'inspection-findings', asOf }}
        to={paths.inspections({ view: 'findings', state: 'all', asOf })}
      />
      <Figure
        name={t('inspections.standing')}
        value={total && total.open + total.waiting}
        tone="caution"
        of={{ figure: 'inspection-findings-standing', asOf }}
        to={findings('standing')}
      />
      <Figure name={t('inspections.waiting')} value={total?.waiting} to={findings('rectified')} />
      <Figure
        name={t('inspections.overdue')}
        value={total?.overdue}
        tone="alarm"
        of={{ figure: 'inspection-findings-overdue', asOf }}
        to={findings('overdue')}
      />
      <Figure
        name={t('inspections.passed')}
        value={total?.passed}
        tone="ok"
        of={{ figure: 'inspection-findings-passed', asOf }}
        to={findings('passed')}
      />
    </Figures>
  )
}
