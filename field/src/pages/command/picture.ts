const SIDES = [1280, 960, 720]
const QUALITY = 0.72
/** What one sealed record may carry, with room for what stands around it. */
const BYTES_MOST = 300_000

/** Drawn anew, upright and small enough for a village's line: what the camera wrote beside the picture stays behind. */
export async function drawnAnew(file: Blob): Promise<string> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
  let content = ''
  for (const side of SIDES) {
    const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(bitmap.width * scale))
    canvas.height = Math.max(1, Math.round(bitmap.height * scale))
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    content = canvas.toDataURL('image/jpeg', QUALITY).split(',')[1] ?? ''
    if (content.length * 0.75 <= BYTES_MOST) break
  }
  bitmap.close()
  return content
}
