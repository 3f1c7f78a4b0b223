import type { Ctx } from '../../kernel/operation.ts'
import type { Problem } from '../../kernel/problem.ts'
import { eventClosed } from './problems.ts'
import { type EventNow, listEventsNow } from './sql.ts'

/** Closing is rare and every record asks; a closing is obeyed within these seconds. */
const REMEMBER_MS = 5_000
const remembered = new Map<number, { events: readonly EventNow[]; at: number }>()

async function recentEvents({ tx, actor, now }: Ctx): Promise<readonly EventNow[]> {
  const known = remembered.get(actor.county)
  if (known && Math.abs(now.getTime() - known.at) < REMEMBER_MS) return known.events
  const events = await listEventsNow(tx)
  remembered.set(actor.county, { events, at: now.getTime() })
  return events
}

export const forgetRemembered = (county: number): boolean => remembered.delete(county)

/**
 * What stands against a record of this moment: collecting has ended with the event. Without a disease it is the response as a whole
 * that has to have ended.
 */
export async function collectingEnded(ctx: Ctx, disease: string | null): Promise<(recorded: Date) => Problem | null> {
  const events = await recentEvents(ctx)
  const isOver = events.filter(({ turn }) => turn === 'closed')
  const ended = disease
    ? isOver.find((one) => one.disease === disease)
    : events.some(({ turn }) => turn === 'reopened')
      ? undefined
      : isOver.find(({ responseEnds }) => responseEnds)
  return (recorded) =>
    ended && recorded > ended.at
      ? eventClosed({ disease: ended.disease, at: ended.at.toISOString(), document: ended.documentNo })
      : null
}
