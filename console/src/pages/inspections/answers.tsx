import { Button, Input, InputNumber, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { said } from '../visits/queries.ts'
import styles from './inspections.module.css'
import type { Checklist } from './queries.ts'

export type Given = Record<string, boolean | number | string>
type Question = Checklist['questions'][number]

interface AnswersProps {
  checklist: Checklist
  given: Given
  onChange(given: Given): void
  /** A question that was answered with no becomes a finding in one press. */
  onWrong?(linkId: string, what: string): void
}

export function Answers({ checklist, given, onChange, onWrong }: AnswersProps) {
  const { t } = useTranslation()
  const put = (linkId: string, value: boolean | number | string | null) => {
    const { [linkId]: _, ...others } = given
    onChange(value === null || value === '' ? others : { ...others, [linkId]: value })
  }
  return (
    <div className={styles.questions}>
      {checklist.questions.map((question) => (
        <div key={question.linkId} className={styles.question}>
          <span>
            {question.prefix} {said(question)}
          </span>
          <span className="row">
            {onWrong && given[question.linkId] === false && (
              <Button size="small" danger onClick={() => onWrong(question.linkId, said(question))}>
                {t('inspections.asFinding')}
              </Button>
            )}
            <AnswerField
              question={question}
              value={given[question.linkId]}
              onChange={(value) => put(question.linkId, value)}
            />
          </span>
        </div>
      ))}
    </div>
  )
}

interface FieldProps {
  question: Question
  value: boolean | number | string | undefined
  onChange(value: boolean | number | string | null): void
}
function AnswerField({ question, value, onChange }: FieldProps) {
  const { t } = useTranslation()
  const label = said(question)
  switch (question.kind) {
    case 'yes-no':
      return (
        <Radio.Group
          aria-label={label}
          optionType="button"
          value={value ?? null}
          options={[
            { value: true, label: t('inspections.yes') },
            { value: false, label: t('inspections.no') },
          ]}
          onChange={({ target }) => onChange(target.value as boolean)}
        />
      )
    case 'number':
    case 'whole':
      return (
        <InputNumber
          aria-label={label}
          value={typeof value === 'number' ? value : null}
          {...(question.kind === 'whole' ? { precision: 0 } : {})}
          onChange={(next) => onChange(next)}
        />
      )
    case 'choice':
      return (
        <Select
          aria-label={label}
          allowClear
          style={{ minWidth: 180 }}
          value={typeof value === 'string' ? value : null}
          options={question.options?.map((option) => ({ value: option.code, label: said(option) })) ?? []}
          onChange={(code: string | null | undefined) => onChange(code ?? null)}
        />
      )
    case 'note':
    case 'group':
      return null
    default:
      return (
        <Input
          aria-label={label}
          maxLength={500}
          type={question.kind === 'day' ? 'date' : 'text'}
          value={typeof value === 'string' ? value : ''}
          onChange={({ target }) => onChange(target.value)}
        />
      )
  }
}
