import { useTranslation } from 'react-i18next'
import type { CheckpointsSearch } from '../../paths.ts'
import { Choice, FilterBar, SearchBox } from '../../ui/filters.tsx'

interface CheckpointFiltersProps {
  search: CheckpointsSearch
  townships: [code: string, name: string][]
  shown: number
  /** What the rows add up to. */
  total: string | undefined
  onChange(patch: CheckpointsSearch): void
}

const kinds = ['county-border', 'expressway-exit', 'village-turn-back', 'compound-gate'] as const
const silences = [6, 12, 24] as const

export function CheckpointFilters({ search, townships, shown, total, onChange }: CheckpointFiltersProps) {
  const { t } = useTranslation()
  return (
    <FilterBar result={[t('checkpoints.count', { count: shown }), total].filter(Boolean).join(' · ')}>
      <SearchBox
        label={t('checkpoints.find')}
        value={search.q ?? ''}
        onChange={(q) => onChange({ q: q || undefined })}
      />
      <Choice
        label={t('checkpoints.kind')}
        value={search.kind}
        any={t('checkpoints.anyKind')}
        options={kinds.map((kind) => [kind, t(`words.kind.${kind}`)])}
        onChange={(kind) => onChange({ kind })}
      />
      <Choice
        label={t('overview.township')}
        value={search.township}
        any={t('checkpoints.anyTownship')}
        options={townships}
        onChange={(township) => onChange({ township })}
      />
      <Choice
        label={t('checkpoints.silence')}
        value={search.silent === undefined ? undefined : String(search.silent)}
        any={t('checkpoints.anySilence')}
        options={silences.map((hours) => [String(hours), t('checkpoints.silentOver', { count: hours })])}
        onChange={(silent) => onChange({ silent: silent === undefined ? undefined : Number(silent) })}
      />
    </FilterBar>
  )
}
