import { type Board, type BoardMeasure, type BoardPiece, type BoardRights, type BoardText, ROWS_MAX } from './data.ts'
import { donationsBody } from './donations.ts'
import { type Html, html } from './html.ts'
import { FILES, folderOf, pageOf, pieceFile, SECTIONS, type Section } from './page.ts'
import { LANGS, type Lang, WORDS } from './words.ts'

const textFor = ({ texts }: Pick<BoardPiece, 'texts'>, lang: Lang): BoardText | null =>
  texts.find((one) => one.lang === lang) ?? texts.find((one) => one.lang === 'zh') ?? null

function stateOf(piece: BoardPiece, lang: Lang): Html {
  const words = WORDS[lang]
  const flag = piece.state === 'published' ? null : html` <strong>${words[piece.state]} ${piece.at}</strong>`
  return html`<p class="meta"><span class="tag">${words.kinds[piece.kind] ?? piece.kind}</span> ${words.published} ${piece.firstAt}${flag}</p>`
}

function listOf(lang: Lang, pieces: readonly BoardPiece[], empty: string): Html {
  if (pieces.length === 0) return html`<p class="note">${empty}</p>`
  const items = pieces.map((piece) => {
    const text = textFor(piece, lang)
    const langs = text && text.lang !== lang ? html` lang="zh-CN"` : null
    return html`<li><a href="${pieceFile(piece.id)}"${langs}>${text?.title ?? ''}</a>${stateOf(piece, lang)}</li>`
  })
  return html`<ul class="list">${items}</ul>`
}

function blocks(text: BoardText, lang: Lang): Html {
  const words = WORDS[lang]
  const list = (items: readonly string[]) => html`<ol>${items.map((item) => html`<li>${item}</li>`)}</ol>`
  const body = text.blocks.map((block) =>
    block.kind === 'list'
      ? list(block.items)
      : block.kind === 'heading'
        ? html`<h2>${block.text}</h2>`
        : html`<p>${block.text}</p>`,
  )
  const duties = text.duties.length > 0 ? html`<h2>${words.duties}</h2>${list(text.duties)}` : null
  const rights = text.rights.length > 0 ? html`<h2>${words.yourRights}</h2>${list(text.rights)}` : null
  return html`${body}${duties}${rights}`
}

function pieceBody(piece: BoardPiece, lang: Lang): Html {
  const words = WORDS[lang]
  const text = textFor(piece, lang)
  if (!text) return html``
  const isForeign = text.lang !== lang
  const note = isForeign ? html`<p class="note">${words.inChinese}</p>` : null
  const langs = isForeign ? html` lang="zh-CN"` : null
  if (piece.state === 'withdrawn')
    return html`<h1${langs}>${text.title}</h1>${stateOf(piece, lang)}<p class="why">${words.withdrawnText}<br>${words.withdrawnWhy}: ${piece.why ?? ''}</p>`
  const why = piece.why ? html`<p class="why">${words.correctedWhy}: ${piece.why}</p>` : null
  return html`<article><h1${langs}>${text.title}</h1>${stateOf(piece, lang)}${note}${why}<div${langs}>${blocks(text, lang)}</div><p class="meta"${langs}>${piece.signed.join(' ')} ${piece.at}</p></article>`
}

/** From where a measure is told of, to what people have to do and may claim. */
function rightsLink({ rights }: Board, lang: Lang, measure: BoardMeasure): Html | null {
  if (!rights.some(({ measures }) => measures.includes(measure))) return null
  return html`<p><a href="${FILES.rights}">${WORDS[lang].rights}</a></p>`
}

function rightsBody({ rights }: Board, lang: Lang): Html {
  const words = WORDS[lang]
  if (rights.length === 0) return html`<p class="note">${words.notYet}</p>`
  const one = (told: BoardRights) => {
    const text = textFor(told, lang)
    if (!text) return html``
    const langs = text.lang === lang ? null : html` lang="zh-CN"`
    const list = (items: readonly string[]) => html`<ol>${items.map((item) => html`<li>${item}</li>`)}</ol>`
    return html`<article><h2${langs}>${text.title}</h2><p class="meta">${words.toldWith}: ${told.measures.map((measure) => words.measures[measure]).join(lang === 'zh' ? '、' : ', ')}</p>
<h3>${words.duties}</h3><div${langs}>${list(text.duties)}</div><h3>${words.yourRights}</h3><div${langs}>${list(text.rights)}</div><p class="meta"${langs}>${told.signed.join(' ')} ${told.at}</p></article>`
  }
  return html`${rights.map(one)}`
}

function closuresBody(board: Board, lang: Lang): Html {
  const { closures } = board
  const words = WORDS[lang]
  if (closures === null) return html`<p class="note">${words.notYet}</p>`
  if (closures.length === 0) return html`<p class="note">${words.noClosures}</p>`
  const told = rightsLink(board, lang, 'closure')
  const rows = closures.map(
    ({ what, from, until, by }) =>
      html`<li>${what}<p class="meta">${from}${until ? html` ${words.until} ${until}` : null} · ${words.by}: ${by}</p></li>`,
  )
  return html`${cutAt(closures, lang)}<ul class="list">${rows}</ul>${told}`
}

function shopsBody({ shops }: Board, lang: Lang): Html {
  const words = WORDS[lang]
  if (shops === null) return html`<p class="note">${words.notYet}</p>`
  if (shops.length === 0) return html`<p class="note">${words.noShops}</p>`
  const rows = shops.map(
    (one) =>
      html`<tr><th scope="row">${one.store}</th><td>${one.item}</td><td class="n">${one.yuan} / ${one.per}</td><td>${words.states[one.state]}</td><td>${words.deliveries[one.delivery]}</td><td>${one.on}</td></tr>`,
  )
  const heads = [words.shop, words.goods, words.price, words.stock, words.delivery, words.toldOn]
  const head = heads.map((one) => html`<th scope="col">${one}</th>`)
  return html`${cutAt(shops, lang)}<div class="scroll" tabindex="0" role="region" aria-label="${words.shops}"><table><thead><tr>${head}</tr></thead><tbody lang="zh-CN">${rows}</tbody></table></div>`
}
const cutAt = (rows: readonly unknown[], lang: Lang): Html | null =>
  rows.length < ROWS_MAX ? null : html`<p class="note">${WORDS[lang].cut}</p>`

function figuresBody({ figures }: Board, lang: Lang): Html {
  const words = WORDS[lang]
  if (!figures) return html`<p class="note">${words.notYet}</p>`
  const county = figures.county.map(
    (one) => html`<tr><th scope="row">${one[lang]}</th><td class="n">${one.value}</td></tr>`,
  )
  const rows = figures.breakdown.rows?.map(
    ({ name, from, to }) =>
      html`<tr><th scope="row" lang="zh-CN">${name}</th><td class="n">${from === 0 ? words.fewer : `${from}–${to}`}</td></tr>`,
  )
  const table = (caption: Html | string, first: string, body: Html[]) =>
    html`<table><caption>${caption}</caption><thead><tr><th scope="col">${first}</th><th scope="col" class="n">${words.number}</th></tr></thead><tbody>${body}</tbody></table>`
  return html`<p class="meta">${words.asOf} ${figures.asOf}</p>${table(words.county, words.figures, county)}
<h2>${figures.breakdown[lang]}</h2><p class="note">${rows ? words.figuresNote : words.withheld}</p>${rows ? table(figures.breakdown[lang], words.township, rows) : null}`
}

function sectionBody(board: Board, lang: Lang, section: Section): Html {
  const words = WORDS[lang]
  switch (section) {
    case 'notices':
      return listOf(
        lang,
        board.pieces.filter(({ kind }) => kind !== 'answer'),
        words.noNotices,
      )
    case 'answers':
      return listOf(
        lang,
        board.pieces.filter(({ kind }) => kind === 'answer'),
        words.noAnswers,
      )
    case 'closures':
      return closuresBody(board, lang)
    case 'shops':
      return shopsBody(board, lang)
    case 'figures':
      return figuresBody(board, lang)
    case 'status':
      return html`<p>${words.statusNote}</p><form method="post" action="${board.statusAction}"><input type="hidden" name="lang" value="${lang}"><p><label for="code">${words.code}</label><br><input id="code" name="code" required maxlength="60" autocomplete="off" spellcheck="false"></p><p><button>${words.statusLink}</button></p></form><p>${words.statusFirst}</p>${rightsLink(board, lang, 'isolation')}`
    case 'rights':
      return rightsBody(board, lang)
    case 'donations':
      return donationsBody(board, lang)
    default:
      return section satisfies never
  }
}

export interface BoardFile {
  path: string
  type: string
  content: string
}
const HTML_TYPE = 'text/html; charset=utf-8'

/** Every page of the board, in both languages. */
export function boardPages(board: Board): BoardFile[] {
  return LANGS.flatMap((lang) => {
    const words = WORDS[lang]
    const file = (path: string, title: string, section: Section | null, body: Html): BoardFile => ({
      path: folderOf(lang) + path,
      type: HTML_TYPE,
      content: pageOf({ board, lang, path, title, section, body }),
    })
    const sections = SECTIONS.map((one) =>
      file(FILES[one], words[one], one, html`<h1>${words[one]}</h1>${sectionBody(board, lang, one)}`),
    )
    const pieces = board.pieces.map((piece) =>
      file(
        pieceFile(piece.id),
        textFor(piece, lang)?.title ?? '',
        piece.kind === 'answer' ? 'answers' : 'notices',
        pieceBody(piece, lang),
      ),
    )
    return [...sections, ...pieces]
  })
}
