import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { dayOf } from '../../ui/format.ts'
import { compoundsQuery } from '../places/queries.ts'
import { DivisionBox } from './division-box.tsx'
import styles from './member-grid.module.css'

export interface Address {
  division: string | undefined
  compoundId: string | undefined
  block: string
  door: string
  walkOrder: string
  since: string
}

interface AddressFieldsProps {
  address: Address
  lacking: boolean
  onChange(address: Address): void
}

export function AddressFields({ address, lacking, onChange }: AddressFieldsProps) {
  const { t } = useTranslation()
  const compounds = useQuery(compoundsQuery).data?.filter(({ division }) => division === address.division) ?? []
  const change = (patch: Partial<Address>) => onChange({ ...address, ...patch })
  return (
    <div className={styles.address}>
      <div className={styles.field}>
        <span>{t('people.division')}</span>
        <DivisionBox
          homes
          label={t('people.division')}
          value={address.division}
          status={lacking ? 'error' : ''}
          onChange={(division) => change({ division, compoundId: undefined })}
        />
      </div>
      <label className={styles.field}>
        <span>{t('people.inCompound')}</span>
        <select
          value={address.compoundId ?? ''}
          disabled={compounds.length === 0}
          onChange={(event) => change({ compoundId: event.target.value || undefined })}
        >
          <option value="">—</option>
          {compounds.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.field}>
        <span>{t('people.block')}</span>
        <input
          value={address.block}
          maxLength={30}
          placeholder={t('entry.blockHint')}
          autoComplete="off"
          onChange={(event) => change({ block: event.target.value })}
        />
      </label>
      <label className={styles.field}>
        <span>{t('people.door')}</span>
        <input
          id="entry-door"
          value={address.door}
          maxLength={60}
          placeholder={t('entry.doorHint')}
          autoComplete="off"
          onChange={(event) => change({ door: event.target.value })}
        />
      </label>
      <label className={styles.field}>
        <span>{t('entry.walkOrder')}</span>
        <input
          value={address.walkOrder}
          inputMode="numeric"
          maxLength={7}
          autoComplete="off"
          onChange={(event) => change({ walkOrder: event.target.value.replace(/\D/g, '') })}
        />
      </label>
      <label className={styles.field}>
        <span>{t('entry.since')}</span>
        <input
          type="date"
          value={address.since}
          max={dayOf(new Date())}
          onChange={(event) => event.target.value && change({ since: event.target.value })}
        />
      </label>
    </div>
  )
}
