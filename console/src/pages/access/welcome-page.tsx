import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter, useRouterState } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { codeOfLink } from '../../paths.ts'
import { meQuery } from '../../session.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { useOperation } from '../../ui/operation.ts'
import { Skeleton } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { AuthenticatorForm } from './authenticator-form.tsx'
import { beginAuthenticator, confirmAuthenticator, signInByWelcome } from './calls.ts'
import { Door } from './door.tsx'
import { PasswordForm } from './password-form.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { Steps } from './steps.tsx'

type Step = 'code' | 'password' | 'authenticator' | 'recovery'
const numbered = ['password', 'authenticator', 'recovery'] as const

function CodeStep({ code, onIn }: { code: string; onIn(): void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const enter = useOperation((form: { code: string }) => signInByWelcome(form.code.trim()), {
    onDone: (answer) => {
      queries.clear()
      queries.setQueryData(meQuery.queryKey, answer.me)
      onIn()
    },
  })
  return (
    <div className="stack">
      <Form
        name="welcome"
        layout="vertical"
        requiredMark={false}
        size="large"
        onFinish={enter.send}
        initialValues={{ code }}
      >
        <Form.Item
          name="code"
          label={t('welcome.code')}
          extra={t('welcome.codeHelp')}
          rules={[{ required: true, message: t('welcome.codeNeeded') }]}
        >
          <Input autoFocus autoCapitalize="characters" autoComplete="off" spellCheck={false} maxLength={64} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={enter.busy}>
          {t('welcome.enter')}
        </Button>
      </Form>
      {enter.refusal ? <ProblemNotice error={enter.refusal} /> : null}
    </div>
  )
}

function AuthenticatorStep({ onCodes }: { onCodes(codes: string[]): void }) {
  const { t } = useTranslation()
  const secret = useQuery({
    queryKey: ['welcome', 'authenticator'],
    queryFn: beginAuthenticator,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const confirm = useOperation(confirmAuthenticator, { onDone: ({ recoveryCodes }) => onCodes(recoveryCodes) })
  return (
    <Loaded query={secret} skeleton={<Skeleton lines={6} height={28} />} empty="never">
      {(made) => (
        <AuthenticatorForm
          made={made}
          verb={t('welcome.next')}
          busy={confirm.busy}
          refusal={confirm.refusal}
          onCode={confirm.send}
        />
      )}
    </Loaded>
  )
}

/** A fresh account, handed over on paper: in by its code, then safe in three small steps. */
export default function WelcomePage() {
  const { t } = useTranslation()
  const code = useRouterState({ select: (state) => codeOfLink(state.location.hash) })
  const router = useRouter()
  const queries = useQueryClient()
  const [step, setStep] = useState<Step>('code')
  const [codes, setCodes] = useState<string[]>([])
  const finish = async () => {
    await queries.invalidateQueries(meQuery)
    router.history.push('/')
  }
  const me = queries.getQueryData(meQuery.queryKey)
  return (
    <Door title={t(`welcome.title.${step}`)} about={t(`welcome.about.${step}`, { name: me?.account.name ?? '' })}>
      {step !== 'code' && (
        <Steps
          names={numbered.map((name) => t(`welcome.step.${name}`))}
          at={numbered.findIndex((name) => name === step)}
        />
      )}
      {step === 'code' && <CodeStep code={code} onIn={() => setStep('password')} />}
      {step === 'password' && (
        <PasswordForm withCurrent={false} verb={t('welcome.next')} onDone={() => setStep('authenticator')} />
      )}
      {step === 'authenticator' && (
        <>
          <AuthenticatorStep
            onCodes={(made) => {
              setCodes(made)
              setStep('recovery')
            }}
          />
          <button type="button" className="plain-button" onClick={() => void finish()}>
            {t('welcome.later')}
          </button>
        </>
      )}
      {step === 'recovery' && (
        <>
          <RecoveryCodes codes={codes} />
          <Button type="primary" size="large" block onClick={() => void finish()}>
            {t('welcome.finish')}
          </Button>
        </>
      )}
    </Door>
  )
}
