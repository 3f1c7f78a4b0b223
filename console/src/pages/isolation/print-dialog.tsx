import { Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { saveFile } from '../../ui/files.ts'
import { useOperation } from '../../ui/operation.ts'
import { usePurpose } from '../../ui/purpose.tsx'
import { useNeeded } from './decided-fields.tsx'

export interface PrintForm {
  contact: string
  paper: 'a5' | 'a4'
  language: 'zh' | 'en' | 'both'
}

const papers = ['a5', 'a4'] as const
const languages = ['zh', 'en', 'both'] as const

export function PaperFields({ hasContact }: { hasContact: boolean }) {
  const { t } = useTranslation()
  const needed = useNeeded()
  return (
    <>
      {hasContact && (
        <Form.Item name="contact" label={t('isolation.print.contact')} rules={needed}>
          <Input maxLength={100} autoComplete="off" placeholder={t('isolation.print.contactHint')} />
        </Form.Item>
      )}
      <Form.Item name="paper" label={t('isolation.print.paper')}>
        <Radio.Group options={papers.map((value) => ({ value, label: value.toUpperCase() }))} />
      </Form.Item>
      <Form.Item name="language" label={t('isolation.print.language')}>
        <Radio.Group options={languages.map((value) => ({ value, label: t(`isolation.print.languages.${value}`) }))} />
      </Form.Item>
    </>
  )
}

/** The notice for the person, or, once they are free, the certificate. */
export function PrintDialog({
  orderId,
  what,
  onClose,
}: {
  orderId: string
  what: 'slip' | 'certificate'
  onClose(): void
}) {
  const { t } = useTranslation()
  const { header } = usePurpose()
  const print = useOperation(
    ({ contact, paper, language }: PrintForm) => {
      const path = { orderId }
      return what === 'slip'
        ? answer(
            api.POST('/isolation/orders/{orderId}/slip', {
              params: { header, path },
              body: { id: newId(), contact, paper, language },
            }),
          )
        : answer(
            api.GET('/isolation/orders/{orderId}/certificate', {
              params: { header, path, query: { paper, language } },
            }),
          )
    },
    {
      onDone: (file) => {
        saveFile(file)
        onClose()
      },
    },
  )
  return (
    <Dialog
      title={t(`isolation.print.${what}`)}
      verb={t('isolation.print.verb')}
      busy={print.busy}
      refusal={print.refusal}
      form="print-order"
      onClose={onClose}
    >
      {what === 'slip' && <p>{t('isolation.print.about')}</p>}
      <Form<PrintForm>
        name="print-order"
        layout="vertical"
        requiredMark={false}
        initialValues={{ paper: 'a5', language: 'zh' }}
        onFinish={print.send}
      >
        <PaperFields hasContact={what === 'slip'} />
      </Form>
    </Dialog>
  )
}
