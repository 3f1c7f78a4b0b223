import { createTransport } from 'nodemailer'
import { type Adapter, addressOf, type Outgoing, reasonLine, titled, Undelivered } from './outgoing.ts'
import { inChinese } from './pieces.ts'
import { publicitySettings } from './settings.ts'
import { linesOf } from './text.ts'

const TIMEOUT_MS = 10_000
/** A server that says a word now and then would be waited for without end. */
const WHOLE_MS = 30_000

function letterOf(outgoing: Outgoing) {
  const { mailFrom } = publicitySettings()
  const { content, channel, dispatchId, county, earlier, at } = outgoing
  const nameOf = (id: string) => `<${id}@${county}.qunfang>`
  const parts = content.texts.map((text) => [text.title, '', ...linesOf(text), '', content.signed.join(' ')].join('\n'))
  const why = reasonLine(outgoing, 'zh')
  const before = earlier.at(-1)
  return {
    from: mailFrom ?? `qunfang@${county}.invalid`,
    to: channel.settings.to ?? [],
    subject: titled(outgoing, 'zh', inChinese(content).title),
    text: [...(why ? [why, ''] : []), parts.join('\n\n——\n\n'), '', addressOf(outgoing)].join('\n'),
    // The same dispatch sent twice is one letter, and a correction stands below what it corrects.
    messageId: nameOf(dispatchId),
    date: at,
    ...(before ? { inReplyTo: nameOf(before.dispatchId), references: nameOf(before.dispatchId) } : {}),
  }
}

export const mailAdapter: Adapter = {
  byHand: false,
  lacks: ({ to }) => (to && to.length > 0 ? null : 'to'),
  async produce(outgoing) {
    const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail(letterOf(outgoing))
    return { fileName: `${outgoing.dispatchId}.eml`, type: 'message/rfc822', content: Buffer.from(message as Buffer) }
  },
  async deliver(outgoing, { content }) {
    const { smtpUrl, mailFrom } = publicitySettings()
    if (!smtpUrl || !mailFrom) throw new Undelivered('mail-off')
    const transport = createTransport({
      url: smtpUrl,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
    })
    try {
      const sent = await transport.sendMail({
        envelope: { from: mailFrom, to: outgoing.channel.settings.to ?? [] },
        raw: content,
        signal: AbortSignal.timeout(WHOLE_MS),
      })
      if (sent.rejected.length > 0) throw new Undelivered('some-refused')
    } catch (error) {
      if (error instanceof Undelivered) throw error
      throw new Undelivered((error as { responseCode?: number }).responseCode ? 'mail-refused' : 'unreachable')
    } finally {
      transport.close()
    }
  },
}
