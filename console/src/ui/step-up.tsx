import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../api.ts'
import { Dialog } from './dialog.tsx'
import { useOperation } from './operation.ts'
import { useProofAsked } from './proof.ts'

/** Asked in the middle of something sensitive; what was under way goes on by itself afterwards. */
export function StepUp() {
  const { t } = useTranslation()
  const question = useProofAsked()
  const prove = useOperation(
    ({ code }: { code: string }) => answer(api.POST('/me/step-up', { body: { code: code.trim() } })),
    {
      onDone: () => question?.resolve(true),
    },
  )
  if (!question) return null
  return (
    <Dialog
      title={t('stepUp.title')}
      verb={t('signIn.confirm')}
      busy={prove.busy}
      refusal={prove.refusal}
      form="step-up"
      onClose={() => question.resolve(false)}
    >
      <p>{t('stepUp.about')}</p>
      <Form name="step-up" layout="vertical" requiredMark={false} onFinish={prove.send}>
        <Form.Item name="code" label={t('signIn.code')} rules={[{ required: true, message: t('signIn.codeNeeded') }]}>
          <Input autoFocus autoComplete="one-time-code" maxLength={64} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
