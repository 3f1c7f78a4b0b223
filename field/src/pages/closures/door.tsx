import type { StoredSession } from '../../database.ts'
import { instant } from '../../device/clock.ts'
import { newId } from '../../device/ids.ts'
import { keepEntry } from '../../outbox/store.ts'
import { type Closed, noteFound, readClosures, stateOf } from '../../replica/closures.ts'
import { paths } from '../../ui/router.ts'
import { SaveBar } from '../../ui/save-bar.tsx'
import { Segments } from '../../ui/segments.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { useLive } from '../../ui/use-live.ts'
import { useSaving } from '../../ui/use-saving.ts'
import { useClosuresText } from './texts.ts'

const ACTIONS = ['closed-on-the-spot', 'warned', 'handed-over'] as const
interface Form {
  office: string
  found: 'closed' | 'open' | null
  action: (typeof ACTIONS)[number] | null
}
const emptyForm = (): Form => ({ office: '', found: null, action: null })
const lackingFor = ({ office, found, action }: Form): Array<'office' | 'found' | 'action'> => [
  ...(office.trim().length < 2 ? (['office'] as const) : []),
  ...(found === null ? (['found'] as const) : []),
  ...(found === 'open' && action === null ? (['action'] as const) : []),
]

export default function DoorPage({ session, subjectId }: { session: StoredSession; subjectId: string }) {
  const t = useClosuresText()
  const known = useLive(() => readClosures(session), [session.accountId, session.seatId])
  if (!known) return null
  const one = known.subjects.find(({ id }) => id === subjectId)
  return (
    <main class="page tasks">
      <a class="backlink" href={paths.closures}>
        ← {t('back')}
      </a>
      {one ? <Door session={session} one={one} state={stateOf(one, known.found)} /> : <p>{t('gone')}</p>}
    </main>
  )
}

/** What is seen at the door, saved whether or not there is a network. */
function Door({ session, one, state }: { session: StoredSession; one: Closed; state: Closed['state'] }) {
  const t = useClosuresText()
  const draft = `closure:${session.accountId}:${one.id}`
  const [form, change] = useDraft<Form>(draft, session.accountId, emptyForm)
  const { said, setSaid, save } = useSaving()
  if (!form) return null
  const keepIt = () => {
    const lacks = lackingFor(form)
    if (lacks.length > 0) return setSaid(t('needs', { what: lacks.map((what) => t(`what.${what}`)).join('、') }))
    void save(async () => {
      await keep(session, one, form, draft)
      change({ found: null, action: null })
      return t('saved')
    })
  }
  const changed = (part: Partial<Form>) => {
    setSaid(null)
    change(part)
  }
  return (
    <>
      <h1>{one.name}</h1>
      <p class="sub">
        {[one.divisionName, one.address, t(`state.${state}`), one.until && t('until', { day: lastDay(one.until) })]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <section class="acts">
        <Segments
          label={t('what.found')}
          options={['closed', 'open']}
          value={form.found}
          words={(found) => t(found)}
          onChoose={(found) => changed({ found })}
        />
        {form.found === 'open' && (
          <Segments
            label={t('action')}
            options={ACTIONS}
            value={form.action}
            words={(action) => t(`actions.${action}`)}
            onChoose={(action) => changed({ action })}
          />
        )}
        <label class="field">
          {t('office')}
          <input
            name="office"
            maxLength={60}
            autocomplete="off"
            value={form.office}
            onInput={(event) => changed({ office: event.currentTarget.value })}
          />
        </label>
        <SaveBar said={said} onSave={keepIt}>
          {t('save')}
        </SaveBar>
      </section>
    </>
  )
}

const lastDay = (until: string): string => instant(Date.parse(until) - 1000).slice(0, 10)

async function keep(session: StoredSession, { id: subjectId }: Closed, form: Form, draft: string): Promise<void> {
  const now = Date.now()
  const at = instant(now)
  const id = newId(now)
  const found = form.found ?? 'closed'
  const action = found === 'open' ? form.action : null
  const content = { id, subjectId, at, found, action, inspector: form.office.trim() }
  const gist = { outcome: found, screened: 0, turnedBack: 0, vehicles: 0, fever: false }
  await keepEntry({
    id,
    owner: session.accountId,
    kind: 'closure-look',
    recordedAt: at,
    gist,
    content,
    draftKey: draft,
  })
  await noteFound(session, { id, subjectId, found })
}
