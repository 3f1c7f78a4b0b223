import { visitRules } from '@qunfang/client/rules'
import { useRef, useState } from 'preact/hooks'
import type { StoredSession } from '../../database.ts'
import { newId } from '../../device/ids.ts'
import { storage, storageTrouble } from '../../device/storage.ts'
import { keepEntry } from '../../outbox/store.ts'
import { noteVisit, type Round } from '../../replica/rounds.ts'
import type { Household } from '../../replica/village.ts'
import { goTo, paths } from '../../ui/router.ts'
import { useDraft } from '../../ui/use-draft.ts'
import { emptyVisit, HOUSEHOLD, isAsked, missingOn, takesNote, toVisit, type VisitForm } from './form.ts'
import { Sheets } from './sheets.tsx'
import { useVisitText } from './texts.ts'
import { chosenRound, type Door, doorName, nextDoor, useWalk } from './walk.ts'

export default function VisitPage({ session, householdId }: { session: StoredSession; householdId: string }) {
  const t = useVisitText()
  const walk = useWalk(session, chosenRound())
  if (!walk) return null
  const door = walk.doors.find(({ home }) => home.id === householdId)
  const { round } = walk
  if (!door || !round) {
    return (
      <main class="page">
        <a class="backlink" href={paths.visits}>
          ← {t('back')}
        </a>
        <p>{t('gone')}</p>
      </main>
    )
  }
  return (
    <AtTheDoor key={round.id} session={session} round={round} door={door} next={nextDoor(walk.doors, door.home.id)} />
  )
}

interface Props {
  session: StoredSession
  round: Round
  door: Door
  next: Door | null
}

function AtTheDoor({ session, round, door, next }: Props) {
  const t = useVisitText()
  const { home } = door
  const draft = `visit:${session.accountId}:${round.id}:${home.id}`
  const [form, change] = useDraft<VisitForm>(draft, session.accountId, emptyVisit)
  const saving = useRef(false)
  const [said, setSaid] = useState<string | null>(null)
  if (!form) return null
  const members = membersOf(home, t)

  async function save(onward: boolean) {
    if (!form) return
    const lacks = lacking(form, round, members, t)
    if (lacks && said !== lacks.text) return setSaid(lacks.text)
    if (lacks?.final || saving.current) return
    saving.current = true
    try {
      await keep(session, { form, round, home, draft })
      storage.set({ trouble: null })
      navigator.vibrate?.([20, 40, 20])
      goTo(onward && next ? paths.visit(next.home.id) : paths.visits)
    } catch (error) {
      // The form stays as it is: nothing was saved and nothing may look as if it had been.
      storage.set({ trouble: storageTrouble(error) })
    } finally {
      saving.current = false
    }
  }
  const changed = (part: Partial<VisitForm>) => {
    setSaid(null)
    change(part)
  }
  return (
    <main class="visit">
      <div class="scroll">
        <a class="backlink" href={paths.visits}>
          ← {t('back')}
        </a>
        <section class="person">
          <h1>{doorName(t, home)}</h1>
          <p>{[home.plain.block, ...members.map(({ name }) => name)].filter(Boolean).join(' · ')}</p>
          {!home.personal && <p class="sub">{t('namesOver')}</p>}
        </section>
        <Outcomes form={form} change={changed} />
        {isAsked(form) && <Sheets form={form} round={round} members={members} change={changed} />}
        {takesNote(form) && (
          <label class="field">
            {t('step.note')}
            <input
              name="note"
              autocomplete="off"
              maxLength={200}
              value={form.note}
              onInput={(event) => changed({ note: event.currentTarget.value })}
            />
          </label>
        )}
      </div>
      <footer class="decide-bar">
        <p class="verdict bad" role="status">
          {said}
        </p>
        <div class="grid two">
          {next && (
            <button type="button" class="primary" onClick={() => void save(true)}>
              {t('saveNext')}
            </button>
          )}
          <button type="button" class={next ? '' : 'primary wide'} onClick={() => void save(false)}>
            {t('save')}
          </button>
        </div>
      </footer>
    </main>
  )
}

type Say = ReturnType<typeof useVisitText>
export interface Member {
  id: string
  name: string
}
const membersOf = ({ plain, personal }: Household, t: Say): Member[] =>
  plain.members.map(({ personId, relation }, at) => ({
    id: personId,
    name: personal?.names[at] ?? (relation === 'head' ? t('head') : t('member', { nth: at + 1 })),
  }))

/** What is still open; `final` is what no second tap gets past. */
function lacking(
  form: VisitForm,
  { questionnaire }: Round,
  members: readonly Member[],
  t: Say,
): { text: string; final: boolean } | null {
  if (form.outcome === null) return { text: t('chooseFirst'), final: true }
  if (!isAsked(form)) return null
  const open = [{ id: HOUSEHOLD, name: t('household') }, ...members].flatMap(({ id, name }) => {
    const count = missingOn(questionnaire, id, form.sheets[id])
    return count > 0 ? [t('of3', { name, count })] : []
  })
  return open.length > 0 ? { text: t('missing', { what: open.join('、') }), final: false } : null
}

interface Kept {
  form: VisitForm
  round: Round
  home: Household
  draft: string
}
async function keep(session: StoredSession, { form, round, home, draft }: Kept): Promise<void> {
  const at = Date.now()
  const content = toVisit(form, round.questionnaire, { id: newId(at), roundId: round.id, householdId: home.id, at })
  const { id, recordedAt, outcome } = content
  const gist = { outcome, screened: 0, turnedBack: 0, vehicles: 0, fever: false }
  await keepEntry({ id, owner: session.accountId, kind: 'visit', recordedAt, gist, content, draftKey: draft })
  await noteVisit(session, { id, roundId: round.id, householdId: home.id, outcome })
}

function Outcomes({ form, change }: { form: VisitForm; change(part: Partial<VisitForm>): void }) {
  const t = useVisitText()
  return (
    <section>
      <h2>{t('step.outcome')}</h2>
      <div class="grid two outcomes">
        {visitRules.outcomes.map((outcome) => (
          <button
            key={outcome}
            type="button"
            aria-pressed={form.outcome === outcome}
            onClick={() => change({ outcome })}
          >
            {t(`outcome.${outcome}`)}
          </button>
        ))}
      </div>
    </section>
  )
}
