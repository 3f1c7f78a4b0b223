import { Checkbox, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useOperation } from '../../ui/operation.ts'
import { PurposeChoice, usePurpose } from '../../ui/purpose.tsx'

const fields = ['name', 'document', 'phone', 'address', 'plate'] as const
type Field = (typeof fields)[number]
export type Whole = Partial<Record<Field, string | null>>

interface UnmaskProps {
  personId: string
  onClose(): void
  onShown(whole: Whole): void
}

/** Only what is named is shown, for as long as the page stays open; that it was shown is on record. */
export function Unmask({ personId, onClose, onShown }: UnmaskProps) {
  const { t } = useTranslation()
  const { header } = usePurpose()
  const look = useOperation(
    (form: { fields: Field[] }) =>
      answer(api.POST('/people/{personId}/unmask', { params: { header, path: { personId } }, body: form })),
    { onDone: ({ shown }) => onShown(shown) },
  )
  return (
    <Dialog
      title={t('person.unmaskTitle')}
      verb={t('person.unmaskVerb')}
      busy={look.busy}
      refusal={look.refusal}
      form="unmask"
      onClose={onClose}
    >
      <p>{t('person.unmaskAbout')}</p>
      <PurposeChoice />
      <Form<{ fields: Field[] }> name="unmask" onFinish={look.send} initialValues={{ fields: ['name', 'phone'] }}>
        <Form.Item name="fields" rules={[{ required: true, message: t('person.unmaskNeeded') }]}>
          <Checkbox.Group
            options={fields.map((value) => ({
              value,
              label: value === 'address' || value === 'plate' ? t(`person.${value}`) : t(`people.${value}`),
            }))}
          />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
