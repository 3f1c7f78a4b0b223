/** What is left of a picture without what it says about itself, or null when it is no whole JPEG or PNG. */
export function withoutOrigin(content: Buffer): { type: 'image/jpeg' | 'image/png'; content: Buffer } | null {
  const jpeg = content[0] === 0xff && content[1] === 0xd8 ? plainJpeg(content) : null
  if (jpeg) return { type: 'image/jpeg', content: jpeg }
  const png = content.subarray(0, 8).equals(PNG) ? plainPng(content) : null
  return png && { type: 'image/png', content: png }
}

const EOI = 0xd9
const SOS = 0xda
const COMMENT = 0xfe
/** Of the segments of applications only those that say how to show the picture: JFIF, colours, and Adobe's transform. */
const SHOWN = new Set([0xe0, 0xe2, 0xee])
const isApplication = (marker: number): boolean => marker >= 0xe0 && marker <= 0xef

/** Segment by segment to the end of the picture: what follows it, a film or a second picture, goes as well. */
function plainJpeg(content: Buffer): Buffer | null {
  const kept: Buffer[] = [content.subarray(0, 2)]
  let at = 2
  let hasScan = false
  while (at + 4 <= content.length) {
    if (content[at] !== 0xff) return null
    const marker = content[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    const end = at + 2 + content.readUInt16BE(at + 2)
    if (end > content.length) return null
    const isKept = marker !== COMMENT && (!isApplication(marker) || SHOWN.has(marker))
    if (isKept) kept.push(content.subarray(at, end))
    at = end
    if (marker !== SOS) continue
    hasScan = true
    const stop = endOfScan(content, at)
    kept.push(content.subarray(at, stop))
    at = stop
    if (content[at + 1] === EOI) return Buffer.concat([...kept, Buffer.from([0xff, EOI])])
  }
  return hasScan && content[at] === 0xff && content[at + 1] === EOI
    ? Buffer.concat([...kept, content.subarray(at, at + 2)])
    : null
}

/** Behind the coded picture: stuffed zeros and restart marks belong to it. */
function endOfScan(content: Buffer, from: number): number {
  let at = content.indexOf(0xff, from)
  while (at >= 0 && at + 1 < content.length) {
    const next = content[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
    at = content.indexOf(0xff, next === 0xff ? at + 1 : at + 2)
  }
  return content.length
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const KEPT_CHUNKS = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
  'bKGD',
  'pHYs',
])

function plainPng(content: Buffer): Buffer | null {
  const kept: Buffer[] = [PNG]
  for (let at = 8; at + 12 <= content.length; ) {
    const end = at + 12 + content.readUInt32BE(at)
    if (end > content.length) return null
    const name = content.toString('latin1', at + 4, at + 8)
    if (KEPT_CHUNKS.has(name)) kept.push(content.subarray(at, end))
    if (name === 'IEND') return Buffer.concat(kept)
    at = end
  }
  return null
}
