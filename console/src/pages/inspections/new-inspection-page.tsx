import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { paths } from '../../paths.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { fromLocalInput, toLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { Card, Page } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { PostBox } from '../command/post-box.tsx'
import { questionnairesQuery } from '../visits/queries.ts'
import { Answers, type Given } from './answers.tsx'
import { Field } from './field.tsx'
import { FindingFields, freshFinding, type NewFinding } from './finding-fields.tsx'
import styles from './inspections.module.css'
import { PlaceFields, type PlaceSaid, placeIsWhole } from './place-fields.tsx'
import { checklistQuery, plansQuery, touchesInspections } from './queries.ts'
import { manners } from './words.tsx'

const route = getRouteApi('/desk/inspections/new')

/** One visit to a place, as it was: where, by whom, what the checklist asks, what was wrong. */
export default function NewInspectionPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const go = useNavigate()
  const livesAt = useCountyMoment()
  const [id] = useState(newId)
  const [place, setPlace] = useState<PlaceSaid>({ placeKind: 'village' })
  const [manner, setManner] = useState<(typeof manners)[number]>('unannounced')
  const [leader, setLeader] = useState<string>()
  const [planId, setPlan] = useState(search.plan)
  const [at, setAt] = useState<string>()
  const [note, setNote] = useState('')
  const [answers, setAnswers] = useState<Given>({})
  const [findings, setFindings] = useState<NewFinding[]>([])
  const shownAt = at ?? toLocalInput(livesAt ?? new Date())
  const checklist = useChecklist(place.placeKind)
  const keep = useOperation(
    () => {
      const asked = checklist ? { key: checklist.key, version: checklist.version } : null
      const said = {
        ...place,
        manner,
        planId: planId ?? null,
        postIds: leader ? [leader] : [],
        note: note.trim() || null,
      }
      const found = findings.map((one) => ({ ...one, dueAt: fromLocalInput(one.dueAt) }))
      const body = { ...said, id, division: place.division ?? '', checklist: asked, answers: asked ? answers : {} }
      return answer(
        api.POST('/inspections', { body: { ...body, findings: found, recordedAt: fromLocalInput(shownAt) } }),
      )
    },
    { touches: touchesInspections, onDone: () => void go(paths.inspection(id)) },
  )
  const change = (kind: PlaceSaid) => {
    if (kind.placeKind !== place.placeKind) setAnswers({})
    setPlace(kind)
  }
  const isWhole =
    placeIsWhole(place) && (manner !== 'led' || leader !== undefined) && findings.every(({ what }) => what.trim())
  return (
    <Page
      title={t('inspections.record')}
      above={<Link {...paths.inspections()}>‹ {t('inspections.title')}</Link>}
      about={t('inspections.recordAbout')}
    >
      <Card title={t('inspections.where')}>
        <div className={styles.fields}>
          <PlaceFields place={place} onChange={change} />
          <Field label={t('inspections.at')}>
            <Input
              aria-label={t('inspections.at')}
              type="datetime-local"
              value={shownAt}
              onChange={({ target }) => setAt(target.value)}
            />
          </Field>
          <Field label={t('inspections.mannerOf')}>
            <Select
              aria-label={t('inspections.mannerOf')}
              value={manner}
              options={manners.map((value) => ({ value, label: t(`inspections.manner.${value}`) }))}
              onChange={setManner}
            />
          </Field>
          <PlanChoice planId={planId} onChange={setPlan} />
          <Field label={t(manner === 'led' ? 'inspections.leader' : 'inspections.teamPost')}>
            <PostBox
              label={t(manner === 'led' ? 'inspections.leader' : 'inspections.teamPost')}
              {...(leader ? { value: leader } : {})}
              onChange={setLeader}
            />
          </Field>
        </div>
      </Card>
      {checklist && (
        <Card
          title={t('inspections.checklist')}
          extra={<span className="muted small">{t('inspections.yesIsRight')}</span>}
        >
          <Answers
            checklist={checklist}
            given={answers}
            onChange={setAnswers}
            onWrong={(linkId, what) => setFindings([...findings, freshFinding(shownAt, { linkId, what })])}
          />
        </Card>
      )}
      <Card title={t('inspections.findings')}>
        <div className="stack">
          {findings.map((one, nth) => (
            <FindingFields
              key={one.id}
              nth={nth}
              finding={one}
              onChange={(next) => setFindings(findings.map((old) => (old.id === one.id ? next : old)))}
              onRemove={() => setFindings(findings.filter(({ id: own }) => own !== one.id))}
            />
          ))}
          <span className="row">
            <Button onClick={() => setFindings([...findings, freshFinding(shownAt)])}>
              {t('inspections.addFinding')}
            </Button>
          </span>
          <Field label={t('inspections.note')}>
            <Input.TextArea
              aria-label={t('inspections.note')}
              value={note}
              maxLength={500}
              autoSize={{ minRows: 2 }}
              onChange={({ target }) => setNote(target.value)}
            />
          </Field>
          {keep.refusal ? <ProblemNotice error={keep.refusal} /> : null}
          <span className="row">
            <Button type="primary" loading={keep.busy} disabled={!isWhole} onClick={() => keep.send(undefined)}>
              {t('forms.save')}
            </Button>
            {!isWhole && <span className="muted small">{t('inspections.notWhole')}</span>}
          </span>
        </div>
      </Card>
    </Page>
  )
}

/** The newest version of what is asked at a place of this kind, where the county has it. */
function useChecklist(kind: string) {
  const key = `inspect-${kind}`
  const line = useQuery(questionnairesQuery).data?.items.find((one) => one.of === 'places' && one.key === key)
  const version = line?.versions.at(-1)?.version ?? 0
  return useQuery({ ...checklistQuery(key, version), enabled: version > 0 }).data
}

function PlanChoice({ planId, onChange }: { planId: string | undefined; onChange(id: string | undefined): void }) {
  const { t } = useTranslation()
  const plans = useInfiniteQuery(plansQuery(undefined)).data?.pages.flatMap(({ items }) => items) ?? []
  const open = plans.filter(({ endedAt }) => endedAt === null)
  if (open.length === 0) return null
  return (
    <Field label={t('inspections.plan')}>
      <Select
        aria-label={t('inspections.plan')}
        allowClear
        value={planId ?? null}
        options={open.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={(id: string | null | undefined) => onChange(id ?? undefined)}
      />
    </Field>
  )
}
