import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths, type ResponsibilitySearch } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { Views } from '../../ui/filters.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { MomentPicker } from '../../ui/moment-picker.tsx'
import { Card, Page, Skeleton } from '../../ui/page.tsx'
import { AreaPath } from './area-path.tsx'
import { CoverageFigures } from './figures.tsx'
import { PostsView } from './posts-view.tsx'
import { coverageQuery } from './queries.ts'
import { RulesView } from './rules-view.tsx'
import { TeamsView } from './teams-view.tsx'
import { TreeView } from './tree-view.tsx'
import { UncoveredView } from './uncovered-view.tsx'

const route = getRouteApi('/desk/responsibility')
type View = NonNullable<ResponsibilitySearch['view']>
const views = ['uncovered', 'tree', 'posts', 'teams', 'rules'] as const

/** First of all who has nobody; then the tree, the posts, the teams and the rules they go by. */
export default function ResponsibilityPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const me = useQuery(meQuery).data
  const { view = 'uncovered', area, asOf } = search
  const coverage = useQuery(coverageQuery(area, asOf))
  const go = (patch: ResponsibilitySearch) => void navigate({ search: (before) => ({ ...before, ...patch }) })
  return (
    <Page
      title={t('responsibility.title')}
      about={t('responsibility.about')}
      actions={
        <>
          <MomentPicker asOf={asOf} onPick={(moment) => go({ asOf: moment })} />
          {may(me, 'responsibility.plan.propose') && (
            <Link {...paths.plan({ division: area?.length === 12 ? area : undefined })} className="main-link">
              {t('gridPost.plan')}
            </Link>
          )}
        </>
      }
    >
      <Loaded
        query={coverage}
        skeleton={
          <Card>
            <Skeleton lines={2} height={40} />
          </Card>
        }
        empty="never"
      >
        {(board) => (
          <>
            <CoverageFigures board={board} search={search} />
            <AreaPath board={board} onChoose={(wanted) => go({ area: wanted })} />
          </>
        )}
      </Loaded>
      <div>
        <Views<View>
          label={t('responsibility.views')}
          value={view}
          options={views.map((one) => [one, t(`responsibility.view.${one}`)] as const)}
          onChange={(wanted) => go({ view: wanted === 'uncovered' ? undefined : wanted })}
        />
      </div>
      {view === 'uncovered' && <UncoveredView search={search} households={coverage.data?.total.households} />}
      {view === 'tree' && coverage.data && (
        <TreeView board={coverage.data} onChoose={(wanted) => go({ area: wanted })} />
      )}
      {view === 'posts' && <PostsView search={search} onChange={go} />}
      {view === 'teams' && <TeamsView search={search} onChange={go} />}
      {view === 'rules' && <RulesView />}
    </Page>
  )
}
