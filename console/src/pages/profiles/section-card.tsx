import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/page.tsx'
import styles from './profiles.module.css'
import { places, type RowKey, type Section } from './said.ts'

/** A field's path and its name, as the table of an edition has them. */
export function useNamed() {
  const { t } = useTranslation()
  return (key: RowKey) => ({ path: places[key][1], label: t(`profiles.fields.${key}`) })
}

export function SectionCard({ section, children }: { section: Section; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <Card title={t(`profiles.section.${section}`)}>
      <div className={styles.fields}>{children}</div>
    </Card>
  )
}
