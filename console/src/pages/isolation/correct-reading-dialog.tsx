import { symptomRules } from '@qunfang/client/rules'
import { Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { dateTime, fromLocalInput, toLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import styles from './orders.module.css'
import { type OrderReadings, type Reading, symptomWord, touchesReadings } from './readings-queries.ts'

interface Corrected {
  voided: boolean
  day: string
  slot: Reading['slot']
  takenAt: string
  temperatureC: number | null
  site: NonNullable<Reading['site']>
  symptoms: string[]
  why: string
}

const sites = ['axillary', 'forehead', 'ear', 'wrist'] as const

/** A reading in the place of another; on paper the check says when, and no clock. */
const correctionOf = (reading: Reading, orderId: string, { takenAt, why, ...said }: Corrected) => ({
  ...said,
  id: newId(),
  orderId,
  recordedAt: reading.way === 'paper' ? new Date().toISOString() : fromLocalInput(takenAt),
  way: reading.way,
  corrects: reading.id,
  why: why.trim(),
})

interface CorrectReadingProps {
  order: OrderReadings
  reading: Reading
  onClose(): void
}

/** Nothing is edited: what was taken stays, and another reading counts for it. */
export function CorrectReadingDialog({ order, reading, onClose }: CorrectReadingProps) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Corrected>()
  const voided = Form.useWatch('voided', form) ?? false
  const correct = useOperation(
    (said: Corrected) =>
      answer(
        api.POST('/isolation/orders/{orderId}/readings', {
          params: { path: { orderId: order.orderId } },
          body: correctionOf(reading, order.orderId, said),
        }),
      ),
    { touches: touchesReadings, onDone: onClose },
  )
  const slots = [...new Set([...order.checks.map(({ slot }) => slot), reading.slot])]
  const asked = order.symptoms.length > 0 ? order.symptoms : symptomRules.symptoms.map(({ code }) => code)
  return (
    <Dialog
      title={t('readings.correctTitle', { time: dateTime(reading.occurredAt) })}
      verb={t(voided ? 'readings.void' : 'readings.correct')}
      danger={voided}
      busy={correct.busy}
      refusal={correct.refusal}
      form="correct-reading"
      onClose={onClose}
    >
      <p className="muted">{t('readings.correctAbout')}</p>
      <Form<Corrected>
        form={form}
        name="correct-reading"
        layout="vertical"
        requiredMark={false}
        onFinish={correct.send}
        initialValues={{
          ...reading,
          site: reading.site ?? 'axillary',
          takenAt: toLocalInput(reading.occurredAt),
          voided: false,
          why: '',
        }}
      >
        <Form.Item name="voided" valuePropName="checked">
          <Checkbox>{t('readings.never')}</Checkbox>
        </Form.Item>
        <div className={styles.pair}>
          <Form.Item name="day" label={t('readings.countsForDay')} rules={[{ required: true }]}>
            <Input type="date" disabled={voided} />
          </Form.Item>
          <Form.Item name="slot" label={t('readings.countsFor')}>
            <Select disabled={voided} options={slots.map((value) => ({ value, label: t(`readings.slot.${value}`) }))} />
          </Form.Item>
        </div>
        {reading.way !== 'paper' && (
          <Form.Item name="takenAt" label={t('readings.takenAt')} rules={[{ required: true }]}>
            <Input type="datetime-local" disabled={voided} />
          </Form.Item>
        )}
        <div className={styles.pair}>
          <Form.Item name="temperatureC" label={t('readings.temperature')}>
            <InputNumber
              min={30}
              max={45}
              step={0.1}
              precision={1}
              suffix="℃"
              disabled={voided}
              style={{ width: '100%' }}
            />
          </Form.Item>
          <Form.Item name="site" label={t('readings.site')}>
            <Select
              disabled={voided}
              options={sites.map((value) => ({ value, label: t(`caseForm.sites.${value}`) }))}
            />
          </Form.Item>
        </div>
        <Form.Item name="symptoms" label={t('readings.symptoms')}>
          <Select
            mode="multiple"
            disabled={voided}
            optionFilterProp="label"
            options={asked.map((value) => ({ value, label: symptomWord(value) }))}
          />
        </Form.Item>
        <Form.Item
          name="why"
          label={t('readings.why')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('readings.whyNeeded') }]}
        >
          <Input.TextArea maxLength={200} showCount autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
