import type { Board } from './data.ts'
import { Html, html } from './html.ts'
import { STYLE } from './style.ts'
import { type Lang, WORDS } from './words.ts'

export const SECTIONS = ['notices', 'answers', 'closures', 'shops', 'figures', 'status', 'rights', 'donations'] as const
export type Section = (typeof SECTIONS)[number]
export const FILES: Record<Section, string> = {
  notices: 'index.html',
  answers: 'answers.html',
  closures: 'closures.html',
  shops: 'shops.html',
  figures: 'figures.html',
  status: 'status.html',
  rights: 'rights.html',
  donations: 'donations.html',
}
/** Everything stands in one folder for each language, so that links work in a folder on a disk too. */
export const folderOf = (lang: Lang): string => (lang === 'zh' ? '' : 'en/')
export const pieceFile = (id: string): string => `pieces/${id}.html`

export interface Page {
  board: Board
  lang: Lang
  /** Inside the language's folder. */
  path: string
  /** What is answered to a form stands at the root of the board, whatever its language. */
  at?: 'root'
  title: string
  section: Section | null
  body: Html
}
export function pageOf({ board, lang, path, at, title, section, body }: Page): string {
  const words = WORDS[lang]
  const up = '../'.repeat(path.split('/').length - 1)
  const root = at === 'root' ? '' : up + (lang === 'zh' ? '' : '../')
  const own = at === 'root' ? folderOf(lang) : up
  const other: Lang = lang === 'zh' ? 'en' : 'zh'
  const nav = SECTIONS.map(
    (one) =>
      html`<li><a href="${own}${FILES[one]}"${one === section ? html` aria-current="page"` : null}>${words[one]}</a></li>`,
  )
  const feeds = board.feeds.map((file) => html` <a href="${root}${file}">${file}</a>`)
  return html`<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noarchive"><title>${title} · ${board.name}${words.site}</title><style>${new Html(STYLE)}</style></head>
<body><a class="skip" href="#text">${words.skip}</a>
<header><div class="wrap"><a class="name" href="${own}${FILES.notices}">${board.name} ${words.site}</a>
<p>${words.updated} ${board.asOf} · <a href="${root}${folderOf(other)}${at === 'root' ? FILES.status : path}" lang="${other}" hreflang="${other}">${words.other}</a></p>
<nav aria-label="${words.pages}"><ul>${nav}</ul></nav></div></header>
<main id="text"><div class="wrap">${body}</div></main>
<footer><div class="wrap">${feeds.length > 0 ? html`<p class="feeds">${words.feeds}:${feeds}</p>` : null}<p>${words.foot}</p></div></footer>
</body></html>
`.text
}
