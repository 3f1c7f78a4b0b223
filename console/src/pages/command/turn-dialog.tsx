import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { fromLocalInput, toLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { standingDocumentsQuery } from '../documents/queries.ts'
import styles from './command.module.css'
import { type Ladder, type Plan, touchesCommand } from './queries.ts'

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
  planId?: string
  documentId?: string
  starts?: Array<{ kind: (typeof KINDS)[number]; words: string }>
  stops?: string[]
  at: string
}
const CLOSED = ''

interface TurnDialogProps {
  ladder: Ladder
  /** Whose clocks can begin with it. */
  plans: readonly Plan[]
  onClose(): void
}
/** Opening, changing and closing in one form: the level that is chosen says which of them it is. */
export function TurnDialog({ ladder, plans, onClose }: TurnDialogProps) {
  const { t } = useTranslation()
  const livesAt = useCountyMoment()
  const [form] = Form.useForm<Said>()
  const documents = useQuery(standingDocumentsQuery).data?.items ?? []
  const turn = useOperation(
    ({ rung = CLOSED, starts = [], stops = [], planId, documentId, reportEveryHours = null, at, ...said }: Said) =>
      answer(
        api.POST('/response-ladders/{ladderId}/turns', {
          params: { path: { ladderId: ladder.id } },
          body: {
            ...said,
            ...{
              id: newId(),
              stops,
              planId: planId ?? null,
              documentId: documentId ?? null,
              reportEveryHours,
              at: fromLocalInput(at),
            },
            turn: rung === CLOSED ? 'closed' : ladder.rung === null ? 'opened' : 'changed',
            rung: rung === CLOSED ? null : rung,
            starts: starts.map((one) => ({ ...one, id: newId() })),
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
        form={form}
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
        {documents.length > 0 && (
          <Form.Item name="documentId" label={t('command.ownDocument')}>
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              options={documents.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
              onChange={(id: string | undefined) => {
                const chosen = documents.find((one) => one.id === id)
                if (chosen) form.setFieldsValue({ documentNo: chosen.number ?? '', authority: chosen.authority })
              }}
            />
          </Form.Item>
        )}
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
        <Starts />
        {plans.length > 0 && (
          <Form.Item name="planId" label={t('command.plan')}>
            <Select
              allowClear
              options={plans.map(({ id, title, year }) => ({ value: id, label: `${title} (${year})` }))}
            />
          </Form.Item>
        )}
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

/** As many measures as begin with it, each of a kind and in words. */
function Starts() {
  const { t } = useTranslation()
  const needed = [{ required: true, whitespace: true, message: t('documents.fieldNeeded') }]
  return (
    <Form.List name="starts">
      {(fields, { add, remove }) => (
        <fieldset className={styles.list}>
          <legend>{t('command.starts')}</legend>
          {fields.map(({ key, name }) => (
            <div key={key} className={styles.start}>
              <Form.Item name={[name, 'kind']} rules={needed}>
                <Select
                  aria-label={t('command.measureKind', { nth: name + 1 })}
                  options={KINDS.map((kind) => ({ value: kind, label: t(`command.measure.${kind}`) }))}
                />
              </Form.Item>
              <Form.Item name={[name, 'words']} rules={needed}>
                <Input aria-label={t('command.measureNth', { nth: name + 1 })} maxLength={200} />
              </Form.Item>
              <Button aria-label={t('command.dropMeasure', { nth: name + 1 })} onClick={() => remove(name)}>
                ×
              </Button>
            </div>
          ))}
          <Button onClick={() => add({ kind: 'closures', words: '' })}>{t('command.addMeasure')}</Button>
        </fieldset>
      )}
    </Form.List>
  )
}
