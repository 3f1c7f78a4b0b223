import { fileURLToPath } from 'node:url'
import { planLists } from './agency-lists.ts'
import { readChoices, runAsCommand } from './choices.ts'
import { planCommand } from './command.ts'
import { compare } from './compare.ts'
import { importDivisions } from './county.ts'
import { planExposures } from './exposures.ts'
import { ScenarioError } from './figures.ts'
import { planFunds } from './funds.ts'
import { generate } from './generator.ts'
import { householdPlan } from './households.ts'
import { planInspections } from './inspections.ts'
import { planIsolation } from './isolation.ts'
import { planOtherFevers } from './other-fevers.ts'
import { planPublicity } from './publicity.ts'
import { planRequests } from './requests.ts'
import { planResponsibility } from './responsibility.ts'
import { planRumours } from './rumours.ts'
import { signInAtDesk } from './seats.ts'
import { planSites } from './sites.ts'
import { planSupplies } from './supplies.ts'
import { planVisits } from './visits.ts'

/** Holds a loaded county against the figures file and against an independent count of the scenario's own events. */
async function main(): Promise<void> {
  const choices = readChoices('check')
  const { county, scale, figures } = choices
  const desk = await signInAtDesk(choices)
  const divisions = await importDivisions(desk, county)
  const scenario = generate(figures, { county, scale, divisions })
  const residents = householdPlan(figures, { county, scale, divisions })
  const exposures = planExposures(figures, county, scale, residents)
  const { checkpoints } = scenario
  const responsibility = planResponsibility({ file: figures, county, divisions, residents, checkpoints, scale })
  const visits = planVisits({ file: figures, county, residents, exposures })
  const lists = planLists({ file: figures, county, divisions, residents, scale })
  const isolation = planIsolation({ file: figures, county, residents, exposures, scale })
  const sites = planSites({ file: figures, county, residents, exposures, scale }, divisions, isolation.spells)
  const fevers = planOtherFevers(figures, county, residents, scale)
  const command = planCommand(figures, county, divisions)
  const supplies = planSupplies({ file: figures, county, divisions, checkpoints })
  const requests = planRequests(supplies)
  const funds = planFunds(figures, county)
  const publicity = planPublicity({ file: figures, county, divisions, scale })
  const rumours = planRumours(figures, county, divisions)
  const inspections = planInspections({ file: figures, county, divisions, checkpoints, residents, responsibility })
  const whole = scale === 1 && county === figures.county.code
  const { compared, differences } = await compare(
    desk,
    {
      scenario,
      exposures,
      residents,
      responsibility,
      visits,
      lists,
      isolation,
      sites,
      fevers,
      command,
      supplies,
      requests,
      funds,
      publicity,
      rumours,
      inspections,
    },
    whole ? figures : null,
  )
  for (const { what, area, asOf, expected, got } of differences)
    console.log(`${what} ${area} ${asOf}: ${expected} ≠ ${got}`)
  console.log(
    `比较 ${compared} 处,不同 ${differences.length} 处 / ${compared} compared, ${differences.length} different`,
  )
  if (differences.length > 0)
    throw new ScenarioError('服务器的数字与情景不符 / The figures of the server and of the scenario differ')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) runAsCommand(main)
