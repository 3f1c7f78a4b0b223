import type { Board, Counts, HandOverRow } from './schema.ts'

/** The device's time put right by how wrong its clock was when it sent the record. */
export const occurredAt = (recordedAt: string, clockOffsetMs: number): Date =>
  new Date(Date.parse(recordedAt) + clockOffsetMs)

/** `could not be reached` tells where the search stands, not how the fever ended. */
export const isHandOverOpen = (outcome: HandOverRow['outcome']): boolean =>
  outcome === null || outcome === 'unreachable'

/** A decision that has to be explained: somebody did not get through. */
export const needsReason = (decision: string): boolean => decision === 'turned-back' || decision === 'refused'

export const noCounts = (): Counts => ({ screened: 0, fevers: 0, turnedBack: 0, medical: 0, refused: 0, vehicles: 0 })

export function addCounts(one: Counts, other: Counts): Counts {
  return {
    screened: one.screened + other.screened,
    fevers: one.fevers + other.fevers,
    turnedBack: one.turnedBack + other.turnedBack,
    medical: one.medical + other.medical,
    refused: one.refused + other.refused,
    vehicles: one.vehicles + other.vehicles,
  }
}

type Line = Board['checkpoints'][number]

/** Checkpoints at the county's own border belong to no township and stand on a line of their own (the county's). */
export function byTownship(lines: readonly Line[], nameOf: (division: string) => string): Board['townships'] {
  const found = new Map<string, Board['townships'][number]>()
  for (const line of lines) {
    const division = line.division.slice(0, 9)
    const so = found.get(division) ?? {
      division,
      name: nameOf(division),
      counts: noCounts(),
      openFevers: 0,
      checkpoints: 0,
    }
    found.set(division, {
      ...so,
      counts: addCounts(so.counts, line.counts),
      openFevers: so.openFevers + line.openFevers,
      checkpoints: so.checkpoints + 1,
    })
  }
  return [...found.values()].sort((a, b) => (a.division < b.division ? -1 : 1))
}
