import type { Body } from '@qunfang/client'
import { type Answer, answerOf, api, as, refusalFrom, type WireProblem } from '../api.ts'
import { instant } from '../device/clock.ts'
import type { Reply, Verdict } from './drain.ts'
import type { Entry, Kind, Receipt } from './entry.ts'

interface WireReceipt {
  receivedAt?: string
  arrival: 'new' | 'again'
  fever?: boolean
}
interface WireVerdicts {
  verdicts: Array<{ id: string; ok: true; receipt: WireReceipt } | { id: string; ok: false; problem: WireProblem }>
}

type Passages = Body<'/passages/batch'>
type Tallies = Body<'/tallies/batch'>
type Ask = (content: unknown, token: string) => Promise<Answer<WireReceipt>>
type Shift = Body<'/checkpoints/{checkpointId}/shifts'> & { checkpointId: string }
type ShiftEnd = Body<'/shifts/{shiftId}/close'> & { shiftId: string }
type Correction = Body<'/passages/{passageId}/corrections'> & { passageId: string }

/** Shifts and corrections are few, and go one by one. */
const single: Record<Exclude<Kind, 'passage' | 'tally'>, Ask> = {
  'shift-open': (content, token) => {
    const { checkpointId, ...body } = content as Shift
    return answerOf(
      api.POST('/checkpoints/{checkpointId}/shifts', { params: { path: { checkpointId } }, body, ...as(token) }),
    )
  },
  'shift-close': (content, token) => {
    const { shiftId, ...body } = content as ShiftEnd
    return answerOf(api.POST('/shifts/{shiftId}/close', { params: { path: { shiftId } }, body, ...as(token) }))
  },
  correction: (content, token) => {
    const { passageId, ...body } = content as Correction
    return answerOf(
      api.POST('/passages/{passageId}/corrections', { params: { path: { passageId } }, body, ...as(token) }),
    )
  },
}

export const sendAs =
  (token: string) =>
  (batch: Entry[]): Promise<Reply> => {
    const kind = batch[0]?.kind
    return kind === 'passage' || kind === 'tally' ? sendMany(kind, batch, token) : sendOneByOne(batch, token)
  }

async function sendMany(kind: 'passage' | 'tally', batch: Entry[], token: string): Promise<Reply> {
  const sentAt = instant()
  const items: unknown[] = batch.map((entry) => entry.content)
  const asked =
    kind === 'passage'
      ? api.POST('/passages/batch', { body: { sentAt, items: items as Passages['items'] }, ...as(token) })
      : api.POST('/tallies/batch', { body: { sentAt, items: items as Tallies['items'] }, ...as(token) })
  const answer = await answerOf<WireVerdicts>(asked)
  if (answer.is !== 'ok') return without(answer)
  return { is: 'judged', verdicts: answer.value.verdicts.map(toVerdict) }
}

async function sendOneByOne(batch: Entry[], token: string): Promise<Reply> {
  const verdicts: Verdict[] = []
  for (const entry of batch) {
    if (entry.kind === 'passage' || entry.kind === 'tally') continue
    const answer = await single[entry.kind](entry.content, token)
    if (answer.is === 'ok') verdicts.push({ id: entry.id, ok: true, receipt: receiptOf(answer.value) })
    else {
      const reply = without(answer)
      if (reply.is === 'turned-down') verdicts.push({ id: entry.id, ok: false, refusal: reply.refusal })
      else return verdicts.length > 0 ? { is: 'judged', verdicts } : reply
    }
  }
  return { is: 'judged', verdicts }
}

function toVerdict(verdict: WireVerdicts['verdicts'][number]): Verdict {
  if (verdict.ok) return { id: verdict.id, ok: true, receipt: receiptOf(verdict.receipt) }
  const refusal = refusalFrom(verdict.problem) ?? { code: 'unknown', title: '', resend: 'later', fields: [] }
  return { id: verdict.id, ok: false, refusal }
}

const receiptOf = (wire: WireReceipt): Receipt => ({
  receivedAt: wire.receivedAt ?? instant(),
  arrival: wire.arrival,
  fever: wire.fever ?? false,
})

const BUSY = [408, 425, 429, 502, 503, 504, 507]

function without(answer: Exclude<Answer<unknown>, { is: 'ok' }>): Reply {
  if (answer.is === 'silence') return { is: 'unanswered' }
  if (answer.status === 401) return { is: 'sign-in-needed' }
  if (BUSY.includes(answer.status)) {
    return answer.retryAfterMs ? { is: 'unanswered', retryAfterMs: answer.retryAfterMs } : { is: 'unanswered' }
  }
  return { is: 'turned-down', refusal: answer.refusal, because: answer.status >= 500 ? 'server' : 'content' }
}
