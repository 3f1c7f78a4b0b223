import '../../ui/styles/carry.css'
import { useRef, useState } from 'preact/hooks'
import { type Filmed, FRAMES_MAX, filmed, framesNeeded, wholeOf } from '../../carry/frames.ts'
import { carriedStanding, hearReceipts, receiptsHere, recordsToHand, takeAlong } from '../../carry/handing.ts'
import { openParcel, type Parcel, packParcel } from '../../carry/parcel.ts'
import { dayOf } from '../../device/clock.ts'
import { sendNow } from '../../outbox/courier.ts'
import { Camera } from '../../ui/camera.tsx'
import { later } from '../../ui/later.tsx'
import { useLive } from '../../ui/use-live.ts'
import type { PageProps } from '../../works.ts'
import { useCarryText } from './texts.ts'

const Codes = later(() => import('./codes.tsx'))

/** What a phone does for another when neither has a network. */
export default function CarryPage({ session }: PageProps) {
  const t = useCarryText()
  const [said, setSaid] = useState<string[]>([])
  const [shown, setShown] = useState<Uint8Array | null>(null)
  const [films, setFilms] = useState(false)
  const waiting = useLive(async () => (await recordsToHand()).length, []) ?? 0
  const carried = useLive(() => carriedStanding(), []) ?? { waiting: 0, answered: 0 }

  const records = async () => packParcel({ kind: 'records', county: session.county, items: await recordsToHand() })
  const receipts = async () => packParcel({ kind: 'receipts', county: session.county, receipts: await receiptsHere() })
  const asFile = async (bytes: Uint8Array<ArrayBuffer>, what: 'records' | 'receipts') => {
    const name = `qunfang-${what}-${dayOf()}.qfp`
    const shared = await handOver(new File([bytes], name, { type: 'application/octet-stream' }))
    setSaid([shared ? t('shared') : t('gave', { name })])
  }
  const asCodes = (bytes: Uint8Array) => {
    if (framesNeeded(bytes.length) <= FRAMES_MAX) return setShown(bytes)
    setSaid([t('tooMany', { size: `${Math.ceil(bytes.length / 1024)} KB` })])
  }
  const came = async (bytes: Uint8Array<ArrayBuffer>) => {
    setFilms(false)
    setSaid(await received(bytes, session.county, t))
    sendNow()
  }
  if (shown) {
    return (
      <main class="page carry">
        <Codes bytes={shown} onClose={() => setShown(null)} />
      </main>
    )
  }
  return (
    <main class="page carry">
      <h1>{t('title')}</h1>
      <p class="sub">{t('about')}</p>
      <div role="status" class="said">
        {said.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <section class="card">
        <h2>{t('give')}</h2>
        <p>{waiting > 0 ? t('waiting', { count: waiting }) : t('nothing')}</p>
        <Ways
          disabled={waiting === 0}
          file={{ text: t('file'), press: async () => asFile(await records(), 'records') }}
          codes={{ text: t('codes'), press: async () => asCodes(await records()) }}
        />
      </section>
      <section class="card">
        <h2>{t('take')}</h2>
        <Taking films={films} setFilms={setFilms} came={came} />
        {carried.waiting > 0 && <p>{t('carrying', { waiting: carried.waiting })}</p>}
        {carried.answered > 0 && (
          <>
            <p>{t('receipts', { count: carried.answered })}</p>
            <Ways
              disabled={false}
              file={{ text: t('receiptFile'), press: async () => asFile(await receipts(), 'receipts') }}
              codes={{ text: t('receiptCodes'), press: async () => asCodes(await receipts()) }}
            />
          </>
        )}
      </section>
    </main>
  )
}

interface Way {
  text: string
  press(): Promise<void>
}
function Ways({ disabled, file, codes }: { disabled: boolean; file: Way; codes: Way }) {
  return (
    <div class="grid two">
      {[file, codes].map(({ text, press }) => (
        <button key={text} type="button" disabled={disabled} onClick={() => void press()}>
          {text}
        </button>
      ))}
    </div>
  )
}

function Taking(props: {
  films: boolean
  setFilms(films: boolean): void
  came(bytes: Uint8Array<ArrayBuffer>): Promise<void>
}) {
  const t = useCarryText()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        name="parcel"
        hidden
        onChange={async (event) => {
          const file = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (file) await props.came(new Uint8Array(await file.arrayBuffer()))
        }}
      />
      <div class="grid two">
        <button type="button" onClick={() => input.current?.click()}>
          {t('open')}
        </button>
        <button type="button" aria-pressed={props.films} onClick={() => props.setFilms(!props.films)}>
          {props.films ? t('stop') : t('film')}
        </button>
      </div>
      {props.films && <Filming came={props.came} />}
    </>
  )
}

function Filming({ came }: { came(bytes: Uint8Array<ArrayBuffer>): Promise<void> }) {
  const t = useCarryText()
  const seen = useRef<Filmed | null>(null)
  const [count, setCount] = useState({ seen: 0, total: 0 })
  const onCode = (text: string) => {
    const next = filmed(seen.current, text)
    if (!next || next === seen.current) return
    seen.current = next
    setCount({ seen: next.parts.size, total: next.total })
    navigator.vibrate?.(8)
    const whole = wholeOf(next)
    if (whole) void came(whole)
  }
  return (
    <>
      <Camera onCode={onCode} />
      {count.total > 0 && <p role="status">{t('filming', count)}</p>}
    </>
  )
}

type Say = ReturnType<typeof useCarryText>
async function received(bytes: Uint8Array<ArrayBuffer>, county: number, t: Say): Promise<string[]> {
  const parcel: Parcel | null = await openParcel(bytes)
  if (!parcel) return [t('broken')]
  if (parcel.county !== county) return [t('otherCounty')]
  if (parcel.kind === 'records') {
    const { fresh, again } = await takeAlong(parcel)
    return [t('took', { fresh }), ...(again > 0 ? [t('tookAgain', { again })] : [])]
  }
  const { received: count, refused, passedOver } = await hearReceipts(parcel.receipts)
  return [t('heard', { received: count, refused }), ...(passedOver > 0 ? [t('passedOver', { count: passedOver })] : [])]
}

/** By whatever the phone sends files with; where it has nothing of the kind, into its downloads. */
async function handOver(file: File): Promise<boolean> {
  if (navigator.canShare?.({ files: [file] })) {
    const shared = await navigator.share({ files: [file] }).then(
      () => true,
      () => false,
    )
    if (shared) return true
  }
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  return false
}
