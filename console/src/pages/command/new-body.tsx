import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { meQuery } from '../../session.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { fromLocalInput, toLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { type Group, touchesCommand } from './queries.ts'

const KINDS = ['leading-group', 'office', 'special-group', 'task-force', 'site-command'] as const
interface Said {
  kind: (typeof KINDS)[number]
  title: string
  mandate: string
  telephone?: string
  parentId?: string
  at: string
}

export function NewBody({ bodies, onClose }: { bodies: readonly Group[]; onClose(): void }) {
  const { t } = useTranslation()
  const division = useQuery(meQuery).data?.seat?.division ?? ''
  const livesAt = useCountyMoment()
  const keep = useOperation(
    ({ telephone, parentId, at, ...said }: Said) => {
      const more = { telephone: telephone?.trim() || null, parentId: parentId ?? null, at: fromLocalInput(at) }
      const nth = Math.min(999, bodies.length)
      return answer(api.POST('/organisation/bodies', { body: { ...said, ...more, id: newId(), division, nth } }))
    },
    { touches: touchesCommand, onDone: onClose },
  )
  const needed = [{ required: true, whitespace: true, message: t('documents.fieldNeeded') }]
  return (
    <Dialog
      title={t('command.newBody')}
      verb={t('forms.save')}
      busy={keep.busy}
      refusal={keep.refusal}
      form="new-body"
      onClose={onClose}
    >
      <Form
        name="new-body"
        layout="vertical"
        requiredMark={false}
        initialValues={{
          kind: bodies.length === 0 ? 'leading-group' : 'special-group',
          at: toLocalInput(livesAt ?? new Date()),
        }}
        onFinish={keep.send}
      >
        <Form.Item name="kind" label={t('command.bodyKind')}>
          <Select options={KINDS.map((kind) => ({ value: kind, label: t(`command.bodyKinds.${kind}`) }))} />
        </Form.Item>
        <Form.Item name="title" label={t('command.bodyTitle')} rules={needed}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="mandate" label={t('command.mandate')} rules={needed}>
          <Input.TextArea maxLength={1000} autoSize={{ minRows: 2 }} />
        </Form.Item>
        <Form.Item name="parentId" label={t('command.under')}>
          <Select allowClear options={bodies.map(({ id, title }) => ({ value: id, label: title }))} />
        </Form.Item>
        <Form.Item name="telephone" label={t('command.telephone')}>
          <Input maxLength={20} />
        </Form.Item>
        <Form.Item name="at" label={t('documents.at')} rules={needed}>
          <Input type="datetime-local" style={{ width: 220 }} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
