import patches from 'fast-json-patch'
import type { FeedEntry } from '../../kernel/feed.ts'
import type { Tile } from './command-board.tiles.ts'

/** Not sooner after the last time, however much happens; and not later, for clocks run out while nothing happens. */
const SOON_MS = 2_000
const LATE_MS = 30_000
/** A reading may take this share of the time at most: what is slow comes less often and leaves the database to others. */
const SHARE = 4

interface Refused {
  code: string
  status: number
}
/** What a board is told of one tile; without `body` and `patch` it is as it was. */
interface Told {
  tile: string
  at: string
  body?: unknown
  patch?: unknown[]
  problem?: Refused
}

interface Kept {
  body: unknown
  at: string
  problem: Refused | null
  /** All of it as an event, for whoever opens a board before the next reading. */
  whole: string | null
  dueAt: number
  notBefore: number
  isReading: boolean
}

export interface Readings {
  /** Everything there is so far, for a board that has just been opened. */
  told(): string[]
  heard(entries: readonly Pick<FeedEntry, 'kind'>[]): void
  close(): void
}

interface Surroundings {
  tiles: Readonly<Record<string, Tile>>
  read(tile: Tile): Promise<{ body: unknown } | { problem: Refused }>
  tell(text: string): void
}

const eventOf = (told: Told): string => `event: tile\ndata: ${JSON.stringify(told)}\n\n`
const byteCount = (value: unknown): number => JSON.stringify(value)?.length ?? 0

/** The readings of one reach: made once, whoever and however many look at them, and told as what changed in them. */
export function openReadings({ tiles, read, tell }: Surroundings): Readings {
  const kept = new Map<string, Kept>(
    Object.keys(tiles).map((name) => [
      name,
      { body: undefined, at: '', problem: null, whole: null, dueAt: 0, notBefore: 0, isReading: false },
    ]),
  )
  let timer: NodeJS.Timeout | undefined
  let isClosed = false

  const plan = () => {
    clearTimeout(timer)
    if (isClosed) return
    const due = [...kept.values()].filter(({ isReading }) => !isReading).map(({ dueAt }) => dueAt)
    if (due.length > 0) timer = setTimeout(readDue, Math.max(0, Math.min(...due) - Date.now()))
  }
  const readDue = () => {
    for (const [name, one] of kept) if (!one.isReading && one.dueAt <= Date.now()) void readOne(name, one)
    plan()
  }
  async function readOne(name: string, one: Kept): Promise<void> {
    one.isReading = true
    one.dueAt = Number.POSITIVE_INFINITY
    const tile = tiles[name] as Tile
    const began = Date.now()
    const answer = await read(tile)
    const now = Date.now()
    one.isReading = false
    one.notBefore = now + Math.max(SOON_MS, SHARE * (now - began))
    // Something may have been heard meanwhile.
    one.dueAt = Math.max(one.notBefore, Math.min(one.dueAt, now + LATE_MS))
    if (isClosed) return
    tell(eventOf({ tile: name, at: new Date(began).toISOString(), ...keep(one, answer, began) }))
    plan()
  }
  plan()
  return {
    told: () =>
      [...kept].flatMap(([tile, one]) => {
        if (one.at === '') return []
        one.whole ??= wholeOf(tile, one)
        return [one.whole]
      }),
    heard: (entries) => {
      const kinds = new Set(entries.map(({ kind }) => kind))
      for (const [name, one] of kept) {
        if (tiles[name]?.after.some((kind) => kinds.has(kind))) one.dueAt = Math.min(one.dueAt, one.notBefore)
      }
      plan()
    },
    close: () => {
      isClosed = true
      clearTimeout(timer)
    },
  }
}

const wholeOf = (tile: string, { at, body, problem }: Kept): string =>
  eventOf({ tile, at, ...(body === undefined ? {} : { body }), ...(problem ? { problem } : {}) })

/** Remembers the answer, and says it as briefly as it can be said to somebody who knows the one before. */
function keep(one: Kept, answer: { body: unknown } | { problem: Refused }, at: number): Omit<Told, 'tile' | 'at'> {
  one.whole = null
  if ('problem' in answer) {
    one.problem = answer.problem
    one.at ||= new Date(at).toISOString()
    return { problem: answer.problem }
  }
  const before = one.body
  const body: unknown = JSON.parse(JSON.stringify(answer.body))
  Object.assign(one, { body, at: new Date(at).toISOString(), problem: null })
  if (!isTree(before) || !isTree(body)) return { body }
  const patch = patches.compare(before, body)
  return byteCount(patch) < byteCount(body) / 2 ? { patch } : { body }
}

const isTree = (value: unknown): value is object => typeof value === 'object' && value !== null
