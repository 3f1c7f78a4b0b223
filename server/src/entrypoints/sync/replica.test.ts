import { expect, test } from 'vitest'
import { type Client, newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { aHouseholdToSend, aMember } from '../../capabilities/people/households.factory.ts'
import { keepInventedDivisions } from '../../capabilities/places/places.factory.ts'
import { cursorText, placeFrom } from './replica.cursor.ts'
import { ROWS_MAX } from './replica.ts'

const visit = { purpose: 'home-visit' } as const
interface Page {
  reset: boolean
  items: Array<{ id: string; gone: boolean; plain?: object; personal?: { door: string | null; names: string[] } }>
  next: string
  more: boolean
  capped: boolean
  now: string
  leaseUntil: string
}

async function aVillage(stage: Scenario, homes: number) {
  await stage.inside((ctx) => keepInventedDivisions(ctx))
  const village = `${stage.county}100201`
  const desk = await stage.as.countyDesk()
  const items = Array.from({ length: homes }, (_, at) => aHouseholdToSend(village, { walkOrder: at + 1 }))
  if (homes > 0) expect((await desk.post('/households/batch', { items })).status).toBe(200)
  await stage.settle()
  const cadre = await stage.as.role('village-cadre', { division: village })
  const ask = async (cursor?: string, more = '', who: Client = cadre): Promise<Page> => {
    const at = cursor ? `&cursor=${cursor}` : ''
    const reply = await who.get(`/sync/replica?village=${village}${at}${more}`, visit)
    expect(reply.status).toBe(200)
    return reply.body
  }
  return { village, desk, cadre, ids: items.map(({ id }) => id).sort(), ask }
}

/** What a phone would hold after these pages. */
function held(pages: Page[]): string[] {
  const rows = new Set<string>()
  for (const { reset, items } of pages) {
    if (reset) rows.clear()
    for (const { id, gone } of items) gone ? rows.delete(id) : rows.add(id)
  }
  return [...rows].sort()
}

async function pull(ask: (cursor?: string, more?: string) => Promise<Page>, from?: string, more = ''): Promise<Page[]> {
  const pages: Page[] = []
  for (let cursor = from; pages.length < 50; cursor = pages.at(-1)?.next) {
    pages.push(await ask(cursor, more))
    if (!pages.at(-1)?.more) return pages
  }
  throw new Error('the server never came to an end')
}

test(
  'a village comes whole in pages, with doors and masked names and no number, under a lease of three days by the server’s time',
  scenario(async (stage) => {
    const { ask, ids } = await aVillage(stage, 5)
    const pages = await pull(ask, undefined, '&limit=2')
    expect(pages.map(({ reset, items }) => [reset, items.length])).toEqual([
      [true, 2],
      [false, 2],
      [false, 1],
    ])
    expect(held(pages)).toEqual(ids)
    const [first] = pages[0]?.items ?? []
    expect(first?.personal).toEqual({
      door: '301室',
      names: [expect.stringMatching(/\*/), expect.stringMatching(/\*/)],
    })
    expect(JSON.stringify(pages)).not.toMatch(/\d{15}/)
    const [page] = pages
    expect(Date.parse(page?.leaseUntil ?? '') - Date.parse(page?.now ?? '')).toBe(72 * 3_600_000)
  }),
)

test(
  'afterwards only what changed comes: a new household, a new name behind a door, and a tombstone for what moved away',
  scenario(async (stage) => {
    const { ask, ids, desk, village } = await aVillage(stage, 3)
    const before = await pull(ask)
    const idle = await ask(before.at(-1)?.next)
    expect(idle).toMatchObject({ reset: false, items: [], more: false })
    const fresh = aHouseholdToSend(village)
    await desk.post('/households', fresh)
    const far = { id: newId(), division: `${stage.county}101201`, block: null, walkOrder: 1, door: null }
    const when = { on: '2020-02-02', recordedAt: '2020-02-03T08:00:00+08:00' }
    expect((await desk.post(`/households/${ids[0]}/move`, { ...far, ...when })).status).toBe(201)
    const member = { since: '2020-02-02', recordedAt: when.recordedAt, members: [aMember({ name: '钱多' })] }
    expect((await desk.post(`/households/${ids[1]}/members`, member)).status).toBe(201)
    await stage.settle()
    const after = await pull(ask, idle.next)
    expect(held([...before, ...after])).toEqual([...ids.slice(1), fresh.id].sort())
    expect(after[0]?.items.find(({ id }) => id === ids[0])).toEqual({ kind: 'household', id: ids[0], gone: true })
    expect(after[0]?.items.find(({ id }) => id === ids[1])?.personal?.names).toHaveLength(3)
    expect(after[0]?.items).toHaveLength(3)
  }),
)

test(
  'what changes while the pages are being fetched is not missed',
  scenario(async (stage) => {
    const { ask, ids, desk, village } = await aVillage(stage, 4)
    const first = await ask(undefined, '&limit=2')
    const fresh = aHouseholdToSend(village, { id: '00000000-0000-7000-8000-000000000001' })
    await desk.post('/households', fresh)
    await stage.settle()
    const rest = await pull(ask, first.next, '&limit=2')
    const changes = await pull(ask, rest.at(-1)?.next)
    expect(held([first, ...rest, ...changes])).toEqual([...ids, fresh.id].sort())
  }),
)

test(
  'after a restore, for another seat, a day later and with a cursor that somebody made up, the server orders a fresh start',
  scenario(async (stage) => {
    const { ask, village, cadre } = await aVillage(stage, 2)
    const { next } = (await pull(ask)).at(-1) as Page
    const other = await stage.as.role('village-cadre', { division: village })
    expect((await ask(next, '', other)).reset).toBe(true)
    for (const cursor of [
      'nonsense',
      cursorText({ epoch: '', scope: '', begunAt: 0, position: 0, count: 0, after: null }),
    ])
      expect((await ask(cursor)).reset).toBe(true)
    const said = JSON.parse(Buffer.from(next, 'base64url').toString())
    const changed = (at: number, value: unknown) =>
      Buffer.from(JSON.stringify(said.map((one: unknown, nth: number) => (nth === at ? value : one)))).toString(
        'base64url',
      )
    expect((await ask(changed(2, Date.now() - 25 * 3_600_000))).reset).toBe(true)
    // A place that this server has not reached yet: it was put back.
    expect((await ask(changed(3, said[3] + 100))).reset).toBe(true)
    expect((await ask(next)).reset).toBe(false)
    await stage.app.kernel.db.clerk((tx) =>
      tx`update kernel.county_head set epoch = gen_random_uuid() where county = ${stage.county}`.execute(),
    )
    const anew = await ask(next)
    expect([anew.reset, anew.items.length]).toEqual([true, 2])
    expect(cadre.token).not.toBe(other.token)
  }),
)

test(
  'a phone carries two thousand households and not one more, and is told so',
  scenario(async (stage) => {
    const { ask, ids } = await aVillage(stage, 4)
    const { next } = await ask(undefined, '&limit=1')
    const [epoch, scope, begunAt, position] = JSON.parse(Buffer.from(next, 'base64url').toString())
    const nearly = { epoch, scope, begunAt, position, count: ROWS_MAX - 2, after: ids[0] ?? '' }
    const page = await ask(cursorText(nearly))
    expect([page.items.length, page.capped, page.more]).toEqual([2, true, false])
    expect(ROWS_MAX).toBe(2000)
  }),
)

test(
  'another village is not for this seat, nor any for a barrier, nor without a purpose',
  scenario(async (stage) => {
    const { village, cadre } = await aVillage(stage, 1)
    const beside = `${village.slice(0, 9)}202`
    expect((await cadre.get(`/sync/replica?village=${beside}`, visit)).status).toBe(403)
    expect((await cadre.get(`/sync/replica?village=${village}`)).body.code).toBe('kernel.purpose-needed')
    const barrier = await stage.as.role('checkpoint-shift', { division: village })
    expect((await barrier.get(`/sync/replica?village=${village}`, visit)).status).toBe(403)
    expect((await cadre.get(`/sync/replica?village=${village.slice(0, 9)}`, visit)).status).toBe(422)
  }),
)

test('a cursor that was changed by hand is none, whatever stands in it', () => {
  const here = { epoch: 'e', scope: 's' }
  const sound = { ...here, begunAt: 1, position: 2, count: 3, after: null }
  expect(placeFrom(cursorText(sound), here)).toEqual(sound)
  const text = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  for (const bad of [
    null,
    {},
    [],
    ['e', 's', -1, 2, 3, null],
    ['e', 's', 1, 1e99, 3, null],
    ['e', 's', 1, 2, 3, "' or 1=1"],
    ['x', 's', 1, 2, 3, null],
    ['e', 's', 1, 2, 3, 7],
  ])
    expect(placeFrom(text(bad), here)).toBeNull()
})
