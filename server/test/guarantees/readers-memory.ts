import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { Reading } from '../../src/capabilities/exchange/reading.ts'

const CHANNEL = 'qunfang:exchange.reading'
const PROMISED_MB = 300

/**
 * What the processes that read files took at most: as each says of itself at its end, and, where the system shows it, as seen from
 * outside, because one that is killed says nothing any more.
 */
export function watchReaders(): {
  stop(): Promise<{ told: number[]; seenMb: number; mostMb: number; promisedMb: number }>
} {
  const told: number[] = []
  const hear = (message: unknown) => void told.push((message as Reading).peakMb)
  subscribe(CHANNEL, hear)
  let isOver = false
  let seenMb = 0
  const looking = (async () => {
    while (!isOver) {
      seenMb = Math.max(seenMb, ...(await peaksOfChildren()))
      await pause(15)
    }
  })()
  return {
    async stop() {
      isOver = true
      await looking
      unsubscribe(CHANNEL, hear)
      return { told, seenMb, mostMb: Math.max(seenMb, ...told), promisedMb: PROMISED_MB }
    },
  }
}

const listed = (folder: string) => readdir(folder).catch(() => [])
const text = (file: string) => readFile(file, 'utf8').catch(() => '')

async function peaksOfChildren(): Promise<number[]> {
  const threads = await listed('/proc/self/task')
  const lists = await Promise.all(threads.map((thread) => text(`/proc/self/task/${thread}/children`)))
  const children = lists.flatMap((list) => list.split(' ').filter((pid) => pid !== ''))
  const states = await Promise.all(
    children.map(async (pid) => [await text(`/proc/${pid}/cmdline`), await text(`/proc/${pid}/status`)]),
  )
  return states
    .filter(([command]) => command?.includes('exchange/child.ts'))
    .map(([, status]) => Math.ceil(Number(/VmHWM:\s+(\d+) kB/.exec(status ?? '')?.[1] ?? 0) / 1024))
}
