import { expect, test } from 'vitest'
import { scenario } from '../../../test/scenario/scenario.ts'
import { enrolMany } from '../people/index.ts'
import { anIdNumber, aPhone, aTraveller } from '../people/people.factory.ts'
import { POSSIBLE_MAX } from '../people/resembling.ts'
import { ALIKE_MAX } from '../people/sql.search.ts'
import { keepInventedDivisions } from '../places/places.factory.ts'
import { aCsv, aList } from './agency-lists.factory.ts'

const CROWD = 400

/** People of one name, born on one day; a household's worth of them gives the same phone. */
const aCrowd = (division: string) =>
  Array.from({ length: CROWD }, (_, at) =>
    aTraveller({
      division,
      name: '周小满',
      resident: true,
      document: { kind: 'resident-id', number: anIdNumber(at + 1) },
      phone: aPhone(at % 4),
    }),
  )

test(
  'a crowd of one name and one birthday: what is compared grows with the people, not with their square',
  scenario(async (stage) => {
    await stage.inside((ctx) => keepInventedDivisions(ctx))
    const desk = await stage.as.countyDesk()
    const village = `${stage.county}100201`
    const crowd = aCrowd(village)
    for (const half of [crowd.slice(0, CROWD / 2), crowd.slice(CROWD / 2)]) {
      await stage.inside((ctx) => enrolMany(ctx, half))
    }
    const [pairs] = await stage.inside(
      ({ tx }) =>
        tx<{ count: number }[]>`select count(*)::int as count from people.likeness where county = ${stage.county}`,
    )
    // Each is held against so many by the birthday and by the phone, and nobody is held against none.
    expect(pairs?.count).toBeGreaterThanOrEqual(CROWD)
    expect(pairs?.count).toBeLessThanOrEqual(CROWD * ALIKE_MAX * 2)

    // The same people as a list: without a number, a day of birth one off, a phone that a hundred share.
    const rows = crowd.map((_, at) => [String(at), '周小满', '', aPhone(at % 4), '榆树沟村'])
    const known = crowd.at(-1)?.document?.number ?? ''
    const list = aList(aCsv(...rows, ['last', '周小满', known, '', '榆树沟村']))
    const reply = await desk.post('/agency-lists', list)
    expect(reply.body).toMatchObject({ arrival: 'new', counts: { read: CROWD + 1 } })
    const { items } = (await desk.get('/audit?operation=agency-lists.list.compare')).body
    expect(items).toHaveLength(1)
    expect(items[0].note.rows).toBe(CROWD + 1)
    expect(items[0].note.compared).toBeGreaterThan(CROWD)
    expect(items[0].note.compared).toBeLessThanOrEqual((CROWD + 1) * POSSIBLE_MAX)
    // And the crowd hides nobody whose number is known.
    expect(reply.body.counts.matched).toBe(1)
  }),
)
