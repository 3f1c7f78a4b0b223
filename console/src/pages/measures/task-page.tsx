import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Page, Skeleton } from '../../ui/page.tsx'
import { Way } from '../../ui/way.tsx'
import { LegalNotice } from '../publicity/legal-notice.tsx'
import styles from './measures.module.css'
import { photoQuery, type TaskDetails, taskQuery } from './queries.ts'
import { Addressee, TaskStateTag } from './states.tsx'
import type { Act } from './task-step.tsx'

const TaskStep = lazy(() => import('./task-step.tsx').then((module) => ({ default: module.TaskStep })))
const Reassign = lazy(() => import('./reassign.tsx').then((module) => ({ default: module.Reassign })))
const route = getRouteApi('/desk/command/tasks/$taskId')

export default function TaskPage() {
  const { t } = useTranslation()
  const { taskId } = route.useParams()
  const query = useQuery(taskQuery(taskId))
  const task = query.data
  return (
    <Page
      title={task ? `${task.divisionName}:${task.title}` : t('measures.task')}
      above={
        task && (
          <Way {...paths.sheet(task.documentId, { measure: task.measureId ?? undefined })}>{t('measures.sheet')}</Way>
        )
      }
      about={task && <About task={task} />}
    >
      <Loaded query={query} skeleton={<Skeleton lines={8} height={30} />} empty="never">
        {(one) => <Whole task={one} />}
      </Loaded>
    </Page>
  )
}

function About({ task }: { task: TaskDetails }) {
  const { t } = useTranslation()
  return (
    <span className="row">
      <TaskStateTag state={task.state} />
      <Addressee task={task} />
      <Link {...paths.document(task.documentId)}>
        <span className="number">{task.number}</span>
      </Link>
      <span className="number">{t('measures.confirmBy', { at: dateTime(task.receiptBy) })}</span>
      <span className="number">{t('measures.dueBy', { at: dateTime(task.dueAt) })}</span>
      {task.follows && <Link {...paths.task(task.follows)}>{t('measures.oldTask')}</Link>}
    </span>
  )
}

function Whole({ task }: { task: TaskDetails }) {
  const { t } = useTranslation()
  const [act, setAct] = useState<Act | null>(null)
  const [passing, setPassing] = useState(false)
  const acts = task.next.filter((step) => step !== 'reassigned' && step !== 'delivered') as Act[]
  return (
    <>
      {(task.details || task.asks) && (
        <Card title={t('measures.asked')}>
          {task.details && <p>{task.details}</p>}
          {task.asks && <Asked asks={task.asks} />}
        </Card>
      )}
      {task.next.length > 0 && (
        <Card title={t('measures.next')}>
          <div className="row">
            {acts.map((step) => (
              <Button
                key={step}
                type={step === 'done' ? 'primary' : 'default'}
                danger={step === 'returned'}
                onClick={() => setAct(step)}
              >
                {t(`measures.act.${step}`)}
              </Button>
            ))}
            {task.next.includes('reassigned') && (
              <Button onClick={() => setPassing(true)}>{t('measures.step.reassigned')}</Button>
            )}
          </div>
        </Card>
      )}
      <Card title={t('measures.course')}>
        {task.steps.length === 0 ? <p>{t('measures.noSteps')}</p> : <Course task={task} />}
      </Card>
      <LegalNotice measure="directive" />
      <Suspense>{act && <TaskStep task={task} act={act} onClose={() => setAct(null)} />}</Suspense>
      <Suspense>{passing && <Reassign task={task} onClose={() => setPassing(false)} />}</Suspense>
    </>
  )
}

function Asked({ asks: { words, count, photo } }: { asks: NonNullable<TaskDetails['asks']> }) {
  const { t } = useTranslation()
  const parts = [
    ...(words ? [t('measures.asksWords')] : []),
    ...(count ? [t('measures.asksCount', { unit: count })] : []),
    ...(photo ? [t('measures.asksPhoto')] : []),
  ]
  return <p>{t('measures.evidence', { what: parts.join('、') || '—' })}</p>
}

function Course({ task }: { task: TaskDetails }) {
  const { t } = useTranslation()
  return (
    <ul className={styles.course}>
      {task.steps.map((one) => (
        <li key={one.id}>
          <span className="number muted">{dateTime(one.occurredAt)}</span>
          <b>{t(`measures.step.${one.step}`)}</b>
          {one.quantity !== null && (
            <span className="number">
              {one.quantity} {one.unit}
            </span>
          )}
          {one.note && <span>{one.note}</span>}
          {one.dueAt && <span className="number">{t('measures.dueBy', { at: dateTime(one.dueAt) })}</span>}
          {one.toTask && <Link {...paths.task(one.toTask)}>{t('measures.newTask')}</Link>}
          {one.seat && <span className="muted">{one.seat}</span>}
          {one.photos.length > 0 && (
            <span className={styles.photos}>
              {one.photos.map(({ id }) => (
                <Picture key={id} photoId={id} place={task.divisionName} />
              ))}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

function Picture({ photoId, place }: { photoId: string; place: string }) {
  const { t } = useTranslation()
  const photo = useQuery(photoQuery(photoId)).data
  if (!photo) return null
  return <img src={`data:${photo.type};base64,${photo.content}`} alt={t('measures.pictureOf', { place })} />
}
