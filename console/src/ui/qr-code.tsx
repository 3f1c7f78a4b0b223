import { useMemo } from 'react'
import { encode } from 'uqr'

/** Drawn here, dark on white in any shade: a phone's camera must read it. */
export function QrCode({ text, label, size = 208 }: { text: string; label: string; size?: number }) {
  const { path, side } = useMemo(() => {
    const { data, size: modules } = encode(text, { border: 3 })
    const drawn = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
    return { path: drawn, side: modules }
  }, [text])
  return (
    <svg
      width={size}
      height={size}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
      style={{ alignSelf: 'center', borderRadius: 8, maxWidth: '100%' }}
    >
      <rect width={side} height={side} fill="#ffffff" />
      <path d={path} fill="#10201f" />
    </svg>
  )
}
