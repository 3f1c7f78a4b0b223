import { peopleRules } from '@qunfang/client/rules'
import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { language } from '../../i18n/i18n.ts'
import { newId } from '../../new-id.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { dayOf } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { documentKindName } from '../../ui/words.ts'
import { touchesPeople } from './queries.ts'

interface AmendForm {
  name?: string
  kind: (typeof peopleRules.documentKinds)[number]
  number?: string
  phone?: string
  address?: string
}

const clean = (typed: string | undefined): string | null => typed?.trim() || null

/** Beside the cell and before the server is asked, in the words the server would use. */
const checkedBy = (check: (typed: string) => peopleRules.Checked<unknown>) => ({
  validator: (_: unknown, typed: string | undefined) => {
    const checked = clean(typed) ? check(typed ?? '') : null
    return checked && !checked.ok
      ? Promise.reject(new Error(peopleRules.reasons[checked.reason][language()]))
      : Promise.resolve()
  },
})

export function Amend({ personId, onClose }: { personId: string; onClose(): void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<AmendForm>()
  const amend = useOperation(
    ({ name, kind, number, phone, address }: AmendForm) =>
      answer(
        api.POST('/people/{personId}/statements', {
          params: { path: { personId } },
          body: {
            id: newId(),
            recordedAt: new Date().toISOString(),
            name: clean(name),
            document: clean(number) ? { kind, number: clean(number) ?? '' } : null,
            phone: clean(phone),
            address: clean(address),
          },
        }),
      ),
    { touches: touchesPeople, onDone: onClose },
  )
  const document = checkedBy((number) =>
    peopleRules.checkDocument({ kind: form.getFieldValue('kind'), number }, { today: dayOf(new Date()) }),
  )
  return (
    <Dialog
      title={t('person.amendTitle')}
      verb={t('person.amendVerb')}
      busy={amend.busy}
      refusal={amend.refusal}
      form="amend"
      onClose={onClose}
    >
      <p>{t('person.amendAbout')}</p>
      <Form<AmendForm>
        form={form}
        name="amend"
        layout="vertical"
        requiredMark={false}
        onFinish={amend.send}
        initialValues={{ kind: 'resident-id' }}
      >
        <Form.Item name="name" label={t('people.name')}>
          <Input maxLength={50} autoComplete="off" />
        </Form.Item>
        <Form.Item name="kind" label={t('entry.kind')}>
          <Select
            options={peopleRules.documentKinds
              .filter((value) => value !== 'none')
              .map((value) => ({ value, label: documentKindName(t, value) }))}
          />
        </Form.Item>
        <Form.Item name="number" label={t('people.document')} dependencies={['kind']} rules={[document]}>
          <Input maxLength={40} autoComplete="off" spellCheck={false} />
        </Form.Item>
        <Form.Item name="phone" label={t('people.phone')} rules={[checkedBy(peopleRules.checkPhone)]}>
          <Input maxLength={30} inputMode="tel" autoComplete="off" />
        </Form.Item>
        <Form.Item name="address" label={t('person.address')}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
