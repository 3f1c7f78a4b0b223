import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { FactDialog as Dialog, type FactDialogProps, LookedAt } from '../../ui/fact-dialog.tsx'
import { touchesSupplies } from './queries.ts'

export type { Fact } from '../../ui/fact-dialog.tsx'

type Props<F extends object> = Omit<FactDialogProps<F>, 'touches' | 'verb'> & { verb?: string }

/** Something that happened to goods, in a county of the past at the moment at which it lives. */
export function FactDialog<F extends object>({ verb, ...props }: Props<F>) {
  const livesAt = useCountyMoment()
  return (
    <LookedAt value={livesAt ?? undefined}>
      <Dialog<F> {...props} verb={verb ?? props.title} touches={touchesSupplies} />
    </LookedAt>
  )
}

export function TextField(props: { name: string; label: string; needed?: boolean; max?: number }) {
  const { name, label, needed = false, max = 60 } = props
  const { t } = useTranslation()
  return (
    <Form.Item name={name} label={label} rules={needed ? [{ required: true, message: t('supplies.needed') }] : []}>
      <Input maxLength={max} />
    </Form.Item>
  )
}
