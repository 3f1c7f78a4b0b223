import { dayInChina } from '../places/rules.clock.ts'
import { type Adapter, type Outgoing, reasonLine, titled } from './outgoing.ts'
import { inChinese } from './pieces.ts'
import { PACE, readingSeconds, type Spoken } from './rules.pieces.ts'
import type { PieceText } from './schema.ts'
import { blocksOf } from './text.ts'

const NAMES = { radio: '广播稿', television: '电视口播稿', loudspeakers: '大喇叭播音稿' }
export const clock = (seconds: number): string =>
  `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`

/** Paragraph by paragraph, as a speaker reads it; a point is read with its number. */
function paragraphsOf(outgoing: Outgoing, text: PieceText): string[] {
  const why = reasonLine(outgoing, text.lang)
  const spoken = blocksOf(text).flatMap((block) =>
    block.kind === 'list' ? block.items.map((item, nth) => `${nth + 1}、${item}`) : [block.text],
  )
  return [titled(outgoing, text.lang, text.title), ...(why ? [why] : []), ...spoken]
}
export const spokenSeconds = (outgoing: Outgoing, spoken: Spoken): number =>
  readingSeconds(paragraphsOf(outgoing, inChinese(outgoing.content)).join('\n'), spoken)

/** Each paragraph with the moment at which it begins, so that a studio can cut it and a village knows how long it takes. */
export function writeScript(outgoing: Outgoing, spoken: Spoken): string {
  const text = inChinese(outgoing.content)
  const paragraphs = paragraphsOf(outgoing, text)
  const total = readingSeconds(paragraphs.join('\n'), spoken)
  const head = [
    `${NAMES[spoken]}  ${text.title}`,
    `${outgoing.content.signed.join('、')}  ${dayInChina(outgoing.at)}`,
    `全长 ${clock(total)}(每分钟 ${PACE[spoken]} 字)  total ${clock(total)} at ${PACE[spoken]} characters a minute`,
    '',
  ]
  let before = ''
  const lines = paragraphs.map((one) => {
    const begins = clock(readingSeconds(before, spoken))
    before += `${one}\n`
    return `${begins}  ${one}`
  })
  return [...head, ...lines, ''].join('\n')
}

export const scriptAdapter = (spoken: Spoken): Adapter => ({
  byHand: spoken !== 'loudspeakers',
  produce: (outgoing) => ({
    fileName: `${NAMES[spoken]} ${inChinese(outgoing.content).title}.txt`,
    type: 'text/plain; charset=utf-8',
    content: Buffer.from(writeScript(outgoing, spoken)),
  }),
})
