import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useOperation } from '../../ui/operation.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { type Answered, showSecondFactor } from './calls.ts'

interface SecondStepProps {
  challenge: string
  onAnswer(answer: Answered): void
  onBack(): void
}

export function SecondStep({ challenge, onAnswer, onBack }: SecondStepProps) {
  const { t } = useTranslation()
  const prove = useOperation(({ code }: { code: string }) => showSecondFactor(challenge, code.trim()), {
    onDone: onAnswer,
  })
  return (
    <div className="stack">
      <Form name="second-factor" layout="vertical" requiredMark={false} size="large" onFinish={prove.send}>
        <Form.Item name="code" label={t('signIn.code')} rules={[{ required: true, message: t('signIn.codeNeeded') }]}>
          <Input autoFocus autoComplete="one-time-code" autoCapitalize="characters" spellCheck={false} maxLength={64} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={prove.busy}>
          {t('signIn.confirm')}
        </Button>
      </Form>
      {prove.refusal ? <ProblemNotice error={prove.refusal} /> : null}
      <p className="muted small">{t('signIn.codeHelp')}</p>
      <button type="button" className="plain-button" onClick={onBack}>
        {t('signIn.back')}
      </button>
    </div>
  )
}
