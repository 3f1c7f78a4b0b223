import { useQuery } from '@tanstack/react-query'
import { Checkbox, Form, Input, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '../../new-id.ts'
import { meQuery } from '../../session.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { toLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { divisionsQuery } from '../places/queries.ts'
import styles from './exposures.module.css'
import { touched } from './queries.ts'
import { type Who, WhoFields } from './who-fields.tsx'

/** Whose fact it is, when that is known already. */
export interface Subject {
  personId: string
  division: string
}
export interface Said {
  id: string
  division: string
  recordedAt: string
  person: Who
  corrects: string | null
  why: string | null
  learnedFrom: Source
}
export const learnedFrom = ['visit', 'self', 'contact', 'agency-list', 'checkpoint', 'document', 'other'] as const
export type Source = (typeof learnedFrom)[number] | 'import'

interface FactDialogProps<Values> {
  form: string
  title: string
  subject: Subject | undefined
  /** The fact that this one takes the place of. */
  corrects: string | undefined
  initial: Partial<Values>
  send(said: Said, values: Values): Promise<unknown>
  onClose(): void
  children: ReactNode
}
interface Common {
  division?: string
  why?: string
  learnedFrom: Source
}

/** What every fact is asked: who, who keeps it, from whom it is known, and why it is corrected. */
export function FactDialog<Values extends object>(props: FactDialogProps<Values>) {
  const { form, title, subject, corrects, initial, send, onClose, children } = props
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const divisions = useQuery(divisionsQuery).data ?? []
  const [who, setWho] = useState<Who | null>(subject ? { personId: subject.personId } : null)
  const [whoMissing, setWhoMissing] = useState(false)
  const [fields] = Form.useForm()
  const record = useOperation(
    (values: Values & Common) => {
      const person = who as Who
      const said: Said = {
        id: newId(),
        division: values.division ?? subject?.division ?? me?.division ?? '',
        recordedAt: new Date().toISOString(),
        person,
        learnedFrom: values.learnedFrom,
        corrects: corrects ?? null,
        why: corrects ? (values.why ?? null) : null,
      }
      return send(said, values)
    },
    { touches: touched(), onDone: onClose },
  )
  const homes = divisions.filter(({ code }) => code.length === 12 && code.startsWith(me?.division ?? ''))
  return (
    <Dialog
      title={title}
      verb={t('facts.save')}
      busy={record.busy}
      refusal={record.refusal}
      form={form}
      onClose={onClose}
    >
      {!subject && (
        <WhoFields
          who={who}
          onWho={(chosen, division) => {
            setWho(chosen)
            setWhoMissing(false)
            if (division) fields.setFieldValue('division', division)
          }}
        />
      )}
      {whoMissing && <p role="alert">{t('facts.whoNeeded')}</p>}
      <Form
        name={form}
        form={fields}
        layout="vertical"
        requiredMark={false}
        onFinish={(values: Values & Common) => (who ? record.send(values) : setWhoMissing(true))}
        initialValues={{ learnedFrom: 'visit', ...initial }}
      >
        {children}
        <div className={styles.pair}>
          {!subject && (
            <Form.Item
              name="division"
              label={t('facts.division')}
              rules={[{ required: true, message: t('definitions.choose') }]}
            >
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                options={homes.map(({ code, name }) => ({ value: code, label: `${name} ${code}` }))}
              />
            </Form.Item>
          )}
          <Form.Item name="learnedFrom" label={t('facts.learnedFrom')}>
            <Select options={learnedFrom.map((value) => ({ value, label: t(`exposureWords.source.${value}`) }))} />
          </Form.Item>
        </div>
        {corrects && (
          <Form.Item
            name="why"
            label={t('facts.why')}
            rules={[{ required: true, min: 2, message: t('facts.whyNeeded') }]}
          >
            <Input maxLength={200} />
          </Form.Item>
        )}
      </Form>
    </Dialog>
  )
}

interface TimeFieldProps {
  name: string
  label: string
  estimated: string
  needed?: boolean
}

/** A time, and whether it is only about that time. */
export function TimeField({ name, label, estimated, needed = true }: TimeFieldProps) {
  const { t } = useTranslation()
  return (
    <div>
      <Form.Item
        name={name}
        label={label}
        style={{ marginBottom: 4 }}
        rules={needed ? [{ required: true, message: t('facts.timeNeeded') }] : []}
      >
        <Input type="datetime-local" max={toLocalInput(new Date())} />
      </Form.Item>
      <Form.Item name={estimated} valuePropName="checked">
        <Checkbox>{t('facts.isEstimated')}</Checkbox>
      </Form.Item>
    </div>
  )
}
