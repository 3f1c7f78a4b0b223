import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/dialog.tsx'
import { useOperation } from '../../ui/operation.ts'
import { divisionsQuery } from '../places/queries.ts'
import { type MadeAccount, makeAccount } from './calls.ts'
import { roles } from './roles.ts'

interface AccountForm {
  name: string
  signInName: string
  division: string
  role: (typeof roles)[number]
  title?: string
}

const toAccount = ({ name, signInName, division, role, title }: AccountForm) => ({
  division,
  signInName,
  name,
  seats: [{ division, role, title: title?.trim() ?? '' }],
})

export function NewAccount({ onClose, onMade }: { onClose(): void; onMade(made: MadeAccount): void }) {
  const { t } = useTranslation()
  const divisions = useQuery(divisionsQuery)
  const make = useOperation((form: AccountForm) => makeAccount(toAccount(form)), {
    touches: [['accounts'], ['seats']],
    onDone: onMade,
  })
  const needed = (message: string) => [{ required: true, message }]
  return (
    <Dialog
      title={t('accounts.add')}
      verb={t('accounts.make')}
      busy={make.busy}
      refusal={make.refusal ?? divisions.error}
      form="new-account"
      onClose={onClose}
    >
      <Form<AccountForm> name="new-account" layout="vertical" requiredMark={false} onFinish={make.send}>
        <Form.Item name="name" label={t('accounts.name')} rules={needed(t('accounts.nameNeeded'))}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="signInName"
          label={t('accounts.signInName')}
          extra={t('accounts.signInNameHint')}
          rules={[{ required: true, pattern: /^[A-Za-z][A-Za-z0-9._-]{2,39}$/, message: t('accounts.signInNameHint') }]}
        >
          <Input maxLength={40} autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item name="role" label={t('seats.role')} rules={needed(t('accounts.roleNeeded'))}>
          <Select options={roles.map((value) => ({ value, label: t(`words.role.${value}`) }))} />
        </Form.Item>
        <Form.Item name="division" label={t('seats.division')} rules={needed(t('accounts.divisionNeeded'))}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            loading={divisions.isPending}
            options={divisions.data?.map(({ code, name }) => ({ value: code, label: `${name} ${code}` })) ?? []}
          />
        </Form.Item>
        <Form.Item name="title" label={t('accounts.title')} extra={t('forms.optional')}>
          <Input maxLength={60} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
