import type { Issue } from '../../kernel/problem.ts'
import type { ChannelKind, ChannelSettings } from './schema.channels.ts'
import type { PieceContent, PieceKind } from './schema.ts'

/** One piece on its way to one channel. */
export interface Outgoing {
  county: number
  division: string
  areaName: string
  channel: { id: string; kind: ChannelKind; title: string; settings: ChannelSettings }
  what: 'publish' | 'update' | 'cancel'
  dispatchId: string
  pieceId: string
  kind: PieceKind
  edition: number
  content: PieceContent
  /** When the piece went out first, and when what is sent now was said. */
  firstAt: Date
  at: Date
  /** Why it is corrected or withdrawn. */
  why: string | null
  /** What went to this channel of the same piece before, the oldest first. */
  earlier: ReadonlyArray<{ dispatchId: string; at: Date }>
  publicUrl: string
}
export interface Produced {
  fileName: string
  type: string
  content: Buffer
  /** What the writer should know before it goes out like this. */
  remarks?: Issue[]
}
export interface Adapter {
  /** A person puts up what was produced and says so. */
  byHand: boolean
  /** What is missing in the settings, by its name. */
  lacks?(settings: ChannelSettings): string | null
  /** Why a piece cannot go out this way. */
  unsuited?(content: PieceContent): Issue[]
  produce(outgoing: Outgoing): Produced | Promise<Produced>
  /** Brings it there; what goes wrong is thrown as `Undelivered`. */
  deliver?(outgoing: Outgoing, produced: Produced): Promise<void>
}
/** Its reason is kept and shown, so it is a word of ours and never what the other side said. */
export class Undelivered extends Error {
  readonly reason: string
  constructor(reason: string) {
    super(reason)
    this.reason = reason
  }
}

export const pathOf = ({ county, pieceId }: Pick<Outgoing, 'county' | 'pieceId'>): string =>
  `/board/${county}/pieces/${pieceId}.html`
export const addressOf = (one: Pick<Outgoing, 'county' | 'pieceId' | 'publicUrl'>): string =>
  one.publicUrl.replace(/\/$/, '') + pathOf(one)

const FLAGS = {
  update: { zh: '更正', en: 'Correction' },
  cancel: { zh: '撤回', en: 'Withdrawn' },
}
/** The title, and before it that it corrects or takes back what was said. */
export function titled({ what }: Pick<Outgoing, 'what'>, lang: string, title: string): string {
  if (what === 'publish') return title
  const flag = FLAGS[what]
  return lang.startsWith('zh') ? `【${flag.zh}】${title}` : `${flag.en}: ${title}`
}
const REASONS = {
  update: { zh: '更正说明:', en: 'What was wrong: ' },
  cancel: { zh: '撤回说明:', en: 'Why it was withdrawn: ' },
}
export function reasonLine({ what, why }: Pick<Outgoing, 'what' | 'why'>, lang: string): string | null {
  if (what === 'publish' || !why) return null
  return REASONS[what][lang.startsWith('zh') ? 'zh' : 'en'] + why
}
