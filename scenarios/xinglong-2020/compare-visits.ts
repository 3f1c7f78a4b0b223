import { answer, type Session } from './api.ts'
import type { Hold } from './compare.ts'
import type { Outcome } from './doors.ts'
import { instant } from './events.ts'
import { type FiguresFile, momentOf } from './figures.ts'
import type { Residents } from './households.ts'
import { chance } from './random.ts'
import type { Visits } from './visits.ts'

const names = ['households-to-visit', 'households-visited', 'households-not-met', 'households-refused'] as const
type Name = (typeof names)[number]

/** Read backwards, unlike the server: the last thing that was certain about a household decides. */
function standingOf(found: readonly Outcome[]): Name | null {
  if (found.includes('met')) return 'households-visited'
  const certain = found.findLast((outcome) => outcome === 'phone' || outcome === 'sealed' || outcome === 'refused')
  const last = found.at(-1)
  if (certain === 'phone') return 'households-visited'
  if (last === 'nobody' || last === 'notice') return 'households-not-met'
  if (last === 'sealed') return 'households-visited'
  return last === 'refused' ? 'households-refused' : null
}

function countAt({ visits }: Visits, { households }: Residents, asOf: string, area: string): Record<Name, number> {
  const here = households.filter(({ division }) => division.startsWith(area))
  const counts = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>
  counts['households-to-visit'] = here.length
  const byHome = Map.groupBy(
    visits.filter(({ recordedAt }) => Date.parse(recordedAt) <= Date.parse(asOf)),
    ({ householdId }) => householdId,
  )
  for (const { id } of here) {
    const standing = standingOf((byHome.get(id) ?? []).map(({ outcome }) => outcome))
    if (standing) counts[standing] += 1
  }
  return counts
}

/** The round at the moments of the file, through its day, and at targets, for the county and some of its townships. */
export async function compareVisits(
  session: Session,
  { visits, residents }: { visits: Visits; residents: Residents },
  { file, offset }: { file: FiguresFile | null; offset: string },
  hold: Hold,
): Promise<void> {
  const { county, round } = visits
  if (!round) return
  const ask = async (figure: Name, area: string, asOf: string) => {
    const query = { asOf, area }
    return (await answer(figure, () => session.GET('/figures/{figure}', { params: { path: { figure }, query } }))).value
  }
  for (const { name, value, asOf: said } of file?.figures ?? []) {
    const figure = names.find((known) => `visits.${known}` === name)
    if (!figure) continue
    const asOf = instant(momentOf(said, offset), offset)
    hold(`file: ${figure}`, county, asOf, value, await ask(figure, county, asOf))
  }
  const draw = chance(county, visits.visits.length, 'moments of the round')
  const startMs = Date.parse(round.startedAt)
  const anywhere = Array.from({ length: 5 }, () =>
    instant(startMs + Math.floor(draw.next() * 36 * 3_600) * 1000, offset),
  )
  const towns = [...new Set(residents.households.map(({ division }) => division.slice(0, 9)))]
  const asked = [
    ...[round.startedAt, ...anywhere, ...round.targets.map(({ at }) => at)].map((asOf) => ({ asOf, area: county })),
    ...anywhere.slice(0, 3).map((asOf) => ({ asOf, area: draw.pick(towns) })),
  ]
  for (const { asOf, area } of asked) {
    const ours = countAt(visits, residents, asOf, area)
    for (const figure of names) hold(figure, area, asOf, ours[figure], await ask(figure, area, asOf))
    if (area !== county) continue
    const path = { roundId: round.id }
    const told = await answer('progress', () =>
      session.GET('/visits/rounds/{roundId}/progress', { params: { path, query: { asOf } } }),
    )
    const sum = told.children.reduce((so, { counted }) => so + counted.households, 0)
    hold('sum of the townships', area, asOf, ours['households-to-visit'], sum)
    const { met, phone, sealed } = told.total
    hold('progress', area, asOf, ours['households-visited'], met + phone + sealed)
  }
}
