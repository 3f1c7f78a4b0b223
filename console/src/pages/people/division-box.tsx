import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { meQuery } from '../../session.ts'
import { divisionsQuery } from '../places/queries.ts'
import styles from './people.module.css'

interface DivisionBoxProps {
  /** As an item of a form it is handed these three. */
  id?: string
  value?: string | undefined
  onChange?(code: string | undefined): void
  label: string
  /** The text for no choice; left out where one is needed. */
  any?: string
  /** Only villages and communities, where somebody lives. */
  homes?: boolean
  /** The county as a whole can be chosen, too. */
  whole?: boolean
  /** Where they lie; the seat's own area, when nothing is said. */
  within?: string | undefined
  status?: 'error' | ''
}

/** One of a few hundred places by the first letters of its name, its township's or its code. */
export function DivisionBox(props: DivisionBoxProps) {
  const { id, label, any, value, homes = false, whole = false, within, status = '', onChange } = props
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const divisions = useQuery(divisionsQuery)
  const names = new Map(divisions.data?.map(({ code, name }) => [code, name]))
  const area = within ?? me?.division ?? ''
  const options = (divisions.data ?? [])
    .filter(({ code }) => code.startsWith(area) && code.length >= (homes ? 12 : whole ? 6 : 9))
    .map(({ code, name }) => ({
      value: code,
      label: code.length === 12 ? `${names.get(code.slice(0, 9)) ?? ''} ${name}` : name,
    }))
  return (
    <Select
      className={styles.division}
      {...(id ? { id } : {})}
      aria-label={label}
      status={status}
      placeholder={any ?? label}
      allowClear={any !== undefined}
      value={value ?? null}
      loading={divisions.isPending}
      showSearch={{
        filterOption: (typed, option) => `${option?.label} ${option?.value}`.includes(typed.trim()),
      }}
      notFoundContent={t('places.noDivision')}
      options={options}
      onChange={(code: string | null | undefined) => onChange?.(code ?? undefined)}
    />
  )
}
