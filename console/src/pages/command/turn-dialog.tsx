import { Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { fromLocalInput, toLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { type Ladder, touchesCommand } from './queries.ts'

const KINDS = [
  'closures',
  'gatherings',
  'transport',
  'checkpoints',
  'visits',
  'isolation',
  'schools',
  'reporting',
  'publicity',
  'supplies',
] as const
interface Said {
  rung?: string
  authority: string
  documentNo: string
  grounds: string
  reportEveryHours?: number | null
  kind?: (typeof KINDS)[number]
  words?: string
  stops?: string[]
  at: string
}
const CLOSED = ''

/** Opening, changing and closing in one form: the level that is chosen says which of them it is. */
export function TurnDialog({ ladder, onClose }: { ladder: Ladder; onClose(): void }) {
  const { t } = useTranslation()
  const livesAt = useCountyMoment()
  const turn = useOperation(
    ({ rung = CLOSED, kind, words, stops = [], reportEveryHours = null, at, ...said }: Said) =>
      answer(
        api.POST('/response-ladders/{ladderId}/turns', {
          params: { path: { ladderId: ladder.id } },
          body: {
            ...said,
            ...{ id: newId(), stops, reportEveryHours, at: fromLocalInput(at) },
            turn: rung === CLOSED ? 'closed' : ladder.rung === null ? 'opened' : 'changed',
            rung: rung === CLOSED ? null : rung,
            starts: kind && words?.trim() ? [{ id: newId(), kind, words }] : [],
          },
        }),
      ),
    { touches: touchesCommand, onDone: onClose },
  )
  const needed = [{ required: true, whitespace: true, message: t('documents.fieldNeeded') }]
  const rungs = ladder.rungs.filter((rung) => rung !== ladder.rung).map((rung) => ({ value: rung, label: rung }))
  const choices = ladder.rung === null ? rungs : [...rungs, { value: CLOSED, label: t('command.turns.closed') }]
  return (
    <Dialog
      title={`${ladder.title} · ${t('command.turn')}`}
      verb={t('forms.save')}
      busy={turn.busy}
      refusal={turn.refusal}
      form="turn-level"
      onClose={onClose}
    >
      <Form
        name="turn-level"
        layout="vertical"
        requiredMark={false}
        initialValues={{ at: toLocalInput(livesAt ?? new Date()), rung: choices[0]?.value }}
        onFinish={turn.send}
      >
        <Form.Item name="rung" label={t('command.rung')}>
          <Select options={choices} />
        </Form.Item>
        <Form.Item name="authority" label={t('documents.authority')} rules={needed}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="documentNo" label={t('documents.number')} rules={needed}>
          <Input maxLength={60} placeholder="兴疫防指〔2020〕2号" />
        </Form.Item>
        <Form.Item name="grounds" label={t('documents.why')} rules={needed}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Form.Item>
        {ladder.measures.length > 0 && (
          <Form.Item name="stops" label={t('command.stops')}>
            <Checkbox.Group options={ladder.measures.map((one) => ({ value: one.id, label: one.words }))} />
          </Form.Item>
        )}
        <Form.Item name="kind" label={t('command.starts')}>
          <Select allowClear options={KINDS.map((kind) => ({ value: kind, label: t(`command.measure.${kind}`) }))} />
        </Form.Item>
        <Form.Item name="words" label={t('command.measureWords')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="reportEveryHours" label={t('command.reportHours')}>
          <InputNumber min={1} max={168} />
        </Form.Item>
        <Form.Item name="at" label={t('documents.at')} rules={needed}>
          <Input type="datetime-local" style={{ width: 220 }} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
