import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useOperation } from '../../ui/operation.ts'
import { touchesLists } from './queries.ts'

export function DestroyDialog({ listId, onClose }: { listId: string; onClose(): void }) {
  const { t } = useTranslation()
  const destroy = useOperation(
    (body: { ground: string }) =>
      answer(api.POST('/agency-lists/{listId}/destruction', { params: { path: { listId } }, body })),
    { touches: touchesLists, onDone: onClose },
  )
  return (
    <FormDialog
      name="destroy-list"
      title={t('oneList.destroyTitle')}
      verb={t('oneList.destroy')}
      about={t('oneList.destroyAbout')}
      danger
      keep={destroy}
      onClose={onClose}
    >
      <Form.Item
        name="ground"
        label={t('oneList.ground')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('oneList.groundNeeded') }]}
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
    </FormDialog>
  )
}
