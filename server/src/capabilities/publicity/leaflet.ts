import type { Issue } from '../../kernel/problem.ts'
import { printLeaflet } from '../exchange/index.ts'
import { dayInChina } from '../places/rules.clock.ts'
import { type Adapter, addressOf, type Outgoing, reasonLine, titled } from './outgoing.ts'
import { inChinese } from './pieces.ts'
import { blocksOf } from './text.ts'

const PAGES = 2
const overflowing: Issue = {
  path: 'content.texts',
  zh: '内容超过一张三折页的正反两面',
  en: 'More than the two sides of one folded sheet',
}

function print(outgoing: Outgoing) {
  const text = inChinese(outgoing.content)
  const title = titled(outgoing, 'zh', text.title)
  return printLeaflet({
    lang: 'zh',
    title: text.title,
    flag: outgoing.what === 'publish' ? null : (reasonLine(outgoing, 'zh') ?? title),
    blocks: blocksOf(text),
    signed: outgoing.content.signed,
    date: dayInChina(outgoing.at),
    code: addressOf(outgoing),
    scan: '扫码看最新内容',
    foot: `${outgoing.areaName} · 第${outgoing.edition}版 · ${addressOf(outgoing)}`,
  })
}

export const leafletAdapter: Adapter = {
  byHand: true,
  produce(outgoing) {
    const { pdf, pages } = print(outgoing)
    const name = `${inChinese(outgoing.content).title}.pdf`
    return {
      fileName: name,
      type: 'application/pdf',
      content: pdf,
      remarks: pages > PAGES ? [overflowing] : [],
    }
  },
}
