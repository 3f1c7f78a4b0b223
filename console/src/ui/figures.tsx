import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { paths } from '../paths.ts'
import { FigureLink, type FigureOf } from './figure-link.tsx'
import styles from './figures.module.css'
import { number } from './format.ts'

type Place = ReturnType<(typeof paths)[keyof typeof paths]>

interface FigureProps {
  name: string
  /** Undefined while it is on its way. */
  value?: number | undefined
  /** The number as it is said, where that is not the number itself: in yuan, or a dash where nobody has reported. */
  text?: string | undefined
  note?: ReactNode
  tone?: 'alarm' | 'caution' | 'ok' | undefined
  /** Where its rows are listed, as many as it says. */
  to?: Place | undefined
  /** Which figure of the catalogue it is, where it is one; its name leads there. */
  of?: FigureOf | undefined
}

export function Figure({ name, value, text: said, note, tone, to, of }: FigureProps) {
  const text = said ?? (value === undefined ? '…' : number(value))
  return (
    <div className={styles.figure} data-tone={value ? tone : undefined}>
      <dt>{of ? <FigureLink {...of}>{name}</FigureLink> : name}</dt>
      <dd>
        {to ? (
          <Link {...to} aria-label={`${name} ${text}`}>
            {text}
          </Link>
        ) : (
          text
        )}
        {note && <div className={styles.note}>{note}</div>}
      </dd>
    </div>
  )
}

/** A strip of numbers, each with its name. */
export function Figures({ label, children }: { label: string; children: ReactNode }) {
  return (
    <dl className={styles.figures} aria-label={label}>
      {children}
    </dl>
  )
}
