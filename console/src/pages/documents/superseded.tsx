import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './documents.module.css'
import { standingDocumentsQuery } from './queries.ts'

interface SupersededProps {
  own: string | null
  value: string[]
  onChange(ids: string[]): void
}
/** What stands now and will not, once this one is issued. */
export function Superseded({ own, value, onChange }: SupersededProps) {
  const { t } = useTranslation()
  const documents = useQuery(standingDocumentsQuery).data?.items ?? []
  if (documents.length === 0) return null
  return (
    <div className={styles.field}>
      <span>{t('documents.supersedes')}</span>
      <Select
        mode="multiple"
        aria-label={t('documents.supersedes')}
        value={value}
        maxCount={20}
        optionFilterProp="label"
        options={documents
          .filter(({ id }) => id !== own)
          .map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
        onChange={onChange}
      />
    </div>
  )
}
