import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AuditSearch } from '../../paths.ts'
import { Choice, DayBox, FilterBar, SearchBox, Views } from '../../ui/filters.tsx'
import { dayOf } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { More } from '../../ui/more.tsx'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { useAccountNames } from './account-names.ts'
import { AuditTable } from './audit-table.tsx'
import { operationChoices } from './operations.ts'
import { auditQuery, isId, whoLookedQuery } from './queries.ts'
import { ReadingsView } from './readings-view.tsx'

const route = getRouteApi('/desk/audit')

interface ViewProps {
  search: AuditSearch
  onChange(patch: AuditSearch): void
}

function Everything({ search, onChange }: ViewProps) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(auditQuery(search))
  const names = useAccountNames()
  const accounts = [...names]
  if (search.account && !names.has(search.account)) accounts.push([search.account, search.account.slice(-8)])
  return (
    <Card flush>
      <FilterBar>
        <Choice
          label={t('audit.operation')}
          value={search.operation}
          any={t('audit.anyOperation')}
          options={operationChoices()}
          onChange={(operation) => onChange({ operation })}
        />
        <Choice
          label={t('audit.account')}
          value={search.account}
          any={t('audit.anyAccount')}
          options={accounts}
          onChange={(account) => onChange({ account })}
        />
        <SearchBox
          label={t('audit.subject')}
          value={search.subject ?? ''}
          onChange={(subject) => onChange({ subject: subject || undefined })}
        />
        <DayBox
          label={t('audit.since')}
          value={search.since}
          max={dayOf(new Date())}
          onChange={(since) => onChange({ since })}
        />
        <span className="muted">–</span>
        <DayBox
          label={t('audit.until')}
          value={search.until}
          max={dayOf(new Date())}
          onChange={(until) => onChange({ until })}
        />
      </FilterBar>
      <Loaded
        query={query}
        skeleton={<Skeleton lines={10} height={24} />}
        empty={{
          when: (data) => data.pages.every((page) => page.items.length === 0),
          show: <Nothing title={t('audit.none')}>{t('audit.noneWhy')}</Nothing>,
        }}
      >
        {(data) => <AuditTable rows={data.pages.flatMap((page) => page.items)} onPick={onChange} />}
      </Loaded>
      <More query={query} />
    </Card>
  )
}

function OnePerson({ search, onChange }: ViewProps) {
  const { t } = useTranslation()
  const personId = isId(search.subject) ? search.subject : ''
  const query = useInfiniteQuery({ ...whoLookedQuery(personId), enabled: personId !== '' })
  return (
    <Card flush>
      <FilterBar>
        <SearchBox
          label={t('audit.person')}
          value={search.subject ?? ''}
          onChange={(subject) => onChange({ subject: subject || undefined })}
        />
      </FilterBar>
      {personId === '' ? (
        <Nothing title={t('audit.personNeeded')}>{t('audit.personNeededWhy')}</Nothing>
      ) : (
        <Loaded
          query={query}
          skeleton={<Skeleton lines={6} height={24} />}
          empty={{
            when: (data) => data.pages.every((page) => page.items.length === 0),
            show: <Nothing title={t('audit.nobodyLooked')}>{t('audit.nobodyLookedWhy')}</Nothing>,
          }}
        >
          {(data) => <AuditTable rows={data.pages.flatMap((page) => page.items)} onPick={onChange} />}
        </Loaded>
      )}
      <More query={query} />
    </Card>
  )
}

/** What was done and who looked at whom. Reading it is itself written down. */
export default function AuditPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = (patch: AuditSearch) => void navigate({ search: (before) => ({ ...before, ...patch }), replace: true })
  const view = search.view ?? 'all'
  return (
    <Page
      title={t('shell.audit')}
      about={t('audit.about')}
      actions={
        <Views
          label={t('access.view')}
          value={view}
          options={[
            ['all', t('audit.everything')],
            ['person', t('audit.whoLooked')],
            ['readings', t('audit.readings')],
          ]}
          onChange={(wanted) => change({ view: wanted === 'all' ? undefined : wanted })}
        />
      }
    >
      {view === 'all' && <Everything search={search} onChange={change} />}
      {view === 'person' && <OnePerson search={search} onChange={change} />}
      {view === 'readings' && <ReadingsView search={search} onChange={change} />}
    </Page>
  )
}
