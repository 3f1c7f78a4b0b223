import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './page.module.css'

interface PageProps {
  title: string
  /** One quiet line under the title. */
  about?: ReactNode
  /** Where this page hangs: a link back to the list it belongs to. */
  above?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

let opened = 0

/** Names the page in the tab, and moves the reader's cursor to the heading when one page follows another. */
export function Page({ title, about, above, actions, children }: PageProps) {
  const { t } = useTranslation()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · ${t('shell.product')}`
  }, [title, t])
  useEffect(() => {
    opened += 1
    if (opened > 1) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div className={styles.words}>
          {above && <div className={styles.above}>{above}</div>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {about && <div className={styles.about}>{about}</div>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}

interface CardProps {
  title?: ReactNode
  extra?: ReactNode
  flush?: boolean
  label?: string
  className?: string | undefined
  children: ReactNode
}

export function Card({ title, extra, flush = false, label, className, children }: CardProps) {
  return (
    <section className={`${styles.card} ${className ?? ''}`} aria-label={label}>
      {(title || extra) && (
        <div className={styles.cardHead}>
          <h2>{title}</h2>
          {extra && <div className={styles.cardExtra}>{extra}</div>}
        </div>
      )}
      <div className={flush ? styles.flush : styles.body}>{children}</div>
    </section>
  )
}

export function Nothing({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.nothing}>
      <svg viewBox="0 0 48 48" aria-hidden="true">
        <circle cx="24" cy="24" r="17" />
        <path d="M15 26h18M19 19h.1M29 19h.1" />
      </svg>
      <p className={styles.nothingTitle}>{title}</p>
      {children && <div className={styles.nothingText}>{children}</div>}
    </div>
  )
}

export function Skeleton({ lines = 4, height = 18 }: { lines?: number; height?: number }) {
  const { t } = useTranslation()
  return (
    <div className={styles.skeleton} role="status">
      <span className="visually-hidden">{t('problem.loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all the same and never move
        <span key={line} style={{ height, width: `${[96, 88, 92, 72, 84][line % 5]}%` }} />
      ))}
    </div>
  )
}
