import { createHmac } from 'node:crypto'
import { isIP } from 'node:net'
import { blindIndex } from '../../kernel/seal.ts'
import { momentInChina } from '../places/rules.clock.ts'
import { type Adapter, addressOf, type Outgoing, Undelivered } from './outgoing.ts'
import { publicitySettings } from './settings.ts'

/** Follows from the installation's key and the channel, so that it is kept nowhere. */
export const secretOf = (channelId: string): string => blindIndex('publicity.webhook', channelId).toString('hex')
export const signatureOf = (secret: string, sentAt: string, body: Buffer): string =>
  createHmac('sha256', secret).update(`${sentAt}.`).update(body).digest('hex')

/** The host that an address leads to, if it is one the administrator allowed: https, its usual port, a name, and nothing else in it. */
export function allowedHost(address: string): { host: string; allowed: boolean } {
  const { protocol, hostname, port, username, password } = new URL(address)
  const plain = protocol === 'https:' && port === '' && username === '' && password === '' && isIP(hostname) === 0
  const named = !hostname.startsWith('[')
  return { host: hostname, allowed: plain && named && publicitySettings().webhookHosts.includes(hostname) }
}

function bodyOf(outgoing: Outgoing): Buffer {
  const { dispatchId, pieceId, what, edition, kind, division, content, at, why } = outgoing
  const said = { dispatchId, pieceId, what, edition, kind, division, why, at: momentInChina(at) }
  return Buffer.from(JSON.stringify({ ...said, address: addressOf(outgoing), content }))
}

export const webhookAdapter: Adapter = {
  byHand: false,
  lacks: ({ url }) => (url ? null : 'url'),
  produce: (outgoing) => ({
    fileName: `${outgoing.dispatchId}.json`,
    type: 'application/json',
    content: bodyOf(outgoing),
  }),
  async deliver({ channel, dispatchId, at }, { content }) {
    const url = channel.settings.url ?? ''
    // Asked again: the administrator may have taken the host off the list since the channel was set up.
    if (!url || !allowedHost(url).allowed) throw new Undelivered('host-not-allowed')
    const sentAt = momentInChina(at)
    const headers = {
      'content-type': 'application/json',
      'content-length': String(content.length),
      'qunfang-dispatch': dispatchId,
      'qunfang-sent-at': sentAt,
      'qunfang-signature': `sha256=${signatureOf(secretOf(channel.id), sentAt, content)}`,
    }
    const status = await publicitySettings()
      .post(url, headers, content)
      .catch(() => {
        throw new Undelivered('unreachable')
      })
    if (status >= 300 && status < 400) throw new Undelivered('redirected')
    if (status < 200 || status >= 300) throw new Undelivered('refused')
  },
}
