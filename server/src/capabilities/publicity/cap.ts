import type { Issue } from '../../kernel/problem.ts'
import { momentInChina } from '../places/rules.clock.ts'
import { type Adapter, addressOf, type Outgoing, reasonLine, titled } from './outgoing.ts'
import type { PieceContent, PieceText } from './schema.ts'
import { linesOf } from './text.ts'
import { element, optional, xmlFile } from './xml.ts'

const NAMESPACE = 'urn:oasis:names:tc:emergency:cap:1.2'
const LANGUAGES: Record<string, string> = { zh: 'zh-CN', en: 'en-US' }

export const senderOf = ({ county, channel }: Pick<Outgoing, 'county' | 'channel'>): string =>
  channel.settings.sender ?? `${county}.qunfang`
export const identifierOf = (county: number, dispatchId: string): string => `qunfang-${county}-${dispatchId}`

/** An alert that changes or takes back others names each of them as sender,identifier,sent. */
const referencesOf = (outgoing: Outgoing): string =>
  outgoing.earlier
    .map(({ dispatchId, at }) =>
      [senderOf(outgoing), identifierOf(outgoing.county, dispatchId), momentInChina(at)].join(','),
    )
    .join(' ')

const MESSAGE = { publish: 'Alert', update: 'Update', cancel: 'Cancel' } as const

/** CAP 1.2, its elements in the order that its schema prescribes, with one info for each language. */
export function writeCap(outgoing: Outgoing): Buffer {
  const { county, dispatchId, what, at, content } = outgoing
  return xmlFile(
    element(
      'alert',
      [
        element('identifier', identifierOf(county, dispatchId)),
        element('sender', senderOf(outgoing)),
        element('sent', momentInChina(at)),
        element('status', 'Actual'),
        element('msgType', MESSAGE[what]),
        element('scope', 'Public'),
        what === 'publish' ? null : optional('note', outgoing.why),
        what === 'publish' ? null : element('references', referencesOf(outgoing)),
        ...content.texts.map((text) => infoOf(outgoing, text)),
      ],
      { xmlns: NAMESPACE },
    ),
  )
}

function infoOf(outgoing: Outgoing, text: PieceText): string {
  const { content, areaName, division, at, what } = outgoing
  const { alert, signed } = content
  const why = reasonLine(outgoing, text.lang)
  const isOver = what === 'cancel'
  return element('info', [
    element('language', LANGUAGES[text.lang] ?? text.lang),
    element('category', 'Health'),
    element('event', alert?.event ?? text.title),
    ...(isOver ? ['AllClear'] : (alert?.responses ?? [])).map((one) => element('responseType', one)),
    element('urgency', isOver ? 'Past' : (alert?.urgency ?? 'Unknown')),
    element('severity', alert?.severity ?? 'Unknown'),
    element('certainty', alert?.certainty ?? 'Unknown'),
    element('effective', momentInChina(at)),
    alert?.expires && !isOver ? element('expires', momentInChina(new Date(alert.expires))) : null,
    element('senderName', signed.join(' ')),
    element('headline', titled(outgoing, text.lang, text.title)),
    element('description', [why, ...linesOf(text)].filter((line) => line !== null).join('\n')),
    text.duties.length > 0 && !isOver ? element('instruction', text.duties.join('\n')) : null,
    element('web', addressOf(outgoing)),
    element('area', [
      element('areaDesc', areaName),
      element('geocode', [element('valueName', 'GB/T 2260'), element('value', division)]),
    ]),
  ])
}

export const notAnAlert = ({ alert }: PieceContent): Issue[] =>
  alert
    ? []
    : [
        {
          path: 'content.alert',
          zh: '须写明事件、紧急程度、严重程度和确定程度',
          en: 'Say the event, and how urgent, severe and certain it is',
        },
      ]

export const capAdapter: Adapter = {
  byHand: false,
  unsuited: notAnAlert,
  produce: (outgoing) => ({
    fileName: `${identifierOf(outgoing.county, outgoing.dispatchId)}.xml`,
    type: 'application/cap+xml',
    content: writeCap(outgoing),
  }),
}
