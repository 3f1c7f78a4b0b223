import '../../ui/styles/tasks.css'
import { useEffect, useState } from 'preact/hooks'
import type { StoredSession } from '../../database.ts'
import { shortMoment } from '../../device/clock.ts'
import { isOver, readTasks, refreshTasks, stateOf, type Task } from '../../replica/tasks.ts'
import { paths } from '../../ui/router.ts'
import { useLive } from '../../ui/use-live.ts'
import type { PageProps } from '../../works.ts'
import TaskPage from './task.tsx'
import { useTaskText } from './texts.ts'

export default function TasksPage({ session, id }: PageProps) {
  if (id) return <TaskPage key={id} session={session} taskId={id} />
  return <TaskList session={session} />
}

/** What the place has to read and to do, what presses most first. */
function TaskList({ session }: { session: StoredSession }) {
  const t = useTaskText()
  const known = useLive(() => readTasks(session), [session.accountId, session.seatId])
  useEffect(() => void refreshTasks(session).catch(() => false), [session.token])
  if (!known) return null
  const rows = known.tasks.map((task) => ({ task, state: stateOf(task, known.said) }))
  const open = rows
    .filter(({ task, state }) => !isOver(task, state))
    .sort((a, b) => (a.task.dueAt < b.task.dueAt ? -1 : 1))
  return (
    <main class="page watch tasks">
      <header class="watch-head">
        <h1>{t('title')}</h1>
        <p>
          <b>{t('left', { count: open.length })}</b>
          {t('of', { count: rows.length })}
        </p>
        <Asked session={session} at={known.at} />
      </header>
      {open.length === 0 && <p class="empty">{t(known.at === null ? 'never' : 'none')}</p>}
      <ul class="doors">
        {open.map(({ task, state }) => (
          <li key={task.id}>
            <a class={`door ${state}`} href={paths.task(task.id)}>
              <span class="who">
                <b>{task.title}</b>
                <small>
                  {[task.number, task.division === session.division ? null : task.divisionName]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
                <small>{headOf(t, task)}</small>
              </span>
              <span class="state">{t(`state.${state}`)}</span>
            </a>
          </li>
        ))}
      </ul>
    </main>
  )
}

const headOf = (t: ReturnType<typeof useTaskText>, { kind, dueAt }: Task): string => {
  const due = t('due', { at: shortMoment(dueAt) })
  if (kind === 'measure') return due
  return `${t(kind === 'end' ? 'toReadEnd' : 'toRead')} · ${due}`
}
function Asked({ session, at }: { session: StoredSession; at: number | null }) {
  const t = useTaskText()
  const [state, setState] = useState<'asked' | 'asking' | 'unanswered'>('asked')
  const ask = async () => {
    setState('asking')
    setState((await refreshTasks(session).catch(() => false)) ? 'asked' : 'unanswered')
  }
  const time = at === null ? '' : shortMoment(at)
  return (
    <>
      <button type="button" class="soft" disabled={state === 'asking'} onClick={() => void ask()}>
        {state === 'asking' ? t('asking') : at === null ? t('ask') : t('asked', { time })}
      </button>
      {state === 'unanswered' && (
        <p class="bad" role="alert">
          {t('unanswered')}
        </p>
      )}
    </>
  )
}
