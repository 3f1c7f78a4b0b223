import type { Board, BoardGift } from './data.ts'
import { type Html, html } from './html.ts'
import { type Lang, WORDS } from './words.ts'

const table = (
  caption: string,
  heads: ReadonlyArray<[name: string, isNumber: boolean]>,
  rows: readonly Html[],
): Html => {
  const head = heads.map(([name, isNumber]) =>
    isNumber ? html`<th scope="col" class="n">${name}</th>` : html`<th scope="col">${name}</th>`,
  )
  return html`<h2>${caption}</h2><div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><thead><tr>${head}</tr></thead><tbody lang="zh-CN">${rows}</tbody></table></div>`
}

/** Who gave what, by receipt, and what became of the money. */
export function donationsBody({ donations }: Board, lang: Lang): Html {
  const words = WORDS[lang]
  if (!donations || donations.money.length + donations.goods.length === 0)
    return html`<p class="note">${words.noDonations}</p>`
  const { purposes, money, goods } = donations
  const gift = ({ receiptNo, on, name, void: isVoid }: BoardGift) =>
    html`<th scope="row">${receiptNo}${isVoid ? html` <strong>${words.voided}</strong>` : null}</th><td>${on}</td><td>${name ?? words.unnamed}</td>`
  const heads: Array<[string, boolean]> = [
    [words.receiptNo, false],
    [words.givenOn, false],
    [words.donor, false],
  ]
  const used = purposes.map(
    (one) =>
      html`<tr><th scope="row">${one.purpose}</th><td class="n">${one.received}</td><td class="n">${one.paid}</td><td class="n">${one.left}</td></tr>`,
  )
  const inMoney = money.map((one) => html`<tr>${gift(one)}<td>${one.purpose}</td><td class="n">${one.yuan}</td></tr>`)
  const inGoods = goods.map((one) => html`<tr>${gift(one)}<td>${one.what}</td></tr>`)
  const of: Array<[string, boolean]> = [
    [words.purpose, false],
    [words.received, true],
    [words.paid, true],
    [words.left, true],
  ]
  return html`<p class="note">${words.donationsNote}</p>${used.length > 0 ? table(words.purposes, of, used) : null}${
    inMoney.length > 0 ? table(words.inMoney, [...heads, [words.purpose, false], [words.amount, true]], inMoney) : null
  }${inGoods.length > 0 ? table(words.inGoods, [...heads, [words.things, false]], inGoods) : null}`
}
