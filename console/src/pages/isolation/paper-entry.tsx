import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { language } from '../../i18n/i18n.ts'
import { newId } from '../../new-id.ts'
import { useOperation } from '../../ui/operation.ts'
import { Card } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { byDay, type Cell, type Cells, cellKey, isSound, NO_CELL, readingsOf } from './entering.ts'
import styles from './readings.module.css'
import { type Check, type NewReading, type OrderReadings, symptomWord, touchesReadings } from './readings-queries.ts'

const send = (items: NewReading[]) => answer(api.POST('/isolation/readings/batch', { body: { sentAt: null, items } }))
type Verdicts = Awaited<ReturnType<typeof send>>['verdicts']

/** The sheet as it was on the door, day by day: Tab goes from cell to cell as the eye does. */
export function PaperEntry({ order, onDone }: { order: OrderReadings; onDone(): void }) {
  const { t } = useTranslation()
  const [cells, setCells] = useState<Cells>({})
  const [refused, setRefused] = useState<Record<string, string>>({})
  const open = order.checks.filter(({ reading, standing }) => reading === null && standing !== 'ahead')
  const slots = [...new Set(order.checks.map(({ slot }) => slot))]
  const items = () => readingsOf(order, open, cells, { newId, now: new Date() })
  const save = useOperation(send, {
    touches: touchesReadings,
    onDone: ({ verdicts }, sent) => {
      const wrong = wrongIn(verdicts, sent)
      setRefused(wrong)
      if (Object.keys(wrong).length === 0) onDone()
    },
  })
  const isWhole = open.every((check) => isSound(cells[cellKey(check)] ?? NO_CELL, order.symptoms))
  const change = (key: string, part: Partial<Cell>) =>
    setCells((before) => ({ ...before, [key]: { ...NO_CELL, ...before[key], ...part } }))
  return (
    <Card title={t('readings.enterTitle')}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          const sent = items()
          if (isWhole && sent.length > 0) save.send(sent)
        }}
      >
        <p className="small muted">{t('readings.enterHow')}</p>
        <ul className={styles.symptoms}>
          {order.symptoms.map((code, nth) => (
            <li key={code}>
              <b className="number">{nth + 1}</b> {symptomWord(code)}
            </li>
          ))}
        </ul>
        <table className={styles.grid} data-entry="">
          <caption className="visually-hidden">{t('readings.enterTitle')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('readings.day')}</th>
              {slots.map((slot) => (
                <th key={slot} scope="col">
                  {t(`readings.slot.${slot}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {byDay(order.checks).map(([day, checks]) => (
              <tr key={day}>
                <th scope="row" className="number">
                  {day.slice(5)}
                </th>
                {slots.map((slot) => {
                  const check = checks.find((one) => one.slot === slot)
                  return (
                    <td key={slot} data-label={t(`readings.slot.${slot}`)}>
                      {check && (
                        <OneCell
                          check={check}
                          asked={order.symptoms}
                          cell={cells[cellKey(check)] ?? NO_CELL}
                          refused={refused[cellKey(check)]}
                          onChange={(part) => change(cellKey(check), part)}
                        />
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
        {save.refusal ? <ProblemNotice error={save.refusal} /> : null}
        <div className="row">
          <Button type="primary" htmlType="submit" disabled={!isWhole || items().length === 0} loading={save.busy}>
            {t('readings.saveSheet', { count: items().length })}
          </Button>
          {!isWhole && <span className={styles.alarm}>{t('readings.unreadable')}</span>}
        </div>
      </form>
    </Card>
  )
}

/** Why a cell was not taken, by the check it stands for; the others are kept. */
function wrongIn(verdicts: Verdicts, sent: readonly NewReading[]): Record<string, string> {
  const wrong = verdicts.flatMap((verdict, nth) => {
    const item = sent[nth]
    if (verdict.ok || !item) return []
    const { title, issues } = verdict.problem as { title: string; issues?: Array<{ zh: string; en: string }> }
    return [[`${item.day} ${item.slot}`, issues?.[0]?.[language()] ?? title]]
  })
  return Object.fromEntries(wrong)
}

interface OneCellProps {
  check: Check
  asked: readonly string[]
  cell: Cell
  refused: string | undefined
  onChange(part: Partial<Cell>): void
}
function OneCell({ check, asked, cell, refused, onChange }: OneCellProps) {
  const { t } = useTranslation()
  const { reading, standing, day, slot } = check
  if (reading) return <b className="number">{reading.temperatureC?.toFixed(1) ?? '—'}</b>
  if (standing === 'ahead') return <span className="muted">{t('readings.standing.ahead')}</span>
  const label = `${day} ${t(`readings.slot.${slot}`)}`
  return (
    <span className={styles.cell}>
      <input
        aria-label={`${label} ${t('readings.temperature')}`}
        aria-invalid={!isSound(cell, asked)}
        inputMode="decimal"
        autoComplete="off"
        maxLength={5}
        value={cell.temperature}
        onChange={(event) => onChange({ temperature: event.target.value })}
      />
      <input
        aria-label={`${label} ${t('readings.symptomNumbers')}`}
        placeholder={t('readings.symptomNumbers')}
        autoComplete="off"
        maxLength={20}
        value={cell.symptoms}
        onChange={(event) => onChange({ symptoms: event.target.value })}
      />
      {refused && <span className={styles.alarm}>{refused}</span>}
    </span>
  )
}
