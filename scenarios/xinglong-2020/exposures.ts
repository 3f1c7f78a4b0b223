import { createHash } from 'node:crypto'
import { answer, type Sent, type Session, sentBy } from './api.ts'
import { type ContactPlan, planContacts, planStays, type StayPlan } from './contacts.ts'
import type { FiguresFile } from './figures.ts'
import type { Residents } from './households.ts'
import { crowdOf, planJourneys, planReturnees, type TravelPlan } from './journeys.ts'
import { chance } from './random.ts'
import { runQueues } from './upload.ts'

export interface Exposures {
  county: string
  travel: TravelPlan[]
  contacts: ContactPlan[]
  stays: StayPlan[]
}

/** Counts up when the same file begins to give other exposures. */
const EDITION = 2

/** Who came from where, and whom they met, among the people of the households: pure and seeded like everything else here. */
export function planExposures(given: FiguresFile, county: string, scale: number, residents: Residents): Exposures {
  const file = { ...given, seed: seedOf(given, scale, residents) }
  const draw = chance(file.seed, county, 'returnees')
  const crowd = crowdOf(draw, residents, residents.households[0]?.division ?? county)
  const returnees = planReturnees(file, crowd, draw, scale)
  const contacts = planContacts(file, county, scale, { returnees, residents, crowd })
  const stays = planStays(file, county, scale, returnees)
  return { county, travel: planJourneys(file, county, returnees, crowd), contacts, stays }
}

function seedOf(
  { seed, figures, calendar, checkpoints }: FiguresFile,
  scale: number,
  { households }: Residents,
): string {
  const own = figures.filter(({ owner }) => owner === 'exposures')
  const made = JSON.stringify([EDITION, own, calendar, checkpoints.origins, scale, households.length])
  return `${seed}-${createHash('sha256').update(made).digest('hex').slice(0, 12)}`
}

export const countExposures = ({ travel, contacts, stays }: Exposures): number =>
  travel.length + contacts.length + stays.length

const AT_ONCE = 1000
/** One server core seals while another writes. */
const ABREAST = 3

type Add = (sent: Sent, label: string) => void

/** The desk adopts the published categories, then enters what the visits brought in; corrections come after what they correct. */
export async function sendExposures(exposures: Exposures, desk: Session, add: Add): Promise<void> {
  if (countExposures(exposures) === 0) return
  await answer('line list', () => desk.POST('/line-list/start'))
  const { travel, contacts, stays } = exposures
  const journeys = async (items: TravelPlan[]) =>
    sentBy(
      'journey',
      (await answer('journeys', () => desk.POST('/exposures/travel/batch', { body: { items } }))).verdicts,
    )
  const send = <T>(plans: readonly T[], label: string, post: (part: T[]) => Promise<Sent>) =>
    runQueues(
      inParts(plans, AT_ONCE).map((part) => [async () => add(await post(part), label)]),
      ABREAST,
    )
  await send(
    travel.filter(({ corrects }) => !corrects),
    '行程 journeys',
    journeys,
  )
  await send(
    travel.filter(({ corrects }) => corrects),
    '行程更正 corrected journeys',
    journeys,
  )
  await send(contacts, '接触 contacts', async (items) =>
    sentBy(
      'contact',
      (await answer('contacts', () => desk.POST('/exposures/contacts/batch', { body: { items } }))).verdicts,
    ),
  )
  await send(stays, '停留 stays', async (items) =>
    sentBy('stay', (await answer('stays', () => desk.POST('/exposures/stays/batch', { body: { items } }))).verdicts),
  )
}

function inParts<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, nth) => all.slice(nth * size, (nth + 1) * size))
}
