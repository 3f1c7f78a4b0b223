import { useTranslation } from 'react-i18next'
import { Tag, type Tone } from '../../ui/tag.tsx'
import type { ReportState } from './queries.ts'

const TONE: Partial<Record<ReportState, Tone>> = {
  issued: 'ok',
  sealed: 'brand',
  checked: 'brand',
  submitted: 'brand',
  abandoned: 'caution',
}

export function StateTag({ state }: { state: ReportState }) {
  const { t } = useTranslation()
  return <Tag tone={TONE[state] ?? 'plain'}>{t(`reports.state.${state}`)}</Tag>
}
