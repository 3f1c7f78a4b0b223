import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { Choice } from '../../ui/filters.tsx'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Page, Skeleton } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { diseaseName } from '../retention/names.ts'
import { DraftDialog } from './draft-dialog.tsx'
import { EditionTable } from './edition-table.tsx'
import { Days } from './profiles-page.tsx'
import { type Edition, editionQuery, editionsQuery, said } from './queries.ts'
import { DropDialog, StartDialog } from './start-dialog.tsx'
import { StateTag } from './state-tag.tsx'

const Editor = lazy(() => import('./edition-editor.tsx').then((module) => ({ default: module.EditionEditor })))
const route = getRouteApi('/desk/profiles/$code')

function Head({ edition }: { edition: Edition }) {
  const { t } = useTranslation()
  const { disease, state, basedOn, decided, code, uncertain } = edition
  return (
    <span className="row">
      <StateTag state={state} />
      <span className="number">
        <Days edition={edition} />
      </span>
      {uncertain.some((path) => path.startsWith('valid')) && <Tag tone="caution">{t('profiles.uncertain')}</Tag>}
      <span>{diseaseName(t, disease)}</span>
      <code className="small">{code}</code>
      <span>{basedOn ? t('profiles.basedOn', { code: basedOn }) : t('profiles.cameWith')}</span>
      {decided && <span>{t('profiles.decidedBy', { ...decided })}</span>}
    </span>
  )
}

type Asked = 'start' | 'drop' | 'draft' | null

function Actions({ edition, ask }: { edition: Edition; ask(what: Asked): void }) {
  const { t } = useTranslation()
  const navigate = route.useNavigate()
  const me = useQuery(meQuery).data
  if (!may(me, 'cases.edition.draft')) return null
  if (edition.state !== 'draft') return <Button onClick={() => ask('draft')}>{t('profiles.draftNew')}</Button>
  return (
    <>
      <Button onClick={() => void navigate({ search: { edit: 'yes' } })}>{t('profiles.edit')}</Button>
      <Button type="primary" onClick={() => ask('start')}>
        {t('profiles.start')}
      </Button>
      <Button danger onClick={() => ask('drop')}>
        {t('profiles.drop')}
      </Button>
    </>
  )
}

function History({ edition: { versions } }: { edition: Edition }) {
  const { t } = useTranslation()
  if (versions.length === 0) return null
  return (
    <Card title={t('profiles.versions')}>
      <ol>
        {versions.map(({ version, recordedAt }) => (
          <li key={version} className="row">
            <span>{t('profiles.nth', { version })}</span>
            <span className="number muted">{dateTime(recordedAt)}</span>
          </li>
        ))}
      </ol>
    </Card>
  )
}

/** One edition as it is, beside another, or being written. */
export default function EditionPage() {
  const { t } = useTranslation()
  const { code } = route.useParams()
  const { with: other, edit } = route.useSearch()
  const navigate = route.useNavigate()
  const [asked, ask] = useState<Asked>(null)
  const query = useQuery(editionQuery(code))
  const beside = useQuery({ ...editionQuery(other ?? code), enabled: other !== undefined })
  const editions = useQuery(editionsQuery).data?.items ?? []
  const edition = query.data
  const isEditing = edit && edition?.state === 'draft'
  const options = editions.filter((one) => one.code !== code)
  const near = options.filter((one) => one.disease === edition?.disease)
  const close = () => ask(null)
  return (
    <Page
      title={edition ? said(edition) : t('shell.profiles')}
      above={<Link {...paths.profiles()}>‹ {t('shell.profiles')}</Link>}
      about={edition && <Head edition={edition} />}
      actions={edition && !isEditing && <Actions edition={edition} ask={ask} />}
    >
      <Loaded query={query} skeleton={<Skeleton lines={12} />} empty="never">
        {(shown) =>
          isEditing ? (
            <Suspense fallback={<Skeleton lines={12} />}>
              <Editor key={shown.version} edition={shown} onClose={() => void navigate({ search: {} })} />
            </Suspense>
          ) : (
            <>
              <search>
                <Choice
                  label={t('profiles.compareWith')}
                  any={t('profiles.noCompare')}
                  value={other}
                  options={[...near, ...options.filter((one) => !near.includes(one))].map((one) => [
                    one.code,
                    `${said(one)} · ${one.code}`,
                  ])}
                  onChange={(wanted) => void navigate({ search: { with: wanted }, replace: true })}
                />
              </search>
              {other === undefined ? (
                <EditionTable edition={shown} />
              ) : (
                <Loaded query={beside} skeleton={<Skeleton lines={12} />} empty="never">
                  {(second) => <EditionTable edition={shown} beside={second} />}
                </Loaded>
              )}
              <History edition={shown} />
            </>
          )
        }
      </Loaded>
      {asked === 'start' && edition && <StartDialog edition={edition} onClose={close} />}
      {asked === 'drop' && edition && (
        <DropDialog edition={edition} onClose={close} onDropped={() => void navigate(paths.profiles())} />
      )}
      {asked === 'draft' && (
        <DraftDialog
          editions={editions}
          basedOn={code}
          onClose={close}
          onDrafted={(drafted) => {
            close()
            void navigate(paths.edition(drafted, { edit: 'yes' }))
          }}
        />
      )}
    </Page>
  )
}
