import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { PurposeChoice, usePurpose } from '../../ui/purpose.tsx'
import { Tag } from '../../ui/tag.tsx'
import { documentKindName, homeEndName, relationName } from '../../ui/words.ts'
import { useDivisionName } from '../places/queries.ts'
import { Merges } from './merges.tsx'
import styles from './people.module.css'
import { cardQuery, type PersonCard } from './queries.ts'
import { Unmask, type Whole } from './unmask.tsx'

const Amend = lazy(() => import('./amend.tsx').then((module) => ({ default: module.Amend })))

const route = getRouteApi('/desk/people/$personId')

const fields = ['name', 'document', 'phone', 'address', 'plate'] as const

function Identity({ person }: { person: PersonCard['person'] }) {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const [asking, setAsking] = useState(false)
  const [whole, setWhole] = useState<Whole | null>(null)
  const [amending, setAmending] = useState(false)
  const masked = { ...person, address: person.hasAddress ? '***' : null }
  return (
    <Card
      title={t('person.details')}
      extra={
        <>
          {may(me, 'people.amend') && (
            <Button size="small" onClick={() => setAmending(true)}>
              {t('person.amend')}
            </Button>
          )}
          {may(me, 'people.unmask') && (
            <Button size="small" onClick={() => (whole ? setWhole(null) : setAsking(true))}>
              {whole ? t('person.hide') : t('person.unmask')}
            </Button>
          )}
        </>
      }
    >
      <dl className={styles.facts}>
        {fields.map((field) => (
          <div key={field} style={{ display: 'contents' }}>
            <dt>
              {field === 'name' || field === 'document' || field === 'phone'
                ? t(`people.${field}`)
                : t(`person.${field}`)}
            </dt>
            <dd className="number">
              {whole?.[field] ? (
                <span className={styles.whole}>{whole[field]}</span>
              ) : (
                (masked[field] ?? <span className="muted">{t('person.nothingSaid')}</span>)
              )}
              {field === 'document' && person.documentKind && (
                <span className="muted small"> {documentKindName(t, person.documentKind)}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <Suspense>{amending && <Amend personId={person.id} onClose={() => setAmending(false)} />}</Suspense>
      {asking && (
        <Unmask
          personId={person.id}
          onClose={() => setAsking(false)}
          onShown={(shown) => {
            setWhole(shown)
            setAsking(false)
          }}
        />
      )}
    </Card>
  )
}

function Homes({ memberships }: { memberships: PersonCard['memberships'] }) {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  return (
    <Card title={t('person.homes')}>
      {memberships.length === 0 ? (
        <Nothing title={t('person.homesNone')} />
      ) : (
        <ul className={styles.lines}>
          {memberships.map((one) => (
            <li key={one.membershipId}>
              <span>
                <Link {...paths.household(one.householdId)}>
                  {divisionName(one.division)} {one.block}
                </Link>{' '}
                · {relationName(t, one.relation)}
              </span>
              <span className="row small">
                <span className="number">
                  {one.since} – {one.until ?? ''}
                </span>
                {one.reason && <Tag>{homeEndName(t, one.reason)}</Tag>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

/** One person, masked until somebody says which fields are needed: where they live, and which records stand for them. */
export default function PersonPage() {
  const { t } = useTranslation()
  const { personId } = route.useParams()
  const { header } = usePurpose()
  const me = useQuery(meQuery).data
  const query = useQuery(cardQuery(personId, header))
  const person = query.data?.person
  return (
    <Page
      title={person?.name ?? t('person.title')}
      above={<Link {...paths.people()}>‹ {t('people.title')}</Link>}
      about={person?.synthetic && <Tag>{t('person.synthetic')}</Tag>}
      actions={
        <>
          {may(me, 'isolation.proposal.make') && (
            <Link {...paths.newOrder({ person: personId })}>{t('isolation.toOrder')}</Link>
          )}
          <PurposeChoice />
        </>
      }
    >
      <Loaded query={query} skeleton={<Skeleton lines={6} height={26} />} empty="never">
        {(card) => (
          <div className={styles.columns}>
            <div className="stack">
              <Identity person={card.person} />
              <Homes memberships={card.memberships} />
            </div>
            <Merges card={card} />
          </div>
        )}
      </Loaded>
    </Page>
  )
}
