import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { Views } from '../../ui/filters.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { diseaseName } from '../retention/names.ts'
import { ChangeoversView } from './changeovers-view.tsx'
import { DraftDialog } from './draft-dialog.tsx'
import styles from './profiles.module.css'
import { type EditionHead, editionsQuery, said } from './queries.ts'
import { StateTag } from './state-tag.tsx'

const route = getRouteApi('/desk/profiles')

/** Disease by disease, those with most editions first. */
function byDisease(editions: readonly EditionHead[]): Array<[string, EditionHead[]]> {
  const found = new Map<string, EditionHead[]>()
  for (const edition of editions) found.set(edition.disease, [...(found.get(edition.disease) ?? []), edition])
  return [...found].sort(([, a], [, b]) => b.length - a.length)
}

export function Days({ edition: { state, validFrom, validTo, version } }: { edition: EditionHead }) {
  const { t } = useTranslation()
  if (state === 'draft') return t('profiles.nth', { version })
  if (validFrom === null && validTo === null) return t('profiles.undated')
  if (validFrom === null) return t('profiles.until', { day: validTo })
  return validTo === null
    ? t('profiles.from', { day: validFrom })
    : t('profiles.span', { from: validFrom, to: validTo })
}

/** The editions one after the other; the present one stands out, drafts stand at the end. */
function Timeline({ disease, editions }: { disease: string; editions: readonly EditionHead[] }) {
  const { t } = useTranslation()
  const name = diseaseName(t, disease)
  return (
    <Card title={name} label={name} className={editions.length > 2 ? styles.many : undefined}>
      <ol className={styles.timeline} aria-label={t('profiles.timelineOf', { disease: name })}>
        {editions.map((edition) => (
          <li key={edition.code} data-state={edition.state}>
            <Link {...paths.edition(edition.code)} className={styles.edition}>
              <b>{said(edition)}</b>
              <span className="small muted number">
                <Days edition={edition} />
              </span>
              <span className="row">
                <StateTag state={edition.state} />
                <code className="small muted">{edition.code}</code>
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </Card>
  )
}

export default function ProfilesPage() {
  const { t } = useTranslation()
  const { view = 'editions' } = route.useSearch()
  const navigate = route.useNavigate()
  const me = useQuery(meQuery).data
  const query = useQuery(editionsQuery)
  const [drafting, setDrafting] = useState(false)
  return (
    <Page
      title={t('shell.profiles')}
      about={t('profiles.about')}
      actions={
        <>
          <Views
            label={t('access.view')}
            value={view}
            options={[
              ['editions', t('profiles.editions')],
              ['changeovers', t('profiles.changeovers')],
            ]}
            onChange={(wanted) =>
              void navigate({ search: { view: wanted === 'editions' ? undefined : wanted }, replace: true })
            }
          />
          {view === 'editions' && may(me, 'cases.edition.draft') && (
            <Button type="primary" onClick={() => setDrafting(true)}>
              {t('profiles.draftNew')}
            </Button>
          )}
        </>
      }
    >
      {view === 'changeovers' ? (
        <ChangeoversView />
      ) : (
        <Loaded
          query={query}
          skeleton={<Skeleton lines={8} height={48} />}
          empty={{ when: ({ items }) => items.length === 0, show: <Nothing title={t('profiles.noEdition')} /> }}
        >
          {({ items }) => (
            <div className={styles.diseases}>
              {byDisease(items).map(([disease, editions]) => (
                <Timeline key={disease} disease={disease} editions={editions} />
              ))}
            </div>
          )}
        </Loaded>
      )}
      {drafting && query.data && (
        <DraftDialog
          editions={query.data.items}
          onClose={() => setDrafting(false)}
          onDrafted={(code) => void navigate(paths.edition(code, { edit: 'yes' }))}
        />
      )}
    </Page>
  )
}
