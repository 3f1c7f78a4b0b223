/** The long side of a picture that is sent: enough to see what was done, small enough for a village's line. */
const LONG_SIDE = 1600
const QUALITY = 0.8

/** Drawn anew, upright and smaller: what the camera wrote beside it is gone before it leaves the machine. */
export async function drawnAnew(file: Blob): Promise<string> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const scale = Math.min(1, LONG_SIDE / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  return canvas.toDataURL('image/jpeg', QUALITY).split(',')[1] ?? ''
}
