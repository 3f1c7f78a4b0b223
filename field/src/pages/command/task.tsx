import { documentRules } from '@qunfang/client/rules'
import { useRef, useState } from 'preact/hooks'
import type { StoredSession } from '../../database.ts'
import { shortMoment } from '../../device/clock.ts'
import { storage, storageTrouble } from '../../device/storage.ts'
import { keepEntry } from '../../outbox/store.ts'
import { isOver, noteStep, type Paper, readTasks, type SaidStep, stateOf, type Task } from '../../replica/tasks.ts'
import { goTo, paths } from '../../ui/router.ts'
import { useDraft } from '../../ui/use-draft.ts'
import { useLive } from '../../ui/use-live.ts'
import { Evidence } from './evidence.tsx'
import { emptyForm, lackingFor, type TaskForm, toStep } from './form.ts'
import { useTaskText } from './texts.ts'

export default function TaskPage({ session, taskId }: { session: StoredSession; taskId: string }) {
  const t = useTaskText()
  const known = useLive(() => readTasks(session), [session.accountId, session.seatId])
  if (!known) return null
  const task = known.tasks.find(({ id }) => id === taskId)
  const paper = known.papers.find(({ id }) => id === task?.documentId)
  return (
    <main class="page tasks">
      <a class="backlink" href={paths.tasks}>
        ← {t('back')}
      </a>
      {task && paper ? (
        <Whole session={session} task={task} paper={paper} state={stateOf(task, known.said)} />
      ) : (
        <p>{t('gone')}</p>
      )}
    </main>
  )
}

interface WholeProps {
  session: StoredSession
  task: Task
  paper: Paper
  state: Task['state']
}
function Whole({ session, task, paper, state }: WholeProps) {
  const t = useTaskText()
  const draft = `task:${session.accountId}:${task.id}`
  const [form, change] = useDraft<TaskForm>(draft, session.accountId, emptyForm)
  const saving = useRef(false)
  const [said, setSaid] = useState<string | null>(null)
  if (!form) return null

  async function take(step: SaidStep['step']) {
    if (!form || saving.current) return
    const lacks = step === 'done' ? lackingFor(task, form) : []
    if (lacks.length > 0) {
      const words = lacks.map((one) => (one === 'quantity' ? t('quantity', { unit: task.asks?.count ?? '' }) : t(one)))
      return setSaid(t('needs', { what: words.join('、') }))
    }
    if (step === 'returned' && form.note.trim().length < 2) return setSaid(t('needs', { what: t('whyBack') }))
    saving.current = true
    try {
      await keep(session, { task, step, form, draft })
      storage.set({ trouble: null })
      navigator.vibrate?.([20, 40, 20])
      if (isOver(task, step)) goTo(paths.tasks)
      else setSaid(t('saved'))
    } catch (error) {
      // The form stays as it is: nothing was saved and nothing may look as if it had been.
      storage.set({ trouble: storageTrouble(error) })
    } finally {
      saving.current = false
    }
  }
  const changed = (part: Partial<TaskForm>) => {
    setSaid(null)
    change(part)
  }
  const isEarly = state === 'not-received' || state === 'silent'
  return (
    <>
      <h1>{task.title}</h1>
      <p class="sub">
        {t(`state.${state}`)} · {t('due', { at: shortMoment(task.dueAt) })}
      </p>
      <PaperText paper={paper} />
      {!isOver(task, state) && (
        <section class="acts">
          {isEarly && <Act step="received" onTake={take} />}
          {task.kind === 'measure' ? (
            <>
              {state !== 'doing' && <Act step="doing" onTake={take} />}
              <Evidence task={task} form={form} change={changed} />
              <Act step="done" primary onTake={take} />
              <button type="button" class="soft" onClick={() => void take('returned')}>
                {t('sendBack')}
              </button>
            </>
          ) : (
            <Act step="read" primary onTake={take} />
          )}
          <p class="verdict" role="status">
            {said}
          </p>
        </section>
      )}
    </>
  )
}

function Act(props: { step: SaidStep['step']; primary?: boolean; onTake(step: SaidStep['step']): Promise<void> }) {
  const t = useTaskText()
  return (
    <button type="button" class={props.primary ? 'primary wide' : 'wide'} onClick={() => void props.onTake(props.step)}>
      {t(`act.${props.step}`)}
    </button>
  )
}

/** Points are counted, never typed. */
function PaperText({ paper }: { paper: Paper }) {
  const t = useTaskText()
  const over = paper.state !== 'issued'
  return (
    <article class={over ? 'paper over' : 'paper'}>
      {over && <p class="bad">{t('ended')}</p>}
      <p class="sub">{[paper.number, paper.authority, shortMoment(paper.issuedAt)].join(' · ')}</p>
      {paper.to.length > 0 && <p>{paper.to.join('、')}:</p>}
      {documentRules.labelled(paper.body).map(({ label, text, level }, nth) => (
        <p key={nth} class={level === 0 ? '' : 'point'}>
          {label}
          {text}
        </p>
      ))}
    </article>
  )
}

interface Kept {
  task: Task
  step: SaidStep['step']
  form: TaskForm
  draft: string
}
async function keep(session: StoredSession, { task, step, form, draft }: Kept): Promise<void> {
  const written = toStep(task, step, form, Date.now())
  const { recordedAt } = written.step
  const gist = { outcome: step, screened: 0, turnedBack: 0, vehicles: 0, fever: false }
  const owner = session.accountId
  for (const content of written.photos)
    await keepEntry({ id: content.id, owner, kind: 'task-photo', recordedAt, gist, content: { ...content } })
  const { id } = written.step
  await keepEntry({
    id,
    owner,
    kind: 'task-step',
    recordedAt,
    gist,
    content: { ...written.step },
    ...(isOver(task, step) ? { draftKey: draft } : {}),
  })
  await noteStep(session, { id, taskId: task.id, step })
}
