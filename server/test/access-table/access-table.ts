import { expect, test } from 'vitest'
import type { Actor, AnyBatchOperation, AnyOperation, Role } from '../../src/kernel/operation.ts'
import { ROLES } from '../../src/kernel/operation.ts'
import { Problem } from '../../src/kernel/problem.ts'

type Answer = 'may' | 'may not'

export interface Seat {
  division: string
  placeId?: string
}

/** An actor of no county in particular, for asking a pure policy. */
export const actorAs = (role: Role | null, { division, placeId }: Seat): Actor => ({
  kind: role ? 'person' : 'anonymous',
  county: Number(division.slice(0, 6)),
  division,
  role,
  accountId: '00000000-0000-4000-8000-000000000001',
  seatId: '00000000-0000-4000-8000-000000000002',
  deviceId: null,
  sessionId: '00000000-0000-4000-8000-000000000003',
  placeId: placeId ?? null,
})

/**
 * Says for every role whether it may, so that a new role breaks every table until somebody answers. `asked` is what the
 * operation's `load` would have found and the input it was given.
 */
export function accessTable<L, I>(
  operation: AnyOperation | AnyBatchOperation,
  asked: { loaded: L; input: I; seat: Seat },
  answers: Record<Role, Answer>,
): void {
  test.each(ROLES)(`${operation.name} by %s`, (role) => {
    const answer = operation.allow(actorAs(role, asked.seat), asked.loaded, asked.input)
    const said: Answer = answer === true ? 'may' : 'may not'
    // What lies outside one's area may also be answered as if it were not there.
    if (answer instanceof Problem) expect([403, 404], 'a refusal of access').toContain(answer.status)
    expect(said).toBe(answers[role])
  })
}

/** All roles with one answer, to be narrowed: `{ ...everybody('may not'), 'county-desk': 'may' }`. */
export const everybody = (answer: Answer): Record<Role, Answer> =>
  Object.fromEntries(ROLES.map((role) => [role, answer])) as Record<Role, Answer>
