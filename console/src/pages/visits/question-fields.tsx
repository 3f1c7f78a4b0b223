import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { linesOf, optionsOf } from './editing.ts'
import { type Question, said } from './queries.ts'
import styles from './questionnaire.module.css'
import { ConditionFields, RuleFields } from './rule-fields.tsx'

const kinds = ['yes-no', 'choice', 'text', 'number', 'whole', 'day', 'moment', 'note', 'group'] as const
const ASKED = ['person', 'household', 'place'] as const

interface QuestionFieldsProps {
  question: Question
  all: readonly Question[]
  onChange(question: Question): void
  onMove(by: 1 | -1): void
  onRemove(): void
}

/** Everything about one question. */
export function QuestionFields({ question, all, onChange, onMove, onRemove }: QuestionFieldsProps) {
  const { t } = useTranslation()
  const name = said(question) || question.linkId
  const put = (patch: Partial<Question>) => onChange({ ...question, ...patch })
  const isAnswered = question.kind !== 'group' && question.kind !== 'note'
  const words = (field: 'linkId' | 'prefix' | 'zh' | 'en', label: string, maxLength: number, isWide = false) => (
    <label className={`${styles.field} ${isWide ? styles.wide : ''}`}>
      {label}
      <input
        value={question[field] ?? ''}
        maxLength={maxLength}
        onChange={(event) =>
          put({ [field]: field === 'en' || field === 'prefix' ? event.target.value || null : event.target.value })
        }
      />
    </label>
  )
  const groups = all.filter(({ kind, linkId }) => kind === 'group' && linkId !== question.linkId)
  return (
    <section className={styles.box} data-within={question.within !== null} aria-label={name}>
      <div className={styles.boxHead}>
        <b>
          {question.prefix} {name}
        </b>
        <span className="row">
          <Button size="small" type="text" onClick={() => onMove(-1)}>
            {t('questionnaires.moveUp')}
          </Button>
          <Button size="small" type="text" onClick={() => onMove(1)}>
            {t('questionnaires.moveDown')}
          </Button>
          <Button size="small" type="text" danger onClick={onRemove}>
            {t('questionnaires.remove')}
          </Button>
        </span>
      </div>
      <div className={styles.fields}>
        {words('zh', t('questionnaires.textZh'), 300, true)}
        {words('en', t('questionnaires.textEn'), 300, true)}
        {words('prefix', t('questionnaires.prefix'), 10)}
        {words('linkId', t('questionnaires.linkId'), 64)}
        <label className={styles.field}>
          {t('questionnaires.kindLabel')}
          <select
            value={question.kind}
            onChange={(event) => put({ kind: kinds.find((kind) => kind === event.target.value) ?? 'yes-no' })}
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`questionnaires.kind.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <label className={styles.field}>
          {t('questionnaires.asked')}
          <select
            value={question.asked}
            onChange={(event) => put({ asked: ASKED.find((one) => one === event.target.value) ?? 'person' })}
          >
            {ASKED.map((one) => (
              <option key={one} value={one}>
                {t(`questionnaires.of.${one}`)}
              </option>
            ))}
          </select>
        </label>
        {groups.length > 0 && question.kind !== 'group' && (
          <label className={styles.field}>
            {t('questionnaires.within')}
            <select value={question.within ?? ''} onChange={(event) => put({ within: event.target.value || null })}>
              <option value="">{t('questionnaires.noGroup')}</option>
              {groups.map((group) => (
                <option key={group.linkId} value={group.linkId}>
                  {said(group)}
                </option>
              ))}
            </select>
          </label>
        )}
        {question.kind === 'choice' && <Options question={question} onPut={put} />}
      </div>
      {isAnswered && (
        <span className={styles.rule}>
          <label>
            <input
              type="checkbox"
              style={{ width: 'auto' }}
              checked={question.required}
              onChange={(event) => put({ required: event.target.checked })}
            />{' '}
            {t('questionnaires.required')}
          </label>
          {question.kind === 'choice' && (
            <label>
              <input
                type="checkbox"
                style={{ width: 'auto' }}
                checked={question.many}
                onChange={(event) => put({ many: event.target.checked })}
              />{' '}
              {t('questionnaires.many')}
            </label>
          )}
        </span>
      )}
      <ConditionFields question={question} all={all} onPut={put} />
      {isAnswered && <RuleFields question={question} all={all} onPut={put} />}
    </section>
  )
}

/** Typed as lines; read as options when the cursor leaves, so that half a line is no option. */
function Options({ question, onPut }: { question: Question; onPut(patch: Partial<Question>): void }) {
  const { t } = useTranslation()
  const [lines, setLines] = useState(() => linesOf(question.options))
  return (
    <label className={`${styles.field} ${styles.wide}`}>
      {t('questionnaires.options')} — {t('questionnaires.optionLine')}
      <textarea
        value={lines}
        onChange={(event) => setLines(event.target.value)}
        onBlur={() => onPut({ options: optionsOf(lines, question.options) })}
      />
    </label>
  )
}
