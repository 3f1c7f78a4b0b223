import { useState } from 'preact/hooks'
import { shortMoment } from '../device/clock.ts'

interface FetchedProps {
  at: number | null
  refresh(): Promise<boolean>
  say(what: 'ask' | 'asking' | 'unanswered'): string
  sayAt(time: string): string
}

/** Of when a list is, and a tap to fetch it anew. */
export function Fetched({ at, refresh, say, sayAt }: FetchedProps) {
  const [state, setState] = useState<'asked' | 'asking' | 'unanswered'>('asked')
  const ask = async () => {
    setState('asking')
    setState((await refresh().catch(() => false)) ? 'asked' : 'unanswered')
  }
  const time = at === null ? '' : shortMoment(at)
  return (
    <>
      <button type="button" class="soft" disabled={state === 'asking'} onClick={() => void ask()}>
        {state === 'asking' ? say('asking') : at === null ? say('ask') : sayAt(time)}
      </button>
      {state === 'unanswered' && (
        <p class="bad" role="alert">
          {say('unanswered')}
        </p>
      )}
    </>
  )
}
