import { z } from 'zod'
import { Division, Instant, Kept, PieceContent, PieceKind, page, paging, Words } from './schema.ts'

export const CHANNEL_KINDS = [
  'board',
  'rss',
  'atom',
  'cap',
  'email',
  'webhook',
  'wechat',
  'radio',
  'television',
  'print',
  'loudspeakers',
  'emergency-broadcast',
] as const
export const ChannelKind = z.enum(CHANNEL_KINDS)
export type ChannelKind = z.infer<typeof ChannelKind>

/** Names and codes in CAP hold no blank, comma or sign of markup. */
const Plain = z.string().regex(/^[^\s,<&]{1,100}$/)
export const ChannelSettings = z.strictObject({
  /** cap: who sends, as a name on the net. */
  sender: Plain.optional(),
  /** webhook: where to, https and a host that the administrator allowed. */
  url: z.url().max(300).optional(),
  /** email: lists of offices, never of persons. */
  to: z.array(z.email().max(120)).max(50).optional(),
  /** emergency-broadcast: 18 digits. */
  resource: z
    .string()
    .regex(/^\d{18}$/)
    .optional(),
})
export type ChannelSettings = z.infer<typeof ChannelSettings>
export const AddChannel = z.strictObject({
  id: z.uuid(),
  division: Division,
  kind: ChannelKind,
  title: Words(60),
  settings: ChannelSettings.default({}),
})
export const ChannelAdded = z.strictObject({
  ...Kept.shape,
  /** For the receiver of a webhook, to check that what comes is ours. Shown to whoever sets the channel up. */
  secret: z.string().nullable(),
})
export const TurnChannel = z.strictObject({
  id: z.uuid(),
  channelId: z.uuid(),
  turn: z.enum(['closed', 'reopened']),
  why: z.string().trim().min(2).max(200),
  at: Instant,
})
export const ChannelRow = z.strictObject({
  id: z.uuid(),
  division: Division,
  kind: ChannelKind,
  title: z.string(),
  open: z.boolean(),
  /** By hand, a person confirms that a piece was put up; the others deliver by themselves. */
  byHand: z.boolean(),
  sent: z.int(),
  failed: z.int(),
})
export const ListChannels = z.strictObject({})
export const Channels = z.strictObject({
  items: z.array(ChannelRow),
  /** Whether this installation can send mail at all, and the hosts that a webhook may go to. */
  mail: z.boolean(),
  hosts: z.array(z.string()),
})

export const DispatchPiece = z.strictObject({ pieceId: z.uuid(), id: z.uuid(), channelId: z.uuid(), at: Instant })
export const DISPATCH_STATES = ['waiting', 'produced', 'delivered', 'failed'] as const
export const Dispatch = z.strictObject({
  id: z.uuid(),
  pieceId: z.uuid(),
  title: z.string(),
  edition: z.int(),
  channelId: z.uuid(),
  channel: z.string(),
  kind: ChannelKind,
  what: z.enum(['publish', 'update', 'cancel']),
  at: Instant,
  state: z.enum(DISPATCH_STATES),
  tries: z.int(),
  reason: z.string().nullable(),
  note: z.string().nullable(),
  doneAt: Instant.nullable(),
  sha256: z.string().nullable(),
})
export type Dispatch = z.infer<typeof Dispatch>
export const ListDispatches = z.strictObject({
  pieceId: z.uuid().optional(),
  channelId: z.uuid().optional(),
  state: z.enum(['all', ...DISPATCH_STATES]).default('all'),
  ...paging,
})
export const DispatchPage = page(Dispatch)
export const AskDispatch = z.strictObject({ dispatchId: z.uuid() })
export const ConfirmDispatch = z.strictObject({
  id: z.uuid(),
  dispatchId: z.uuid(),
  at: Instant,
  /** Where it was put. */
  note: z.string().trim().min(2).max(200).nullable().default(null),
})
export const RetryDispatch = z.strictObject({ dispatchId: z.uuid() })
export const Retried = z.strictObject({ id: z.uuid() })
export const ProducedFile = z.strictObject({ fileName: z.string(), type: z.string(), content: z.base64() })

/** How words that are not kept yet look in a channel. */
export const PreviewPiece = z.strictObject({
  division: Division,
  kind: PieceKind,
  content: PieceContent,
  channel: ChannelKind,
})
export const Preview = z.strictObject({
  ...ProducedFile.shape,
  seconds: z.int().nullable(),
  remarks: z.array(z.strictObject({ path: z.string(), zh: z.string(), en: z.string() })),
})
