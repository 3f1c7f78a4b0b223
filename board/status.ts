import type { Board } from './data.ts'
import { html } from './html.ts'
import { FILES, pageOf } from './page.ts'
import { WORDS as BOARD, type Lang } from './words.ts'

export interface StatusOrder {
  kind: string
  state: 'standing' | 'ended'
  startsOn: string
  endsOn: string
  documentNo: string
  authority: string
  appeal: string
  contact: string
}
export type StatusSaid = { is: 'found'; order: StatusOrder } | { is: 'refused'; why: string | null }

const WORDS = {
  zh: {
    title: '隔离状态',
    standing: '正在隔离',
    ended: '已解除或期满',
    home: '居家隔离',
    central: '集中隔离',
    kind: '方式',
    state: '状态',
    from: '开始',
    until: '最后一天',
    by: '依据',
    appeal: '申诉',
    contact: '联系',
    refused: '没有找到。请核对编码;多次输错会暂时停用。',
    back: '返回',
  },
  en: {
    title: 'Isolation status',
    standing: 'in isolation',
    ended: 'released or expired',
    home: 'at home',
    central: 'in a central place',
    kind: 'Where',
    state: 'State',
    from: 'Begun',
    until: 'Last day',
    by: 'Ground',
    appeal: 'Appeal',
    contact: 'Contact',
    refused: 'Not found. Check the code; after several wrong ones you have to wait.',
    back: 'Back',
  },
}

/** Shown once and kept nowhere. */
export function statusPage(board: Board, lang: Lang, said: StatusSaid): string {
  const words = WORDS[lang]
  const line = (name: string, value: string) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`
  const back = html`<p><a href="${lang === 'zh' ? '' : 'en/'}status.html">${words.back}</a></p>`
  const rights =
    board.rights.length > 0
      ? html`<p><a href="${lang === 'zh' ? '' : 'en/'}${FILES.rights}">${BOARD[lang].rights}</a></p>`
      : null
  const body =
    said.is === 'found'
      ? html`<h1>${words.title}</h1><table><tbody>${[
          line(words.state, words[said.order.state]),
          line(words.kind, said.order.kind === 'home' ? words.home : words.central),
          line(words.from, said.order.startsOn),
          line(words.until, said.order.endsOn),
          line(words.by, `${said.order.authority} ${said.order.documentNo}`),
          line(words.appeal, said.order.appeal),
          line(words.contact, said.order.contact),
        ]}</tbody></table>${rights}${back}`
      : html`<h1>${words.title}</h1><p class="why" role="alert">${said.why ?? words.refused}</p>${back}`
  return pageOf({ board, lang, path: 'status', at: 'root', title: words.title, section: 'status', body })
}
