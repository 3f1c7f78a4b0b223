import { useTranslation } from 'react-i18next'
import { Tag, type Tone } from '../../ui/tag.tsx'
import type { FindingRow } from './queries.ts'

export const placeKinds = ['township', 'village', 'checkpoint', 'compound', 'site', 'venue'] as const
export type PlaceKind = (typeof placeKinds)[number]
export const manners = ['planned', 'unannounced', 'led'] as const
export const severities = ['minor', 'serious', 'grave'] as const

const SEVERE: Record<FindingRow['severity'], Tone> = { minor: 'plain', serious: 'caution', grave: 'alarm' }
export function Severity({ severity }: Pick<FindingRow, 'severity'>) {
  const { t } = useTranslation()
  return <Tag tone={SEVERE[severity]}>{t(`inspections.severity.${severity}`)}</Tag>
}

/** Where a finding stands; late is said in words beside it. */
export function FindingState({ state, overdue, climbed }: Pick<FindingRow, 'state' | 'overdue' | 'climbed'>) {
  const { t } = useTranslation()
  const tone: Tone = state === 'passed' ? 'ok' : state === 'withdrawn' ? 'plain' : overdue ? 'alarm' : 'brand'
  return (
    <span className="row">
      <Tag tone={tone}>{t(`inspections.state.${state}`)}</Tag>
      {overdue && <Tag tone="alarm">{t('inspections.overdue')}</Tag>}
      {climbed !== null && climbed !== 'place' && <Tag tone="caution">{t(`inspections.climbed.${climbed}`)}</Tag>}
    </span>
  )
}
