import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Tag, type Tone } from '../../ui/tag.tsx'
import type { HomeState } from './queries.ts'

const tones: Record<HomeState, Tone> = {
  'to-visit': 'plain',
  met: 'ok',
  phone: 'ok',
  notice: 'caution',
  nobody: 'caution',
  sealed: 'brand',
  refused: 'alarm',
}

export const stateName = (t: TFunction, state: HomeState): string =>
  t(state === 'to-visit' ? 'visits.toVisit' : `visits.${state}`)

export function StateTag({ state }: { state: HomeState }) {
  const { t } = useTranslation()
  return <Tag tone={tones[state]}>{stateName(t, state)}</Tag>
}
