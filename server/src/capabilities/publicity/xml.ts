import { escaped } from './text.ts'

type Child = string | null
/** Characters that no XML document may hold are left out; what looks like markup is text. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu
export const said = (text: string): string => escaped(text.replace(NOT_XML, ''))

export function element(name: string, content: string | Child[], attributes: Record<string, string> = {}): string {
  const listed = Object.entries(attributes).map(([key, value]) => ` ${key}="${said(value)}"`)
  const inner = typeof content === 'string' ? said(content) : content.filter((one) => one !== null).join('')
  return `<${name}${listed.join('')}>${inner}</${name}>`
}
/** Left out when there is nothing to say. */
export const optional = (name: string, content: string | null): Child => (content ? element(name, content) : null)
export const xmlFile = (root: string): Buffer => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`)
