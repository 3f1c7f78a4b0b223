import { answer, type Sent, type Session, sentBy } from './api.ts'
import { type Knock, type Outcome, planKnocks } from './doors.ts'
import { instant } from './events.ts'
import type { Exposures } from './exposures.ts'
import { type FiguresFile, momentOf } from './figures.ts'
import type { HouseholdPlan, Residents } from './households.ts'
import type { TravelPlan } from './journeys.ts'
import { chance, namedId } from './random.ts'
import { runQueues } from './upload.ts'

type Answers = Record<string, string | boolean | number | string[]>
export interface VisitPlan {
  id: string
  roundId: string
  householdId: string
  recordedAt: string
  outcome: Outcome
  way: 'app' | 'paper'
  sheets: Array<{ personId?: string; answers: Answers }>
}
export interface Visits {
  county: string
  round: {
    id: string
    area: string
    title: string
    questionnaire: { key: string; version: number }
    startedAt: string
    targets: Array<{ at: string; percent: number }>
  } | null
  visits: VisitPlan[]
}

const HOUR = 3_600_000
const DAY = 24 * HOUR

interface Ground {
  file: FiguresFile
  county: string
  residents: Residents
  exposures: Exposures
}

/** One round over every household, on the day before the last of the account and the morning after: pure and seeded. */
export function planVisits({ file, county, residents, exposures }: Ground): Visits {
  const { households } = residents
  if (households.length === 0) return { county, round: null, visits: [] }
  const { offset } = file.calendar
  const lastMs = Math.max(...file.figures.map(({ asOf }) => momentOf(asOf, offset)))
  const lastDay = instant(lastMs - 1, offset).slice(0, 10)
  const midnightMs = Date.parse(`${lastDay}T00:00:00${offset}`) - DAY
  const seed = `${file.seed}-round-${county}-${households.length}`
  const roundId = namedId(seed, 'round')
  const knocks = planKnocks(seed, households, midnightMs)
  const asked = whatIsKnown(exposures)
  const visits = households.flatMap((home) =>
    (knocks.get(home) ?? []).map((knock) => visitOf(home, knock, { roundId, seed, offset, asked })),
  )
  const clock = (hours: number) => instant(midnightMs + hours * HOUR, offset)
  const round = {
    id: roundId,
    area: county,
    title: '第一轮敲门见人大排查',
    questionnaire: { key: 'five-questions', version: 1 },
    startedAt: clock(7.5),
    targets: [
      { at: clock(12), percent: 50 },
      { at: clock(20), percent: 100 },
    ],
  }
  return { county, round, visits }
}

interface Known {
  journeys: ReadonlyMap<string, TravelPlan[]>
  contacts: ReadonlySet<string>
}
/** What people would say about themselves, from the journeys and contacts of the same county. */
function whatIsKnown({ travel, contacts }: Exposures): Known {
  const corrected = new Set(travel.flatMap(({ corrects }) => corrects ?? []))
  const standing = travel.filter(({ id, voided }) => !voided && !corrected.has(id))
  const own = Map.groupBy(standing, ({ person }) => ('personId' in person ? person.personId : person.id))
  const met = contacts.flatMap(({ person }) => ('personId' in person ? [person.personId] : []))
  return { journeys: own, contacts: new Set(met) }
}

interface Around {
  roundId: string
  seed: string
  offset: string
  asked: Known
}
function visitOf(home: HouseholdPlan, { atMs, outcome }: Knock, { roundId, seed, offset, asked }: Around): VisitPlan {
  const draw = chance(seed, home.id, atMs)
  const isAsked = outcome === 'met' || outcome === 'phone'
  const changed = draw.may(0.008)
  const household: Answers = {
    'living-here': home.members.length,
    'came-or-left': changed,
    ...(changed
      ? { 'who-came-or-left': draw.pick(['女儿初三回县城上班', '儿子从北京回来过年', '老人去了闺女家']) }
      : {}),
  }
  const sheets = home.members.map(({ id: personId }) => ({ personId, answers: answersOf(personId, asked, draw) }))
  return {
    id: draw.id(atMs),
    roundId,
    householdId: home.id,
    recordedAt: instant(atMs, offset),
    outcome,
    way: draw.may(0.15) ? 'paper' : 'app',
    sheets: isAsked ? [{ answers: household }, ...sheets] : [],
  }
}

function thereOf(journeys: readonly TravelPlan[]): '4201' | '42' | 'no' {
  const codes = journeys.flatMap(({ from, via }) => [from, ...via].map(({ code = '' }) => code))
  if (codes.some((code) => code.startsWith('4201'))) return '4201'
  return codes.some((code) => code.startsWith('42')) ? '42' : 'no'
}

function answersOf(personId: string, { journeys, contacts }: Known, draw: ReturnType<typeof chance>): Answers {
  const own = journeys.get(personId) ?? []
  const last = own.at(-1)
  const ill = draw.next()
  const symptoms = ill < 0.00015 ? ['fever', 'cough'] : ill < 0.0008 ? ['cough'] : ill < 0.001 ? ['weakness'] : ['none']
  return {
    'been-there': thereOf(own),
    'met-from-there': contacts.has(personId),
    symptoms,
    travelled: last !== undefined,
    ...(last ? { when: last.arrivedAt.slice(0, 10), 'by-what': last.means } : {}),
  }
}

const AT_ONCE = 1000
const ABREAST = 3
type Add = (sent: Sent, label: string) => void
interface Opened {
  id: string
  kind: 'travel' | 'contact' | 'fever' | 'health' | 'roster'
}

export const countVisits = ({ round, visits }: Visits): number => visits.length + (round ? 1 : 0)

/** The desk calls the round and enters what the visitors brought in; what was opened by it is followed up, all but a few. */
export async function sendVisits({ round, visits }: Visits, desk: Session, add: Add): Promise<void> {
  if (!round) return
  const { arrival } = await answer('round', () => desk.POST('/visits/rounds', { body: round }))
  add(arrival === 'new' ? { fresh: 1, again: 0 } : { fresh: 0, again: 1 }, '入户轮次 rounds')
  const opened: Array<Opened & { recordedAt: string }> = []
  const post = async (items: VisitPlan[]) => {
    const { verdicts } = await answer('visits', () => desk.POST('/visits/batch', { body: { items } }))
    verdicts.forEach((verdict, nth) => {
      const recordedAt = items[nth]?.recordedAt ?? ''
      if (verdict.ok) opened.push(...verdict.receipt.followUps.map((one) => ({ ...one, recordedAt })))
    })
    add(sentBy('visit', verdicts), '入户 visits')
  }
  await runQueues(
    inParts(visits, AT_ONCE).map((part) => [() => post(part)]),
    ABREAST,
  )
  await closeFollowUps(opened, desk)
}

const endings = {
  travel: 'recorded',
  contact: 'recorded',
  fever: 'excluded',
  health: 'excluded',
  roster: 'updated',
} as const

/** One in forty is still open, whichever order the answers came in. */
async function closeFollowUps(opened: ReadonlyArray<Opened & { recordedAt: string }>, desk: Session): Promise<void> {
  const items = opened
    .filter(({ id }) => Number.parseInt(id.slice(0, 4), 16) % 40 !== 0)
    .map(({ id: followUpId, kind, recordedAt }) => ({
      id: namedId(followUpId, 'ending'),
      followUpId,
      recordedAt: new Date(Date.parse(recordedAt) + 2 * HOUR).toISOString(),
      outcome: endings[kind],
      note: kind === 'fever' ? '县医院发热门诊' : null,
    }))
  for (const part of inParts(items, AT_ONCE)) {
    const { verdicts } = await answer('follow-ups', () =>
      desk.POST('/visits/follow-ups/outcomes/batch', { body: { items: part } }),
    )
    sentBy('follow-up', verdicts)
  }
}

function inParts<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, nth) => all.slice(nth * size, (nth + 1) * size))
}
