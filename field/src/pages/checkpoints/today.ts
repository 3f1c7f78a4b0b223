import { database } from '../../database.ts'
import { dayOf } from '../../device/clock.ts'

export interface Today {
  saved: number
  delivered: number
  fevers: number
  turnedBack: number
  vehicles: number
}

/** What this person recorded on this phone since midnight, and how much of it the server has. */
export async function countToday(owner: string): Promise<Today> {
  const today: Today = { saved: 0, delivered: 0, fevers: 0, turnedBack: 0, vehicles: 0 }
  await database.outbox
    .where('recordedAt')
    .aboveOrEqual(`${dayOf()}T00:00:00`)
    .each(({ owner: whose, gist, state, settled }) => {
      if (whose !== owner || settled) return
      today.saved += gist.screened
      if (state === 'delivered') today.delivered += gist.screened
      today.fevers += gist.fever ? 1 : 0
      today.turnedBack += gist.turnedBack
      today.vehicles += gist.vehicles
    })
  return today
}
