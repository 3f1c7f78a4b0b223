import { useTranslation } from 'react-i18next'
import { dateTime } from '../../ui/format.ts'
import { Tag, type Tone } from '../../ui/tag.tsx'
import type { Clock, Grade, Topic } from './queries.ts'

const grades: Record<Grade, Tone> = { low: 'plain', medium: 'caution', high: 'alarm' }
export function GradeTag({ grade }: { grade: Grade | null }) {
  const { t } = useTranslation()
  if (grade === null) return <Tag tone="caution">{t('rumours.unweighed')}</Tag>
  return <Tag tone={grades[grade]}>{t(`rumours.grades.${grade}`)}</Tag>
}

const stages: Record<Topic['stage'], Tone> = {
  found: 'caution',
  reported: 'brand',
  verified: 'brand',
  answered: 'ok',
  closed: 'plain',
}
export function StageTag({ stage }: { stage: Topic['stage'] }) {
  const { t } = useTranslation()
  return <Tag tone={stages[stage]}>{t(`rumours.stages.${stage}`)}</Tag>
}

const clocks: Record<Clock['state'], Tone> = { kept: 'ok', running: 'brand', late: 'caution', overdue: 'alarm' }
/** A clock: what it says, and the moment that it runs to. */
export function ClockTag({ clock }: { clock: Clock | null }) {
  const { t } = useTranslation()
  if (!clock) return <span className="muted">{t('rumours.noClock')}</span>
  return (
    <span>
      <Tag tone={clocks[clock.state]}>{t(`rumours.clocks.${clock.state}`)}</Tag>{' '}
      <span className="number muted">{dateTime(clock.doneAt ?? clock.dueAt)}</span>
    </span>
  )
}
