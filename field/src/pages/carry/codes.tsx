import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import encodeQR from 'qr'
import { framesOf } from '../../carry/frames.ts'
import { useCarryText } from './texts.ts'

/** Slow enough for a cheap camera to get each one at least once in two rounds. */
const EACH_MS = 260

/** A parcel as a film of QR codes, over and over. */
export default function Codes({ bytes, onClose }: { bytes: Uint8Array; onClose(): void }) {
  const t = useCarryText()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [frames] = useState(() => framesOf(bytes))
  const [at, setAt] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setAt((now) => (now + 1) % frames.length), EACH_MS)
    return () => clearInterval(timer)
  }, [frames])
  // Before it is seen: a code that is still blank is one a camera waits for in vain.
  useLayoutEffect(() => draw(canvas.current, frames[at] ?? ''), [frames, at])
  return (
    <section class="codes">
      <canvas ref={canvas} role="img" aria-label={t('picture', { at: at + 1 })} />
      <p>{t('showing', { at: at + 1, total: frames.length })}</p>
      <button type="button" class="wide" onClick={onClose}>
        {t('stop')}
      </button>
    </section>
  )
}

function draw(canvas: HTMLCanvasElement | null, text: string): void {
  const pen = canvas?.getContext('2d')
  if (!canvas || !pen) return
  const squares = encodeQR(text, 'raw', { ecc: 'low', encoding: 'alphanumeric', border: 4 })
  canvas.width = squares.length
  canvas.height = squares.length
  // Black on white whatever the theme: that is what readers look for.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, squares.length, squares.length)
  pen.fillStyle = '#000'
  for (const [y, line] of squares.entries()) {
    for (const [x, dark] of line.entries()) if (dark) pen.fillRect(x, y, 1, 1)
  }
}
