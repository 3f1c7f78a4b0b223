import type { Residents } from './households.ts'
import type { Responsibility } from './responsibility.ts'

/** The most a volunteer answers for; a plan leaves the rest over. */
const MOST = 45

/**
 * Households that have nobody at the last level once everything is loaded, counted door by door and with nothing in common with
 * how the server counts. The levels above are filled for every village.
 */
export function listUncovered({ posts, plans }: Responsibility, { households }: Residents): Set<string> {
  const dealt = new Map(
    plans.map(({ division }) => [
      division,
      posts.filter((one) => one.kind === 'volunteer' && one.division === division).length * MOST,
    ]),
  )
  const stairwells = new Set<string>()
  const doors = new Set<string>()
  for (const { kind, duties } of posts) {
    if (kind !== 'resident-cadre' && kind !== 'household-cadre') continue
    for (const duty of duties) {
      if (duty.reach === 'block') stairwells.add(`${duty.compoundId}/${duty.block}`)
      if (duty.reach === 'household') doors.add(duty.householdId)
    }
  }
  const open = households.filter(({ id, division, compoundId, block }) => {
    const room = dealt.get(division) ?? 0
    if (room > 0) dealt.set(division, room - 1)
    return !(room > 0 || doors.has(id) || stairwells.has(`${compoundId}/${block}`))
  })
  return new Set(open.map(({ id }) => id))
}
