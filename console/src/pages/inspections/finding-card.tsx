import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { may, meQuery } from '../../session.ts'
import { dateTime, number } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { CorrectStep } from './correct-step.tsx'
import styles from './inspections.module.css'
import { type Finding, photoQuery, touchesInspections } from './queries.ts'
import { StepDialog, type StepKind } from './step-dialog.tsx'
import { FindingState, Severity } from './words.tsx'

/** One thing that was wrong, and every step of it, those that were put right crossed out. */
export function FindingCard({ finding }: { finding: Finding }) {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const [step, setStep] = useState<StepKind | null>(null)
  const [righting, setRighting] = useState<Finding['steps'][number] | null>(null)
  const { what, severity, state, dueAt, steps, photoIds, climbed, at, byDivision } = finding
  const isStanding = climbed !== null
  const mayStep = may(me, 'inspections.finding.step') && isStanding
  // Whether it passes is said by an office as high as the one that found it.
  const isHigh = byDivision.startsWith(me?.division ?? '—') && me?.role !== 'village-cadre'
  const asked: StepKind[] = [
    ...(state === 'open' ? (['rectified'] as const) : []),
    ...(isHigh ? (['passed', 'failed', 'withdrawn'] as const) : []),
  ]
  return (
    <article className={styles.finding}>
      <span className="row">
        <Severity severity={severity} />
        <FindingState {...finding} />
      </span>
      <p className={styles.what}>{what || t('inspections.forgotten')}</p>
      <span className="muted small">
        {t('inspections.foundAt', { at: dateTime(at) })}
        {isStanding &&
          ` · ${t(state === 'open' ? 'inspections.dueBy' : 'inspections.recheckBy', { at: dateTime(dueAt) })}`}
      </span>
      <Photos ids={photoIds} />
      {steps.length > 0 && (
        <ol className={styles.steps}>
          {steps.map((one) => (
            <li key={one.id} data-stands={one.stands}>
              <b>{one.voided ? t('inspections.voided') : t(`inspections.step.${one.step}`)}</b>{' '}
              <span className="number">{dateTime(one.at)}</span> {one.note}
              {one.counted !== null && ` · ${t('inspections.counted')} ${number(one.counted)}`}
              {one.dueAt && ` · ${t('inspections.dueBy', { at: dateTime(one.dueAt) })}`}
              {one.why && ` · ${t('inspections.because', { why: one.why })}`}
              {one.stands && may(me, 'inspections.finding.step') && (
                <Button
                  size="small"
                  type="link"
                  aria-label={`${t(`inspections.step.${one.step}`)} ${dateTime(one.at)} ${t('inspections.correct')}`}
                  onClick={() => setRighting(one)}
                >
                  {t('inspections.correct')}
                </Button>
              )}
              <Photos ids={one.photoIds} />
            </li>
          ))}
        </ol>
      )}
      {mayStep && (
        <span className="row">
          {asked.map((one) => (
            <Button
              key={one}
              size="small"
              type={one === 'rectified' ? 'primary' : 'default'}
              onClick={() => setStep(one)}
            >
              {t(`inspections.say.${one}`)}
            </Button>
          ))}
          <AddPhoto findingId={finding.id} />
        </span>
      )}
      {step && <StepDialog step={step} finding={finding} onClose={() => setStep(null)} />}
      {righting && <CorrectStep step={righting} finding={finding} onClose={() => setRighting(null)} />}
    </article>
  )
}

function Photos({ ids }: { ids: readonly string[] }) {
  if (ids.length === 0) return null
  return (
    <div className={styles.photos}>
      {ids.map((id) => (
        <Photo key={id} id={id} />
      ))}
    </div>
  )
}
function Photo({ id }: { id: string }) {
  const { t } = useTranslation()
  const photo = useQuery(photoQuery(id)).data
  return photo ? <img src={`data:${photo.type};base64,${photo.content}`} alt={t('inspections.photo')} /> : null
}

async function encoded(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}

/** A picture of what was wrong; where it was taken does not stay with it. */
function AddPhoto({ findingId }: { findingId: string }) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const add = useOperation(
    async (file: File) => {
      const body = { id: newId(), content: await encoded(file) }
      return answer(api.POST('/inspection-findings/{findingId}/photos', { params: { path: { findingId } }, body }))
    },
    { touches: touchesInspections },
  )
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept="image/jpeg,image/png"
        aria-label={t('inspections.addPhoto')}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) add.send(file)
          target.value = ''
        }}
      />
      <Button size="small" loading={add.busy} onClick={() => input.current?.click()}>
        {t('inspections.addPhoto')}
      </Button>
      {add.refusal ? <ProblemNotice error={add.refusal} /> : null}
    </>
  )
}
