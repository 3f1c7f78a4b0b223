import type { Scenario } from './events.ts'

export interface Count {
  screened: number
  individual: number
  tallied: number
  fevers: number
  excluded: number
  open: number
  turnedBack: number
  refused: number
  vehicles: number
}

/**
 * Counts the generator's own events up to a moment the slow and plain way, with nothing in common with how the server counts,
 * so that the two can check each other. A corrected
 * passage counts as it was corrected, whenever that was noticed; whoever refused was not screened.
 */
export function countAt(scenario: Scenario, moment: string, division = scenario.county): Count {
  const untilMs = Date.parse(moment)
  const here = new Set(
    scenario.checkpoints.filter((checkpoint) => checkpoint.division.startsWith(division)).map(({ id }) => id),
  )
  const count: Count = {
    screened: 0,
    individual: 0,
    tallied: 0,
    fevers: 0,
    excluded: 0,
    open: 0,
    turnedBack: 0,
    refused: 0,
    vehicles: 0,
  }
  const corrected = new Map(scenario.corrections.map((correction) => [correction.passageId, correction]))
  const outcomes = new Map(scenario.outcomes.map((outcome) => [outcome.passageId, outcome]))
  for (const passage of scenario.passages) {
    if (Date.parse(passage.recordedAt) > untilMs || !here.has(passage.checkpointId)) continue
    const correction = corrected.get(passage.id)
    if (correction?.voided) continue
    const { decision, temperatureC } = { ...passage, ...correction }
    if (passage.fromTallyId === null && decision !== 'refused') count.individual += 1
    if (passage.fromTallyId === null && decision === 'turned-back') count.turnedBack += 1
    if (passage.fromTallyId === null && passage.vehicleId === passage.id) count.vehicles += 1
    if (decision === 'refused') count.refused += 1
    if (temperatureC === null || temperatureC <= 37.3) continue
    count.fevers += 1
    const outcome = outcomes.get(passage.id)
    if (!outcome || Date.parse(outcome.recordedAt) > untilMs) count.open += 1
    else if (outcome.outcome === 'excluded') count.excluded += 1
  }
  for (const tally of scenario.tallies) {
    if (Date.parse(tally.recordedAt) > untilMs || !here.has(tally.checkpointId)) continue
    count.tallied += tally.screened
    count.turnedBack += tally.turnedBack
    count.vehicles += tally.vehicles
  }
  count.screened = count.individual + count.tallied
  return count
}
