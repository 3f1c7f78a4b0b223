import { getRouteApi } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CommandSearch } from '../../paths.ts'
import { Page } from '../../ui/page.tsx'
import { LevelsView } from './levels-view.tsx'
import { OrganisationView } from './organisation-view.tsx'
import { RotaView } from './rota-view.tsx'

const route = getRouteApi('/desk/command')
const VIEWS = ['levels', 'organisation', 'rota'] as const

/** Which response is open, who does what in it, and who is on duty. */
export default function CommandPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const view = search.view ?? 'levels'
  const change = (patch: CommandSearch) => void navigate({ search: { ...search, ...patch } })
  return (
    <Page title={t('command.title')} about={t('command.about')}>
      <div>
        <Segmented
          aria-label={t('command.title')}
          value={view}
          options={VIEWS.map((one) => ({ value: one, label: t(`command.view.${one}`) }))}
          onChange={(one) => change({ view: one })}
        />
      </div>
      {view === 'levels' && <LevelsView />}
      {view === 'organisation' && <OrganisationView onRota={(body) => change({ view: 'rota', body })} />}
      {view === 'rota' && <RotaView body={search.body} from={search.from} onChange={change} />}
    </Page>
  )
}
