import { useTranslation } from 'react-i18next'
import { Tag, type Tone } from '../../ui/tag.tsx'
import type { Dispatch, PieceState } from './queries.ts'

const PIECE: Record<PieceState, Tone> = {
  drafting: 'plain',
  submitted: 'caution',
  approved: 'brand',
  published: 'ok',
  corrected: 'ok',
  withdrawn: 'alarm',
  abandoned: 'plain',
}
export function PieceMark({ state }: { state: PieceState }) {
  const { t } = useTranslation()
  return <Tag tone={PIECE[state]}>{t(`publicity.state.${state}`)}</Tag>
}

const DISPATCH: Record<Dispatch['state'], Tone> = {
  waiting: 'plain',
  produced: 'caution',
  delivered: 'ok',
  failed: 'alarm',
}
export function DispatchMark({ state }: { state: Dispatch['state'] }) {
  const { t } = useTranslation()
  return <Tag tone={DISPATCH[state]}>{t(`publicity.dispatchState.${state}`)}</Tag>
}
