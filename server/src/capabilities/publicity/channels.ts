import { capAdapter } from './cap.ts'
import { packetAdapter } from './emergency-broadcast.ts'
import { atomAdapter, rssAdapter } from './feeds.ts'
import { leafletAdapter } from './leaflet.ts'
import { mailAdapter } from './mail.ts'
import type { Adapter } from './outgoing.ts'
import { boardAdapter } from './page.ts'
import type { ChannelKind } from './schema.channels.ts'
import { scriptAdapter } from './scripts.ts'
import { webhookAdapter } from './webhook.ts'
import { wechatAdapter } from './wechat.ts'

/** Every channel really makes what its other side takes. */
export const ADAPTERS: Record<ChannelKind, Adapter> = {
  board: boardAdapter,
  rss: rssAdapter,
  atom: atomAdapter,
  cap: capAdapter,
  email: mailAdapter,
  webhook: webhookAdapter,
  wechat: wechatAdapter,
  radio: scriptAdapter('radio'),
  television: scriptAdapter('television'),
  print: leafletAdapter,
  loudspeakers: scriptAdapter('loudspeakers'),
  'emergency-broadcast': packetAdapter,
}
