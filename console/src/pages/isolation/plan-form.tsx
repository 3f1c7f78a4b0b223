import { readingRules } from '@qunfang/client/rules'
import { Button, Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { moveDay } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import plan from './plan.module.css'
import { clockOf, minutesIn } from './plan-times.ts'
import styles from './readings.module.css'
import type { PlanBody } from './readings-queries.ts'

const perDays = [1, 2, 3] as const
const levels = ['village', 'township', 'county'] as const
const edges = ['opens', 'due', 'missed'] as const
type Clocks = Record<(typeof edges)[number], string>

interface PlanSaid {
  since: string
  windows: Record<(typeof perDays)[number], Clocks[]>
  /** In hours: nobody counts them in minutes. */
  climb: Record<(typeof levels)[number], number>
}

const MINUTES = 60
const saidOf = ({ windows, climb }: PlanBody): Omit<PlanSaid, 'since'> => {
  const clocks = (perDay: (typeof perDays)[number]) =>
    windows[perDay].map(({ opens, due, missed }) => ({
      opens: clockOf(opens),
      due: clockOf(due),
      missed: clockOf(missed),
    }))
  return {
    windows: { 1: clocks(1), 2: clocks(2), 3: clocks(3) },
    climb: {
      village: climb.village / MINUTES,
      township: climb.township / MINUTES,
      county: climb.county / MINUTES,
    },
  }
}

function bodyOf({ windows, climb }: PlanSaid, from: PlanBody): PlanBody {
  const read = (perDay: (typeof perDays)[number]) =>
    from.windows[perDay].map(({ slot }, nth) => {
      const said = windows[perDay][nth]
      const at = (edge: (typeof edges)[number]) => minutesIn(said?.[edge] ?? '') ?? 0
      return { slot, opens: at('opens'), due: at('due'), missed: at('missed') }
    })
  const minutes = (level: (typeof levels)[number]) => Math.round(climb[level] * MINUTES)
  return {
    windows: { 1: read(1), 2: read(2), 3: read(3) },
    climb: { village: minutes('village'), township: minutes('township'), county: minutes('county') },
  }
}

interface PlanFormProps {
  today: string
  from: PlanBody
  onDone(): void
}

/** The whole plan from a day on, begun with what stands. */
export function PlanForm({ today, from, onDone }: PlanFormProps) {
  const { t } = useTranslation()
  const [isDisordered, setDisordered] = useState(false)
  const state = useOperation(
    (said: PlanSaid) =>
      answer(
        api.POST('/isolation/reading-plans', { body: { id: newId(), since: said.since, body: bodyOf(said, from) } }),
      ),
    { touches: [['reading-plans'], ['reading-board'], ['reading-climbing'], ['reading-work']], onDone },
  )
  const first = moveDay(today, 1)
  const send = (said: PlanSaid) => {
    const wrong = readingRules.disorderIn(bodyOf(said, from)) !== null
    setDisordered(wrong)
    if (!wrong) state.send(said)
  }
  return (
    <Form<PlanSaid>
      name="reading-plan"
      layout="vertical"
      requiredMark={false}
      initialValues={{ since: first, ...saidOf(from) }}
      onFinish={send}
    >
      <Form.Item name="since" label={t('readings.planSince')} rules={[{ required: true }]} style={{ maxWidth: 220 }}>
        <Input type="date" min={first} />
      </Form.Item>
      <p className="small muted">{t('readings.clock')}</p>
      <div className={plan.plans}>
        {perDays.map((perDay) => (
          <Windows key={perDay} perDay={perDay} from={from} />
        ))}
        <fieldset className={plan.windows}>
          <legend>{t('readings.climb')}</legend>
          {levels.map((level) => (
            <Form.Item
              key={level}
              name={['climb', level]}
              label={t('readings.climbTo', { level: t(`readings.levels.${level}`) })}
              rules={[{ required: true }]}
            >
              <InputNumber min={0} max={48} step={0.5} suffix={t('readings.climbHours')} style={{ width: '100%' }} />
            </Form.Item>
          ))}
        </fieldset>
      </div>
      {isDisordered && (
        <p role="alert" className={styles.alarm}>
          {t('readings.disorder')}
        </p>
      )}
      {state.refusal ? <ProblemNotice error={state.refusal} /> : null}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={state.busy}>
          {t('readings.planState')}
        </Button>
        <Button onClick={onDone}>{t('forms.cancel')}</Button>
      </div>
    </Form>
  )
}

function Windows({ perDay, from }: { perDay: (typeof perDays)[number]; from: PlanBody }) {
  const { t } = useTranslation()
  const asClock = {
    validator: (_: unknown, typed: string) =>
      minutesIn(typed ?? '') === null ? Promise.reject(new Error(t('readings.clock'))) : Promise.resolve(),
  }
  return (
    <fieldset className={plan.windows}>
      <legend>{t('readings.perDay', { count: perDay })}</legend>
      {from.windows[perDay].map(({ slot }, nth) => (
        <div key={slot} className={plan.window}>
          <b>{t(`readings.slot.${slot}`)}</b>
          {edges.map((edge) => (
            <Form.Item key={edge} name={['windows', perDay, nth, edge]} label={t(`readings.${edge}`)} rules={[asClock]}>
              <Input
                maxLength={5}
                autoComplete="off"
                aria-label={`${t('readings.perDay', { count: perDay })} ${t(`readings.slot.${slot}`)} ${t(`readings.${edge}`)}`}
              />
            </Form.Item>
          ))}
        </div>
      ))}
    </fieldset>
  )
}
