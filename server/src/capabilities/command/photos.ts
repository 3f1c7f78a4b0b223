/** What a camera writes beside the picture (place, device, hour, a second smaller picture, a film) never reaches the database. */
export type PhotoType = 'image/jpeg' | 'image/png'
export interface Bare {
  type: PhotoType
  content: Buffer
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** By its first bytes, not by what it is called; null for anything else, and for a picture that breaks off. */
export function bareOf(file: Buffer): Bare | null {
  const isJpeg = file.length > 4 && file[0] === 0xff && file[1] === 0xd8 && file[2] === 0xff
  const content = isJpeg ? bareJpeg(file) : file.subarray(0, 8).equals(PNG) ? barePng(file) : null
  return content && { type: isJpeg ? 'image/jpeg' : 'image/png', content }
}

const [SOI, EOI, SOS, APP0, APP14] = [0xd8, 0xd9, 0xda, 0xe0, 0xee]
/** Of the application's segments the first (what kind of JPEG) and Adobe's (how colours are meant) are needed to show it. */
const isNeeded = (marker: number): boolean =>
  marker === APP0 || marker === APP14 || !((marker >= 0xe0 && marker <= 0xef) || marker === 0xfe)

function bareJpeg(file: Buffer): Buffer | null {
  const parts: Buffer[] = [Buffer.of(0xff, SOI)]
  let at = 2
  while (at + 1 < file.length) {
    if (file[at] !== 0xff) return null
    const marker = file[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    // Whatever follows the end is no part of the picture.
    if (marker === EOI) return Buffer.concat([...parts, Buffer.of(0xff, EOI)])
    if (marker < 0xc0 || (marker >= 0xd0 && marker <= SOI)) return null
    if (at + 4 > file.length) return null
    const end = at + 2 + file.readUInt16BE(at + 2)
    if (end > file.length || end < at + 4) return null
    const stop = marker === SOS ? endOfScan(file, end) : end
    // JFIF's extension may hold a second picture of its own.
    const isExtension = marker === APP0 && file.toString('latin1', at + 4, at + 8) !== 'JFIF'
    if (isNeeded(marker) && !isExtension) parts.push(file.subarray(at, stop))
    at = stop
  }
  return null
}

/** In a scan FF is followed by 00, or by a mark to begin again at; anything else ends it. */
function endOfScan(file: Buffer, from: number): number {
  let at = from
  while (at + 1 < file.length) {
    const next = file[at + 1] ?? 0
    if (file[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
    at += 1
  }
  return file.length
}

const SHOWN = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD'])
function barePng(file: Buffer): Buffer | null {
  const parts: Buffer[] = [PNG]
  let at = 8
  while (at + 12 <= file.length) {
    const end = at + 12 + file.readUInt32BE(at)
    if (end > file.length) return null
    const name = file.toString('latin1', at + 4, at + 8)
    if (at === 8 && name !== 'IHDR') return null
    if (SHOWN.has(name)) parts.push(file.subarray(at, end))
    if (name === 'IEND') return Buffer.concat(parts)
    at = end
  }
  return null
}
