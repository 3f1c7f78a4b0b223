import { SaxesParser } from 'saxes'
import { RefusedFile } from './table.ts'

export interface Listener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  close?(name: string): void
  text?(text: string): void
}

const DEPTH_MAX = 64

/** Names come without their prefix. Nothing is fetched and no entity is made: a document that declares types is refused. */
export async function hear(chunks: AsyncIterable<Buffer>, listener: Listener): Promise<void> {
  for await (const _ of heard(chunks, listener)) {
    // Whoever only listens has nothing to do between two pieces.
  }
}

/** The same with a pause after each piece, so that what was heard can be handed on before more of it comes. */
export async function* heard(chunks: AsyncIterable<Buffer>, listener: Listener): AsyncGenerator<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false })
  let depth = 0
  parser.on('doctype', () => {
    throw new RefusedFile({ code: 'malformed' })
  })
  parser.on('error', () => {
    throw new RefusedFile({ code: 'malformed' })
  })
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1
    if (depth > DEPTH_MAX) throw new RefusedFile({ code: 'malformed' })
    listener.open?.(local(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    depth -= 1
    listener.close?.(local(name))
  })
  parser.on('text', (text) => listener.text?.(text))
  parser.on('cdata', (text) => listener.text?.(text))
  for await (const chunk of chunks) {
    parser.write(decoder.decode(chunk, { stream: true }))
    yield
  }
  parser.write(decoder.decode()).close()
  yield
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** An attribute whatever prefix the program that wrote it gave it: `id` finds `r:id`. */
export function prefixed(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  const key = Object.keys(attributes).find((known) => local(known) === name && known !== name)
  return key === undefined ? attributes[name] : attributes[key]
}
