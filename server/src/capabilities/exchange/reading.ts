import { type ChildProcess, spawn } from 'node:child_process'
import { channel } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { isHarmless, partsOf } from './parts.ts'
import { fileTooLarge, readerAbsent, readersBusy, refusedFile, tooSlow } from './problems.ts'
import {
  type Limits,
  type Line,
  type Part,
  RefusedFile,
  type Row,
  type SheetHead,
  type Source,
  unpack,
  usualLimits,
} from './table.ts'

const CHILD = fileURLToPath(new URL('child.ts', import.meta.url))
/** The program and its libraries, which may lie elsewhere behind a link. */
const LIBRARIES = createRequire(import.meta.url)
  .resolve('saxes')
  .replace(/(?<=[\\/]node_modules[\\/]).*$/, '')
const READABLE = [fileURLToPath(new URL('../../../../', import.meta.url)), LIBRARIES].map(
  (folder) => `--allow-fs-read=${folder}*`,
)

export interface Reading {
  peakMb: number
}
/** What it cost to read a file, for whoever measures. */
const readings = channel('qunfang:exchange.reading')

/** Whoever waits may hold a connection meanwhile, so few wait, and not for long. */
const ABREAST = 2
const WAITING_MAX = 4
let reading = 0
const waiting: Array<() => void> = []

async function takeTurn(waitMs: number): Promise<void> {
  if (reading < ABREAST) {
    reading += 1
    return
  }
  if (waiting.length >= WAITING_MAX) throw readersBusy()
  await new Promise<void>((resolve, reject) => {
    // Whoever makes room hands it on, so nobody slips in between.
    const called = () => {
      clearTimeout(alarm)
      resolve()
    }
    const alarm = setTimeout(() => {
      waiting.splice(waiting.indexOf(called), 1)
      reject(readersBusy())
    }, waitMs)
    waiting.push(called)
  })
}

function endTurn(): void {
  const next = waiting.shift()
  if (next) next()
  else reading -= 1
}

export type SheetPart = { source: Source } | { sheet: SheetHead } | { row: Row } | { merged: string }

/**
 * The parts of a file as they are read, at the pace of whoever takes them. Throws a Problem; what was handed over until then is to be
 * thrown away.
 */
export async function* streamSheets(bytes: Buffer, wanted: Partial<Limits> = {}): AsyncGenerator<SheetPart> {
  const limits = { ...usualLimits, ...wanted }
  if (bytes.length > limits.bytes) throw fileTooLarge({ limit: limits.bytes / 1024 / 1024 })
  for await (const part of isHarmless(bytes) ? partsHere(bytes, limits) : partsThere(bytes, limits)) {
    if ('end' in part) return
    if ('refused' in part) throw refusedFile(part.refused)
    if ('rows' in part) {
      for (const [nth, cells, hidden] of part.rows) {
        yield { row: { nth, cells: cells.map(unpack), hidden: hidden === 1 } }
      }
    } else yield part
  }
}

async function* partsHere(bytes: Buffer, limits: Limits): AsyncGenerator<Part> {
  try {
    for await (const parts of partsOf(bytes, limits)) yield* parts
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error
    yield { refused: error.refused }
  }
}

async function* partsThere(bytes: Buffer, limits: Limits): AsyncGenerator<Part> {
  await takeTurn(limits.waitMs)
  const child = tryStart(limits)
  let hasBegun = false
  let isLate = false
  const alarm = setTimeout(() => {
    isLate = true
    child.kill('SIGKILL')
  }, limits.ms)
  try {
    // A program that is not there, or a machine without room for one more, says so here and ends its voice.
    child.on('error', () => {})
    child.stdin?.on('error', () => {})
    child.stdin?.end(bytes)
    if (!child.stdout) throw readerAbsent()
    for await (const line of createInterface({ input: child.stdout })) {
      const part = JSON.parse(line) as Line
      if ('begun' in part) hasBegun = true
      else if ('peakMb' in part) readings.publish({ peakMb: part.peakMb } satisfies Reading)
      else yield part
    }
    // It fell silent before its end. One that never spoke says nothing about the file.
    if (!hasBegun && !isLate) throw readerAbsent()
    // Only the limit on its memory ends it by a signal that is not ours.
    const [code, signal] = child.exitCode === null && child.signalCode === null ? await once(child, 'exit') : []
    if (signal ?? child.signalCode) throw refusedFile({ code: 'out-of-memory' })
    throw new Error(`exchange: the reader ended by itself with ${code ?? child.exitCode}`)
  } catch (error) {
    // A line that was cut in two by the alarm is no fault of ours.
    throw isLate ? tooSlow({ seconds: limits.ms / 1000 }) : error
  } finally {
    clearTimeout(alarm)
    child.kill('SIGKILL')
    endTurn()
  }
}

/** No environment, so no secret; no right to write, to start anything or to read more than the program itself. */
function startChild(limits: Limits): ChildProcess {
  const flags = [`--max-old-space-size=${Math.ceil(limits.memoryMb * 0.6)}`, '--permission', ...READABLE]
  return spawn(process.execPath, [...flags, CHILD, JSON.stringify(limits)], {
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  })
}

/** Some faults of starting are thrown, others told later. */
function tryStart(limits: Limits): ChildProcess {
  try {
    return startChild(limits)
  } catch {
    endTurn()
    throw readerAbsent()
  }
}

export interface SheetRows extends SheetHead {
  rows: Row[]
  /** Ranges of merged cells, `A2:A5`. */
  merged: string[]
}

export interface Sheets extends Source {
  sheets: SheetRows[]
}

/** All of a file at once. */
export async function readSheets(bytes: Buffer, limits: Partial<Limits> = {}): Promise<Sheets> {
  const read: Sheets = { format: 'csv', encoding: '', delimiter: null, sheets: [] }
  let sheet: SheetRows | undefined
  for await (const part of streamSheets(bytes, limits)) {
    if ('source' in part) Object.assign(read, part.source)
    else if ('sheet' in part) {
      sheet = { ...part.sheet, rows: [], merged: [] }
      read.sheets.push(sheet)
    } else if ('row' in part) sheet?.rows.push(part.row)
    else sheet?.merged.push(part.merged)
  }
  return read
}
