import { useState } from 'preact/hooks'
import { type Answer, link } from '../../api.ts'
import { lang, setLang, useText } from '../../i18n/index.ts'
import {
  continueAs,
  enrol,
  findDevice,
  othersHere,
  proveSecondFactor,
  type SignInAnswer,
  signInByWelcome,
} from '../../session.ts'
import { useCell } from '../../ui/cell.ts'
import { goTo, paths, type Route } from '../../ui/router.ts'
import { useLive } from '../../ui/use-live.ts'
import { LossWarning } from '../../ui/warnings.tsx'
import { CodeForm } from './code-form.tsx'
import { NewPassword } from './new-password.tsx'
import { PasswordForm } from './password-form.tsx'

type Step = 'password' | 'second-factor' | 'welcome' | 'enrol' | 'new-password'

/** The start of a shift: name and password, on a phone that the county has enrolled once. */
export default function SignInPage({ route, onDone }: { route: Route; onDone(): void }) {
  const t = useText()
  const { network } = useCell(link)
  const device = useLive(findDevice, [])
  const others = useLive(othersHere, [])
  const [step, setStep] = useState<Step>(route.page === 'enrol' ? 'enrol' : 'password')
  const [challenge, setChallenge] = useState('')
  const [token, setToken] = useState('')

  const proceed = (answer: Answer<SignInAnswer>): string | null => {
    if (answer.is === 'silence') return t(network === 'offline' ? 'signIn.noNetwork' : 'signIn.failed')
    if (answer.is === 'problem') return answer.refusal.title
    if (answer.value.outcome === 'second-factor') {
      setChallenge(answer.value.challenge)
      setStep('second-factor')
      return null
    }
    if (step === 'welcome') {
      setToken(answer.value.token)
      setStep('new-password')
      return null
    }
    onDone()
    return null
  }

  return (
    <main class="page sign-in">
      <header class="brand">
        <img src="/field/icon.svg" alt="" width="56" height="56" />
        <div>
          <h1>{t('app.name')}</h1>
          <p class="sub">{device ? t('signIn.enrolled', { name: device.label }) : t('settings.notEnrolled')}</p>
        </div>
        <button type="button" class="chip" onClick={() => setLang(lang() === 'zh' ? 'en' : 'zh')}>
          {lang() === 'zh' ? 'English' : '中文'}
        </button>
      </header>
      <LossWarning />
      {network === 'offline' && <p class="firm">{t('signIn.noNetwork')}</p>}
      {step === 'password' && <PasswordForm county={device?.county ?? null} proceed={proceed} />}
      {step === 'second-factor' && (
        <CodeForm
          label={t('signIn.secondFactor')}
          hint={t('signIn.secondFactorHint')}
          numeric
          go={t('signIn.go')}
          send={async (code) => proceed(await proveSecondFactor(challenge, code))}
        />
      )}
      {step === 'welcome' && (
        <CodeForm
          label={t('signIn.welcomeCode')}
          hint={t('signIn.welcomeHint')}
          go={t('signIn.go')}
          send={async (code) => proceed(await signInByWelcome(code))}
        />
      )}
      {step === 'new-password' && <NewPassword token={token} onDone={onDone} />}
      {step === 'enrol' && (
        <CodeForm
          label={t('signIn.code')}
          hint={t('signIn.enrolHint')}
          initial={route.page === 'enrol' ? decodeURIComponent(route.id ?? '') : ''}
          go={t('signIn.enrolGo')}
          send={async (code) => {
            const answer = await enrol(code)
            if (answer.is === 'silence') return t('signIn.failed')
            if (answer.is === 'problem') return answer.refusal.title
            goTo(paths.screening)
            setStep('password')
            return null
          }}
        />
      )}
      <nav class="ways">
        {others?.map((one) => (
          <button
            type="button"
            class="wide"
            key={one.accountId}
            onClick={() => void continueAs(one.accountId).then(onDone)}
          >
            {t('signIn.continueAs', { name: one.displayName })}
          </button>
        ))}
        {step !== 'password' && step !== 'new-password' && (
          <button type="button" class="wide soft" onClick={() => setStep('password')}>
            {t('signIn.password')}
          </button>
        )}
        {step === 'password' && (
          <>
            <button type="button" class="wide soft" onClick={() => setStep('welcome')}>
              {t('signIn.welcome')}
            </button>
            {!device && (
              <button type="button" class="wide soft" onClick={() => setStep('enrol')}>
                {t('signIn.enrol')}
              </button>
            )}
          </>
        )}
      </nav>
    </main>
  )
}
