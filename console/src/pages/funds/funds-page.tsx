import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may, meQuery } from '../../session.ts'
import { Page } from '../../ui/page.tsx'
import { BalanceView } from './balance-view.tsx'
import { CommitmentsView } from './commitments-view.tsx'
import { DonationsView } from './donations-view.tsx'
import { EntriesView } from './entries-view.tsx'
import type { FormName } from './forms.ts'
import { MoneyDialog } from './money-dialog.tsx'
import { PaymentsView } from './payments-view.tsx'

const route = getRouteApi('/desk/funds')
const VIEWS = ['balance', 'commitments', 'payments', 'donations', 'entries'] as const
type View = (typeof VIEWS)[number]

/** What each view begins with: the form behind its button, and who may. */
const BEGINS: Partial<Record<View, Array<[form: FormName, verb: string]>>> = {
  balance: [
    ['source', 'funds.source.add'],
    ['reassign', 'funds.entry.reassign'],
    ['giveBack', 'funds.entry.give-back'],
    ['purpose', 'funds.purpose.add'],
    ['rule', 'funds.rule.set'],
  ],
  commitments: [['commit', 'funds.commitment.add']],
  donations: [['donation', 'funds.donation.record']],
}

/** The money of the response: what came, what is promised, what was paid. */
export default function FundsPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const me = useQuery(meQuery).data
  const [form, setForm] = useState<FormName | null>(null)
  const view = search.view ?? 'balance'
  const begins = (BEGINS[view] ?? []).filter(([, verb]) => may(me, verb))
  return (
    <Page
      title={t('funds.title')}
      about={t('funds.about')}
      actions={begins.map(([name], nth) => (
        <Button key={name} type={nth === 0 ? 'primary' : 'default'} onClick={() => setForm(name)}>
          {t(`funds.form.${name}`)}
        </Button>
      ))}
    >
      <div>
        <Segmented
          aria-label={t('funds.title')}
          value={view}
          options={VIEWS.map((one) => ({ value: one, label: t(`funds.view.${one}`) }))}
          onChange={(one) => void navigate({ search: { view: one } })}
        />
      </div>
      {view === 'balance' && <BalanceView />}
      {view === 'commitments' && <CommitmentsView />}
      {view === 'payments' && <PaymentsView />}
      {view === 'donations' && <DonationsView />}
      {view === 'entries' && <EntriesView />}
      {form && <MoneyDialog form={form} onClose={() => setForm(null)} />}
    </Page>
  )
}
