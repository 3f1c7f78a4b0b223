import { answer, type Sent, type Session, sentBy } from './api.ts'
import type { PassagePlan, Scenario, ShiftPlan, TallyPlan } from './events.ts'

const BATCH = 1000
/** Enough to keep the server busy while an answer travels; more would only queue in it. */
const IN_FLIGHT = 4

/** Who uploads for a checkpoint: its own shift, the officer of its township, or the desk. */
export type SessionOf = (checkpointId: string) => Session

type Job = () => Promise<void>

/** Runs queues side by side, each in its own order: what one phone sends stays in the order it was written. */
export async function runQueues(queues: readonly Job[][], inFlight = IN_FLIGHT): Promise<void> {
  const waiting = [...queues].sort((one, other) => other.length - one.length)
  async function worker(): Promise<void> {
    for (let queue = waiting.shift(); queue; queue = waiting.shift()) {
      for (const job of queue) await job()
    }
  }
  await Promise.all(Array.from({ length: inFlight }, worker))
}

function bySession<T extends { checkpointId: string }>(facts: readonly T[], sessionOf: SessionOf): Map<Session, T[]> {
  const groups = new Map<Session, T[]>()
  for (const fact of facts) {
    const session = sessionOf(fact.checkpointId)
    const group = groups.get(session)
    if (group) group.push(fact)
    else groups.set(session, [fact])
  }
  return groups
}

type Send<T> = (session: Session, items: T[]) => Promise<Sent>

async function sendFacts<T extends { checkpointId: string }>(
  facts: readonly T[],
  sessionOf: SessionOf,
  send: Send<T>,
  sent: (batch: Sent) => void,
): Promise<void> {
  const queues = [...bySession(facts, sessionOf)].map(([session, own]) => {
    const jobs: Job[] = []
    for (let from = 0; from < own.length; from += BATCH) {
      const part = own.slice(from, from + BATCH)
      jobs.push(async () => sent(await send(session, part)))
    }
    return jobs
  })
  await runQueues(queues)
}

export const sendPassages = (facts: readonly PassagePlan[], sessionOf: SessionOf, sent: (batch: Sent) => void) =>
  sendFacts(facts, sessionOf, postPassages, sent)

export const sendTallies = (facts: readonly TallyPlan[], sessionOf: SessionOf, sent: (batch: Sent) => void) =>
  sendFacts(facts, sessionOf, postTallies, sent)

const postPassages: Send<PassagePlan> = async (session, items) =>
  sentBy('passage', (await answer('passages', () => session.POST('/passages/batch', { body: { items } }))).verdicts)

const postTallies: Send<TallyPlan> = async (session, items) =>
  sentBy('tally', (await answer('tallies', () => session.POST('/tallies/batch', { body: { items } }))).verdicts)

interface Arrived {
  arrival: 'new' | 'again'
}
const one = ({ arrival }: Arrived): Sent => (arrival === 'new' ? { fresh: 1, again: 0 } : { fresh: 0, again: 1 })

/** The shifts of a station follow each other; the last one ends with the calendar. */
export async function sendShifts(scenario: Scenario, sessionOf: SessionOf, sent: (batch: Sent) => void): Promise<void> {
  const byStation = new Map<string, ShiftPlan[]>()
  for (const shift of scenario.shifts) {
    const own = byStation.get(shift.checkpointId)
    if (own) own.push(shift)
    else byStation.set(shift.checkpointId, [shift])
  }
  const queues = [...byStation].map(([checkpointId, shifts]) => {
    const session = sessionOf(checkpointId)
    const jobs = shifts.map(
      ({ checkpointId: _, ...body }): Job =>
        async () => {
          sent(
            one(
              await answer(`shift ${body.id}`, () =>
                session.POST('/checkpoints/{checkpointId}/shifts', { params: { path: { checkpointId } }, body }),
              ),
            ),
          )
        },
    )
    const last = shifts.at(-1)
    if (last) {
      const body = { recordedAt: scenario.endsAt, note: '交接完毕' }
      jobs.push(async () =>
        sent(
          one(
            await answer(`end of shift ${last.id}`, () =>
              session.POST('/shifts/{shiftId}/close', { params: { path: { shiftId: last.id } }, body }),
            ),
          ),
        ),
      )
    }
    return jobs
  })
  await runQueues(queues, IN_FLIGHT * 2)
}

export async function sendCorrections(
  scenario: Scenario,
  sessionOf: SessionOf,
  sent: (batch: Sent) => void,
): Promise<void> {
  const checkpointOf = new Map(scenario.passages.map(({ id, checkpointId }) => [id, checkpointId]))
  const jobs = scenario.corrections.map(({ passageId, ...body }): Job[] => [
    async () => {
      const session = sessionOf(checkpointOf.get(passageId) ?? '')
      sent(
        one(
          await answer(`correction ${body.id}`, () =>
            session.POST('/passages/{passageId}/corrections', { params: { path: { passageId } }, body }),
          ),
        ),
      )
    },
  ])
  await runQueues(jobs)
}

/** The outcome comes from the medical side to the desk. A hand-over carries the id of the passage that opened it. */
export async function sendOutcomes(scenario: Scenario, desk: Session, sent: (batch: Sent) => void): Promise<void> {
  for (const { passageId, ...body } of scenario.outcomes) {
    sent(
      one(
        await answer(`outcome ${body.id}`, () =>
          desk.POST('/hand-overs/{handOverId}/outcomes', { params: { path: { handOverId: passageId } }, body }),
        ),
      ),
    )
  }
}

export const onTime = ({ passages, late }: Scenario): PassagePlan[] => passages.filter(({ id }) => !late.has(id))
export const delayed = ({ passages, late }: Scenario): PassagePlan[] => passages.filter(({ id }) => late.has(id))
export const repeated = ({ passages, twice }: Scenario): PassagePlan[] => passages.filter(({ id }) => twice.has(id))
