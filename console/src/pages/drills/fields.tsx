import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { valueAt, withPath } from '../profiles/editing.ts'
import styles from './drills.module.css'
import type { Setting } from './use-drill.ts'

export interface Editing {
  setting: Setting
  change(next: Setting): void
}

interface NumericProps {
  label: string
  unit?: string | undefined
  step?: number | undefined
  /** Typed as percent, kept as a share. */
  share?: boolean | undefined
}

/** An empty box is a number that is missing: it stays empty, and the drill says so before it runs. */
export function Numeric(props: NumericProps & { value: number | null; put(value: number): void }) {
  const { label, unit, step = 1, share = false, value, put } = props
  const shown = share ? Math.round((value ?? 0) * 1000) / 10 : value
  return (
    <label className={styles.field}>
      <span>{label}</span>
      <span className="row">
        <input
          type="number"
          inputMode="decimal"
          step={step}
          value={value === null || Number.isNaN(value) ? '' : (shown ?? '')}
          onChange={({ target }) => put(target.value === '' ? Number.NaN : Number(target.value) / (share ? 100 : 1))}
        />
        <span className="muted">{share ? '%' : unit}</span>
      </span>
    </label>
  )
}

export function NumberField({ setting, change, path, ...props }: Editing & NumericProps & { path: string }) {
  return (
    <Numeric
      {...props}
      value={valueAt(setting, path) as number}
      put={(value) => change(withPath(setting, path, value))}
    />
  )
}

type Measure = keyof Setting['measures']

/** A switch, the day from which it holds, and what it is assumed to do. */
export function MeasureField({ setting, change, name, children }: Editing & { name: Measure; children: ReactNode }) {
  const { t } = useTranslation()
  const { from } = setting.measures[name]
  const put = (next: number | null) => change(withPath(setting, `measures.${name}.from`, next))
  return (
    <fieldset className={styles.measure} aria-label={t(`drills.measures.${name}`)} data-on={from !== null}>
      <legend>
        <label>
          <input type="checkbox" checked={from !== null} onChange={() => put(from === null ? 0 : null)} />{' '}
          {t(`drills.measures.${name}`)}
        </label>
      </legend>
      <p className="small muted">{t(`drills.measuresAbout.${name}`)}</p>
      <div className={styles.fields}>
        {from !== null && <Numeric label={t('drills.from')} value={from + 1} put={(day) => put(day - 1)} />}
        {children}
      </div>
    </fieldset>
  )
}
