import type { ReactNode } from 'react'
import styles from './tag.module.css'

export type Tone = 'alarm' | 'caution' | 'ok' | 'plain' | 'brand'

/** A word in a coloured frame. The word carries the meaning; the colour only helps to find it. */
export function Tag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={styles.tag} data-tone={tone}>
      {children}
    </span>
  )
}
