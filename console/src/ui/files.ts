/** As much as the server takes; what is larger is not even read. */
export const FILE_MAX_MB = 11.8

export function readAsBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onerror = () => reject(reader.error)
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.readAsDataURL(file)
  })
}

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))

function save(fileName: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  const link = Object.assign(document.createElement('a'), { href: url, download: fileName })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

export const saveFile = ({ fileName, type, content }: { fileName: string; type: string; content: string }): void =>
  save(fileName, new Blob([bytesOf(content)], { type }))

interface Piece {
  fileName: string
  type: string
  pieces: number
  content: string
}
/** One after the other, so that neither side holds more than one of them as text. */
export async function savePieces(take: (piece: number) => Promise<Piece>): Promise<void> {
  const first = await take(1)
  const bytes = [bytesOf(first.content)]
  for (let piece = 2; piece <= first.pieces; piece += 1) bytes.push(bytesOf((await take(piece)).content))
  save(first.fileName, new Blob(bytes, { type: first.type }))
}
