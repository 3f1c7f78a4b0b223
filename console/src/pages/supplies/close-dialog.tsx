import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { FactDialog } from './fact-dialog.tsx'
import type { StoreStock } from './queries.ts'

/** An empty store is given up, for good. */
export function CloseDialog({ store: { storeId }, onClose }: { store: StoreStock; onClose(): void }) {
  const { t } = useTranslation()
  const needed = [{ required: true, message: t('supplies.needed') }]
  return (
    <FactDialog<{ why: string }>
      name="close-store"
      title={t('supplies.closeStore')}
      danger
      about={t('supplies.closeAbout')}
      send={(said) =>
        answer(api.POST('/supplies/stores/{storeId}/closing', { params: { path: { storeId } }, body: said }))
      }
      onClose={onClose}
    >
      <Form.Item name="why" label={t('supplies.why')} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
    </FactDialog>
  )
}
