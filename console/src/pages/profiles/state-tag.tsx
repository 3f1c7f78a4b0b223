import { useTranslation } from 'react-i18next'
import { Tag, type Tone } from '../../ui/tag.tsx'
import type { EditionHead } from './queries.ts'

const tones: Record<EditionHead['state'], Tone> = {
  draft: 'caution',
  planned: 'brand',
  'in-force': 'ok',
  ended: 'plain',
}

export function StateTag({ state }: Pick<EditionHead, 'state'>) {
  const { t } = useTranslation()
  return <Tag tone={tones[state]}>{t(`profiles.state.${state}`)}</Tag>
}
