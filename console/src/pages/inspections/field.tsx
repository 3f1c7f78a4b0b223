import type { ReactNode } from 'react'
import styles from './inspections.module.css'

/** A box with its name above it; the box itself is named by `aria-label`. */
export function Field({ label, wide = false, children }: { label: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={`${styles.field} ${wide ? styles.wide : ''}`}>
      <span aria-hidden="true">{label}</span>
      {children}
    </div>
  )
}
