import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccessSearch } from '../../paths.ts'
import { type Me, may } from '../../session.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { FilterBar, SearchBox } from '../../ui/filters.tsx'
import { dayOf } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { More } from '../../ui/more.tsx'
import { useOperation } from '../../ui/operation.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Tag } from '../../ui/tag.tsx'
import { roleName } from '../../ui/words.ts'
import { useDivisionName } from '../places/queries.ts'
import { reopenAccount, type Welcome, welcomeAgain } from './calls.ts'
import { CloseAccount } from './close-account.tsx'
import { NewAccount } from './new-account.tsx'
import { type Account, accountsQuery } from './queries.ts'
import { WelcomeSlip } from './welcome-slip.tsx'

interface TabProps {
  search: AccessSearch
  me: Me | undefined
  onChange(patch: AccessSearch): void
}

function SeatsHeld({ account }: { account: Account }) {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  if (account.seats.length === 0) return <Tag tone="caution">{t('accounts.noSeat')}</Tag>
  return account.seats.map((seat) => (
    <div key={seat.id}>
      {seat.title || roleName(t, seat.role)} <span className="muted small">{divisionName(seat.division)}</span>
    </div>
  ))
}

export function AccountsTab({ search, me, onChange }: TabProps) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(accountsQuery)
  const [adding, setAdding] = useState(false)
  const [slip, setSlip] = useState<{ name: string; welcome: Welcome } | null>(null)
  const again = useOperation((account: Account) => welcomeAgain(account.id), {
    onDone: (welcome, account) => setSlip({ name: account.name, welcome }),
  })
  const [closing, setClosing] = useState<Account | null>(null)
  const reopen = useOperation((account: Account) => reopenAccount(account.id), {
    touches: [['accounts'], ['seats']],
    onDone: (welcome, account) => setSlip({ name: account.name, welcome }),
  })
  const words = search.q?.toLowerCase() ?? ''
  const rows = (query.data?.pages.flatMap((page) => page.items) ?? []).filter((account) =>
    `${account.name} ${account.signInName}`.toLowerCase().includes(words),
  )
  const columns: Column<Account>[] = [
    { key: 'name', title: t('accounts.name'), phone: 'heading', cell: (account) => account.name },
    { key: 'signInName', title: t('accounts.signInName'), cell: (account) => account.signInName },
    { key: 'seats', title: t('access.tab.seats'), cell: (account) => <SeatsHeld account={account} /> },
    {
      key: 'state',
      title: t('handOvers.state'),
      cell: (account) =>
        account.closedAt ? (
          <Tag>{t('accounts.closed', { day: dayOf(account.closedAt) })}</Tag>
        ) : (
          <Tag tone="ok">{t('accounts.open')}</Tag>
        ),
    },
    {
      key: 'actions',
      title: '',
      align: 'end',
      cell: (account) => (
        <span className="row" style={{ justifyContent: 'flex-end' }}>
          {!account.closedAt && (
            <Button size="small" loading={again.busy} onClick={() => again.send(account)}>
              {t('accounts.newCode')}
            </Button>
          )}
          {account.id !== me?.account.id && (
            <Button
              size="small"
              danger={!account.closedAt}
              loading={reopen.busy}
              onClick={() => (account.closedAt ? reopen.send(account) : setClosing(account))}
            >
              {account.closedAt ? t('accounts.reopen') : t('accounts.close')}
            </Button>
          )}
        </span>
      ),
    },
  ]
  const refusal = again.refusal ?? reopen.refusal
  return (
    <Card flush>
      <FilterBar result={t('accounts.count', { count: rows.length })}>
        <SearchBox
          label={t('accounts.find')}
          value={search.q ?? ''}
          onChange={(q) => onChange({ q: q || undefined })}
        />
        {may(me, 'access.account.make') && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('accounts.add')}
          </Button>
        )}
      </FilterBar>
      {refusal ? <ProblemNotice error={refusal} /> : null}
      <Loaded
        query={query}
        skeleton={<Skeleton lines={8} height={26} />}
        empty={{
          when: () => rows.length === 0,
          show: <Nothing title={t('accounts.none')}>{t('accounts.noneWhy')}</Nothing>,
        }}
      >
        {() => (
          <DataTable
            caption={t('access.tab.accounts')}
            columns={columns}
            rows={rows}
            rowKey={(account) => account.id}
            rowTone={(account) => (account.closedAt ? 'quiet' : undefined)}
          />
        )}
      </Loaded>
      <More query={query} />
      {adding && (
        <NewAccount
          onClose={() => setAdding(false)}
          onMade={(made) => {
            setAdding(false)
            setSlip({ name: made.account.name, welcome: made.welcome })
          }}
        />
      )}
      {closing && <CloseAccount account={closing} onClose={() => setClosing(null)} />}
      {slip && <WelcomeSlip name={slip.name} welcome={slip.welcome} onClose={() => setSlip(null)} />}
    </Card>
  )
}
