import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type PeopleSearch, paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { Views } from '../../ui/filters.tsx'
import { Page } from '../../ui/page.tsx'
import { PurposeChoice } from '../../ui/purpose.tsx'
import { AlikeView } from './alike-view.tsx'
import { HouseholdsView } from './households-view.tsx'
import { SearchView } from './search-view.tsx'

const route = getRouteApi('/desk/people')

type View = NonNullable<PeopleSearch['view']>

/** Three ways to people: by what is known of them, door by door, and those who may stand here twice. */
export default function PeoplePage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const me = useQuery(meQuery).data
  const { view = 'search' } = search
  const views: View[] = may(me, 'people.likeness.list') ? ['search', 'households', 'alike'] : ['search', 'households']
  const go = (patch: PeopleSearch) => void navigate({ search: { ...search, ...patch }, replace: true })
  return (
    <Page
      title={t('people.title')}
      about={t('people.about')}
      actions={
        <>
          <PurposeChoice />
          {may(me, 'people.household.register') && (
            <Link {...paths.newHousehold({ division: search.division })} className="main-link">
              {t('people.newHousehold')}
            </Link>
          )}
        </>
      }
    >
      <div>
        <Views<View>
          label={t('people.views')}
          value={view}
          options={views.map((one) => [one, t(`people.view.${one}`)] as const)}
          onChange={(wanted) => go({ view: wanted === 'search' ? undefined : wanted })}
        />
      </div>
      {view === 'search' && <SearchView />}
      {view === 'households' && <HouseholdsView search={search} onChange={go} />}
      {view === 'alike' && <AlikeView />}
    </Page>
  )
}
