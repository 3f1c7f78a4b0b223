import type { Scenario } from './events.ts'

export interface Count {
  screened: number
  individual: number
  tallied: number
  fevers: number
  excluded: number
  open: number
  turnedBack: number
  medical: number
  refused: number
  vehicles: number
  stations: number
  turnBackPoints: number
}

const nothing = (): Count => ({
  screened: 0,
  individual: 0,
  tallied: 0,
  fevers: 0,
  excluded: 0,
  open: 0,
  turnedBack: 0,
  medical: 0,
  refused: 0,
  vehicles: 0,
  stations: 0,
  turnBackPoints: 0,
})

/**
 * Counts the generator's own events up to a moment the slow and plain way, with nothing in common with how the server counts,
 * so that the two can check each other. A corrected passage counts as it was corrected, whenever that was noticed; whoever
 * refused was not screened.
 */
export function countAt(scenario: Scenario, moment: string, division = scenario.county): Count {
  const untilMs = Date.parse(moment)
  const points = scenario.checkpoints.filter((checkpoint) => checkpoint.division.startsWith(division))
  const here = new Set(points.map(({ id }) => id))
  const count = nothing()
  for (const { kind, openedMs } of points) {
    if (openedMs > untilMs) continue
    if (kind === 'village-turn-back') count.turnBackPoints += 1
    else count.stations += 1
  }
  countPassages(scenario, untilMs, here, count)
  for (const tally of scenario.tallies) {
    if (Date.parse(tally.recordedAt) > untilMs || !here.has(tally.checkpointId)) continue
    count.tallied += tally.screened
    count.turnedBack += tally.turnedBack
    count.vehicles += tally.vehicles
  }
  count.screened = count.individual + count.tallied
  return count
}

function countPassages(scenario: Scenario, untilMs: number, here: ReadonlySet<string>, count: Count): void {
  const corrected = new Map(scenario.corrections.map((correction) => [correction.passageId, correction]))
  const outcomes = new Map(scenario.outcomes.map((outcome) => [outcome.passageId, outcome]))
  for (const passage of scenario.passages) {
    if (Date.parse(passage.recordedAt) > untilMs || !here.has(passage.checkpointId)) continue
    const correction = corrected.get(passage.id)
    if (correction?.voided) continue
    const { decision, temperatureC } = { ...passage, ...correction }
    const inTally = passage.fromTallyId !== null
    if (!inTally && decision !== 'refused') count.individual += 1
    if (!inTally && decision === 'turned-back') count.turnedBack += 1
    if (!inTally && passage.vehicleId === passage.id) count.vehicles += 1
    if (decision === 'medical') count.medical += 1
    if (decision === 'refused') count.refused += 1
    if (temperatureC === null || temperatureC <= 37.3) continue
    count.fevers += 1
    const outcome = outcomes.get(passage.id)
    if (!outcome || Date.parse(outcome.recordedAt) > untilMs) count.open += 1
    else if (outcome.outcome === 'excluded') count.excluded += 1
    else if (outcome.outcome === 'unreachable') count.open += 1
  }
}
