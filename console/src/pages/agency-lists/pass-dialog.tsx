import { useNavigate } from '@tanstack/react-router'
import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { paths } from '../../paths.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useOperation } from '../../ui/operation.ts'
import { DivisionBox } from '../people/division-box.tsx'
import { touchesLists, type WholeEntry } from './queries.ts'

interface PassForm {
  to: string
  note: string
}

/** Somebody who lives elsewhere in the county is answered for there. */
export function PassDialog({ entry, onClose }: { entry: WholeEntry; onClose(): void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const pass = useOperation(
    ({ to, note }: PassForm) =>
      answer(
        api.POST('/agency-list-entries/{entryId}/passings', {
          params: { path: { entryId: entry.id } },
          body: { id: newId(), recordedAt: new Date().toISOString(), to, note: note.trim() },
        }),
      ),
    { touches: touchesLists, onDone: () => void navigate(paths.lists({ view: 'entries' })) },
  )
  return (
    <Dialog
      title={t('listEntry.passTitle', { name: entry.said.name ?? t('listEntries.nameless') })}
      verb={t('listEntry.pass')}
      busy={pass.busy}
      refusal={pass.refusal}
      form="pass-entry"
      onClose={onClose}
    >
      <p className="muted">{t('listEntry.passAbout')}</p>
      <Form<PassForm> name="pass-entry" layout="vertical" requiredMark={false} onFinish={pass.send}>
        <Form.Item
          name="to"
          label={t('listEntry.passTo')}
          rules={[{ required: true, message: t('listEntry.passToNeeded') }]}
        >
          <DivisionBox within={entry.division.slice(0, 6)} label={t('listEntry.passTo')} />
        </Form.Item>
        <Form.Item
          name="note"
          label={t('listEntry.passWhy')}
          extra={t('listEntry.passWhyHint')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('listEntry.passWhyNeeded') }]}
        >
          <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
