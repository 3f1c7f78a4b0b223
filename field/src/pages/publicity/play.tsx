import { SaveBar } from '../../ui/save-bar.tsx'
import { Segments } from '../../ui/segments.tsx'
import '../../ui/styles/tasks.css'
import type { StoredSession } from '../../database.ts'
import { instant } from '../../device/clock.ts'
import { newId } from '../../device/ids.ts'
import { keepEntry } from '../../outbox/store.ts'
import { dueMoment, notePlay, type Plan, readPlan, type Slot, slotsOf, stateOf } from '../../replica/plays.ts'
import { paths } from '../../ui/router.ts'
import { useDraft } from '../../ui/use-draft.ts'
import { useLive } from '../../ui/use-live.ts'
import { useSaving } from '../../ui/use-saving.ts'
import { Proof } from './proof.tsx'
import { usePlaysText } from './texts.ts'

const REASONS = ['power-cut', 'broken', 'nobody-there', 'weather', 'other'] as const
export interface Form {
  played: boolean | null
  minutes: string
  reason: (typeof REASONS)[number] | null
  note: string
  photo: string | null
}
const emptyForm = (): Form => ({ played: null, minutes: '', reason: null, note: '', photo: null })

type Lack = 'needsPlayed' | 'needsMinutes' | 'needsReason' | 'needsProof'
/** Whoever says that it was played shows it, with a picture or a few words. */
function lackingIn({ played, minutes, reason, note, photo }: Form): Lack | null {
  if (played === null) return 'needsPlayed'
  if (!played) return reason === null ? 'needsReason' : null
  if (minutes !== '' && !/^\d{1,3}$/.test(minutes)) return 'needsMinutes'
  return photo === null && note.trim().length < 2 ? 'needsProof' : null
}

export function PlayPage({ session, slotId }: { session: StoredSession; slotId: string }) {
  const t = usePlaysText()
  const plan = useLive(() => readPlan(session), [session.accountId, session.seatId])
  if (!plan) return null
  const slot = slotsOf(plan, Date.now()).find(({ id }) => id === slotId)
  return (
    <main class="page tasks">
      <a class="backlink" href={paths['reading-out']}>
        ← {t('back')}
      </a>
      {slot ? <Play session={session} plan={plan} slot={slot} /> : <p>{t('gone')}</p>}
    </main>
  )
}

interface PlayProps {
  session: StoredSession
  plan: Plan
  slot: Slot
}
/** Played or not, saved whether or not there is a network. */
function Play({ session, plan, slot }: PlayProps) {
  const t = usePlaysText()
  const draft = `play:${session.accountId}:${slot.id}`
  const [form, change, replace] = useDraft<Form>(draft, session.accountId, emptyForm)
  const { said, setSaid, save } = useSaving()
  if (!form) return null
  const keepIt = () => {
    const lack = lackingIn(form)
    if (lack) return setSaid(t(lack))
    void save(async () => {
      await keep({ session, plan, slot }, form, draft)
      replace(emptyForm())
      return t('saved')
    })
  }
  const changed = (part: Partial<Form>) => {
    setSaid(null)
    change(part)
  }
  return (
    <>
      <h1>{`${slot.dueOn.slice(5)} ${slot.dueAt}`}</h1>
      <p class="sub">
        {[slot.title, t('takes', { count: slot.seconds }), t(`state.${stateOf(plan, slot, Date.now())}`)].join(' · ')}
      </p>
      <section class="acts">
        <Segments
          label={t('wasIt')}
          options={[true, false]}
          value={form.played}
          words={(played) => t(played ? 'state.played' : 'state.missed')}
          onChoose={(played) => changed({ played })}
        />
        {form.played === true && <Heard form={form} minutes={slot.minutes} change={changed} />}
        {form.played === false && (
          <Segments
            label={t('why')}
            options={REASONS}
            value={form.reason}
            words={(reason) => t(`reason.${reason}`)}
            onChoose={(reason) => changed({ reason })}
          />
        )}
        <Proof form={form} change={changed} />
        <SaveBar said={said} onSave={keepIt}>
          {t('save')}
        </SaveBar>
      </section>
    </>
  )
}

interface PartProps {
  form: Form
  change(part: Partial<Form>): void
}
function Heard({ form, minutes, change }: PartProps & { minutes: number }) {
  const t = usePlaysText()
  return (
    <label class="field">
      {t('minutes')}
      <input
        name="minutes"
        inputMode="numeric"
        maxLength={3}
        autocomplete="off"
        placeholder={String(minutes)}
        value={form.minutes}
        onInput={(event) => change({ minutes: event.currentTarget.value.replace(/\D/g, '') })}
      />
    </label>
  )
}

/** The play first, and its picture as a record of its own: the one is not held up by the other. */
async function keep({ session, plan, slot }: PlayProps, form: Form, draftKey: string): Promise<void> {
  const now = Date.now()
  const [id, recordedAt, owner] = [newId(now), instant(now), session.accountId]
  const played = form.played === true
  const { airingId, pieceId, dueOn, dueAt } = slot
  const note = form.note.trim()
  const content = {
    ...{ id, division: session.division, pieceId, airingId, loudspeakerId: plan.loudspeakerId, dueOn, dueAt, played },
    minutes: played ? Number(form.minutes || slot.minutes) : null,
    reason: played ? null : form.reason,
    ...(note ? { note } : {}),
    ...{ at: dueMoment(slot), recordedAt },
  }
  const gist = { outcome: played ? 'played' : 'missed', screened: 0, turnedBack: 0, vehicles: 0, fever: false }
  if (form.photo) {
    const photo = { id: newId(now), playId: id, content: form.photo }
    await keepEntry({ id, owner, kind: 'play', recordedAt, gist, content })
    await keepEntry({ id: photo.id, owner, kind: 'play-photo', recordedAt, gist, content: photo, draftKey })
  } else await keepEntry({ id, owner, kind: 'play', recordedAt, gist, content, draftKey })
  await notePlay(session, { id, slot: slot.id, played })
}
