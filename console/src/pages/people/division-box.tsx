import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { meQuery } from '../../session.ts'
import { divisionsQuery } from '../places/queries.ts'
import styles from './people.module.css'

interface DivisionBoxProps {
  label: string
  /** The text for no choice; left out where one is needed. */
  any?: string
  value: string | undefined
  /** Only villages and communities, where somebody lives. */
  homes?: boolean
  status?: 'error' | ''
  onChange(code: string | undefined): void
}

/** One of a few hundred places by the first letters of its name, its township's or its code. */
export function DivisionBox({ label, any, value, homes = false, status = '', onChange }: DivisionBoxProps) {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const divisions = useQuery(divisionsQuery)
  const names = new Map(divisions.data?.map(({ code, name }) => [code, name]))
  const options = (divisions.data ?? [])
    .filter(({ code }) => code.startsWith(me?.division ?? '') && code.length >= (homes ? 12 : 9))
    .map(({ code, name }) => ({
      value: code,
      label: code.length === 12 ? `${names.get(code.slice(0, 9)) ?? ''} ${name}` : name,
    }))
  return (
    <Select
      className={styles.division}
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
      onChange={(code: string | null | undefined) => onChange(code ?? undefined)}
    />
  )
}
