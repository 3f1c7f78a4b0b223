import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dateTime, timeOfDay } from '../../ui/format.ts'
import { Tag, type Tone } from '../../ui/tag.tsx'
import { areaName, slotName } from './names.ts'
import type { Matters } from './queries.ts'
import styles from './sites.module.css'

interface LineProps {
  title: string
  tone: Tone
  children: ReactNode[]
}
function Line({ title, tone, children }: LineProps) {
  const { t } = useTranslation()
  return (
    <li className={styles.matter}>
      <Tag tone={tone}>
        {title} {children.length}
      </Tag>
      <span>{children.map((one, nth) => [nth > 0 && t('sites.comma'), one])}</span>
    </li>
  )
}

function useLines(matters: Matters): LineProps[] {
  const { t } = useTranslation()
  const { toDisinfect, overdueAreas, transfers, mealsToDeliver, readings, counselling, leaving } = matters
  const rooms = toDisinfect.map(({ room, vacatedAt }) => t('sites.roomSince', { room, time: dateTime(vacatedAt) }))
  const isLate = toDisinfect.some(({ overdue }) => overdue)
  const check = ({ room, slot }: Matters['readings'][number]) => t('sites.roomSlot', { room, slot: slotName(t, slot) })
  return [
    {
      title: t('sites.matter.missed'),
      tone: 'alarm' as const,
      children: readings.filter(({ standing }) => standing === 'missed').map(check),
    },
    {
      title: t('sites.matter.due'),
      tone: 'caution' as const,
      children: readings.filter(({ standing }) => standing === 'due').map(check),
    },
    { title: t('sites.matter.rooms'), tone: isLate ? ('alarm' as const) : ('caution' as const), children: rooms },
    {
      title: t('sites.matter.areas'),
      tone: 'alarm' as const,
      children: overdueAreas.map(({ area, dueAt }) => `${areaName(t, area)} ${dateTime(dueAt)}`),
    },
    {
      title: t('sites.matter.transfers'),
      tone: 'brand' as const,
      children: transfers.map(
        ({ vehicle, to, state, leftAt }) => `${vehicle} ${timeOfDay(leftAt)} → ${to} (${t(`sites.ride.${state}`)})`,
      ),
    },
    {
      title: t('sites.matter.meals'),
      tone: 'caution' as const,
      children: mealsToDeliver.map(({ meal, persons }) =>
        t('sites.mealFor', { meal: t(`sites.meal.${meal}`), persons }),
      ),
    },
    {
      title: t('sites.matter.counselling'),
      tone: 'plain' as const,
      children: counselling.map(({ room, dueOn }) => `${room} ${dueOn}`),
    },
    {
      title: t('sites.matter.leaving'),
      tone: 'ok' as const,
      children: leaving.map(({ room, until }) => `${room} ${dateTime(until)}`),
    },
  ].filter(({ children }) => children.length > 0)
}

/** What is open at a site, as one list; the same that one shift hands to the next. */
export function MattersList({ matters }: { matters: Matters }) {
  const { t } = useTranslation()
  const lines = useLines(matters)
  if (lines.length === 0) return <p className="muted">{t('sites.nothingOpen')}</p>
  return (
    <ul className={styles.matters}>
      {lines.map((line) => (
        <Line key={line.title} {...line} />
      ))}
    </ul>
  )
}
