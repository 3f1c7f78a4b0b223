import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Card } from '../../ui/page.tsx'
import styles from './exposures.module.css'

interface FactTableProps<Fact> {
  title: string
  action: ReactNode
  columns: Column<Fact>[]
  rows: readonly Fact[]
}

export function FactTable<Fact extends { id: string }>({ title, action, columns, rows }: FactTableProps<Fact>) {
  const { t } = useTranslation()
  return (
    <Card title={title} extra={action} flush>
      {rows.length === 0 ? (
        <p className={styles.none}>{t('facts.none')}</p>
      ) : (
        <DataTable caption={title} columns={columns} rows={rows} rowKey={({ id }) => id} />
      )}
    </Card>
  )
}
