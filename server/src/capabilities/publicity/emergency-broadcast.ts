import { momentInChina } from '../places/rules.clock.ts'
import { notAnAlert } from './cap.ts'
import { type Adapter, type Outgoing, titled } from './outgoing.ts'
import { inChinese } from './pieces.ts'
import { linesOf } from './text.ts'
import { element, xmlFile } from './xml.ts'

const SEVERITY = { Extreme: '1', Severe: '2', Moderate: '3', Minor: '4', Unknown: '0' } as const
const MESSAGE = { publish: '1', update: '2', cancel: '3' } as const
const HOUR_MS = 3_600_000
const REACHES_MS = 24 * HOUR_MS

const clock = (at: Date): string => momentInChina(at).slice(0, 19).replace('T', ' ')
/** Sixteen digits that follow from the id, so that the same dispatch is the same packet. */
const serialOf = (id: string): string =>
  (BigInt(`0x${id.replaceAll('-', '')}`) % 10n ** 16n).toString().padStart(16, '0')
/** Twelve digits, whatever the level of the area. */
const areaOf = (division: string): string => division.padEnd(12, '0')
const resourceOf = ({ channel, division }: Outgoing): string => channel.settings.resource ?? `0103${areaOf(division)}01`

/** The packet that county platforms of the emergency broadcast take; CAP stays the master, and the county switches this on. */
export function writePacket(outgoing: Outgoing): Buffer {
  const { content, at, what, dispatchId, earlier, division } = outgoing
  const text = inChinese(content)
  const resource = resourceOf(outgoing)
  const idOf = (id: string) => `01${resource}${serialOf(id)}`
  const ends = content.alert?.expires ? new Date(content.alert.expires) : new Date(at.getTime() + REACHES_MS)
  const before = earlier.at(-1)
  return xmlFile(
    element('EBD', [
      element('EBDVersion', '1.0'),
      element('EBDID', idOf(dispatchId)),
      element('EBDType', 'EBM'),
      element('SRC', [element('EBRID', resource)]),
      element('EBDTime', clock(at)),
      before ? element('RelatedEBD', [element('EBDID', idOf(before.dispatchId))]) : null,
      element('EBM', [
        element('EBMVersion', '1.0'),
        element('EBMID', `${resource}${serialOf(dispatchId).slice(-12)}`),
        before
          ? element('RelatedEBM', [element('EBMID', `${resource}${serialOf(before.dispatchId).slice(-12)}`)])
          : null,
        element('MsgBasicInfo', [
          element('MsgType', MESSAGE[what]),
          element('SenderName', content.signed.join('、')),
          element('SenderCode', resource),
          element('SentTime', clock(at)),
          element('EventType', content.alert?.event ?? text.title),
          element('Severity', SEVERITY[content.alert?.severity ?? 'Unknown']),
          element('StartTime', clock(at)),
          element('EndTime', clock(ends)),
        ]),
        element('MsgContent', [
          element('LanguageCode', 'zho'),
          element('MsgTitle', titled(outgoing, 'zh', text.title)),
          element('MsgDesc', linesOf(text).join('\n')),
          element('AreaCode', areaOf(division)),
        ]),
      ]),
    ]),
  )
}

export const packetAdapter: Adapter = {
  byHand: true,
  unsuited: notAnAlert,
  produce: (outgoing) => ({
    fileName: `EBDB_${outgoing.dispatchId}.xml`,
    type: 'application/xml',
    content: writePacket(outgoing),
  }),
}
