import { useTranslation } from 'react-i18next'
import { Tag, type Tone } from '../../ui/tag.tsx'
import type { DocumentState } from './queries.ts'

const TONE: Partial<Record<DocumentState, Tone>> = {
  issued: 'ok',
  withdrawn: 'alarm',
  superseded: 'caution',
  returned: 'caution',
  submitted: 'brand',
  passed: 'brand',
  signed: 'brand',
}

export function StateTag({ state }: { state: DocumentState }) {
  const { t } = useTranslation()
  return <Tag tone={TONE[state] ?? 'plain'}>{t(`documents.state.${state}`)}</Tag>
}
