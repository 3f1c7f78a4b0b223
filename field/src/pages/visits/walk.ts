import type { StoredSession } from '../../database.ts'
import { type HomeStanding, type Round, type Rounds, readRounds, standingIn } from '../../replica/rounds.ts'
import { type Household, readVillage } from '../../replica/village.ts'
import { useLive } from '../../ui/use-live.ts'
import type { useVisitText } from './texts.ts'

export interface Door {
  home: Household
  standing: HomeStanding
}
export interface Walk {
  rounds: Rounds
  round: Round | null
  /** Every door of the village that is in the round, in walking order. */
  doors: Door[]
}

/** The address of what has to be followed up, in the place of a household. */
export const FOLLOW_UPS = 'follow-ups'

const ROUND = 'qunfang.field.round'
/** Which of several rounds this phone works in; one that is over is forgotten by itself. */
export const chosenRound = (): string | null => sessionStorage.getItem(ROUND)
export const chooseRound = (id: string): void => sessionStorage.setItem(ROUND, id)

export function useWalk(session: StoredSession, chosen: string | null): Walk | undefined {
  return useLive(async () => {
    const rounds = await readRounds(session)
    const round = rounds.rounds.find(({ id }) => id === chosen) ?? rounds.rounds[0] ?? null
    const homes = round ? await readVillage(session.accountId) : []
    const doors = homes
      .filter(({ id }) => round?.homes[id] !== undefined)
      .sort((a, b) => a.plain.walkOrder - b.plain.walkOrder || (a.id < b.id ? -1 : 1))
      .map((home) => ({
        home,
        standing: round
          ? standingIn(round, rounds.taken, home.id)
          : ({ state: 'to-visit', attempts: 0 } satisfies HomeStanding),
      }))
    return { rounds, round, doors }
  }, [session.accountId, session.seatId, chosen])
}

const DONE = ['met', 'phone', 'sealed']
export const isDone = ({ standing }: Door): boolean => DONE.includes(standing.state)

/** The door as it is written on it, or by its place in the walk when the lease is over. */
export const doorName = (t: ReturnType<typeof useVisitText>, { plain, personal }: Household): string =>
  personal?.door ?? t('door', { order: plain.walkOrder })

/** The next door of the walk where nobody has been seen yet, this one left out. */
export function nextDoor(doors: readonly Door[], here: string): Door | null {
  const at = doors.findIndex(({ home }) => home.id === here)
  const onward = [...doors.slice(at + 1), ...doors.slice(0, Math.max(at, 0))]
  return onward.find(({ standing }) => standing.state === 'to-visit') ?? onward.find((one) => !isDone(one)) ?? null
}
