import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Choice } from '../../ui/filters.tsx'
import { divisionsQuery } from '../places/queries.ts'

interface AreaChoiceProps {
  area: string | undefined
  onPick(area: string | undefined): void
}

/** The reader's whole area, or one township of it. */
export function AreaChoice({ area, onPick }: AreaChoiceProps) {
  const { t } = useTranslation()
  const townships = (useQuery(divisionsQuery).data ?? []).filter(({ level }) => level === 'township')
  if (townships.length < 2) return null
  return (
    <Choice
      label={t('figures.area')}
      value={area}
      any={t('figures.wholeArea')}
      options={townships.map(({ code, name }) => [code, name] as const)}
      onChange={onPick}
    />
  )
}
