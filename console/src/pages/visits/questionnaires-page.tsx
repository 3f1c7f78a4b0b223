import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { type Draft, questionnairesQuery, said } from './queries.ts'

const FhirImport = lazy(() => import('./fhir-import.tsx').then((module) => ({ default: module.FhirImport })))
const Editor = lazy(() =>
  import('./questionnaire-editor.tsx').then((module) => ({ default: module.QuestionnaireEditor })),
)

const route = getRouteApi('/desk/visits/questionnaires')
type Row = NonNullable<ReturnType<typeof useRows>['data']>['items'][number]
const useRows = () => useQuery(questionnairesQuery)

const fresh = (): Draft => ({
  key: '',
  version: 1,
  zh: '',
  questions: [{ linkId: 'q1', prefix: '1', zh: '', kind: 'yes-no', asked: 'person' }],
})

/** What the county asks at the door, with every version it ever asked. */
export default function QuestionnairesPage() {
  const { t } = useTranslation()
  const navigate = route.useNavigate()
  const me = useQuery(meQuery).data
  const query = useRows()
  const [isReading, setReading] = useState(false)
  const [draft, setDraft] = useState<Draft | null>(null)
  const mayDefine = may(me, 'visits.questionnaire.save')
  const columns: Column<Row>[] = [
    {
      key: 'name',
      title: t('questionnaires.title'),
      phone: 'heading',
      cell: (row) => <Link {...paths.questionnaire(row.key)}>{said(row)}</Link>,
    },
    { key: 'key', title: t('questionnaires.key'), cell: ({ key }) => <code>{key}</code> },
    {
      key: 'questions',
      title: t('visits.questionnaires'),
      cell: ({ versions }) => t('questionnaires.questions', { count: versions.at(-1)?.questions ?? 0 }),
    },
    {
      key: 'versions',
      title: t('questionnaires.versions'),
      cell: ({ key, versions }) => (
        <span className="row">
          {versions.map(({ version }) => (
            <Link key={version} {...paths.questionnaire(key, { version })}>
              {t('questionnaires.version', { version })}
            </Link>
          ))}
        </span>
      ),
    },
  ]
  return (
    <Page
      title={t('questionnaires.title')}
      above={<Link {...paths.visits()}>‹ {t('visits.title')}</Link>}
      about={t('questionnaires.about')}
      actions={
        mayDefine &&
        draft === null && (
          <>
            <Button onClick={() => setReading(true)}>{t('questionnaires.import')}</Button>
            <Button type="primary" onClick={() => setDraft(fresh())}>
              {t('questionnaires.make')}
            </Button>
          </>
        )
      }
    >
      {draft ? (
        <Suspense fallback={<Skeleton lines={8} />}>
          <Editor
            draft={draft}
            onClose={() => setDraft(null)}
            onSaved={({ key }) => void navigate(paths.questionnaire(key))}
          />
        </Suspense>
      ) : (
        <Card flush>
          <Loaded
            query={query}
            skeleton={<Skeleton lines={3} height={28} />}
            empty={{ when: ({ items }) => items.length === 0, show: <Nothing title={t('questionnaires.title')} /> }}
          >
            {({ items }) => (
              <DataTable caption={t('questionnaires.title')} columns={columns} rows={items} rowKey={({ key }) => key} />
            )}
          </Loaded>
        </Card>
      )}
      {isReading && (
        <Suspense>
          <FhirImport
            onClose={() => setReading(false)}
            onRead={(read, key) => {
              const known = query.data?.items.find((one) => one.key === key)
              setDraft({ ...read, key, version: (known?.versions.at(-1)?.version ?? 0) + 1 })
              setReading(false)
            }}
          />
        </Suspense>
      )}
    </Page>
  )
}
