import type { Answer as Given } from '@qunfang/client'
import { type Answer, answerOf, api, as } from '../api.ts'
import { instant } from '../device/clock.ts'
import { lang } from '../i18n/index.ts'
import type { Reply, Send, Verdict } from './drain.ts'
import type { Receipt, Refusal } from './entry.ts'
import { toBase64 } from './seal.ts'

type Carriage = Given<'/sync/sealed', 'post'>
type WireVerdict = Carriage['verdicts'][number]

/** Which phone this is and who is signed in on it: neither has to have written what it brings. */
export interface Carrier {
  county: number
  deviceToken: string | null
  personToken: string | null
}

export interface Stand {
  epoch: string
  position: number
}

/** `heard` is told where the server stands, before anything is done with the verdicts. */
export const carryAs =
  ({ county, deviceToken, personToken }: Carrier, heard: (stand: Stand) => Promise<void>): Send =>
  async (batch, before) => {
    const body = {
      county,
      ...(deviceToken ? { deviceToken } : {}),
      ...(personToken ? { personToken } : {}),
      sentAt: instant(),
      items: batch.flatMap(({ id, sealed }) => (sealed ? [{ id, sealed: toBase64(sealed) }] : [])),
    }
    const answer = await answerOf<Carriage>(api.POST('/sync/sealed', { body, ...as(null) }))
    if (answer.is !== 'ok') return without(answer)
    const { epoch, position, verdicts } = answer.value
    if (!Array.isArray(verdicts)) return { is: 'unanswered' }
    // A server that was put back has lost what it answered before, too: that has to stand on the disk to be sent again.
    await before
    await heard({ epoch, position })
    return { is: 'judged', verdicts: verdicts.map(toVerdict) }
  }

function toVerdict(verdict: WireVerdict): Verdict {
  return verdict.ok
    ? { id: verdict.id, ok: true, receipt: receiptOf(verdict.receipt) }
    : { id: verdict.id, ok: false, refusal: refusalOf(verdict.problem) }
}

const receiptOf = ({ arrival, receivedAt, said }: Extract<WireVerdict, { ok: true }>['receipt']): Receipt => ({
  receivedAt,
  arrival,
  fever: said.fever === true,
})

const refusalOf = ({ code, resend, text, fields }: Extract<WireVerdict, { ok: false }>['problem']): Refusal => ({
  code,
  resend,
  title: text[lang()],
  fields: fields.map((field) => `${field.path}: ${field[lang()]}`),
})

/** What is wrong with a record stands in its verdict. A request that is not understood at all meets an older server. */
const isNotUnderstood = (status: number): boolean => status >= 500 || status === 404 || status === 422
const BUSY = [408, 425, 429, 502, 503, 504, 507]

function without(answer: Exclude<Answer<unknown>, { is: 'ok' }>): Reply {
  if (answer.is === 'silence') return { is: 'unanswered' }
  if (BUSY.includes(answer.status)) {
    return answer.retryAfterMs ? { is: 'unanswered', retryAfterMs: answer.retryAfterMs } : { is: 'unanswered' }
  }
  return { is: 'turned-down', refusal: answer.refusal, because: isNotUnderstood(answer.status) ? 'server' : 'content' }
}
