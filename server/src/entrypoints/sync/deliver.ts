import type { z } from 'zod'
import type { Author } from '../../capabilities/access/index.ts'
import { putAside, recordAudit } from '../../kernel/audit.ts'
import { performBatch } from '../../kernel/gather.ts'
import { faultOf } from '../../kernel/log.ts'
import { type Actor, type AnyOperation, type Kernel, type Meta, perform, transact } from '../../kernel/operation.ts'
import { isOutage, Problem, serverFault } from '../../kernel/problem.ts'
import { findCarried } from './carried.ts'
import { newerForm } from './newer.ts'
import { formUnknown, operationUnknown, putAsideForDesk, signInAgain } from './problems.ts'
import type { CarriedVerdict, Inside } from './schema.ts'

export interface Letter {
  id: string
  inside: Inside
  author: Author
}
export interface Judged {
  id: string
  problem: Problem
}
interface When {
  meta: Meta
  /** The sending clock minus ours, for records that do not say how wrong theirs was. */
  sentAheadMs: number
}

const INPUT_INVALID = 'kernel.input-invalid'
const CLOCK_NOISE_MS = 30_000
const offsetOf = ({ aheadMs }: Inside, sentAheadMs: number): number => {
  const ahead = aheadMs ?? sentAheadMs
  return Math.abs(ahead) < CLOCK_NOISE_MS ? 0 : -Math.round(ahead / 1000) * 1000
}

/** Each in its author's name, what belongs together in one transaction. One verdict per record, in the order they came. */
export async function deliver(
  kernel: Kernel,
  addressed: ReadonlyArray<Letter | Judged>,
  when: When,
): Promise<CarriedVerdict[]> {
  const verdicts = new Map<string, CarriedVerdict>()
  const parcels = new Map<string, Parcel>()
  for (const one of addressed) {
    if ('problem' in one) verdicts.set(one.id, refused(one))
    else sort(one, when.sentAheadMs, parcels)
  }
  for (const parcel of parcels.values()) {
    for (const verdict of await hand(kernel, parcel, when.meta)) verdicts.set(verdict.id, verdict)
  }
  return addressed.map(({ id }) => verdicts.get(id) ?? refused({ id, problem: serverFault() }))
}

interface Parcel {
  actor: Actor
  operation: string
  fate: 'deliver' | 'aside' | 'sign-in-again'
  clockOffsetMs: number
  letters: Letter[]
}

function sort(letter: Letter, sentAheadMs: number, parcels: Map<string, Parcel>): void {
  const { inside, author } = letter
  const clockOffsetMs = offsetOf(inside, sentAheadMs)
  const standing = author.authorship(new Date(Date.parse(inside.at) + clockOffsetMs))
  const fate = standing === 'stands' || standing === 'stood' ? 'deliver' : standing
  const key = [author.actor.sessionId, fate, inside.operation, clockOffsetMs].join()
  const parcel = parcels.get(key) ?? {
    actor: author.actor,
    operation: inside.operation,
    fate,
    clockOffsetMs,
    letters: [],
  }
  parcel.letters.push(letter)
  parcels.set(key, parcel)
}

async function hand(kernel: Kernel, parcel: Parcel, sent: Meta): Promise<CarriedVerdict[]> {
  const { actor, operation, fate, letters } = parcel
  const meta = { ...sent, clockOffsetMs: parcel.clockOffsetMs }
  const all = (problem: Problem) => letters.map(({ id }) => refused({ id, problem }))
  if (fate === 'sign-in-again') return all(signInAgain())
  const carried = findCarried(operation)
  if (!carried) return all(operationUnknown({ operation: operation.slice(0, 60) }))
  if (fate === 'aside') {
    await keepForDesk(kernel, parcel, meta)
    return all(putAsideForDesk())
  }
  if ('single' in carried) {
    const verdicts: CarriedVerdict[] = []
    for (const letter of letters) verdicts.push(await handOne(kernel, carried.single, actor, letter, meta))
    return verdicts
  }
  const { many } = carried
  const items = letters.map(({ inside }) => inside.content)
  const judged = await performBatch(kernel, many, actor, items, meta)
  return letters.map(({ id }, at) => {
    const verdict = judged[at] ?? { ok: false, problem: serverFault() }
    return verdict.ok
      ? received(id, verdict.arrival, verdict.value, meta)
      : refused({ id, problem: orNewer(verdict.problem, many.item, items[at]) })
  })
}

async function handOne(kernel: Kernel, op: AnyOperation, actor: Actor, letter: Letter, meta: Meta) {
  const { id, inside } = letter
  try {
    const done = await perform(kernel, op, actor, inside.content, meta)
    const arrival = (done as { arrival?: unknown } | null)?.arrival === 'again' ? 'again' : 'new'
    return received(id, arrival, done, meta)
  } catch (error) {
    if (error instanceof Problem) return refused({ id, problem: orNewer(error, op.input, inside.content) })
    if (isOutage(error)) throw error
    kernel.log.error({ event: 'item-failed', operation: op.name, requestId: meta.requestId, ...faultOf(error) })
    return refused({ id, problem: serverFault() })
  }
}

const orNewer = (problem: Problem, shape: z.ZodType, content: unknown): Problem =>
  problem.code === INPUT_INVALID && newerForm(shape, content) ? formUnknown() : problem

/** Whole and sealed, in the name of whoever wrote it; the desk sees that it is there. */
function keepForDesk(kernel: Kernel, { actor, operation, letters }: Parcel, meta: Meta): Promise<void> {
  return transact(kernel, actor, meta, async (ctx) => {
    await putAside(
      ctx,
      operation,
      letters.map(({ id, inside: { content, at, by } }) => ({ claimedId: id, raw: { content, at, by } })),
    )
    recordAudit(ctx, operation, { count: letters.length, note: { putAside: letters.length } })
  })
}

/** What a slow link need not carry twice stands beside it already. */
const SAID_BESIDE = ['id', 'arrival', 'receivedAt']

const received = (id: string, arrival: 'new' | 'again', answer: unknown, { now }: Meta): CarriedVerdict => {
  const said = Object.entries(answer ?? {}).filter(([key, value]) => !SAID_BESIDE.includes(key) && value !== null)
  return { id, ok: true, receipt: { arrival, receivedAt: now.toISOString(), said: Object.fromEntries(said) } }
}

const refused = ({ id, problem }: Judged): CarriedVerdict => ({
  id,
  ok: false,
  problem: {
    code: problem.code,
    resend: problem.resend,
    text: { zh: problem.text('zh'), en: problem.text('en') },
    fields: problem.issues.map(({ path, zh, en }) => ({ path, zh, en })),
  },
})
