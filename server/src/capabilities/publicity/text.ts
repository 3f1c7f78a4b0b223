import type { Block, PieceText } from './schema.ts'

const WORDS = {
  zh: { duties: '您需要做的', rights: '您享有的权利' },
  en: { duties: 'What you have to do', rights: 'What you may claim' },
}
export const wordsFor = (lang: string) => WORDS[lang.startsWith('zh') ? 'zh' : 'en']

/** Duties and rights as blocks of their own, behind what is said in general. */
export function blocksOf({ lang, blocks, duties, rights }: PieceText): Block[] {
  const words = wordsFor(lang)
  const part = (head: string, items: string[]): Block[] =>
    items.length > 0
      ? [
          { kind: 'heading', text: head },
          { kind: 'list', items },
        ]
      : []
  return [...blocks, ...part(words.duties, duties), ...part(words.rights, rights)]
}

export const linesOf = (text: PieceText): string[] =>
  blocksOf(text).flatMap((block) => (block.kind === 'list' ? block.items.map((item) => `· ${item}`) : [block.text]))

/** The title and every word of it, one line after the other. */
export const plainText = (text: PieceText): string => [text.title, ...linesOf(text)].join('\n')

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '')
