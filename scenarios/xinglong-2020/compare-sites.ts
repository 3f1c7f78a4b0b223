import { answer, type Session } from './api.ts'
import type { Hold } from './compare.ts'
import { instant } from './events.ts'
import { DAY } from './observed.ts'
import type { Sites } from './sites.ts'

const figures = ['living-in-sites', 'site-rooms'] as const

/** Who lived in the county's site, at the end and on days before it. */
export async function compareSites(session: Session, sites: Sites, county: string, hold: Hold): Promise<void> {
  const { division, offset, untilMs, openMs, rooms, lodgings } = sites
  if (division === null) return
  for (const ms of [untilMs, untilMs - 2.4 * DAY, untilMs - 7.1 * DAY, openMs - DAY]) {
    const living = lodgings.filter(({ startMs, overMs }) => startMs <= ms && ms < overMs).length
    const ours = { 'living-in-sites': living, 'site-rooms': ms < openMs ? 0 : rooms.length }
    const query = { asOf: instant(ms, offset), area: county }
    for (const figure of figures) {
      const told = await answer(figure, () => session.GET('/figures/{figure}', { params: { path: { figure }, query } }))
      hold(figure, county, query.asOf, ours[figure], told.value)
    }
  }
}
