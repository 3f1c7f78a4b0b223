import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { compoundsQuery } from './queries.ts'

interface CompoundBoxProps {
  /** As an item of a form it is handed these three. */
  id?: string
  value?: string | undefined
  onChange?(compoundId: string | undefined): void
  label: string
  /** Whose compounds there are to choose from. */
  division: string | undefined
}

/** One of the compounds of a village or community; most villages have none. */
export function CompoundBox({ id, value, onChange, label, division }: CompoundBoxProps) {
  const compounds = useQuery(compoundsQuery).data?.filter((one) => one.division === division) ?? []
  return (
    <Select
      {...(id ? { id } : {})}
      aria-label={label}
      placeholder="—"
      allowClear
      disabled={compounds.length === 0}
      value={value ?? null}
      showSearch={{ optionFilterProp: 'label' }}
      options={compounds.map((one) => ({ value: one.id, label: one.name }))}
      onChange={(chosen: string | null | undefined) => onChange?.(chosen ?? undefined)}
    />
  )
}
