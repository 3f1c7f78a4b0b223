import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { meQuery } from '../../session.ts'
import { Choice } from '../../ui/filters.tsx'
import { divisionsQuery } from '../places/queries.ts'

interface AreaChoiceProps {
  area: string | undefined
  onChange(area: string | undefined): void
}
/** One of the reader's townships, where there is more than one. */
export function AreaChoice({ area, onChange }: AreaChoiceProps) {
  const { t } = useTranslation()
  const divisions = useQuery(divisionsQuery).data ?? []
  const me = useQuery(meQuery).data
  const townships = divisions.filter(({ code }) => code.length === 9 && code.startsWith(me?.division ?? ''))
  if (townships.length < 2) return null
  return (
    <Choice
      label={t('inspections.area')}
      value={area}
      any={t('inspections.wholeArea')}
      options={townships.map(({ code, name }) => [code, name] as const)}
      onChange={onChange}
    />
  )
}
