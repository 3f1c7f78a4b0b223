import { visitRules } from '@qunfang/client/rules'
import { useEffect } from 'preact/hooks'
import type { StoredSession } from '../../database.ts'
import { instant } from '../../device/clock.ts'
import { newId } from '../../device/ids.ts'
import { storage, storageTrouble } from '../../device/storage.ts'
import { keepEntry } from '../../outbox/store.ts'
import { type FollowUp, noteClosed, readRounds, refreshRounds } from '../../replica/rounds.ts'
import { readVillage } from '../../replica/village.ts'
import { paths } from '../../ui/router.ts'
import { useLive } from '../../ui/use-live.ts'
import { useVisitText } from './texts.ts'
import { doorName } from './walk.ts'

/** A journey or a contact that is so is recorded as what it is, at the desk: here it can be ruled out. */
const HERE: readonly visitRules.FollowUpOutcome[] = ['updated', 'excluded', 'unreachable']

export default function FollowUpsPage({ session }: { session: StoredSession }) {
  const t = useVisitText()
  const rounds = useLive(() => readRounds(session), [session.accountId, session.seatId])
  const homes = useLive(() => readVillage(session.accountId), [session.accountId])
  useEffect(() => void refreshRounds(session).catch(() => false), [session.token])
  if (!rounds || !homes) return null
  const open = rounds.followUps.filter(({ id }) => !rounds.closed.some(({ followUpId }) => followUpId === id))
  return (
    <main class="page watch visits">
      <a class="backlink" href={paths.visits}>
        ← {t('back')}
      </a>
      <h1>{t('follow.title')}</h1>
      <p class="sub">{t('follow.about')}</p>
      {open.length === 0 && <p class="empty">{t('follow.none')}</p>}
      {open.map((one) => {
        const home = homes.find(({ id }) => id === one.householdId)
        return (
          <section key={one.id} class="card">
            <h2>{t(`follow.kind.${one.kind}`)}</h2>
            <p>{[home && doorName(t, home), one.name, one.openedAt.slice(5, 10)].filter(Boolean).join(' · ')}</p>
            <Ending session={session} followUp={one} />
          </section>
        )
      })}
    </main>
  )
}

function Ending({ session, followUp }: { session: StoredSession; followUp: FollowUp }) {
  const t = useVisitText()
  if (visitRules.isMedical(followUp.kind)) return <p class="small">{t('follow.office')}</p>
  async function close(outcome: visitRules.FollowUpOutcome) {
    const at = Date.now()
    const id = newId(at)
    const content = { id, followUpId: followUp.id, recordedAt: instant(at), outcome }
    const gist = { outcome, screened: 0, turnedBack: 0, vehicles: 0, fever: false }
    try {
      const { recordedAt } = content
      await keepEntry({ id, owner: session.accountId, kind: 'follow-up', recordedAt, gist, content })
      await noteClosed(session, { id, followUpId: followUp.id })
      storage.set({ trouble: null })
    } catch (error) {
      storage.set({ trouble: storageTrouble(error) })
    }
  }
  const outcomes = visitRules.outcomesOf[followUp.kind].filter((one) => HERE.includes(one))
  return (
    <>
      {followUp.kind !== 'roster' && <p class="small">{t('follow.desk')}</p>}
      <div class="grid two">
        {outcomes.map((outcome) => (
          <button key={outcome} type="button" onClick={() => void close(outcome)}>
            {t(`follow.outcome.${outcome}`)}
          </button>
        ))}
      </div>
    </>
  )
}
