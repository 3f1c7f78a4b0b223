import { link } from '../api.ts'
import type { StoredSession } from '../database.ts'
import { storage } from '../device/storage.ts'
import { update } from '../device/update.ts'
import { sayAge, useText } from '../i18n/index.ts'
import { findLoss, lossReported } from '../outbox/loss.ts'
import { standing } from '../outbox/standing.ts'
import { useCell } from './cell.ts'
import { useLive } from './use-live.ts'

/**
 * What a shift has to know; nothing here can be waved away while it is true. Where every pixel is a key (`compact`) only what
 * stops the work is said in full: the rest is a word in the status bar.
 */
export function Warnings(props: { session: StoredSession; compact: boolean; onSignIn(): void }) {
  const { session, compact, onSignIn } = props
  return (
    <div class="warnings" aria-live="assertive">
      <StorageWarning />
      <LossWarning />
      {compact ? null : <Rest session={session} onSignIn={onSignIn} />}
    </div>
  )
}

export function StorageWarning() {
  const t = useText()
  const { trouble } = useCell(storage)
  return trouble && <p class="loud">{t(trouble === 'refused' ? 'warn.storageRefused' : `warn.${trouble}`)}</p>
}

function Rest({ session, onSignIn }: { session: StoredSession; onSignIn(): void }) {
  const t = useText()
  const { clock } = useCell(link)
  const { persistent } = useCell(storage)
  const { waiting, apply } = useCell(update)
  const here = useLive(() => standing(session.accountId), [session.accountId])
  const off = clock?.worthSaying ? clock.ms : 0
  return (
    <>
      {session.ended && (
        <p class="firm">
          {t('warn.signInAgain')}{' '}
          <button type="button" onClick={onSignIn}>
            {t('warn.signInAgainNow')}
          </button>
        </p>
      )}
      {off !== 0 && (
        <p class="firm">{t(off > 0 ? 'warn.clockAhead' : 'warn.clockBehind', { by: sayAge(t, Math.abs(off)) })}</p>
      )}
      {persistent === false && (here?.unsent ?? 0) > 0 && <p class="mild">{t('warn.notKept')}</p>}
      {(here?.ofOthers ?? 0) > 0 && <p class="mild">{t('status.ofOthers', { count: here?.ofOthers ?? 0 })}</p>}
      {waiting && (
        <p class="mild">
          {t('warn.update')}{' '}
          <button type="button" onClick={() => apply?.()}>
            {t('warn.updateNow')}
          </button>
        </p>
      )}
    </>
  )
}

/** Also where nobody is signed in: the sign-ins went with the records. */
export function LossWarning() {
  const t = useText()
  const lost = useLive(() => findLoss(), []) ?? 0
  if (lost === 0) return null
  return (
    <p class="loud">
      {t('warn.vanished', { count: lost })}{' '}
      <button type="button" onClick={() => void lossReported()}>
        {t('warn.vanishedReported')}
      </button>
    </p>
  )
}
