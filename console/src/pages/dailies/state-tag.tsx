import { useTranslation } from 'react-i18next'
import { Tag, type Tone } from '../../ui/tag.tsx'
import type { DailyState } from './queries.ts'

const TONE: Partial<Record<DailyState, Tone>> = {
  late: 'alarm',
  returned: 'caution',
  accepted: 'ok',
  submitted: 'brand',
  zero: 'brand',
}

export function StateTag({ state, late = false }: { state: DailyState; late?: boolean }) {
  const { t } = useTranslation()
  return (
    <Tag tone={TONE[state] ?? 'plain'}>
      {t(`dailies.state.${state}`)}
      {late && ` · ${t('dailies.cameLate')}`}
    </Tag>
  )
}
