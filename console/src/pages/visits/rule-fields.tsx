import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Comparison, firstAnswer } from './comparison.tsx'
import { type Question, said } from './queries.ts'
import styles from './questionnaire.module.css'

const kinds = ['travel', 'contact', 'fever', 'health', 'roster'] as const
const draftFields = ['from', 'arrivedOn', 'means'] as const

interface FieldsProps {
  question: Question
  all: readonly Question[]
  onPut(patch: Partial<Question>): void
}

/** On which answers to other questions it depends whether this one is asked. */
export function ConditionFields({ question, all, onPut }: FieldsProps) {
  const { t } = useTranslation()
  const { when, every, linkId, asked } = question
  const others = all.filter(
    (one) => one.linkId !== linkId && one.asked === asked && one.kind !== 'group' && one.kind !== 'note',
  )
  const [first] = others
  if (!first) return null
  const put = (nth: number, next: Question['when'][number]) => onPut({ when: when.with(nth, next) })
  return (
    <div>
      <span className={styles.rule}>
        {when.length === 0 ? t('questionnaires.always') : t('questionnaires.when')}
        {when.length > 1 && (
          <select
            aria-label={t('questionnaires.when')}
            value={every ? 'every' : 'any'}
            onChange={(event) => onPut({ every: event.target.value === 'every' })}
          >
            <option value="every">{t('questionnaires.every')}</option>
            <option value="any">{t('questionnaires.anyOf')}</option>
          </select>
        )}
        <Button
          size="small"
          type="text"
          onClick={() =>
            onPut({ when: [...when, { question: first.linkId, operator: '=', answer: firstAnswer(first) }] })
          }
        >
          + {t('questionnaires.when')}
        </Button>
      </span>
      {when.map((condition, nth) => {
        const of = all.find((one) => one.linkId === condition.question)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no name of their own
          <span key={nth} className={styles.rule}>
            <select
              aria-label={t('questionnaires.condition')}
              value={condition.question}
              onChange={(event) => {
                const next = others.find((one) => one.linkId === event.target.value) ?? first
                put(nth, { question: next.linkId, operator: '=', answer: firstAnswer(next) })
              }}
            >
              {others.map((other) => (
                <option key={other.linkId} value={other.linkId}>
                  {other.prefix} {said(other)}
                </option>
              ))}
            </select>
            <Comparison
              of={of}
              {...condition}
              onChange={(operator, answer) => put(nth, { ...condition, operator, answer })}
            />
            <Button size="small" type="text" onClick={() => onPut({ when: when.toSpliced(nth, 1) })}>
              {t('questionnaires.remove')}
            </Button>
          </span>
        )
      })}
    </div>
  )
}

/** Which answers open which follow-up, and what of the sheet fills in its draft. */
export function RuleFields({ question, all, onPut }: FieldsProps) {
  const { t } = useTranslation()
  const { opens, asked } = question
  const onSheet = all.filter((one) => one.asked === asked && one.kind !== 'group' && one.kind !== 'note')
  const put = (nth: number, next: Question['opens'][number]) => onPut({ opens: opens.with(nth, next) })
  return (
    <div>
      {opens.map((rule, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rules have no name of their own
        <div key={nth}>
          <span className={styles.rule}>
            {t('questionnaires.ruleIf')}
            <Comparison
              of={question}
              {...rule}
              onChange={(operator, answer) => put(nth, { ...rule, operator, answer })}
            />
            {t('questionnaires.ruleThen')}
            <select
              aria-label={t('questionnaires.ruleThen')}
              value={rule.kind}
              onChange={(event) =>
                put(nth, { ...rule, kind: kinds.find((kind) => kind === event.target.value) ?? 'health' })
              }
            >
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`followUps.kind.${kind}`)}
                </option>
              ))}
            </select>
            <Button size="small" type="text" onClick={() => onPut({ opens: opens.toSpliced(nth, 1) })}>
              {t('questionnaires.remove')}
            </Button>
          </span>
          {rule.kind === 'travel' && (
            <span className={styles.rule}>
              <span className="small muted">{t('questionnaires.fills')}</span>
              {draftFields.map((field) => (
                <label key={field} className="small">
                  {t(`questionnaires.fill.${field}`)}{' '}
                  <select
                    value={rule.fills[field] ?? ''}
                    onChange={(event) => {
                      const { [field]: _, ...others } = rule.fills
                      const from = event.target.value
                      put(nth, { ...rule, fills: from ? { ...others, [field]: from } : others })
                    }}
                  >
                    <option value="">{t('questionnaires.noFill')}</option>
                    {onSheet.map((one) => (
                      <option key={one.linkId} value={one.linkId}>
                        {said(one)}
                      </option>
                    ))}
                  </select>
                </label>
              ))}
            </span>
          )}
        </div>
      ))}
      <Button
        size="small"
        type="text"
        onClick={() =>
          onPut({ opens: [...opens, { operator: '=', answer: firstAnswer(question), kind: 'health', fills: {} }] })
        }
      >
        + {t('questionnaires.opens')}
      </Button>
    </div>
  )
}
