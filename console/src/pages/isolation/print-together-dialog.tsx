import { Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { saveFile } from '../../ui/files.ts'
import { useOperation } from '../../ui/operation.ts'
import { usePurpose } from '../../ui/purpose.tsx'
import { useNeeded } from './decided-fields.tsx'
import { PaperFields, type PrintForm } from './print-dialog.tsx'

interface Together extends PrintForm {
  of: 'village' | 'document'
  documentNo?: string
}

/** Everybody of a village or of one document, a page each. */
export function PrintTogetherDialog({ village, onClose }: { village: string | undefined; onClose(): void }) {
  const { t } = useTranslation()
  const { header } = usePurpose()
  const needed = useNeeded()
  const [form] = Form.useForm<Together>()
  const of = Form.useWatch('of', form) ?? (village ? 'village' : 'document')
  const print = useOperation(
    ({ contact, paper, language, documentNo }: Together) =>
      answer(
        api.POST('/isolation/slips', {
          params: { header },
          body: {
            id: newId(),
            contact,
            paper,
            language,
            documentNo: of === 'document' ? (documentNo ?? null) : null,
            division: of === 'village' ? (village ?? null) : null,
          },
        }),
      ),
    {
      onDone: (file) => {
        saveFile(file)
        onClose()
      },
    },
  )
  return (
    <Dialog
      title={t('isolation.print.together')}
      verb={t('isolation.print.verb')}
      busy={print.busy}
      refusal={print.refusal}
      form="print-together"
      onClose={onClose}
    >
      <p>{t('isolation.print.togetherAbout')}</p>
      <Form<Together>
        form={form}
        name="print-together"
        layout="vertical"
        requiredMark={false}
        initialValues={{ of, paper: 'a5', language: 'zh' }}
        onFinish={print.send}
      >
        <Form.Item name="of" label={t('isolation.print.of')} hidden={!village}>
          <Radio.Group
            options={(['village', 'document'] as const).map((value) => ({
              value,
              label: t(`isolation.print.ofWhat.${value}`),
            }))}
          />
        </Form.Item>
        {of === 'document' && (
          <Form.Item name="documentNo" label={t('isolation.documentNo')} rules={needed}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
        )}
        <PaperFields hasContact />
      </Form>
    </Dialog>
  )
}
