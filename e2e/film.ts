import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import encodeQR from 'qr'

/** A film of one picture, as a camera would take it: grey, four pixels a square. */
function filmOf(text: string): Buffer {
  const squares = encodeQR(text, 'raw', { ecc: 'medium', border: 6 })
  const side = squares.length * 6 + ((squares.length * 6) % 2)
  const grey = Buffer.alloc(side * side, 220)
  for (let y = 0; y < squares.length * 6; y += 1) {
    for (let x = 0; x < squares.length * 6; x += 1) {
      if (squares[Math.floor(y / 6)]?.[Math.floor(x / 6)]) grey[y * side + x] = 30
    }
  }
  const colour = Buffer.alloc((side / 2) * (side / 2) * 2, 128)
  const frame = Buffer.concat([Buffer.from('FRAME\n'), grey, colour])
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${side} H${side} F10:1 Ip A1:1 C420jpeg\n`), ...Array(10).fill(frame)])
}

/** What starts a browser whose camera looks at this square. */
export function cameraBefore(text: string): string[] {
  const film = join(mkdtempSync(join(tmpdir(), 'qunfang-film-')), 'code.y4m')
  writeFileSync(film, filmOf(text))
  return [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ]
}
