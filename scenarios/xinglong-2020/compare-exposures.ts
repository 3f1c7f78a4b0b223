import { answer, type Session } from './api.ts'
import type { Hold } from './compare.ts'
import { countExposuresAt, type ExposureCount } from './count-exposures.ts'
import { instant } from './events.ts'
import type { Exposures } from './exposures.ts'
import { type FiguresFile, momentOf } from './figures.ts'
import { SINCE_MS } from './journeys.ts'
import { chance } from './random.ts'

const names = [
  'from-hubei',
  'from-wuhan',
  'near-huanan-market',
  'contacts-both',
  'contacts-wuhan',
  'from-elsewhere',
] as const satisfies ReadonlyArray<keyof ExposureCount>

/** The line list at the moments of the file and at others, for the county and for some of its townships. */
export async function compareExposures(
  session: Session,
  exposures: Exposures,
  { file, offset }: { file: FiguresFile | null; offset: string },
  hold: Hold,
): Promise<void> {
  const { county, travel } = exposures
  if (travel.length === 0) return
  const ask = async (figure: (typeof names)[number], area: string, asOf: string) => {
    const query = { asOf, area }
    return (await answer(figure, () => session.GET('/figures/{figure}', { params: { path: { figure }, query } }))).value
  }
  for (const { name, value, asOf: said } of file?.figures ?? []) {
    const figure = names.find((known) => `exposures.${known}` === name)
    if (!figure) continue
    const asOf = instant(momentOf(said, offset), offset)
    hold(`file: ${figure}`, county, asOf, value, await ask(figure, county, asOf))
  }
  const draw = chance(county, travel.length, 'moments of the line list')
  const span = 40 * 86_400_000
  const anywhere = Array.from({ length: 6 }, () => instant(SINCE_MS + Math.floor(draw.next() * span), offset))
  const areas = [...new Set(travel.map(({ division }) => division.slice(0, 9)))]
  const asked = [
    ...[instant(SINCE_MS, offset), ...anywhere].map((asOf) => ({ asOf, area: county })),
    ...travel.slice(0, 2).map(({ arrivedAt: asOf }) => ({ asOf, area: county })),
    ...anywhere.slice(0, 3).map((asOf) => ({ asOf, area: draw.pick(areas) })),
  ]
  for (const { asOf, area } of asked) {
    const ours = countExposuresAt(exposures, asOf, area)
    for (const figure of names) hold(figure, area, asOf, ours[figure], await ask(figure, area, asOf))
  }
}
