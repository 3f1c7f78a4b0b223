import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter, useRouterState } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { codeOfLink, ownAddress, paths } from '../../paths.ts'
import { type Me, meQuery } from '../../session.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { useOperation } from '../../ui/operation.ts'
import { Skeleton } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { AuthenticatorForm } from './authenticator-form.tsx'
import { beginAuthenticator, confirmAuthenticator, signInByWelcome, signOut } from './calls.ts'
import { Door } from './door.tsx'
import { PasswordForm } from './password-form.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { Steps } from './steps.tsx'

type Step = 'code' | 'password' | 'authenticator' | 'recovery'
const numbered = ['password', 'authenticator', 'recovery'] as const
const route = getRouteApi('/welcome')

const firstStep = (me: Me | undefined): Step => {
  const [missing] = me?.secureFirst ?? []
  if (!missing) return 'code'
  return missing === 'password' ? 'password' : 'authenticator'
}

function CodeStep({ code, onIn }: { code: string; onIn(me: Me): void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const enter = useOperation((form: { code: string }) => signInByWelcome(form.code.trim()), {
    onDone: (answer) => {
      queries.clear()
      queries.setQueryData(meQuery.queryKey, answer.me)
      onIn(answer.me)
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

/** A fresh account, handed over on paper: in by its code, then safe in three small steps before anything else. */
export default function WelcomePage() {
  const { t } = useTranslation()
  const code = useRouterState({ select: (state) => codeOfLink(state.location.hash) })
  const { next } = route.useSearch()
  const router = useRouter()
  const queries = useQueryClient()
  const me = useQuery({ ...meQuery, enabled: false }).data
  // A code in the address is somebody who has just come, whoever was here before.
  const [step, setStep] = useState<Step>(() => (code ? 'code' : firstStep(me)))
  const [codes, setCodes] = useState<string[]>([])
  const finish = () => {
    queries.removeQueries(meQuery)
    router.history.push(ownAddress(next))
  }
  const leave = useOperation(signOut, {
    onDone: () => {
      queries.clear()
      router.history.push('/sign-in')
    },
  })
  const needsFactor = me?.secureFirst.includes('second-factor') ?? false
  return (
    <Door title={t(`welcome.title.${step}`)} about={t(`welcome.about.${step}`, { name: me?.account.name ?? '' })}>
      {step !== 'code' && (
        <Steps
          names={numbered.map((name) => t(`welcome.step.${name}`))}
          at={numbered.findIndex((name) => name === step)}
        />
      )}
      {step === 'code' && (
        <CodeStep
          code={code}
          onIn={(known) => {
            // Used up; whoever loads the page anew is not asked for it again.
            router.history.replace(router.buildLocation(paths.welcome({ next })).href)
            setStep(firstStep(known))
          }}
        />
      )}
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
          {!needsFactor && (
            <button type="button" className="plain-button" onClick={finish}>
              {t('welcome.later')}
            </button>
          )}
        </>
      )}
      {step === 'recovery' ? (
        <>
          <RecoveryCodes codes={codes} />
          <Button type="primary" size="large" block onClick={finish}>
            {t('welcome.finish')}
          </Button>
        </>
      ) : (
        (step === 'password' || (step === 'authenticator' && needsFactor)) && (
          <p className="muted small">
            {t('welcome.first')}{' '}
            <button type="button" className="plain-button" onClick={() => leave.send(undefined)}>
              {t('welcome.leave')}
            </button>
          </p>
        )
      )}
    </Door>
  )
}
