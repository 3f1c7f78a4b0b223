import { useState } from 'preact/hooks'
import { type Answer, link } from '../../api.ts'
import { lang, setLang, useText } from '../../i18n/index.ts'
import { findDevice } from '../../roster/device.ts'
import { hasPin } from '../../roster/lock.ts'
import {
  authenticatorBy,
  enrol,
  enterAgain,
  type PersonHere,
  peopleHere,
  proveSecondFactor,
  type SignInAnswer,
  signInByWelcome,
  whoArrived,
} from '../../session.ts'
import { useCell } from '../../ui/cell.ts'
import { goTo, paths, type Route } from '../../ui/router.ts'
import { useLive } from '../../ui/use-live.ts'
import { LossWarning, StorageWarning } from '../../ui/warnings.tsx'
import { CodeForm } from './code-form.tsx'
import { NewAuthenticator } from './new-authenticator.tsx'
import { NewPassword } from './new-password.tsx'
import { PasswordForm } from './password-form.tsx'
import { type PinFor, PinStep } from './pin-step.tsx'

type Step = 'people' | 'pin' | 'password' | 'second-factor' | 'welcome' | 'enrol' | 'new-password' | 'new-authenticator'

/**
 * The start of a shift: name and password, on a phone that the county has enrolled once; and the way back for whoever is signed
 * in here, by PIN and without a network.
 */
export default function SignInPage(props: { route: Route; locked: boolean; onDone(): void }) {
  const { route, locked, onDone } = props
  const t = useText()
  const { network } = useCell(link)
  const device = useLive(findDevice, [])
  const people = useLive(peopleHere, [])
  const [chosen, setStep] = useState<Step>(route.page === 'enrol' ? 'enrol' : locked ? 'people' : 'password')
  const [who, setWho] = useState<PinFor | null>(null)
  const [wiped, setWiped] = useState(false)
  const [challenge, setChallenge] = useState('')
  const [token, setToken] = useState('')
  const [first, setFirst] = useState<readonly string[]>([])

  // Where nobody has signed in yet there is nobody to go on as.
  const step = chosen === 'people' && people?.length === 0 ? 'password' : chosen

  const proceed = (answer: Answer<SignInAnswer>): string | null => {
    if (answer.is === 'silence') return t(network === 'offline' ? 'signIn.noNetwork' : 'signIn.failed')
    if (answer.is === 'problem') return answer.refusal.title
    if (answer.value.outcome === 'second-factor') {
      setChallenge(answer.value.challenge)
      setToken('')
      setStep(answer.value.methods.includes('set-up') ? 'new-authenticator' : 'second-factor')
      return null
    }
    if (step === 'welcome') {
      setToken(answer.value.token)
      setFirst(answer.value.me.secureFirst)
      setStep('new-password')
      return null
    }
    void arrive()
    return null
  }
  const arrive = async () => {
    const arrival = await whoArrived()
    if (!arrival) return
    if (arrival.pin === 'here') return enterAgain().then(onDone)
    setWho({ ...arrival, how: arrival.pin === 'set' ? 'new' : 'say' })
    setStep('pin')
  }
  const back = async (person: PersonHere) => {
    setWho({ ...person, how: (await hasPin(person.accountId)) ? 'back' : 'old' })
    setStep('pin')
  }

  const securing = step === 'new-password' || step === 'new-authenticator'
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
      <StorageWarning />
      <LossWarning />
      {wiped && <p class="loud">{t('pin.wiped')}</p>}
      {network === 'offline' && step === 'password' && <p class="firm">{t('signIn.noNetwork')}</p>}
      {step === 'people' && people && <p class="firm">{t('signIn.locked')}</p>}
      {step === 'pin' && who && (
        <PinStep
          key={who.accountId}
          who={who}
          onDone={onDone}
          onWiped={() => {
            setWiped(true)
            setStep('password')
          }}
        />
      )}
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
      {step === 'new-password' && (
        <NewPassword
          token={token}
          onDone={() => (first.includes('second-factor') ? setStep('new-authenticator') : void arrive())}
        />
      )}
      {step === 'new-authenticator' && (
        <NewAuthenticator
          {...(token ? authenticatorBy.token(token) : authenticatorBy.challenge(challenge))}
          onDone={() => void arrive()}
        />
      )}
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
        {!securing &&
          people
            ?.filter(({ accountId }) => step !== 'pin' || accountId !== who?.accountId)
            .map((one) => (
              <button type="button" class="wide" key={one.accountId} onClick={() => void back(one)}>
                {t('signIn.continueAs', { name: one.displayName })}
                {one.seatTitle && <small> {one.seatTitle}</small>}
              </button>
            ))}
        {step !== 'password' && !securing && (
          <button type="button" class="wide soft" onClick={() => setStep('password')}>
            {t('signIn.byPassword')}
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
