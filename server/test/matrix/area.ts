import type { Scenario } from '../scenario/scenario.ts'
import type { Area, Hands, Part, Special } from './part.ts'
import { accessPart } from './parts/access.ts'
import { agencyListsPart } from './parts/agency-lists.ts'
import { casesPart } from './parts/cases.ts'
import { checkpointsPart } from './parts/checkpoints.ts'
import { closuresPart } from './parts/closures.ts'
import { commandPart } from './parts/command.ts'
import { drillsPart } from './parts/drills.ts'
import { editionsPart } from './parts/editions.ts'
import { entrypointsPart } from './parts/entrypoints.ts'
import { exposuresPart } from './parts/exposures.ts'
import { fundsPart } from './parts/funds.ts'
import { inspectionsPart } from './parts/inspections.ts'
import { isolationPart } from './parts/isolation.ts'
import { peoplePart } from './parts/people.ts'
import { placesPart } from './parts/places.ts'
import { publicityPart } from './parts/publicity.ts'
import { readingsPart } from './parts/readings.ts'
import { reportingPart } from './parts/reporting.ts'
import { requestsPart } from './parts/requests.ts'
import { responsibilityPart } from './parts/responsibility.ts'
import { retentionPart } from './parts/retention.ts'
import { rumoursPart } from './parts/rumours.ts'
import { sitesPart } from './parts/sites.ts'
import { suppliesPart } from './parts/supplies.ts'
import { visitsPart } from './parts/visits.ts'
import { workbooksPart } from './parts/workbooks.ts'

/** In the order in which they are planted: a checkpoint needs its village, a traveller the checkpoint. */
const parts: readonly Part[] = [
  retentionPart,
  placesPart,
  accessPart,
  peoplePart,
  checkpointsPart,
  exposuresPart,
  casesPart,
  editionsPart,
  responsibilityPart,
  visitsPart,
  isolationPart,
  readingsPart,
  sitesPart,
  suppliesPart,
  requestsPart,
  commandPart,
  inspectionsPart,
  closuresPart,
  fundsPart,
  publicityPart,
  rumoursPart,
  workbooksPart,
  agencyListsPart,
  drillsPart,
  reportingPart,
  entrypointsPart,
]

export const shared: readonly string[] = parts.flatMap((part) => part.shared ?? [])
export const countyWide: readonly string[] = parts.flatMap((part) => part.countyWide ?? [])
export const unfilled: readonly string[] = parts.flatMap((part) => part.unfilled ?? [])

const specials: Record<string, Special> = Object.assign({}, ...parts.map(({ operations }) => operations ?? {}))
export const specialOf = (name: string): Special => specials[name] ?? {}
export const specialNames = Object.keys(specials)

export async function plantArea(stage: Scenario, suffix: string, mark: string): Promise<Area> {
  const county = String(stage.county)
  const village = `${county + suffix}201`
  const hands: Hands = {
    desk: await stage.as.countyDesk(),
    administrator: await stage.as.role('administrator'),
    cadre: await stage.as.role('village-cadre', { division: village }),
    nobody: stage.as.nobody(),
  }
  const area: Area = { stage, county, township: county + suffix, village, mark, things: {}, hands }
  for (const { plant } of parts) Object.assign(area.things, await plant?.(area))
  return area
}
