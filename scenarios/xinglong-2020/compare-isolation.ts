import { answer, type Session } from './api.ts'
import type { Hold } from './compare.ts'
import { instant } from './events.ts'
import { type FiguresFile, momentOf } from './figures.ts'
import type { Isolation } from './isolation.ts'
import { SINCE_MS } from './journeys.ts'
import { overMs, type Spell } from './observed.ts'
import type { OtherFevers } from './other-fevers.ts'
import { chance } from './random.ts'

const names = [
  'isolated-home',
  'isolated-central',
  'isolation-ordered',
  'isolation-released',
  'fevers-elsewhere',
  'fevers-elsewhere-excluded',
  'suspected',
  'confirmed',
] as const
type Name = (typeof names)[number]

/** What the file calls them. */
const inFile: Partial<Record<string, Name>> = {
  'isolation.home': 'isolated-home',
  'isolation.central': 'isolated-central',
  'cases.other-fevers': 'fevers-elsewhere',
  'cases.other-fevers-excluded': 'fevers-elsewhere-excluded',
  'cases.suspected': 'suspected',
  'cases.confirmed': 'confirmed',
}

/** One by one, from what was ordered: a move from a home to a central place is no new order and no release. */
function countAt(
  { spells }: Isolation,
  { fevers, suspects }: OtherFevers,
  ms: number,
  area: string,
): Record<Name, number> {
  const here = spells.filter(({ household, startMs }) => household.division.startsWith(area) && startMs <= ms)
  const over = here.filter((spell) => overMs(spell) <= ms)
  const standing = (kind: Spell['kind']) => here.filter((spell) => spell.kind === kind && overMs(spell) > ms).length
  const found = fevers.filter(({ division, atMs }) => division.startsWith(area) && atMs <= ms)
  const known = suspects.filter(({ division }) => division.startsWith(area))
  return {
    'isolated-home': standing('home'),
    'isolated-central': standing('central'),
    'isolation-ordered': here.filter(({ after }) => after === null).length,
    'isolation-released': over.filter(({ movedMs }) => movedMs === null).length,
    'fevers-elsewhere': found.length,
    'fevers-elsewhere-excluded': found.filter(({ excludedMs }) => excludedMs !== null && excludedMs <= ms).length,
    suspected: known.filter(({ suspectedMs }) => suspectedMs !== null && suspectedMs <= ms).length,
    confirmed: known.filter(({ confirmedMs }) => confirmedMs !== null && confirmedMs <= ms).length,
  }
}

/** Who was kept apart and who had a fever, at the moments of the file and at others, for the county and for some of its townships. */
export async function compareIsolation(
  session: Session,
  { isolation, fevers }: { isolation: Isolation; fevers: OtherFevers },
  file: FiguresFile | null,
  hold: Hold,
): Promise<void> {
  const { county, offset, spells } = isolation
  const ask = async (figure: Name, area: string, ms: number) => {
    const query = { asOf: instant(ms, offset), area }
    return (await answer(figure, () => session.GET('/figures/{figure}', { params: { path: { figure }, query } }))).value
  }
  for (const { name, value, asOf } of file?.figures ?? []) {
    const figure = inFile[name]
    const ms = momentOf(asOf, offset)
    if (figure) hold(`file: ${figure}`, county, instant(ms, offset), value, await ask(figure, county, ms))
  }
  if (spells.length === 0) return
  const draw = chance(county, spells.length, 'moments of isolation')
  const anywhere = Array.from({ length: 6 }, () => SINCE_MS + Math.floor(draw.next() * 34 * 86_400) * 1000)
  const townships = [...new Set(spells.map(({ household }) => household.division.slice(0, 9)))]
  const asked = [
    ...anywhere.map((ms) => ({ ms, area: county })),
    ...spells.slice(0, 2).map((spell) => ({ ms: overMs(spell), area: county })),
    ...anywhere.slice(0, 3).map((ms) => ({ ms, area: draw.pick(townships) })),
  ]
  for (const { ms, area } of asked) {
    const ours = countAt(isolation, fevers, ms, area)
    for (const figure of names) hold(figure, area, instant(ms, offset), ours[figure], await ask(figure, area, ms))
  }
}
