const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
/** Text that is safe to stand in a page; made by `html` and `escape` alone. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}
type Part = Html | string | number | null | readonly Part[]

const spell = (part: Part): string => {
  if (part instanceof Html) return part.text
  if (Array.isArray(part)) return part.map(spell).join('')
  return part === null ? '' : String(part).replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '')
}
/** Whatever is put in is text; only what this tag made is markup. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Html =>
  new Html(strings.reduce((whole, string, at) => whole + spell(parts[at - 1] ?? null) + string))
