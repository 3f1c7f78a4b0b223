import { useInfiniteQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { usePurpose } from '../../ui/purpose.tsx'
import { householdsQuery } from './queries.ts'

interface HouseholdBoxProps {
  /** As an item of a form it is handed these three. */
  id?: string
  value?: string | undefined
  onChange?(householdId: string): void
  label: string
  division: string
  /** One that there is no point in choosing. */
  except?: string
}

/** One of the households of a village, by its door and its head. */
export function HouseholdBox({ id, value, onChange, label, division, except }: HouseholdBoxProps) {
  const { header } = usePurpose()
  const homes = useInfiniteQuery(householdsQuery({ division }, header))
  const rows = homes.data?.pages.flatMap(({ items }) => items).filter((home) => home.id !== except) ?? []
  return (
    <Select
      {...(id ? { id } : {})}
      aria-label={label}
      placeholder={label}
      status={homes.error ? 'error' : ''}
      loading={homes.isFetching}
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? null}
      onPopupScroll={() => homes.hasNextPage && !homes.isFetchingNextPage && void homes.fetchNextPage()}
      options={rows.map(({ id: home, block, door, head }) => ({
        value: home,
        label: [block, door, head?.name].filter(Boolean).join(' '),
      }))}
      onChange={(chosen: string | null) => chosen && onChange?.(chosen)}
    />
  )
}
