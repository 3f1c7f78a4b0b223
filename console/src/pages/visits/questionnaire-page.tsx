import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { useOperation } from '../../ui/operation.ts'
import { Card, Page, Skeleton } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { saveJson } from './files.ts'
import { type Question, type Questionnaire, questionnaireQuery, questionnairesQuery, said } from './queries.ts'
import styles from './questionnaire.module.css'

const Editor = lazy(() =>
  import('./questionnaire-editor.tsx').then((module) => ({ default: module.QuestionnaireEditor })),
)

const route = getRouteApi('/desk/visits/questionnaires/$key')

function OneQuestion({ question, all }: { question: Question; all: readonly Question[] }) {
  const { t } = useTranslation()
  const { kind, asked, required, many, options, when, every, opens, within } = question
  const nameOf = (linkId: string) => {
    const other = all.find((one) => one.linkId === linkId)
    return other ? (other.prefix ?? said(other)) : linkId
  }
  const answerName = (linkId: string, answer: string | number | boolean) => {
    if (typeof answer === 'boolean') return t(answer ? 'homeVisits.yes' : 'homeVisits.no')
    const option = all.find((one) => one.linkId === linkId)?.options.find(({ code }) => code === answer)
    return option ? said(option) : String(answer)
  }
  const conditions = when.map(
    (one) => `${nameOf(one.question)} ${one.operator} ${answerName(one.question, one.answer)}`,
  )
  return (
    <li className={styles.question} data-within={within !== null}>
      <span className={styles.prefix}>{question.prefix}</span>
      <div>
        <p>
          <b>{said(question)}</b> {required && <Tag tone="brand">{t('questionnaires.required')}</Tag>}
        </p>
        <p className="small muted">
          {t(`questionnaires.kind.${kind}`)}
          {many && ` · ${t('questionnaires.many')}`}
          {kind !== 'group' && ` · ${t('questionnaires.asked')}:${t(`questionnaires.of.${asked}`)}`}
        </p>
        {options.length > 0 && <p className="small">{options.map((one) => said(one)).join(' / ')}</p>}
        {conditions.length > 0 && (
          <p className="small muted">
            {t('questionnaires.when')} {conditions.join(every ? ' & ' : ' | ')}
          </p>
        )}
        {opens.map(({ operator, answer, kind: opened }) => (
          <p key={`${operator}${answer}${opened}`} className="small">
            {t('questionnaires.ruleIf')} {operator} {answerName(question.linkId, answer)} →{' '}
            <Tag tone="alarm">{t(`followUps.kind.${opened}`)}</Tag>
          </p>
        ))}
      </div>
    </li>
  )
}

function ExportButton({ questionnaire: { key, version } }: { questionnaire: Questionnaire }) {
  const { t } = useTranslation()
  const fetched = useOperation(
    () => answer(api.GET('/visits/questionnaires/{key}/fhir', { params: { path: { key }, query: { version } } })),
    { onDone: (resource) => saveJson(resource, `${key}-${version}.fhir.json`) },
  )
  return (
    <Button loading={fetched.busy} onClick={() => fetched.send(undefined)}>
      {t('questionnaires.export')}
    </Button>
  )
}

/** One version as it is asked; a change of the newest is the next version. */
export default function QuestionnairePage() {
  const { t } = useTranslation()
  const { key } = route.useParams()
  const { version, edit } = route.useSearch()
  const navigate = route.useNavigate()
  const me = useQuery(meQuery).data
  const query = useQuery(questionnaireQuery(key, version))
  const lines = useQuery(questionnairesQuery).data?.items.find((one) => one.key === key)?.versions ?? []
  const next = (lines.at(-1)?.version ?? query.data?.version ?? 0) + 1
  const shown = query.data
  return (
    <Page
      title={shown ? said(shown) : t('questionnaires.title')}
      above={<Link {...paths.questionnaires()}>‹ {t('questionnaires.title')}</Link>}
      about={
        shown && (
          <span className="row">
            {t('questionnaires.version', { version: shown.version })}
            <Tag tone={shown.newest ? 'ok' : 'plain'}>
              {shown.newest ? t('questionnaires.newest') : t('questionnaires.earlier')}
            </Tag>
            {lines.map((line) => (
              <Link key={line.version} {...paths.questionnaire(key, { version: line.version })}>
                {t('questionnaires.version', { version: line.version })}
              </Link>
            ))}
          </span>
        )
      }
      actions={
        shown &&
        !edit && (
          <>
            <ExportButton questionnaire={shown} />
            {may(me, 'visits.questionnaire.save') && (
              <Button type="primary" onClick={() => void navigate(paths.questionnaire(key, { version, edit: 'yes' }))}>
                {t('questionnaires.edit', { version: next })}
              </Button>
            )}
          </>
        )
      }
    >
      <Loaded query={query} skeleton={<Skeleton lines={10} />} empty="never">
        {(questionnaire) =>
          edit ? (
            <Suspense fallback={<Skeleton lines={8} />}>
              <Editor
                draft={{ ...questionnaire, version: next }}
                onClose={() => void navigate(paths.questionnaire(key, { version }))}
                onSaved={() => void navigate(paths.questionnaire(key))}
              />
            </Suspense>
          ) : (
            <Card>
              <ol className={styles.questions}>
                {questionnaire.questions.map((question) => (
                  <OneQuestion key={question.linkId} question={question} all={questionnaire.questions} />
                ))}
              </ol>
            </Card>
          )
        }
      </Loaded>
    </Page>
  )
}
