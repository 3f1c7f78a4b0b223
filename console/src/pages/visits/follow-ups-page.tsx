import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FollowUpsSearch, paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Choice, FilterBar, Views } from '../../ui/filters.tsx'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { More } from '../../ui/more.tsx'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { PurposeChoice, usePurpose } from '../../ui/purpose.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useDivisionName, useOriginName } from '../places/queries.ts'
import { type FollowUp, followUpsQuery } from './queries.ts'

const EndingDialog = lazy(() => import('./ending-dialog.tsx').then((module) => ({ default: module.EndingDialog })))
const ContactDialog = lazy(() => import('./contact-dialog.tsx').then((module) => ({ default: module.ContactDialog })))
const JourneyDialog = lazy(() => import('./journey-dialog.tsx').then((module) => ({ default: module.JourneyDialog })))

const route = getRouteApi('/desk/visits/follow-ups')
const kinds = ['travel', 'contact', 'fever', 'health', 'roster'] as const
type State = NonNullable<FollowUpsSearch['state']>

export interface Ending {
  followUp: FollowUp
  how: 'outcome' | 'journey' | 'contact'
}

function Known({ draft }: { draft: FollowUp['draft'] }) {
  const { t } = useTranslation()
  const originName = useOriginName()
  const { from, arrivedOn, means } = draft
  const words = [
    from && (/^\d+$/.test(from) ? originName(from) : null),
    arrivedOn,
    means && t(`means.${means as 'rail'}`, means),
  ].filter(Boolean)
  return <span className="number">{words.join(' · ')}</span>
}

function Standing({ row }: { row: FollowUp }) {
  const { t } = useTranslation()
  if (!row.open && row.outcome === null) return <Tag>{t('followUps.withdrawn')}</Tag>
  return (
    <span className="row">
      {row.open && <Tag tone="alarm">{t('followUps.waiting')}</Tag>}
      {row.outcome && (
        <Tag tone={row.open ? 'caution' : row.outcome === 'confirmed' ? 'alarm' : 'ok'}>
          {t(`followUps.outcome.${row.outcome}`)}
        </Tag>
      )}
      {row.note && <span className="small muted">{row.note}</span>}
    </span>
  )
}

function useColumns(onEnd: (ending: Ending) => void): Column<FollowUp>[] {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const divisionName = useDivisionName()
  const mayClose = may(me, 'visits.follow-up.close')
  return [
    {
      key: 'kind',
      title: t('followUps.kindLabel'),
      phone: 'heading',
      cell: ({ kind }) => <b>{t(`followUps.kind.${kind}`)}</b>,
    },
    {
      key: 'who',
      title: t('followUps.who'),
      cell: ({ person, householdId }) => (
        <Link {...paths.householdVisits(householdId)}>
          {person ? (person.name ?? t('doors.unnamed')) : t('followUps.wholeHousehold')}
        </Link>
      ),
    },
    { key: 'phone', title: t('people.phone'), cell: ({ person }) => <span className="number">{person?.phone}</span> },
    { key: 'area', title: t('visits.area'), cell: ({ division }) => divisionName(division) },
    { key: 'known', title: t('followUps.known'), cell: ({ draft }) => <Known draft={draft} /> },
    {
      key: 'opened',
      title: t('followUps.opened'),
      cell: ({ openedAt }) => <time className="number">{dateTime(openedAt)}</time>,
    },
    { key: 'state', title: t('followUps.state'), cell: (row) => <Standing row={row} /> },
    {
      key: 'actions',
      title: '',
      align: 'end',
      cell: (followUp) =>
        followUp.open &&
        mayClose && (
          <span className="row" style={{ justifyContent: 'flex-end' }}>
            {followUp.kind === 'travel' && followUp.person && (
              <Button size="small" type="primary" onClick={() => onEnd({ followUp, how: 'journey' })}>
                {t('followUps.journey')}
              </Button>
            )}
            {followUp.kind === 'contact' && followUp.person && (
              <Button size="small" type="primary" onClick={() => onEnd({ followUp, how: 'contact' })}>
                {t('followUps.contact')}
              </Button>
            )}
            <Button
              size="small"
              type={
                (followUp.kind === 'travel' || followUp.kind === 'contact') && followUp.person ? 'default' : 'primary'
              }
              onClick={() => onEnd({ followUp, how: 'outcome' })}
            >
              {t('followUps.result')}
            </Button>
          </span>
        ),
    },
  ]
}

/** What positive answers opened: red until somebody says how it ended. */
export default function FollowUpsPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { header } = usePurpose()
  const [ending, setEnding] = useState<Ending | null>(null)
  const query = useInfiniteQuery(followUpsQuery(search, header))
  const columns = useColumns(setEnding)
  const { state = 'open', kind } = search
  const go = (patch: FollowUpsSearch) => void navigate({ search: (before) => ({ ...before, ...patch }) })
  const views: [State, string][] = [
    ['open', t('followUps.open')],
    ['closed', t('followUps.closed')],
    ['all', t('followUps.all')],
  ]
  return (
    <Page
      title={t('followUps.title')}
      above={<Link {...paths.visits()}>‹ {t('visits.title')}</Link>}
      about={t('followUps.about')}
      actions={
        <>
          <PurposeChoice />
          <Views<State>
            label={t('followUps.state')}
            value={state}
            options={views}
            onChange={(wanted) => go({ state: wanted === 'open' ? undefined : wanted })}
          />
        </>
      }
    >
      <Card flush>
        <FilterBar>
          <Choice
            label={t('followUps.kindLabel')}
            value={kind}
            any={t('followUps.anyKind')}
            options={kinds.map((one) => [one, t(`followUps.kind.${one}`)] as const)}
            onChange={(wanted) => go({ kind: kinds.find((one) => one === wanted) })}
          />
        </FilterBar>
        <Loaded
          query={query}
          skeleton={<Skeleton lines={6} height={28} />}
          empty={{
            when: (data) => data.pages.every((page) => page.items.length === 0),
            show: (
              <Nothing title={state === 'open' ? t('followUps.none') : t('followUps.noneOther')}>
                {t('followUps.noneWhy')}
              </Nothing>
            ),
          }}
        >
          {(data) => (
            <>
              <DataTable
                caption={t('followUps.title')}
                columns={columns}
                rows={data.pages.flatMap((page) => page.items)}
                rowKey={({ id }) => id}
                rowTone={({ open, kind: of }) => (open && of === 'fever' ? 'alarm' : undefined)}
              />
              <More query={query} />
            </>
          )}
        </Loaded>
      </Card>
      <Suspense>
        {ending?.how === 'outcome' && <EndingDialog followUp={ending.followUp} onClose={() => setEnding(null)} />}
        {ending?.how === 'contact' && <ContactDialog followUp={ending.followUp} onClose={() => setEnding(null)} />}
        {ending?.how === 'journey' && <JourneyDialog followUp={ending.followUp} onClose={() => setEnding(null)} />}
      </Suspense>
    </Page>
  )
}
