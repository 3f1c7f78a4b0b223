import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { FigureStrip } from '../../ui/figure-strip.tsx'
import { number } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { CoverageMap } from './coverage-map.tsx'
import { PlanDialog } from './plan-dialog.tsx'
import { PlanView, PlaysView } from './plan-views.tsx'
import styles from './publicity.module.css'
import { coverageQuery } from './queries.ts'

const route = getRouteApi('/desk/loudspeakers')
const VIEWS = ['coverage', 'plan', 'plays'] as const

/** What the villages' loudspeakers are to play, what they played, and where nothing was heard. */
export default function LoudspeakersPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = useNavigate()
  const me = useQuery(meQuery).data
  const [planning, setPlanning] = useState(false)
  const view = search.view ?? 'coverage'
  return (
    <Page
      title={t('publicity.loudspeakers')}
      about={t('publicity.loudspeakersAbout')}
      actions={
        may(me, 'publicity.airing.plan') && (
          <Button type="primary" onClick={() => setPlanning(true)}>
            {t('publicity.planIt')}
          </Button>
        )
      }
    >
      <FigureStrip figures={['villages-heard', 'plays', 'plays-missed']} />
      <div>
        <Segmented
          aria-label={t('publicity.loudspeakers')}
          value={view}
          options={VIEWS.map((one) => ({ value: one, label: t(`publicity.speakerView.${one}`) }))}
          onChange={(one) => void navigate(paths.loudspeakers({ ...search, view: one }))}
        />
      </div>
      {view === 'coverage' && <CoverageView />}
      {view === 'plan' && <PlanView />}
      {view === 'plays' && <PlaysView />}
      {planning && <PlanDialog onClose={() => setPlanning(false)} />}
    </Page>
  )
}

function CoverageView() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = useNavigate()
  const query = useQuery(coverageQuery(search))
  const choose = (part: 'since' | 'until', value: string) =>
    void navigate(paths.loudspeakers({ ...search, [part]: value || undefined }))
  return (
    <Loaded
      query={query}
      skeleton={<Skeleton lines={8} height={30} />}
      empty={{
        when: ({ villages }) => villages === 0,
        show: (
          <Card>
            <Nothing title={t('publicity.noVillages')} />
          </Card>
        ),
      }}
    >
      {(coverage) => (
        <>
          <div className={styles.days}>
            {(['since', 'until'] as const).map((part) => (
              <label key={part} htmlFor={`days-${part}`}>
                {t(`publicity.${part}`)}{' '}
                <Input
                  id={`days-${part}`}
                  type="date"
                  style={{ width: 150 }}
                  value={coverage[part]}
                  onChange={({ target }) => choose(part, target.value)}
                />
              </label>
            ))}
          </div>
          <dl className={styles.totals} aria-label={t('publicity.speakerView.coverage')}>
            {(['villages', 'heard', 'silent'] as const).map((part) => (
              <div key={part}>
                <dt>{t(`publicity.${part}`)}</dt>
                <dd className="number">{number(coverage[part])}</dd>
              </div>
            ))}
            <div>
              <dt>{t('publicity.playedTimes')}</dt>
              <dd className="number">{number(coverage.items.reduce((sum, { played }) => sum + played, 0))}</dd>
            </div>
          </dl>
          <CoverageMap coverage={coverage} />
        </>
      )}
    </Loaded>
  )
}
