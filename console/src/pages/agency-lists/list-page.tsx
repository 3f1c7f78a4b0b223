import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Page, Skeleton } from '../../ui/page.tsx'
import styles from './agency-lists.module.css'
import { CertificateCard } from './certificate-card.tsx'
import { ConsentCard } from './consent-card.tsx'
import { DestroyDialog } from './destroy-dialog.tsx'
import { EntriesView } from './entries-view.tsx'
import { Equation } from './equation.tsx'
import { Expiry } from './expiry.tsx'
import { StateTag } from './lists-view.tsx'
import { ProgressBar } from './progress-bar.tsx'
import { listQuery, type WholeList } from './queries.ts'
import { ReturnButtons } from './return-buttons.tsx'

const route = getRouteApi('/desk/lists/$listId')

function Facts({ list }: { list: WholeList }) {
  const { t } = useTranslation()
  return (
    <Card title={t('oneList.facts')} extra={<StateTag state={list.state} />}>
      <dl className={styles.facts}>
        <dt>{t('lists.sender')}</dt>
        <dd>{list.sender}</dd>
        <dt>{t('lists.purpose')}</dt>
        <dd>{list.purpose}</dd>
        <dt>{t('lists.basis')}</dt>
        <dd>{list.basis}</dd>
        <dt>{t('lists.received')}</dt>
        <dd>
          <time dateTime={list.receivedAt}>{dateTime(list.receivedAt)}</time>
        </dd>
        <dt>{t('lists.expires')}</dt>
        <dd>
          <Expiry on={list.expiresOn} isGone={list.state === 'destroyed'} />
        </dd>
        <dt>{t('lists.progress')}</dt>
        <dd>
          <ProgressBar progress={list.progress} />
        </dd>
      </dl>
    </Card>
  )
}

/** One list: what became of its rows, what is still to be verified, and how it ends. */
export default function ListPage() {
  const { t } = useTranslation()
  const { listId } = route.useParams()
  const { state = 'all', outcome } = route.useSearch()
  const change = route.useNavigate()
  const me = useQuery(meQuery).data
  const query = useQuery(listQuery(listId))
  const [ending, setEnding] = useState(false)
  const list = query.data
  const isThere = list !== undefined && list.state !== 'destroyed'
  return (
    <Page
      title={list?.sender ?? t('lists.title')}
      about={list?.purpose ?? ' '}
      above={<Link {...paths.lists({ view: 'lists' })}>‹ {t('oneList.back')}</Link>}
      actions={
        isThere && (
          <>
            {may(me, 'agency-lists.return.make') && <ReturnButtons listId={listId} />}
            {may(me, 'agency-lists.list.destroy') && (
              <Button danger onClick={() => setEnding(true)}>
                {t('oneList.destroy')}
              </Button>
            )}
          </>
        )
      }
    >
      <Loaded query={query} skeleton={<Skeleton lines={5} height={40} />} empty="never">
        {(found) => (
          <>
            {found.counts && <Equation counts={found.counts} listId={listId} />}
            <Facts list={found} />
            {isThere && found.consents.needed && may(me, 'agency-lists.return.consent') && <ConsentCard list={found} />}
            {found.certificate && <CertificateCard certificate={found.certificate} />}
            {isThere && may(me, 'agency-lists.entry.list') && (
              <EntriesView
                listId={listId}
                state={state}
                outcome={outcome}
                onState={(next) => void change({ search: { state: next === 'all' ? undefined : next, outcome } })}
                onOutcome={(next) =>
                  void change({ search: { state: state === 'all' ? undefined : state, outcome: next } })
                }
              />
            )}
          </>
        )}
      </Loaded>
      {ending && <DestroyDialog listId={listId} onClose={() => setEnding(false)} />}
    </Page>
  )
}
