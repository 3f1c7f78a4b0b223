import { dayInChina } from '../places/rules.clock.ts'
import { type Adapter, type Outgoing, reasonLine, titled } from './outgoing.ts'
import { inChinese } from './pieces.ts'
import type { Block } from './schema.ts'
import { blocksOf, escaped } from './text.ts'

/** The editor of a public account drops classes, ids, scripts and sheets of styles: what is to stay stands in each element. */
const STYLE = {
  whole: 'font-size:16px;line-height:1.8;color:#222222;letter-spacing:0.5px;',
  title: 'font-size:20px;font-weight:bold;text-align:center;margin:0 0 16px;',
  why: 'background:#fff3e0;border-left:4px solid #b45309;padding:8px 12px;margin:0 0 16px;',
  heading:
    'font-size:17px;font-weight:bold;color:#0b4f8a;border-left:4px solid #0b4f8a;padding-left:8px;margin:20px 0 8px;',
  paragraph: 'margin:0 0 12px;text-indent:2em;',
  list: 'margin:0 0 12px;padding-left:1.5em;',
  item: 'margin:0 0 6px;',
  signed: 'text-align:right;margin:24px 0 0;color:#444444;',
}
const styled = (name: string, style: keyof typeof STYLE, inner: string) =>
  `<${name} style="${STYLE[style]}">${inner}</${name}>`

function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return styled('h2', 'heading', escaped(block.text))
    case 'paragraph':
      return styled('p', 'paragraph', escaped(block.text))
    case 'list':
      return styled('ol', 'list', block.items.map((item) => styled('li', 'item', escaped(item))).join(''))
    default:
      return block satisfies never
  }
}

export function writeWechat(outgoing: Outgoing): string {
  const text = inChinese(outgoing.content)
  const why = reasonLine(outgoing, 'zh')
  const signed = [...outgoing.content.signed, dayInChina(outgoing.at)].map(escaped).join('<br/>')
  const parts = [
    styled('h1', 'title', escaped(titled(outgoing, 'zh', text.title))),
    ...(why ? [styled('p', 'why', escaped(why))] : []),
    ...blocksOf(text).map(writeBlock),
    styled('p', 'signed', signed),
  ]
  return styled('section', 'whole', parts.join(''))
}

export const wechatAdapter: Adapter = {
  byHand: true,
  produce: (outgoing) => ({
    fileName: `${inChinese(outgoing.content).title}.html`,
    type: 'text/html; charset=utf-8',
    content: Buffer.from(writeWechat(outgoing)),
  }),
}
