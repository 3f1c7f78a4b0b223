import { type CheckpointPlan, instant, type ShiftPlan } from './events.ts'
import type { FiguresFile } from './figures.ts'
import { at, chance } from './random.ts'
import { midnight } from './traffic.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

const notes = [
  null,
  null,
  null,
  '体温枪电量低,已换电池',
  '路面结冰,车道改为一条',
  '口罩剩余不多,已报乡镇',
  '消毒液已补充',
  '登记表用完,换新本',
  '夜间值守两人一组',
]

export interface ShiftBook {
  shifts: ShiftPlan[]
  /** The shift on duty at a moment; village points keep none. */
  onDuty(checkpointId: string, ms: number): string | null
}

/** Stations work round the clock: each shift is handed over by the one before, from the opening to the end of the calendar. */
export function planShifts(file: FiguresFile, county: string, checkpoints: readonly CheckpointPlan[]): ShiftBook {
  const shifts: ShiftPlan[] = []
  const rota = new Map<string, Array<{ fromMs: number; id: string }>>()
  for (const checkpoint of checkpoints) {
    if (checkpoint.kind === 'village-turn-back') continue
    const draw = chance(file.seed, county, 'shifts', checkpoint.key)
    const turns: Array<{ fromMs: number; id: string }> = []
    for (const fromMs of changes(file, checkpoint.openedMs)) {
      // The hand-over takes some minutes, never the same.
      const recordedMs = fromMs === checkpoint.openedMs ? fromMs : fromMs - draw.whole(60, 540) * 1000
      const id = draw.id(recordedMs)
      shifts.push({
        id,
        checkpointId: checkpoint.id,
        recordedAt: instant(recordedMs, file.calendar.offset),
        members: checkpoint.kind === 'expressway-exit' ? draw.whole(6, 9) : draw.whole(3, 6),
        handedOverFrom: turns.at(-1)?.id ?? null,
        note: draw.pick(notes),
      })
      turns.push({ fromMs: recordedMs, id })
    }
    rota.set(checkpoint.id, turns)
  }
  return { shifts, onDuty: (checkpointId, ms) => find(rota.get(checkpointId) ?? [], ms) }
}

function changes(file: FiguresFile, openedMs: number): number[] {
  const endsMs = Date.parse(file.calendar.endsAt)
  const all = [openedMs]
  for (let day = midnight(openedMs, file.calendar.offset); day < endsMs; day += DAY) {
    for (const hour of [...file.calendar.shiftHours].sort((one, other) => one - other)) {
      const changeMs = day + hour * HOUR
      // Nobody hands over in the first hour of a checkpoint's life.
      if (changeMs > openedMs + HOUR && changeMs < endsMs) all.push(changeMs)
    }
  }
  return all
}

function find(turns: ReadonlyArray<{ fromMs: number; id: string }>, ms: number): string | null {
  let [low, high] = [0, turns.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (at(turns, middle).fromMs <= ms) low = middle + 1
    else high = middle
  }
  return low === 0 ? null : at(turns, low - 1).id
}
