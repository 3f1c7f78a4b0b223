import { Button } from 'antd'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { fromLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { Card } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useDivisionName } from '../places/queries.ts'
import { AnswerGrid } from './answer-grid.tsx'
import { outcomes } from './counted.ts'
import { type FoundCard, touchesVisits, type Visit } from './queries.ts'
import styles from './re-entry.module.css'
import { allNo, clockOf, type Filled, sheetsOf } from './re-entry.ts'
import { stateName } from './state-tag.tsx'

type Outcome = Visit['outcome']
export interface Entered {
  id: string
  code: string
  outcome: Outcome
  followUps: number
  unanswered: number
}

interface CardFormProps {
  card: FoundCard
  day: string
  onDay(day: string): void
  onEntered(entered: Entered): void
}

/** One card: outcome by a digit, the time that stands on it, and the answers. */
export function CardForm({ card, day, onDay, onEntered }: CardFormProps) {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  const [id] = useState(newId)
  const [outcome, setOutcome] = useState<Outcome>('met')
  const [clock, setClock] = useState('')
  const [isTimeWrong, setTimeWrong] = useState(false)
  const [note, setNote] = useState('')
  const [filled, setFilled] = useState<Filled>({})
  const firstOutcome = useRef<HTMLInputElement>(null)
  const clockInput = useRef<HTMLInputElement>(null)
  useEffect(() => firstOutcome.current?.focus(), [])
  const isAsked = outcome === 'met' || outcome === 'phone'
  const send = useOperation(
    (recordedAt: string) =>
      answer(
        api.POST('/visits', {
          body: {
            id,
            roundId: card.roundId,
            householdId: card.householdId,
            recordedAt,
            outcome,
            way: 'paper',
            note: note.trim() || null,
            version: card.questionnaire.version,
            sheets: isAsked ? sheetsOf(card, filled) : [],
          },
        }),
      ),
    {
      touches: touchesVisits,
      onDone: ({ followUps, unanswered }) =>
        onEntered({ id, code: card.code, outcome, followUps: followUps.length, unanswered }),
    },
  )
  const submit = () => {
    const time = clockOf(clock)
    setTimeWrong(time === null || day === '')
    if (time === null || day === '') return clockInput.current?.focus()
    send.send(fromLocalInput(`${day}T${time}`))
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      submit()
    } else if (event.altKey && event.code === 'Digit0') {
      event.preventDefault()
      setFilled(allNo(card, filled))
    }
  }
  const onOutcomeKey = (event: KeyboardEvent) => {
    const chosen = outcomes[Number(event.key) - 1]
    if (!chosen || event.altKey || event.ctrlKey) return
    event.preventDefault()
    setOutcome(chosen)
    clockInput.current?.focus()
  }
  const place = [divisionName(card.division), card.block, card.door].filter(Boolean).join(' ')
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that work wherever in the card the cursor stands
    <div onKeyDown={onKey}>
      <Card title={`${card.code} · ${place}`} extra={card.roundTitle}>
        <form
          className="stack"
          onSubmit={(event: FormEvent) => {
            event.preventDefault()
            submit()
          }}
        >
          {card.state !== 'to-visit' && (
            <p className="small muted">{t('reEntry.before', { state: stateName(t, card.state) })}</p>
          )}
          <fieldset className={styles.outcomes} onKeyDown={onOutcomeKey}>
            <legend className="small muted">{t('reEntry.outcome')}</legend>
            {outcomes.map((one, nth) => (
              <label key={one} className={styles.outcome}>
                <input
                  ref={one === outcome ? firstOutcome : undefined}
                  type="radio"
                  className="visually-hidden"
                  name="outcome"
                  checked={one === outcome}
                  onChange={() => setOutcome(one)}
                />
                <kbd>{nth + 1}</kbd>
                {t(`visits.${one}`)}
              </label>
            ))}
          </fieldset>
          <div className={styles.code}>
            <label className={styles.field}>
              {t('reEntry.day')}
              <input type="date" value={day} onChange={(event) => onDay(event.target.value)} />
            </label>
            <label className={styles.field}>
              {t('reEntry.clock')}
              <input
                ref={clockInput}
                className={styles.clock}
                inputMode="numeric"
                placeholder="0930"
                aria-invalid={isTimeWrong}
                value={clock}
                onChange={(event) => setClock(event.target.value)}
              />
            </label>
            <label className={styles.field} style={{ flex: 1, minWidth: 160 }}>
              {t('reEntry.note')}
              <input maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
            </label>
          </div>
          {isTimeWrong && (
            <p role="alert" style={{ color: 'var(--alarm)' }}>
              {t('reEntry.timeNeeded')}
            </p>
          )}
          {isAsked && <AnswerGrid card={card} filled={filled} onFill={setFilled} />}
          {send.refusal ? <ProblemNotice error={send.refusal} /> : null}
          <div className={styles.foot}>
            <Button type="primary" htmlType="submit" size="large" loading={send.busy}>
              {t('reEntry.save')} <small>{t('reEntry.saveHint')}</small>
            </Button>
            {isAsked && (
              <Button onClick={() => setFilled(allNo(card, filled))}>
                {t('reEntry.allNo')} <small>{t('reEntry.allNoHint')}</small>
              </Button>
            )}
          </div>
        </form>
      </Card>
    </div>
  )
}
