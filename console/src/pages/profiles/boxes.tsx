import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { language } from '../../i18n/i18n.ts'
import { daysFrom, useEditing, valueAt } from './editing.ts'
import styles from './profiles.module.css'

export interface BoxProps {
  path: string
  label: string
}

/** What is wrong with a field, under it. */
export function Wrongs({ path }: { path: string }) {
  const { wrong } = useEditing()
  return wrong
    .filter((one) => one.path === path)
    .map((one) => (
      <span key={one.zh} className={`small ${styles.wrong}`} role="alert">
        {one[language()]}
      </span>
    ))
}

export function Box({ path, label, wide, children }: BoxProps & { wide?: boolean; children: ReactNode }) {
  const { wrong } = useEditing()
  return (
    <fieldset
      className={`${styles.field} ${wide ? styles.wide : ''}`}
      data-wrong={wrong.some((one) => one.path === path)}
    >
      <legend>{label}</legend>
      {children}
      <Wrongs path={path} />
    </fieldset>
  )
}

export function NumberInput(props: {
  label: string
  value: number | undefined
  step?: number
  onChange(value: number | undefined): void
}) {
  const { label, value, step = 1, onChange } = props
  return (
    <input
      type="number"
      inputMode={step < 1 ? 'decimal' : 'numeric'}
      step={step}
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? undefined : Number(event.target.value))}
    />
  )
}

export type Unit = 'days' | 'hours' | 'aDay' | 'metres'

/** `needed`: a field that every edition has; it stays as it was while the box is empty. */
export function NumberBox(props: BoxProps & { step?: number; unit?: Unit | undefined; needed?: boolean }) {
  const { path, label, step = 1, unit, needed } = props
  const { t } = useTranslation()
  const { body, put } = useEditing()
  const value = valueAt(body, path) as number | undefined
  const change = (next: number | undefined) => put(path, next === undefined && needed ? 0 : next)
  return (
    <Box path={path} label={label}>
      <span className="row">
        <NumberInput label={label} value={value} step={step} onChange={change} />
        {unit && t(`profiles.units.${unit}`)}
      </span>
    </Box>
  )
}

/** Both ends or neither. `empty`: what an edition says that has none. */
export function RangeBox({ path, label, unit, empty }: BoxProps & { unit: Unit; empty?: null }) {
  const { t } = useTranslation()
  const { body, put } = useEditing()
  const kept = valueAt(body, path) as [number, number] | null | undefined
  const [ends, setEnds] = useState<[number | undefined, number | undefined]>([kept?.[0], kept?.[1]])
  const change = (next: [number | undefined, number | undefined]) => {
    setEnds(next)
    const [least, most] = next
    if (least !== undefined && most !== undefined) put(path, [least, most])
    else if (least === undefined && most === undefined) put(path, empty)
  }
  return (
    <Box path={path} label={label}>
      <span className="row">
        <NumberInput
          label={t('profiles.of', { of: label, what: t('profiles.group.least') })}
          value={ends[0]}
          onChange={(least) => change([least, ends[1]])}
        />
        –
        <NumberInput
          label={t('profiles.of', { of: label, what: t('profiles.group.most') })}
          value={ends[1]}
          onChange={(most) => change([ends[0], most])}
        />
        {t(`profiles.units.${unit}`)}
      </span>
    </Box>
  )
}

/** Typed as a list; half a list is no days yet. `needed`: an empty list is said too. */
export function DaysBox({ path, label, needed }: BoxProps & { needed?: boolean }) {
  const { t } = useTranslation()
  const { body, put } = useEditing()
  const [typed, setTyped] = useState(() => ((valueAt(body, path) as number[] | undefined) ?? []).join(', '))
  const days = daysFrom(typed)
  return (
    <Box path={path} label={label}>
      <input
        aria-label={label}
        aria-invalid={days === null}
        value={typed}
        placeholder={t('profiles.group.daysHint')}
        onChange={(event) => {
          setTyped(event.target.value)
          const next = daysFrom(event.target.value)
          if (next) put(path, next.length > 0 || needed ? next : undefined)
        }}
      />
      {days === null && (
        <span className={`small ${styles.wrong}`} role="alert">
          {t('profiles.group.daysHint')}
        </span>
      )}
    </Box>
  )
}

export type Options = ReadonlyArray<readonly [value: string, text: string]>

/** `none`: the text for an edition that does not say it. */
export function SelectBox({ path, label, options, none }: BoxProps & { options: Options; none?: string }) {
  const { body, put } = useEditing()
  const value = valueAt(body, path) as string | undefined
  return (
    <Box path={path} label={label}>
      <select aria-label={label} value={value ?? ''} onChange={(event) => put(path, event.target.value || undefined)}>
        {none !== undefined && <option value="">{none}</option>}
        {options.map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </Box>
  )
}

/** Any of a few, kept in the order in which they are offered. `empty`: what is said when none is chosen. */
export function ChecksBox({
  path,
  label,
  options,
  empty,
  wide,
}: BoxProps & { options: Options; empty?: []; wide?: boolean }) {
  const { body, put } = useEditing()
  const chosen = (valueAt(body, path) as string[] | undefined) ?? []
  const turn = (code: string) => {
    const next = options.map(([one]) => one).filter((one) => chosen.includes(one) !== (one === code))
    put(path, next.length > 0 ? next : empty)
  }
  return (
    <Box path={path} label={label} {...(wide ? { wide } : {})}>
      <span className={styles.boxes}>
        {options.map(([code, text]) => (
          <label key={code}>
            <input type="checkbox" checked={chosen.includes(code)} onChange={() => turn(code)} /> {text}
          </label>
        ))}
      </span>
    </Box>
  )
}
