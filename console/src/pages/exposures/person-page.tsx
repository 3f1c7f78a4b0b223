import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Page, Skeleton } from '../../ui/page.tsx'
import { useDivisionName } from '../places/queries.ts'
import { FactTable } from './fact-table.tsx'
import { personName } from './names.ts'
import { factsQuery, type PersonFacts } from './queries.ts'
import { useFactColumns } from './use-fact-columns.tsx'
import type { Voided } from './void-dialog.tsx'

const TravelDialog = lazy(() => import('./travel-dialog.tsx').then((module) => ({ default: module.TravelDialog })))
const ContactDialog = lazy(() => import('./contact-dialog.tsx').then((module) => ({ default: module.ContactDialog })))
const StayDialog = lazy(() => import('./stay-dialog.tsx').then((module) => ({ default: module.StayDialog })))
const IllnessDialog = lazy(() => import('./illness-dialog.tsx').then((module) => ({ default: module.IllnessDialog })))
const VoidDialog = lazy(() => import('./void-dialog.tsx').then((module) => ({ default: module.VoidDialog })))

const route = getRouteApi('/desk/exposures/$personId')
type Kind = Voided['kind']
type Asked = { add: Kind } | { correct: Voided } | { void: Voided } | null

/** Everything recorded of one person, with what may be done about it. */
export default function PersonExposuresPage() {
  const { t } = useTranslation()
  const { personId } = route.useParams()
  const query = useQuery(factsQuery(personId))
  const divisionName = useDivisionName()
  const me = useQuery(meQuery).data
  const person = query.data?.person
  return (
    <Page
      title={person ? personName(t, person) : t('facts.title')}
      above={<Link {...paths.exposures()}>{t('exposures.title')}</Link>}
      about={
        person && (
          <span className="row">
            {person.division && <span>{divisionName(person.division)}</span>}
            <span className="number">{person.phone}</span>
          </span>
        )
      }
      actions={
        <span className="row">
          {may(me, 'people.card.read') && <Link {...paths.person(personId)}>{t('facts.personPage')}</Link>}
          <Link {...paths.exposures({ tab: 'rings', person: personId })}>{t('exposures.rings')}</Link>
        </span>
      }
    >
      <Loaded
        query={query}
        skeleton={
          <Card>
            <Skeleton lines={8} height={26} />
          </Card>
        }
        empty="never"
      >
        {(facts) => <Facts facts={facts} />}
      </Loaded>
    </Page>
  )
}

function Facts({ facts }: { facts: PersonFacts }) {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const [asked, setAsked] = useState<Asked>(null)
  const subject = { personId: facts.person.id, division: facts.person.division ?? me?.division ?? '' }
  const act = {
    onCorrect: (correct: Voided) => setAsked({ correct }),
    onVoid: (voided: Voided) => setAsked({ void: voided }),
  }
  const columns = useFactColumns(facts, act)
  const close = () => setAsked(null)
  const add = (kind: Kind, verb: string) =>
    may(me, verb) && (
      <Button onClick={() => setAsked({ add: kind })}>{t('facts.add', { what: t(`facts.${kind}`) })}</Button>
    )
  const adding = asked && 'add' in asked ? asked.add : null
  const correcting = asked && 'correct' in asked ? asked.correct : null
  return (
    <div className="stack">
      <FactTable
        title={t('facts.travel')}
        action={add('travel', 'exposures.travel.record')}
        columns={columns.travel}
        rows={facts.travel}
      />
      <FactTable
        title={t('facts.contacts')}
        action={add('contacts', 'exposures.contact.record')}
        columns={columns.contacts}
        rows={facts.contacts}
      />
      <FactTable
        title={t('facts.stays')}
        action={add('stays', 'exposures.stay.record')}
        columns={columns.stays}
        rows={facts.stays}
      />
      <FactTable
        title={t('facts.illness')}
        action={add('illness', 'exposures.illness.record')}
        columns={columns.illness}
        rows={facts.illness}
      />
      <Suspense>
        {(adding === 'travel' || correcting?.kind === 'travel') && (
          <TravelDialog
            subject={subject}
            fact={correcting?.kind === 'travel' ? correcting.fact : undefined}
            onClose={close}
          />
        )}
        {(adding === 'contacts' || correcting?.kind === 'contacts') && (
          <ContactDialog
            subject={subject}
            fact={correcting?.kind === 'contacts' ? correcting.fact : undefined}
            onClose={close}
          />
        )}
        {(adding === 'stays' || correcting?.kind === 'stays') && (
          <StayDialog
            subject={subject}
            fact={correcting?.kind === 'stays' ? correcting.fact : undefined}
            onClose={close}
          />
        )}
        {(adding === 'illness' || correcting?.kind === 'illness') && (
          <IllnessDialog
            subject={subject}
            fact={correcting?.kind === 'illness' ? correcting.fact : undefined}
            onClose={close}
          />
        )}
        {asked && 'void' in asked && <VoidDialog voided={asked.void} subject={subject} onClose={close} />}
      </Suspense>
    </div>
  )
}
