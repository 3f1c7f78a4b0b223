import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Page, Skeleton } from '../../ui/page.tsx'
import { OrderIsolation } from '../isolation/order-isolation.tsx'
import { useDivisionName } from '../places/queries.ts'
import styles from './agency-lists.module.css'
import { AnswerForm } from './answer-form.tsx'
import { Candidates } from './candidates.tsx'
import { OutcomeTag } from './entries-view.tsx'
import { PassDialog } from './pass-dialog.tsx'
import { Passings } from './passings.tsx'
import { entryQuery, type WholeEntry } from './queries.ts'
import { Reasons } from './reasons.tsx'
import { RowWhole } from './row-whole.tsx'

const route = getRouteApi('/desk/lists/entries/$entryId')

function Said({ entry }: { entry: WholeEntry }) {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  const { said, sender, purpose, basis, nth, division } = entry
  const lines = [
    [t('newList.fields.name'), said.name],
    [t('newList.fields.document'), said.document],
    [t('newList.fields.phone'), said.phone],
    [t('newList.fields.birth'), said.birthDate],
    [t('newList.fields.sex'), said.sex],
    [t('newList.fields.address'), said.address],
    [t('listEntries.place'), divisionName(division)],
    [t('lists.sender'), `${sender} · ${t('listEntries.nth', { nth })}`],
    [t('lists.purpose'), purpose],
    [t('lists.basis'), basis],
  ] as const
  return (
    <Card title={t('listEntry.said')} extra={<OutcomeTag entry={entry} />}>
      <div className="stack">
        <dl className={styles.facts}>
          {lines.map(([name, text]) =>
            text === null ? null : (
              <div key={name} style={{ display: 'contents' }}>
                <dt>{name}</dt>
                <dd>{text}</dd>
              </div>
            ),
          )}
        </dl>
        {entry.outcome !== 'matched' && <Reasons codes={entry.reasons} />}
        <RowWhole entryId={entry.id} />
      </div>
    </Card>
  )
}

/** One row beside those who may be meant; then what came of it. */
export default function EntryPage() {
  const { t } = useTranslation()
  const { entryId } = route.useParams()
  const query = useQuery(entryQuery(entryId))
  const entry = query.data
  const me = useQuery(meQuery).data
  const [passing, setPassing] = useState(false)
  const isHere = entry !== undefined && entry.outcome !== 'rejected' && entry.passedTo === null
  return (
    <Page
      title={entry?.said.name ?? t('listEntries.nameless')}
      about={entry ? `${entry.sender} · ${entry.purpose}` : ' '}
      above={
        <>
          <Link {...paths.lists({ view: 'entries' })}>‹ {t('listEntry.back')}</Link>
          {entry && (
            <>
              {' · '}
              <Link {...paths.list(entry.listId)}>{t('listEntry.backToList')}</Link>
            </>
          )}
        </>
      }
      actions={
        isHere && (
          <>
            {entry.known && entry.answerId && (
              <OrderIsolation
                person={entry.known.id}
                source="agency-list"
                record={entry.answerId}
                division={entry.division}
              />
            )}
            {may(me, 'agency-lists.entry.pass') && (
              <Button onClick={() => setPassing(true)}>{t('listEntry.pass')}</Button>
            )}
          </>
        )
      }
    >
      <Loaded query={query} skeleton={<Skeleton lines={6} height={40} />} empty="never">
        {(found) => (
          <div className={styles.columns}>
            <Said entry={found} />
            <div className="stack">
              {found.passedTo === null && <Candidates key={String(found.undecided)} entry={found} />}
              {isHere && !found.undecided && <AnswerForm entry={found} />}
              {found.passings.length > 0 && <Passings entry={found} />}
            </div>
          </div>
        )}
      </Loaded>
      {passing && entry && <PassDialog entry={entry} onClose={() => setPassing(false)} />}
    </Page>
  )
}
