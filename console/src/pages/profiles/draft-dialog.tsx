import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useOperation } from '../../ui/operation.ts'
import { type EditionHead, said } from './queries.ts'

interface Draft {
  basedOn: string
  code: string
  disease?: string
  zh: string
  en: string
}

const CODE = /^[a-z][a-z0-9-]{1,39}$/

export function DraftDialog(props: {
  editions: readonly EditionHead[]
  basedOn?: string
  onClose(): void
  onDrafted(code: string): void
}) {
  const { t } = useTranslation()
  const { editions, basedOn, onClose, onDrafted } = props
  const draft = useOperation(
    ({ disease, ...said }: Draft) =>
      answer(
        api.POST('/cases/editions', {
          body: { id: newId(), ...said, ...(disease ? { disease: disease.trim() } : {}) },
        }),
      ),
    { touches: [['editions']], onDone: ({ code }) => onDrafted(code) },
  )
  const needed = [{ required: true, whitespace: true, message: t('profiles.needed') }]
  const code = { pattern: CODE, message: t('profiles.codeWrong') }
  const usual = editions.filter(({ state }) => state !== 'draft')
  return (
    <Dialog
      title={t('profiles.draftTitle')}
      verb={t('profiles.draftNew')}
      busy={draft.busy}
      refusal={draft.refusal}
      form="draft-edition"
      onClose={onClose}
    >
      <p className="muted">{t('profiles.draftAbout')}</p>
      <Form<Draft>
        name="draft-edition"
        layout="vertical"
        requiredMark={false}
        onFinish={draft.send}
        initialValues={{ basedOn: basedOn ?? usual.findLast(({ state }) => state === 'in-force')?.code }}
      >
        <Form.Item name="basedOn" label={t('profiles.draftFrom')} rules={needed}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={usual.map((edition) => ({ value: edition.code, label: `${said(edition)} · ${edition.code}` }))}
          />
        </Form.Item>
        <Form.Item name="code" label={t('profiles.code')} extra={t('profiles.codeAbout')} rules={[...needed, code]}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="zh" label={t('profiles.nameZh')} rules={needed}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="en" label={t('profiles.nameEn')} rules={needed}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="disease" label={t('profiles.newDisease')} extra={t('profiles.sameDisease')} rules={[code]}>
          <Input maxLength={40} autoComplete="off" placeholder={t('forms.optional')} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
