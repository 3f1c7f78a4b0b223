import { answer, type Session } from './api.ts'
import type { Hold } from './compare.ts'
import { heldBy, type Rumours } from './rumours.ts'

const MOMENTS = ['2020-01-22T20:00:00', '2020-01-27T20:00:00', '2020-02-06T08:00:00', '2020-02-18T20:00:00']

/** What had been found, heard and answered by these moments; each number held against what was planned. */
export async function compareRumours(session: Session, rumours: Rumours, hold: Hold): Promise<void> {
  const { county, offset, topics } = rumours
  if (topics.length === 0) return
  for (const moment of MOMENTS) {
    const asOf = moment + offset
    for (const [name, expected] of Object.entries(heldBy(rumours, asOf))) {
      const params = { path: { figure: name as 'rumours-found' }, query: { area: county, asOf } }
      const { value } = await answer(name, () => session.GET('/figures/{figure}', { params }))
      hold(name, county, asOf, expected, value)
    }
  }
  const query = { show: 'all' as const, limit: 200, asOf: `2020-02-18T20:00:00${offset}` }
  const { items } = await answer('topics', () => session.GET('/rumour-topics', { params: { query } }))
  const sum = topics.filter(({ foundAt }) => foundAt !== null).flatMap(({ signals }) => signals)
  hold(
    'items of topics shown',
    county,
    query.asOf,
    sum.reduce((all, one) => all + one.items, 0),
    items.reduce((all, one) => all + one.items, 0),
  )
}
