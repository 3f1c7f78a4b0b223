import type { BoardPiece } from '../../../../board/data.ts'
import { boardPages } from '../../../../board/pages.ts'
import { minuteInChina } from '../places/rules.clock.ts'
import { type Adapter, type Outgoing, Undelivered } from './outgoing.ts'

const PAGE_BYTES = 50 * 1024

export const boardPiece = (one: Omit<Outgoing, 'channel' | 'earlier' | 'publicUrl' | 'areaName'>): BoardPiece => ({
  id: one.pieceId,
  kind: one.kind,
  state: one.what === 'cancel' ? 'withdrawn' : one.edition > 1 ? 'corrected' : 'published',
  firstAt: minuteInChina(one.firstAt),
  at: minuteInChina(one.at),
  why: one.why,
  signed: one.content.signed,
  texts: one.content.texts,
})

export const boardAdapter: Adapter = {
  byHand: false,
  produce(outgoing) {
    const empty = {
      closures: null,
      shops: null,
      figures: null,
      rights: [],
      donations: null,
      feeds: [],
      statusAction: `/board/${outgoing.county}/status`,
    }
    const { county, areaName: name } = outgoing
    const board = { county, name, asOf: minuteInChina(outgoing.at), pieces: [boardPiece(outgoing)], ...empty }
    const path = `pieces/${outgoing.pieceId}.html`
    const page = boardPages(board).find((one) => one.path === path)
    if (!page) throw new Error('publicity: a page that was not made')
    const content = Buffer.from(page.content)
    if (content.length > PAGE_BYTES) throw new Undelivered('page-too-large')
    return { fileName: `${outgoing.pieceId}.html`, type: page.type, content }
  },
}
