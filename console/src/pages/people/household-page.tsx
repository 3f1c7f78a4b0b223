import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { PurposeChoice, usePurpose } from '../../ui/purpose.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Way } from '../../ui/way.tsx'
import { relationName } from '../../ui/words.ts'
import { compoundsQuery, useDivisionName } from '../places/queries.ts'
import { Dwellings, Earlier } from './household-past.tsx'
import { type Household, householdQuery, type Member } from './queries.ts'

const AddMembers = lazy(() => import('./add-members.tsx').then((module) => ({ default: module.AddMembers })))
const HouseholdDialogs = lazy(() =>
  import('./household-dialogs.tsx').then((module) => ({ default: module.HouseholdDialogs })),
)

const route = getRouteApi('/desk/households/$householdId')

export type Asking =
  | { what: 'move' | 'close' }
  | { what: 'member-move' | 'member-end' | 'member-relate'; member: Member }

function useMemberColumns(onAsk: ((asking: Asking) => void) | null): Column<Member>[] {
  const { t } = useTranslation()
  const known: Column<Member>[] = [
    {
      key: 'name',
      title: t('people.name'),
      phone: 'heading',
      cell: ({ person }) => <Way {...paths.person(person.id)}>{person.name ?? t('people.unnamed')}</Way>,
    },
    { key: 'relation', title: t('household.relation'), cell: ({ relation }) => relationName(t, relation) },
    {
      key: 'document',
      title: t('people.document'),
      cell: ({ person }) => person.document && <span className="number">{person.document}</span>,
    },
    {
      key: 'phone',
      title: t('people.phone'),
      cell: ({ person }) => person.phone && <span className="number">{person.phone}</span>,
    },
    { key: 'since', title: t('household.since'), cell: ({ since }) => <time className="number">{since}</time> },
  ]
  if (!onAsk) return known
  const actions: Column<Member> = {
    key: 'actions',
    title: '',
    align: 'end',
    cell: (member) => (
      <span className="row" style={{ justifyContent: 'flex-end' }}>
        <button type="button" className="plain-button small" onClick={() => onAsk({ what: 'member-relate', member })}>
          {t('household.relate')}
        </button>
        <button type="button" className="plain-button small" onClick={() => onAsk({ what: 'member-move', member })}>
          {t('household.memberMove')}
        </button>
        <button type="button" className="plain-button small" onClick={() => onAsk({ what: 'member-end', member })}>
          {t('household.memberEnd')}
        </button>
      </span>
    ),
  }
  return [...known, actions]
}

function useAbout(household: Household | undefined) {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  const compounds = useQuery(compoundsQuery).data
  if (!household) return null
  const compound = compounds?.find(({ id }) => id === household.compoundId)?.name
  return (
    <span className="row">
      <span>{[divisionName(household.division), compound].filter(Boolean).join(' · ')}</span>
      {!household.open && (
        <Tag tone="caution">
          {household.reason === 'moved' ? t('household.movedAway') : t('household.closed')} {household.until}
        </Tag>
      )}
      {household.door === null && <span className="small">{t('household.whole')}</span>}
    </span>
  )
}

/** One door: who lives behind it, who did, and where the household lived before. */
export default function HouseholdPage() {
  const { t } = useTranslation()
  const { householdId } = route.useParams()
  const { header } = usePurpose()
  const me = useQuery(meQuery).data
  const query = useQuery(householdQuery(householdId, header))
  const [asking, setAsking] = useState<Asking | null>(null)
  const [adding, setAdding] = useState(false)
  const household = query.data
  const mayChange = household?.open === true && may(me, 'people.household.move')
  const columns = useMemberColumns(mayChange ? setAsking : null)
  const about = useAbout(household)
  return (
    <Page
      title={
        household
          ? [household.block, household.door].filter(Boolean).join(' ') || t('household.title')
          : t('household.title')
      }
      above={
        <Link {...paths.people({ view: 'households', division: household?.division })}>
          ‹ {t('people.view.households')}
        </Link>
      }
      about={about}
      actions={
        <>
          <PurposeChoice />
          {may(me, 'visits.household.read') && (
            <Link {...paths.householdVisits(householdId)}>{t('homeVisits.title')}</Link>
          )}
          {may(me, 'responsibility.chain.read') && (
            <Link {...paths.chain(householdId)}>{t('responsibility.chain')}</Link>
          )}
          {mayChange && (
            <>
              <Button type="primary" onClick={() => setAdding(true)}>
                {t('household.addMembers')}
              </Button>
              <Button onClick={() => setAsking({ what: 'move' })}>{t('household.move')}</Button>
              <Button onClick={() => setAsking({ what: 'close' })}>{t('household.close')}</Button>
            </>
          )}
        </>
      }
    >
      <Loaded query={query} skeleton={<Skeleton lines={6} height={26} />} empty="never">
        {(data) => (
          <>
            <Card flush title={t('household.members')}>
              {data.members.length === 0 ? (
                <Nothing title={t('household.nobody')}>{data.open && t('household.nobodyWhy')}</Nothing>
              ) : (
                <DataTable
                  caption={t('household.members')}
                  columns={columns}
                  rows={data.members}
                  rowKey={(one) => one.membershipId}
                />
              )}
            </Card>
            <Suspense>
              {adding && <AddMembers householdId={data.id} onClose={() => setAdding(false)} />}
              {asking && <HouseholdDialogs household={data} asking={asking} onClose={() => setAsking(null)} />}
            </Suspense>
            <Earlier members={data.earlier} />
            <Dwellings household={data} />
          </>
        )}
      </Loaded>
    </Page>
  )
}
