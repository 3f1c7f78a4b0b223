import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AccessSearch } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { Views } from '../../ui/filters.tsx'
import { Page } from '../../ui/page.tsx'
import { AccountsTab } from './accounts-tab.tsx'
import { BackupsTab } from './backups-tab.tsx'
import { DevicesTab } from './devices-tab.tsx'
import { SeatsTab } from './seats-tab.tsx'

const route = getRouteApi('/desk/access')
type Tab = NonNullable<AccessSearch['tab']>

/** People come and go; the seat stays, and with it the work. */
export default function AccessPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const me = useQuery(meQuery).data
  const change = (patch: AccessSearch) =>
    void navigate({ search: (before) => ({ ...before, ...patch }), replace: true })
  const tabs = (
    [
      ['seats', 'access.seat.list'],
      ['accounts', 'access.account.list'],
      ['devices', 'access.device.list'],
      ['backups', 'jobs.backup.read'],
    ] as const
  ).filter(([, verb]) => may(me, verb))
  const tab = search.tab ?? 'seats'
  return (
    <Page
      title={t('shell.access')}
      about={t(`access.about.${tab}`)}
      actions={
        <Views<Tab>
          label={t('access.view')}
          value={tab}
          options={tabs.map(([code]) => [code, t(`access.tab.${code}`)])}
          onChange={(wanted) => void navigate({ search: { tab: wanted === 'seats' ? undefined : wanted } })}
        />
      }
    >
      {tab === 'seats' && <SeatsTab search={search} me={me} onChange={change} />}
      {tab === 'accounts' && <AccountsTab search={search} me={me} onChange={change} />}
      {tab === 'devices' && <DevicesTab me={me} />}
      {tab === 'backups' && <BackupsTab />}
    </Page>
  )
}
