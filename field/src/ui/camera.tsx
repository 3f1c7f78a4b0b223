import { useEffect, useRef, useState } from 'preact/hooks'
import { pageText } from '../i18n/index.ts'

const useCameraText = pageText({
  zh: {
    opening: '正在打开相机…',
    aim: '对准二维码,自动识别',
    none: '打不开相机。请在浏览器里允许使用相机,或者改用文件、手动输入。',
    picture: '二维码画面',
  },
  en: {
    opening: 'Opening the camera…',
    aim: 'Point it at the QR code; it is read by itself',
    none: 'The camera cannot be opened. Allow it in the browser, or use a file or type it in.',
    picture: 'What the camera sees',
  },
})

type Look = (video: HTMLVideoElement) => Promise<string | null>
interface Detector {
  detect(source: HTMLVideoElement): Promise<Array<{ rawValue: string }>>
}
interface DetectorClass {
  new (options: { formats: string[] }): Detector
  getSupportedFormats(): Promise<string[]>
}

/** The phone's own reader where it has one; else a library of 20 KB that needs no network either. */
async function findLook(): Promise<Look> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass }
  const formats = (await BarcodeDetector?.getSupportedFormats().catch(() => [])) ?? []
  if (BarcodeDetector && formats.includes('qr_code')) {
    const detector = new BarcodeDetector({ formats: ['qr_code'] })
    return async (video) => (await detector.detect(video).catch(() => []))[0]?.rawValue ?? null
  }
  const { decodeQR } = await import('qr/decode.js')
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  return async (video) => {
    // A larger picture says no more about seventy squares and takes a cheap phone ten times as long.
    const scale = Math.min(1, LONGEST_SIDE / Math.max(video.videoWidth, video.videoHeight, 1))
    const [width, height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)]
    if (!pen || width === 0) return null
    Object.assign(canvas, { width, height })
    pen.drawImage(video, 0, 0, width, height)
    try {
      return decodeQR({ width, height, data: pen.getImageData(0, 0, width, height).data })
    } catch {
      return null
    }
  }
}
const LONGEST_SIDE = 720
const PAUSE_MS = 60

/** Hands over every code it sees, the same one again and again. */
export function Camera({ onCode }: { onCode(text: string): void }) {
  const t = useCameraText()
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<'opening' | 'open' | 'none'>('opening')
  const handOver = useRef(onCode)
  handOver.current = onCode
  useEffect(() => {
    let stream: MediaStream | undefined
    let over = false
    async function watch() {
      const look = await findLook()
      stream = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: 'environment', width: { ideal: 1280 } },
        audio: false,
      })
      if (!video.current || over) return stop(stream)
      video.current.srcObject = stream
      await video.current.play()
      setState('open')
      while (!over && video.current) {
        const text = await look(video.current)
        if (text && !over) handOver.current(text)
        await new Promise((next) => setTimeout(next, PAUSE_MS))
      }
    }
    watch().catch(() => setState('none'))
    return () => {
      over = true
      stop(stream)
    }
  }, [])
  return (
    <div class="camera">
      <video ref={video} muted playsInline aria-label={t('picture')} hidden={state === 'none'} />
      <p role="status">{t(state === 'open' ? 'aim' : state)}</p>
    </div>
  )
}

function stop(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop()
}
