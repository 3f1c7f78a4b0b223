import { momentInChina } from '../places/rules.clock.ts'
import { type Adapter, addressOf, type Outgoing, reasonLine, titled } from './outgoing.ts'
import { inChinese } from './pieces.ts'
import { linesOf } from './text.ts'
import { element, xmlFile } from './xml.ts'

export interface Feed {
  title: string
  /** The page that it belongs to, and its own address. */
  page: string
  self: string
  author: string
  updated: Date
}
const summaryOf = (outgoing: Outgoing): string =>
  [reasonLine(outgoing, 'zh'), ...linesOf(inChinese(outgoing.content))].filter((line) => line !== null).join('\n')
const titleOf = (outgoing: Outgoing): string => titled(outgoing, 'zh', inChinese(outgoing.content).title)
const idOf = ({ pieceId }: Outgoing): string => `urn:uuid:${pieceId}`

/** RSS 2.0; the guid of a piece stays the same when it is corrected. */
export function writeRss(feed: Feed, items: readonly Outgoing[]): Buffer {
  return xmlFile(
    element(
      'rss',
      [
        element('channel', [
          element('title', feed.title),
          element('link', feed.page),
          element('description', feed.title),
          element('language', 'zh-cn'),
          element('lastBuildDate', feed.updated.toUTCString()),
          `<atom:link href="${new URL(feed.self).href}" rel="self" type="application/rss+xml"/>`,
          ...items.map((one) =>
            element('item', [
              element('title', titleOf(one)),
              element('link', addressOf(one)),
              element('description', summaryOf(one)),
              element('guid', idOf(one), { isPermaLink: 'false' }),
              element('pubDate', one.at.toUTCString()),
            ]),
          ),
        ]),
      ],
      { version: '2.0', 'xmlns:atom': 'http://www.w3.org/2005/Atom' },
    ),
  )
}

/** Of warnings each entry leads to the warning itself. */
export function writeAtom(feed: Feed, items: readonly Outgoing[], ofWarnings = false): Buffer {
  const link = (rel: string, href: string) => `<link rel="${rel}" href="${new URL(href).href}"/>`
  return xmlFile(
    element(
      'feed',
      [
        element('id', feed.self),
        element('title', feed.title),
        element('updated', momentInChina(feed.updated)),
        element('author', [element('name', feed.author)]),
        link('self', feed.self),
        link('alternate', feed.page),
        ...items.map((one) =>
          element('entry', [
            element('id', idOf(one)),
            element('title', titleOf(one)),
            element('published', momentInChina(one.firstAt)),
            element('updated', momentInChina(one.at)),
            link('alternate', addressOf(one)),
            ofWarnings ? link('related', alertAddress(one)) : null,
            element('content', summaryOf(one), { type: 'text' }),
          ]),
        ),
      ],
      { xmlns: 'http://www.w3.org/2005/Atom' },
    ),
  )
}

const alertAddress = ({ publicUrl, county, dispatchId }: Outgoing): string =>
  `${publicUrl.replace(/\/$/, '')}/board/${county}/cap/${dispatchId}.xml`

export function feedOf(
  { publicUrl, county, areaName }: Pick<Outgoing, 'publicUrl' | 'county' | 'areaName'>,
  file: string,
  updated: Date,
): Feed {
  const page = `${publicUrl.replace(/\/$/, '')}/board/${county}/`
  return { title: `${areaName}疫情防控公告`, page, self: page + file, author: areaName, updated }
}

export const rssAdapter: Adapter = {
  byHand: false,
  produce: (outgoing) => ({
    fileName: 'rss.xml',
    type: 'application/rss+xml',
    content: writeRss(feedOf(outgoing, 'rss.xml', outgoing.at), [outgoing]),
  }),
}
export const atomAdapter: Adapter = {
  byHand: false,
  produce: (outgoing) => ({
    fileName: 'atom.xml',
    type: 'application/atom+xml',
    content: writeAtom(feedOf(outgoing, 'atom.xml', outgoing.at), [outgoing]),
  }),
}
