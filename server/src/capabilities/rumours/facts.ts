import { findDigests, keepFacts } from '../../kernel/facts.ts'
import { announce } from '../../kernel/feed.ts'
import type { Ctx } from '../../kernel/operation.ts'
import { digestOf } from '../../kernel/seal.ts'
import { beforeFound, inFuture, nothingLeft, otherContent, topicUnknown } from './problems.ts'
import { GAP, strip } from './rules.stripping.ts'
import { isFound } from './sql.history.ts'
import type { Fact } from './sql.signals.ts'

type Sent = { id: string; at: string }
export type Arrived = { id: string; arrival: 'new' | 'again' }

/** What the desk writes is stripped like what it hears. */
export function bare(words: string): string {
  const { text } = strip(words)
  if (text.replaceAll(GAP, '').trim() === '') throw nothingLeft()
  return text
}

/** That there is something to look at; not what, nor from where: the feed is read by others too. */
export const tellDesk = (ctx: Ctx): void =>
  announce(ctx, [{ kind: 'rumours', division: String(ctx.actor.county), ids: [] }])

const AHEAD_MS = 10 * 60_000
function momentOfFact({ now }: Ctx, { at }: Sent): Date {
  const moment = new Date(at)
  if (moment.getTime() > now.getTime() + AHEAD_MS) throw inFuture({ at })
  return moment
}

/** Keeps one fact whose texts have been stripped; `before` asks what has to hold when it is new. */
export async function keepFact(
  ctx: Ctx,
  table: `rumours.${string}`,
  sent: Sent,
  said: Record<string, unknown>,
  before?: (at: Date) => Promise<void>,
): Promise<Arrived> {
  const { id } = sent
  const at = momentOfFact(ctx, sent)
  const digest = digestOf({ id, at: sent.at, said })
  const kept = (await findDigests(ctx.tx, table, [id])).get(id)
  if (kept?.equals(digest)) return { id, arrival: 'again' }
  if (kept) throw otherContent({ id })
  await before?.(at)
  const row: Fact & Record<string, unknown> = {
    county: ctx.actor.county,
    id,
    ...said,
    at,
    received_at: ctx.now,
    digest,
  }
  const [arrival] = await keepFacts(ctx.tx, table, [row])
  if (arrival === 'taken' || arrival === undefined) throw otherContent({ id })
  if (arrival === 'new') tellDesk(ctx)
  return { id, arrival }
}

/** The topic is shown, and what is said of it happened after it was found. */
export async function ofTopic(ctx: Ctx, topicId: string, at: Date): Promise<void> {
  const found = await isFound(ctx.tx, topicId)
  if (!found) throw topicUnknown({ id: topicId })
  if (at < found) throw beforeFound({ at: at.toISOString() })
}

export const auditOf = ({
  input,
  output,
}: {
  input: { topicId?: string; id: string }
  output: { arrival: string }
}) => ({
  subject: input.topicId ?? input.id,
  note: { record: input.id, arrival: output.arrival },
})
