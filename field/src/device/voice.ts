import { cell } from '../ui/cell.ts'

/** Reads a text out, again and again with a pause in between, by the phone's own voice: no network, no recording. */
export interface Reading {
  is: 'still' | 'speaking' | 'pausing'
  /** How often it has been read to its end. */
  times: number
}
export const voice = cell<Reading>({ is: 'still', times: 0 })

export interface Broadcast {
  text: string
  lang: 'zh-CN' | 'en-US'
  rate: number
  pauseMs: number
  loop: boolean
}

let timer: ReturnType<typeof setTimeout> | undefined
let awake: { release(): Promise<void> } | undefined
/** Each start is another run: what an older one still says on its way out is not listened to. */
let run = 0

export const canSpeak = (): boolean =>
  typeof speechSynthesis !== 'undefined' && typeof SpeechSynthesisUtterance !== 'undefined'

export function startReading(broadcast: Broadcast): void {
  stopReading()
  const parts = partsOf(broadcast.text)
  if (parts.length === 0 || !canSpeak()) return
  run += 1
  void navigator.wakeLock?.request('screen').then(
    (lock) => {
      awake = lock
    },
    () => undefined,
  )
  voice.set({ is: 'speaking', times: 0 })
  readPart(broadcast, parts, 0, run)
}

export function stopReading(): void {
  run += 1
  clearTimeout(timer)
  if (canSpeak()) speechSynthesis.cancel()
  void awake?.release().catch(() => undefined)
  awake = undefined
  voice.set({ is: 'still' })
}

function readPart(broadcast: Broadcast, parts: readonly string[], at: number, mine: number): void {
  const said = new SpeechSynthesisUtterance(parts[at] ?? '')
  said.lang = broadcast.lang
  said.rate = broadcast.rate
  said.onend = () => {
    if (mine !== run) return
    if (at + 1 < parts.length) return readPart(broadcast, parts, at + 1, mine)
    const times = voice.get().times + 1
    if (!broadcast.loop) {
      stopReading()
      return voice.set({ times })
    }
    voice.set({ is: 'pausing', times })
    timer = setTimeout(() => {
      voice.set({ is: 'speaking' })
      readPart(broadcast, parts, 0, mine)
    }, broadcast.pauseMs)
  }
  said.onerror = () => mine === run && stopReading()
  speechSynthesis.speak(said)
}

/** Many phones stop in the middle of a text that takes longer than a quarter of a minute: it is given to them by the sentence. */
const PART_MOST = 80
export function partsOf(text: string): string[] {
  const sentences = text.match(/[^。!?!?;;\n]+[。!?!?;;]*/g) ?? []
  const parts: string[] = []
  for (const sentence of sentences.map((raw) => raw.trim()).filter(Boolean)) {
    const before = parts.at(-1)
    if (before !== undefined && before.length + sentence.length <= PART_MOST)
      parts[parts.length - 1] = before + sentence
    else parts.push(sentence)
  }
  return parts
}
