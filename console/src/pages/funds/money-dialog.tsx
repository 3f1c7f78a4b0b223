import { useQuery } from '@tanstack/react-query'
import { Checkbox, Form, Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { meQuery } from '../../session.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { toLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { type Field, type FormName, forms, LEVEL_CHOICES, type MoneyForm, type Said } from './forms.ts'
import { yuan } from './money.ts'
import { balanceQuery, purposesQuery, touchesFunds } from './queries.ts'

const DONORS = ['person', 'organisation', 'anonymous'] as const
interface About {
  id: string
  title?: string
  receiptNo?: string
  publicName?: string | null
  fen?: number
  openFen?: number
  purpose?: string
}

/** One form for every movement of money: which fields it has stands in `forms.ts`. */
export function MoneyDialog({ form, about, onClose }: { form: FormName; about?: About; onClose(): void }) {
  const { t } = useTranslation()
  const division = useQuery(meQuery).data?.seat?.division ?? ''
  const livesAt = useCountyMoment()
  const { fields, send, optional = [] }: MoneyForm = forms[form]
  const keep = useOperation((said: Said) => send(said, { division, id: about?.id ?? '' }), {
    touches: touchesFunds,
    onDone: onClose,
  })
  const named = about?.title ?? about?.receiptNo ?? about?.purpose
  const initial = {
    at: toLocalInput(livesAt ?? new Date()),
    documentOn: toLocalInput(livesAt ?? new Date()).slice(0, 10),
    level: 'county',
    donorKind: 'person',
    ...(form === 'naming' ? { publicName: about?.publicName ?? '' } : {}),
    ...(form === 'pay' && about?.openFen ? { yuan: about.openFen / 100 } : {}),
  }
  return (
    <Dialog
      title={named ? `${t(`funds.form.${form}`)} · ${named}` : t(`funds.form.${form}`)}
      verb={t(form === 'approve' || form === 'refuse' ? `funds.form.${form}` : 'forms.save')}
      busy={keep.busy}
      refusal={keep.refusal}
      form="money"
      onClose={onClose}
    >
      {about?.fen !== undefined && <p className="number">{yuan(about.fen)}</p>}
      {form === 'naming' && <p className="muted">{t('funds.namingWhy')}</p>}
      <Form name="money" layout="vertical" requiredMark={false} initialValues={initial} onFinish={keep.send}>
        {fields.map((field) => (
          <MoneyField key={field} field={field} form={form} optional={optional.includes(field)} />
        ))}
      </Form>
    </Dialog>
  )
}

function MoneyField({ field, form, optional }: { field: Field; form: FormName; optional: boolean }) {
  const { t } = useTranslation()
  const donorKind = Form.useWatch('donorKind')
  if (field === 'earmarked')
    return (
      <Form.Item name={field} valuePropName="checked">
        <Checkbox>{t('funds.field.earmarked')}</Checkbox>
      </Form.Item>
    )
  if (field === 'donor' && donorKind === 'anonymous') return null
  const needed = optional && !(field === 'donor') ? [] : [{ required: true, message: t('documents.fieldNeeded') }]
  const label = form === 'rule' && field === 'yuan' ? t('funds.field.above') : t(`funds.field.${field}`)
  return (
    <Form.Item name={field} label={label} rules={needed}>
      <Control field={field} />
    </Form.Item>
  )
}

function Control({ field, ...given }: { field: Exclude<Field, 'earmarked'> }): ReactNode {
  const { t } = useTranslation()
  const purposes = useQuery(purposesQuery).data?.items ?? []
  const pots = useQuery(balanceQuery).data?.items ?? []
  switch (field) {
    case 'purposeId':
    case 'toPurposeId':
      return <Select {...given} options={purposes.map(({ id, title }) => ({ value: id, label: title }))} />
    case 'pot':
      return (
        <Select
          {...given}
          options={pots.map((pot) => ({
            value: `${pot.purposeId} ${pot.sourceId}`,
            label: `${pot.purpose} · ${pot.source} (${yuan(pot.availableFen)})`,
          }))}
        />
      )
    case 'level':
      return (
        <Select {...given} options={LEVEL_CHOICES.map((one) => ({ value: one, label: t(`funds.level.${one}`) }))} />
      )
    case 'donorKind':
      return <Select {...given} options={DONORS.map((one) => ({ value: one, label: t(`funds.donorKind.${one}`) }))} />
    case 'yuan':
      return <InputNumber {...given} min={0} max={10_000_000_000} precision={2} style={{ width: 220 }} />
    case 'at':
      return <Input {...given} type="datetime-local" style={{ width: 220 }} />
    case 'documentOn':
      return <Input {...given} type="date" style={{ width: 220 }} />
    default:
      return <Input {...given} maxLength={field === 'why' || field === 'title' ? 120 : 60} />
  }
}
