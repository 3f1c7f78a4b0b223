import { useState } from 'preact/hooks'
import { useText } from '../../i18n/index.ts'
import { type PinAnswer, unlock } from '../../roster/lock.ts'
import { isEasyPin } from '../../roster/pin.ts'
import { adoptOld, enter } from '../../session.ts'
import { PinForm } from './pin-form.tsx'

/** Who is to say or to choose a PIN, and why: `new` after signing in, `back` at the locked phone, `old` from a version without. */
export interface PinFor {
  accountId: string
  displayName: string
  how: 'new' | 'say' | 'back' | 'old'
}

export function PinStep({ who, onDone, onWiped }: { who: PinFor; onDone(): void; onWiped(): void }) {
  const t = useText()
  const [forgotten, setForgotten] = useState(false)
  const answered = (answer: PinAnswer): string | null => {
    if (answer.is === 'ok') onDone()
    if (answer.is === 'wiped') onWiped()
    if (answer.is === 'wrong') return t('pin.wrong', { left: answer.left })
    return answer.is === 'none' ? t('signIn.failed') : null
  }
  if (who.how === 'new' || who.how === 'old' || forgotten) {
    const keep = async (pin: string) =>
      who.how === 'old'
        ? adoptOld(who.accountId, pin).then(() => answered({ is: 'ok' } as PinAnswer))
        : answered(await enter(pin, true))
    return <ChoosePin name={who.displayName} keep={keep} />
  }
  const send = async (pin: string) =>
    answered(await (who.how === 'back' ? unlock(who.accountId, pin) : enter(pin, false)))
  return (
    <>
      <PinForm label={t('pin.say', { name: who.displayName })} hint={t('pin.sayHint')} send={send} />
      {who.how === 'say' && (
        <button type="button" class="wide soft" onClick={() => setForgotten(true)}>
          {t('pin.forgotten')}
        </button>
      )}
    </>
  )
}

function ChoosePin({ name, keep }: { name: string; keep(pin: string): Promise<string | null> }) {
  const t = useText()
  const [first, setFirst] = useState<string | null>(null)
  const choose = async (pin: string) => {
    if (isEasyPin(pin)) return t('pin.easy')
    setFirst(pin)
    return null
  }
  const repeat = async (pin: string) => {
    if (pin === first) return keep(pin)
    setFirst(null)
    return t('pin.differ')
  }
  return (
    <PinForm
      label={first === null ? t('pin.choose', { name }) : t('pin.again')}
      hint={t('pin.chooseHint')}
      send={first === null ? choose : repeat}
    />
  )
}
