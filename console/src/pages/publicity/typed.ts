import type { PieceText } from './queries.ts'

type Block = NonNullable<PieceText['blocks']>[number]

/** As somebody types it: a line after # is a heading, lines after - are points, an empty line ends a paragraph. */
export function readTyped(typed: string): Block[] {
  const blocks: Block[] = []
  let isOpen = false
  for (const raw of typed.split('\n')) {
    const line = raw.trim()
    const last = blocks.at(-1)
    const point = /^[-·*]\s*(.+)$/.exec(line)?.[1]
    const heading = /^#+\s*(.+)$/.exec(line)?.[1]
    if (line === '') isOpen = false
    else if (heading) blocks.push({ kind: 'heading', text: heading })
    else if (point && last?.kind === 'list' && isOpen) last.items.push(point)
    else if (point) blocks.push({ kind: 'list', items: [point] })
    else if (last?.kind === 'paragraph' && isOpen) last.text = `${last.text}${line}`
    else blocks.push({ kind: 'paragraph', text: line })
    if (line !== '') isOpen = !heading
  }
  return blocks
}
export const writeTyped = (blocks: readonly Block[]): string =>
  blocks
    .map((block) =>
      block.kind === 'heading'
        ? `# ${block.text}`
        : block.kind === 'list'
          ? block.items.map((item) => `- ${item}`).join('\n')
          : block.text,
    )
    .join('\n\n')

export const readLines = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.replace(/^[-·*]\s*/, '').trim())
    .filter(Boolean)
