import { Button, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { newId } from '../../new-id.ts'
import { fromLocalInput, moveHours, toLocalInput } from '../../ui/format.ts'
import { Field } from './field.tsx'
import styles from './inspections.module.css'
import { severities } from './words.tsx'

export interface NewFinding {
  id: string
  severity: (typeof severities)[number]
  what: string
  /** As the box holds it. */
  dueAt: string
  linkId: string | null
}
const HOURS = { minor: 48, serious: 24, grave: 12 } as const
const dueAfter = (at: string, severity: NewFinding['severity']): string =>
  toLocalInput(moveHours(fromLocalInput(at), HOURS[severity]))
export const freshFinding = (at: string, given: Partial<NewFinding> = {}): NewFinding => ({
  id: newId(),
  severity: 'minor',
  what: '',
  dueAt: dueAfter(at, 'minor'),
  linkId: null,
  ...given,
})

interface FindingFieldsProps {
  nth: number
  finding: NewFinding
  onChange(finding: NewFinding): void
  onRemove(): void
}
export function FindingFields({ nth, finding, onChange, onRemove }: FindingFieldsProps) {
  const { t } = useTranslation()
  const { severity, what, dueAt } = finding
  return (
    <fieldset className={styles.fields}>
      <legend>{t('inspections.findingNth', { nth: nth + 1 })}</legend>
      <Field wide label={t('inspections.what')}>
        <Input
          aria-label={t('inspections.what')}
          maxLength={300}
          value={what}
          onChange={({ target }) => onChange({ ...finding, what: target.value })}
        />
      </Field>
      <Field label={t('inspections.severityOf')}>
        <Select
          aria-label={t('inspections.severityOf')}
          value={severity}
          options={severities.map((value) => ({ value, label: t(`inspections.severity.${value}`) }))}
          onChange={(next) => onChange({ ...finding, severity: next })}
        />
      </Field>
      <Field label={t('inspections.dueAt')}>
        <Input
          aria-label={t('inspections.dueAt')}
          type="datetime-local"
          value={dueAt}
          onChange={({ target }) => onChange({ ...finding, dueAt: target.value })}
        />
      </Field>
      <span className="row">
        <Button onClick={onRemove}>{t('inspections.remove')}</Button>
      </span>
    </fieldset>
  )
}
