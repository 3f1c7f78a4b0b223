/**
 * Reads one file in a process of its own: bytes on standard input, parts as lines of JSON on standard output. What goes wrong here
 * ends here, and whoever asked kills it when it takes too long.
 */
import { once } from 'node:events'
import { partsOf } from './parts.ts'
import { type Limits, type Line, type Part, RefusedFile } from './table.ts'

const lineOf = (part: Line): string => `${JSON.stringify(part)}\n`
const peakMb = (): number => Math.ceil(process.resourceUsage().maxRSS / 1024)

async function main(limits: Limits): Promise<void> {
  process.stdout.write(lineOf({ begun: true }))
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  let waiting = ''
  const say = async (parts: readonly Part[]) => {
    for (const part of parts) {
      const isLast = 'end' in part || 'refused' in part
      waiting += `${isLast ? lineOf({ peakMb: peakMb() }) : ''}${lineOf(part)}`
    }
    if (waiting.length < 65_536 && !parts.some((part) => 'end' in part || 'refused' in part)) return
    const full = !process.stdout.write(waiting)
    waiting = ''
    if (full) await once(process.stdout, 'drain')
  }
  try {
    for await (const parts of partsOf(Buffer.concat(chunks), limits)) await say(parts)
  } catch (error) {
    await say([{ refused: error instanceof RefusedFile ? error.refused : { code: 'unreadable' } }])
  }
}

await main(JSON.parse(process.argv[2] ?? '{}') as Limits)
