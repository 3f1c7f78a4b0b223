import type { Readable } from 'node:stream'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { type Limits, RefusedFile } from './table.ts'

/** The parts of a workbook by name, and a purse of bytes that all of them are unpacked from. */
export class Package {
  readonly #zip: ZipFile
  readonly #parts: ReadonlyMap<string, Entry>
  readonly #limits: Limits
  #inflated = 0
  constructor(zip: ZipFile, parts: ReadonlyMap<string, Entry>, limits: Limits) {
    this.#zip = zip
    this.#parts = parts
    this.#limits = limits
  }

  has(name: string): boolean {
    return this.#parts.has(name)
  }

  /** What a header claims is not believed: bytes are counted as they come out. */
  async *inflate(name: string): AsyncGenerator<Buffer> {
    const part = this.#parts.get(name)
    if (!part) throw new RefusedFile({ code: 'unreadable' })
    const stream: Readable = await this.#zip.openReadStreamPromise(part)
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      this.#inflated += chunk.length
      if (this.#inflated > this.#limits.inflatedBytes) {
        throw new RefusedFile({ code: 'too-large-inside', limit: this.#limits.inflatedBytes / 1024 / 1024 })
      }
      if (process.memoryUsage.rss() > this.#limits.memoryMb * 1024 * 1024)
        throw new RefusedFile({ code: 'out-of-memory' })
      yield chunk
    }
  }
}

export async function openPackage(bytes: Buffer, limits: Limits): Promise<Package> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true, autoClose: false })
  if (zip.entryCount > limits.parts) throw new RefusedFile({ code: 'too-many-parts', limit: limits.parts })
  const parts = new Map<string, Entry>()
  for (const entry of await listEntries(zip, limits.parts)) {
    if (/(^|\/)vba|macro/i.test(entry.fileName)) throw new RefusedFile({ code: 'macros' })
    if (/(^|\/)externalLinks?\//i.test(entry.fileName)) throw new RefusedFile({ code: 'external-links' })
    if (entry.isEncrypted()) throw new RefusedFile({ code: 'old-format' })
    if (parts.has(entry.fileName)) throw new RefusedFile({ code: 'unreadable' })
    parts.set(entry.fileName, entry)
  }
  return new Package(zip, parts, limits)
}

function listEntries(zip: ZipFile, max: number): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = []
    zip.on('error', reject)
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      if (entries.push(entry) > max) reject(new RefusedFile({ code: 'too-many-parts', limit: max }))
      else zip.readEntry()
    })
    zip.readEntry()
  })
}
