import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './filters.module.css'

/** A row of choices above a list; what they leave is said aloud. */
export function FilterBar({ result, children }: { result?: string; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <search className={styles.bar}>
      {children}
      {result && (
        <output className={styles.result} aria-live="polite" aria-label={t('filters.result')}>
          {result}
        </output>
      )}
    </search>
  )
}

interface SearchBoxProps {
  label: string
  value: string
  onChange(value: string): void
}

export function SearchBox({ label, value, onChange }: SearchBoxProps) {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed === value) return
    const timer = setTimeout(() => onChange(typed), 250)
    return () => clearTimeout(timer)
  }, [typed, value, onChange])
  return (
    <input
      type="search"
      className={styles.field}
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}

interface ChoiceProps {
  label: string
  value: string | undefined
  /** The text for no choice at all. */
  any: string
  options: (readonly [value: string, text: string])[]
  onChange(value: string | undefined): void
}

export function Choice({ label, value, any, options, onChange }: ChoiceProps) {
  return (
    <select
      className={styles.field}
      aria-label={label}
      value={value ?? ''}
      data-chosen={value !== undefined}
      onChange={(event) => onChange(event.target.value || undefined)}
    >
      <option value="">{any}</option>
      {options.map(([code, text]) => (
        <option key={code} value={code}>
          {text}
        </option>
      ))}
    </select>
  )
}

interface DayBoxProps {
  label: string
  value: string | undefined
  max?: string
  onChange(day: string | undefined): void
}

export function DayBox({ label, value, max, onChange }: DayBoxProps) {
  return (
    <input
      type="date"
      className={styles.field}
      aria-label={label}
      title={label}
      value={value ?? ''}
      max={max}
      onChange={(event) => onChange(event.target.value || undefined)}
    />
  )
}

interface TabsProps<T extends string> {
  label: string
  value: T
  options: (readonly [value: T, text: ReactNode])[]
  onChange(value: T): void
}

/** A few views of one list; the arrow keys move between them, as between radio buttons. */
export function Views<T extends string>({ label, value, options, onChange }: TabsProps<T>) {
  return (
    <div className={styles.views} role="radiogroup" aria-label={label}>
      {options.map(([code, text]) => (
        <label key={code} className={styles.view} data-chosen={code === value}>
          <input
            type="radio"
            className="visually-hidden"
            name={label}
            checked={code === value}
            onChange={() => onChange(code)}
          />
          {text}
        </label>
      ))}
    </div>
  )
}
