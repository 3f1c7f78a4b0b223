import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { dateTime, number } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { More } from '../../ui/more.tsx'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { CoverageMap } from './coverage-map.tsx'
import { PlanDialog } from './plan-dialog.tsx'
import styles from './publicity.module.css'
import { airingsQuery, coverageQuery, playsQuery } from './queries.ts'

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

function PlanView() {
  const { t } = useTranslation()
  const query = useInfiniteQuery(airingsQuery)
  return (
    <Loaded
      query={query}
      skeleton={<Skeleton lines={6} height={34} />}
      empty={{
        when: ({ pages }) => pages[0]?.items.length === 0,
        show: (
          <Card>
            <Nothing title={t('publicity.noPlan')}>{t('publicity.noPlanWhy')}</Nothing>
          </Card>
        ),
      }}
    >
      {({ pages }) => (
        <Card flush>
          <DataTable
            caption={t('publicity.speakerView.plan')}
            rows={pages.flatMap(({ items }) => items)}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'village',
                title: t('publicity.village'),
                phone: 'heading',
                cell: ({ divisionName }) => divisionName,
              },
              {
                key: 'piece',
                title: t('publicity.what'),
                phone: 'wide',
                cell: (one) => (
                  <>
                    <Link {...paths.piece(one.pieceId)}>{one.title}</Link>{' '}
                    {one.state === 'withdrawn' && <Tag tone="alarm">{t('publicity.state.withdrawn')}</Tag>}
                  </>
                ),
              },
              {
                key: 'days',
                title: t('publicity.days'),
                cell: ({ fromOn, toOn }) => (
                  <span className="number">
                    {fromOn} – {toOn}
                  </span>
                ),
              },
              {
                key: 'times',
                title: t('publicity.times'),
                cell: ({ times }) => (
                  <span className="number">
                    {times.map(({ at, minutes }) => t('publicity.slot', { at, minutes })).join(' ')}
                  </span>
                ),
              },
              {
                key: 'played',
                title: t('publicity.playedTimes'),
                align: 'end',
                cell: ({ played, missed }) => (
                  <span className="number">{t('publicity.playedOf', { played, missed })}</span>
                ),
              },
            ]}
          />
          <More query={query} />
        </Card>
      )}
    </Loaded>
  )
}

function PlaysView() {
  const { t } = useTranslation()
  const query = useInfiniteQuery(playsQuery)
  return (
    <Loaded
      query={query}
      skeleton={<Skeleton lines={6} height={34} />}
      empty={{
        when: ({ pages }) => pages[0]?.items.length === 0,
        show: (
          <Card>
            <Nothing title={t('publicity.noPlays')}>{t('publicity.noPlaysWhy')}</Nothing>
          </Card>
        ),
      }}
    >
      {({ pages }) => (
        <Card flush>
          <DataTable
            caption={t('publicity.speakerView.plays')}
            rows={pages.flatMap(({ items }) => items)}
            rowKey={({ id }) => id}
            rowTone={({ played }) => (played ? undefined : 'alarm')}
            columns={[
              {
                key: 'village',
                title: t('publicity.village'),
                phone: 'heading',
                cell: ({ divisionName }) => divisionName,
              },
              { key: 'piece', title: t('publicity.what'), phone: 'wide', cell: ({ title }) => title },
              {
                key: 'due',
                title: t('publicity.due'),
                cell: ({ dueOn, dueAt }) => (
                  <span className="number">
                    {dueOn} {dueAt}
                  </span>
                ),
              },
              {
                key: 'played',
                title: t('publicity.stateName'),
                cell: ({ played, minutes, reason }) =>
                  played ? (
                    <Tag tone="ok">{t('publicity.playedFor', { count: minutes ?? 0 })}</Tag>
                  ) : (
                    <Tag tone="alarm">{t(`publicity.hindrance.${reason ?? 'other'}`)}</Tag>
                  ),
              },
              {
                key: 'said',
                title: t('publicity.saidAt'),
                cell: ({ at }) => <span className="number">{dateTime(at)}</span>,
              },
            ]}
          />
          <More query={query} />
        </Card>
      )}
    </Loaded>
  )
}
