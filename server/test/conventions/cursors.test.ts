import { expect, test } from 'vitest'
import { aCheckpoint, keepInventedDivisions } from '../../src/capabilities/places/places.factory.ts'
import { newId, scenario } from '../scenario/scenario.ts'

const DASHES = '-'.repeat(36)

/** Each begins again after what is no cursor. */
const listsOf = (county: number): string[] => [
  '/access/seats',
  '/agency-list-entries',
  '/agency-lists',
  '/airings',
  '/exchange/exports',
  '/exchange/workbooks',
  '/hand-overs',
  '/visits/rounds',
  `/closures/public?county=${county}`,
  '/closures/subjects',
  '/households',
  '/inspection-plans',
  '/isolation/work',
  '/loudspeakers',
  '/places/checkpoints',
  '/places/compounds',
  `/responsibility/blocks?village=${county}100201`,
  '/responsibility/posts',
  '/responsibility/teams',
  '/responsibility/uncovered',
  '/sites',
  '/supplies/lots',
  '/supplies/stores',
]
const brokenIn = (county: number): string[] => [
  '!',
  `${county}`,
  `${county}.${DASHES}`,
  `${county}.county-desk.${DASHES}`,
  `${county}100201.1.${DASHES}`,
  `${county}100201.9999999999.${newId()}`,
  `${county}100201~1~${DASHES}~`,
  `${DASHES}.1.${DASHES}`,
  `2020-02-01~${DASHES}`,
  `2020-02-01T08:00:00.000Z~${DASHES}`,
  `2020-99-99T08:00:00.000Z~${newId()}`,
  `2020-99-99~${newId()}`,
  '9999999999~1',
  Buffer.from(JSON.stringify([`${county}`, '', 9_999_999_999, newId()])).toString('base64url'),
  Buffer.from(JSON.stringify([`${county}`, '', 1, DASHES])).toString('base64url'),
]

test(
  'a list begins again after a broken cursor',
  scenario(async ({ as, county, inside }) => {
    await inside(async (ctx) => {
      await keepInventedDivisions(ctx)
      await aCheckpoint(ctx)
    })
    const desk = await as.countyDesk()
    for (const list of listsOf(county)) {
      const purpose = list === '/agency-list-entries' ? 'agency-list-check' : 'contact-tracing'
      const asked = { purpose } as const
      const whole = await desk.get(list, asked)
      expect([list, whole.status]).toEqual([list, 200])
      for (const cursor of brokenIn(county)) {
        const after = `${list.includes('?') ? '&' : '?'}after=${encodeURIComponent(cursor)}`
        const { status, body } = await desk.get(`${list}${after}`, asked)
        expect([list, cursor, status, body.items]).toEqual([list, cursor, 200, whole.body.items])
      }
    }
    for (const after of brokenIn(county)) {
      const { status } = await desk.post('/people/search', { q: '张', after }, { purpose: 'contact-tracing' })
      expect([after, status]).toEqual([after, 200])
    }
  }),
)
