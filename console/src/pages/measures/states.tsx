import { useTranslation } from 'react-i18next'
import { Tag, type Tone } from '../../ui/tag.tsx'
import type { Counts, Task, TaskState } from './queries.ts'

/** In the order in which somebody has to look at them. */
export const STATES: readonly TaskState[] = [
  'silent',
  'late',
  'returned',
  'not-received',
  'received',
  'read',
  'doing',
  'done',
  'ended',
  'reassigned',
]

/** A sign for each, told apart without its colour and from across a room. */
export const SIGN: Record<TaskState, string> = {
  silent: '?',
  late: '!',
  returned: '↩',
  'not-received': '○',
  received: '◔',
  read: '◑',
  doing: '◕',
  done: '✓',
  ended: '–',
  reassigned: '→',
}
export const TONE: Record<TaskState, Tone> = {
  silent: 'alarm',
  late: 'alarm',
  returned: 'caution',
  'not-received': 'plain',
  received: 'brand',
  read: 'brand',
  doing: 'brand',
  done: 'ok',
  ended: 'plain',
  reassigned: 'plain',
}

export function TaskStateTag({ state }: { state: TaskState }) {
  const { t } = useTranslation()
  return (
    <Tag tone={TONE[state]}>
      <span aria-hidden="true">{SIGN[state]} </span>
      {t(`measures.state.${state}`)}
    </Tag>
  )
}

/** Sign, word and number of each state that there is. */
export function CountTags({ counts }: { counts: Counts }) {
  const { t } = useTranslation()
  return (
    <span className="row">
      {STATES.filter((state) => counts[state]).map((state) => (
        <Tag key={state} tone={TONE[state]}>
          <span aria-hidden="true">{SIGN[state]} </span>
          {t(`measures.state.${state}`)} <b className="number">{counts[state]}</b>
        </Tag>
      ))}
    </span>
  )
}

/** The post or the kind of seat that it is for, where it is not for the place as such. */
export function Addressee({ task: { postTitle, role } }: { task: Pick<Task, 'postTitle' | 'role'> }) {
  const { t } = useTranslation()
  if (postTitle) return <Tag>{postTitle}</Tag>
  return role ? <Tag>{t(`words.role.${role}`)}</Tag> : null
}
