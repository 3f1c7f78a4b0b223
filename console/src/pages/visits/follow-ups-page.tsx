import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FollowUpsSearch, paths } from '../../paths.ts'
import { Choice, FilterBar, Views } from '../../ui/filters.tsx'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { PurposeChoice, usePurpose } from '../../ui/purpose.tsx'
import { type Ending, useFollowUpColumns } from './follow-up-columns.tsx'
import { followUpsQuery } from './queries.ts'

const EndingDialog = lazy(() => import('./ending-dialog.tsx').then((module) => ({ default: module.EndingDialog })))
const ContactDialog = lazy(() => import('./contact-dialog.tsx').then((module) => ({ default: module.ContactDialog })))
const JourneyDialog = lazy(() => import('./journey-dialog.tsx').then((module) => ({ default: module.JourneyDialog })))

const route = getRouteApi('/desk/visits/follow-ups')
const kinds = ['travel', 'contact', 'fever', 'health', 'roster'] as const
type State = NonNullable<FollowUpsSearch['state']>

/** What positive answers opened: red until somebody says how it ended. */
export default function FollowUpsPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { header } = usePurpose()
  const [ending, setEnding] = useState<Ending | null>(null)
  const query = useInfiniteQuery(followUpsQuery(search, header))
  const columns = useFollowUpColumns(setEnding)
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
        <PagedTable
          query={query}
          skeleton={<Skeleton lines={6} height={28} />}
          none={
            <Nothing title={state === 'open' ? t('followUps.none') : t('followUps.noneOther')}>
              {t('followUps.noneWhy')}
            </Nothing>
          }
          caption={t('followUps.title')}
          columns={columns}
          rowKey={({ id }) => id}
          rowTone={({ open, kind: of }) => (open && of === 'fever' ? 'alarm' : undefined)}
        />
      </Card>
      <Suspense>
        {ending?.how === 'outcome' && <EndingDialog followUp={ending.followUp} onClose={() => setEnding(null)} />}
        {ending?.how === 'contact' && <ContactDialog followUp={ending.followUp} onClose={() => setEnding(null)} />}
        {ending?.how === 'journey' && <JourneyDialog followUp={ending.followUp} onClose={() => setEnding(null)} />}
      </Suspense>
    </Page>
  )
}
