import type { drillSchema } from '@qunfang/client/rules'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Outcome } from './queries.ts'

export type Setting = drillSchema.Setting
interface Told {
  done?: number
  outcome?: Outcome
  refused?: boolean
}
export type Drill =
  | { is: 'idle' }
  | { is: 'running'; done: number; runs: number }
  | { is: 'failed' }
  /** `before`: what came of the drill before this one on the same page, to hold this one against. */
  | { is: 'done'; setting: Setting; outcome: Outcome; before: Outcome | null }

/** One drill at a time; a new one, or leaving the page, stops the one before. */
export function useDrill() {
  const [drill, setDrill] = useState<Drill>({ is: 'idle' })
  const worker = useRef<Worker>(undefined)
  const last = useRef<Outcome>(null)
  const stop = useCallback(() => {
    worker.current?.terminate()
    worker.current = undefined
    setDrill((now) => (now.is === 'running' ? { is: 'idle' } : now))
  }, [])
  const start = useCallback((setting: Setting) => {
    worker.current?.terminate()
    const at = new Worker(new URL('./drill.worker.ts', import.meta.url), { type: 'module' })
    worker.current = at
    setDrill({ is: 'running', done: 0, runs: setting.runs })
    at.onerror = () => setDrill({ is: 'failed' })
    at.onmessage = ({ data: { done, outcome, refused } }: MessageEvent<Told>) => {
      if (refused) setDrill({ is: 'failed' })
      else if (outcome) {
        setDrill({ is: 'done', setting, outcome, before: last.current })
        last.current = outcome
      } else if (done !== undefined) setDrill({ is: 'running', done, runs: setting.runs })
      if (refused || outcome) at.terminate()
    }
    at.postMessage({ setting })
  }, [])
  useEffect(() => () => worker.current?.terminate(), [])
  return { drill, start, stop }
}
