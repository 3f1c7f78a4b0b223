import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { type ListsSearch, paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { FigureStrip } from '../../ui/figure-strip.tsx'
import { Views } from '../../ui/filters.tsx'
import { Page } from '../../ui/page.tsx'
import { EntriesView } from './entries-view.tsx'
import { ListsView } from './lists-view.tsx'

const route = getRouteApi('/desk/lists')
type View = NonNullable<ListsSearch['view']>

/** The office begins with its lists, a village with what it has to verify. */
export default function ListsPage() {
  const { t } = useTranslation()
  const { view: wanted, state = 'open' } = route.useSearch()
  const change = route.useNavigate()
  const navigate = useNavigate()
  const me = useQuery(meQuery).data
  const keeps = may(me, 'agency-lists.list.receive')
  const works = may(me, 'agency-lists.entry.list')
  const usual: View = works && !keeps ? 'entries' : 'lists'
  const view = works ? (wanted ?? usual) : 'lists'
  return (
    <Page
      title={t('lists.title')}
      about={t('lists.about')}
      actions={
        <>
          {works && (
            <Views<View>
              label={t('lists.view')}
              value={view}
              options={[
                ['lists', t('lists.views.lists')],
                ['entries', t('lists.views.entries')],
              ]}
              onChange={(next) => void change({ search: { view: next === usual ? undefined : next } })}
            />
          )}
          {keeps && (
            <Button type="primary" onClick={() => void navigate(paths.newList())}>
              {t('lists.receive')}
            </Button>
          )}
        </>
      }
    >
      <FigureStrip figures={['comparisons']} />
      {view === 'lists' ? (
        <ListsView />
      ) : (
        <EntriesView
          state={state}
          onState={(next) =>
            void change({ search: (before) => ({ ...before, state: next === 'open' ? undefined : next }) })
          }
        />
      )}
    </Page>
  )
}
