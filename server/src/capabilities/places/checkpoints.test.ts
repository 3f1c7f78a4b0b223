import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { findCheckpoints } from './index.ts'
import { aCheckpoint, keepInventedDivisions } from './places.factory.ts'

const openedAt = '2020-01-24T18:00:00+08:00'

test(
  'a checkpoint has its own kind and name, and the desk opens, closes and reopens it',
  scenario(async ({ as, inside, county }) => {
    await inside((ctx) => keepInventedDivisions(ctx))
    const desk = await as.countyDesk()
    const exit = { id: newId(), kind: 'expressway-exit', name: '白马川出口', division: `${county}101`, openedAt }
    expect(await desk.post('/places/checkpoints', exit)).toMatchObject({ status: 201, body: { arrival: 'new' } })
    expect(await desk.post('/places/checkpoints', exit)).toMatchObject({ status: 200, body: { arrival: 'again' } })
    const changed = await desk.post('/places/checkpoints', { ...exit, name: '李家营出口' })
    expect(changed).toMatchObject({ status: 409, body: { code: 'kernel.id-taken' } })
    const shown = await desk.get(`/places/checkpoints/${exit.id}`)
    expect(shown.body).toEqual({
      id: exit.id,
      kind: 'expressway-exit',
      name: '白马川出口',
      division: `${county}101`,
      divisionName: '西乡',
      site: 'forehead',
      openedAt: '2020-01-24T10:00:00.000Z',
      closedAt: null,
      position: null,
    })

    const turn = (what: string, id: string, at: string) =>
      desk.post(`/places/checkpoints/${exit.id}/${what}`, { id, at, ground: '按县指挥部通知' })
    const closing = newId()
    expect((await turn('close', newId(), '2020-01-24T17:00:00+08:00')).body.code).toBe('places.turn-before-last')
    expect((await turn('close', newId(), '2999-01-01T00:00:00Z')).body.code).toBe('places.time-ahead')
    expect((await turn('reopen', newId(), '2020-02-20T08:00:00+08:00')).body.code).toBe('places.checkpoint-open')
    expect((await turn('close', closing, '2020-02-20T08:00:00+08:00')).body.arrival).toBe('new')
    expect((await turn('close', closing, '2020-02-20T08:00:00+08:00')).body.arrival).toBe('again')
    expect((await turn('close', closing, '2020-02-20T09:00:00+08:00')).body.code).toBe('kernel.id-taken')
    expect((await turn('close', newId(), '2020-02-21T08:00:00+08:00')).body.code).toBe('places.checkpoint-closed')
    expect((await desk.get('/places/checkpoints?state=open')).body.items).toEqual([])
    const found = await inside(({ tx }) => findCheckpoints(tx, [exit.id, newId()]))
    expect([...found.values()]).toMatchObject([{ name: '白马川出口', closedAt: new Date('2020-02-20T00:00:00Z') }])
    expect((await turn('reopen', newId(), '2020-03-01T08:00:00+08:00')).body.arrival).toBe('new')
    expect((await desk.get('/places/checkpoints?state=open')).body.items).toHaveLength(1)
  }),
)

test(
  '311 checkpoints are opened at once, each with its own verdict',
  scenario(async ({ as, inside, county, settle }) => {
    await inside((ctx) => keepInventedDivisions(ctx))
    const desk = await as.countyDesk()
    const one = (number: number) => ({
      id: newId(),
      kind: number < 22 ? 'county-border' : 'village-turn-back',
      name: `${number} 号`,
      division: `${county}100201`,
      openedAt,
    })
    const good = Array.from({ length: 311 }, (_, number) => one(number))
    const bad = [
      { ...one(400), division: `${county}999` },
      { ...one(401), openedAt: '2999-01-01T00:00:00Z' },
      { ...one(402), kind: 'airport' },
      { ...one(403), name: ' ' },
      { ...one(404), county: 1 },
      { ...good[0], name: '换了名字' },
    ]
    const { status, body } = await desk.post('/places/checkpoints/batch', { items: [...good, ...bad, good[1]] })
    expect(status).toBe(200)
    expect(body.verdicts.slice(0, 311).every((verdict: { ok: boolean }) => verdict.ok)).toBe(true)
    const codes = body.verdicts.slice(311).map((verdict: { problem?: { code: string } }) => verdict.problem?.code)
    expect(codes).toEqual([
      'places.division-unknown',
      'places.time-ahead',
      'kernel.input-invalid',
      'kernel.input-invalid',
      'kernel.input-invalid',
      'kernel.id-taken',
      undefined,
    ])
    expect(body.verdicts.at(-1).receipt.arrival).toBe('again')

    const first = (await desk.get('/places/checkpoints?limit=200')).body
    const rest = (await desk.get(`/places/checkpoints?limit=200&after=${first.next}`)).body
    const ids = [...first.items, ...rest.items].map(({ id }: { id: string }) => id)
    expect([new Set(ids).size, rest.next]).toEqual([311, null])
    expect((await desk.get('/places/checkpoints?kind=county-border')).body.items).toHaveLength(22)
    await settle()
    const announced = await inside(
      ({ tx }) => tx`
      select count(*)::int as count from kernel.feed_entry where county = ${county} and kind = 'checkpoint'`,
    )
    expect(announced[0]?.count).toBe(311)
    const tooMany = await desk.post('/places/checkpoints/batch', {
      items: Array.from({ length: 1001 }, (_, at) => one(at)),
    })
    expect(tooMany).toMatchObject({ status: 413, body: { code: 'kernel.batch-too-large' } })
  }),
)

test(
  'a township opens its own turn-back points and sees nothing of the next township',
  scenario(async ({ as, inside, county }) => {
    const theirs = await inside((ctx) => aCheckpoint(ctx, { under: '101201' }))
    const mine = await inside((ctx) => aCheckpoint(ctx, { under: '100201' }))
    const officer = await as.role('township-officer', { division: `${county}100` })
    const point = (division: string, kind = 'village-turn-back') => ({
      id: newId(),
      kind,
      name: '村口',
      division,
      openedAt,
    })
    const open = async (...asked: Parameters<typeof point>) =>
      (await officer.post('/places/checkpoints', point(...asked))).status
    expect(await open(`${county}100202`)).toBe(201)
    expect(await open(`${county}101201`)).toBe(403)
    expect(await open(`${county}`)).toBe(403)
    expect(await open(`${county}100202`, 'county-border')).toBe(403)

    const seen = (await officer.get('/places/checkpoints')).body.items
    expect(seen).toHaveLength(2)
    expect(seen.map(({ id }: { id: string }) => id)).toContain(mine)
    const closing = { id: newId(), at: '2020-02-20T08:00:00+08:00', ground: '不再需要' }
    for (const reply of [
      await officer.get(`/places/checkpoints/${theirs}`),
      await officer.post(`/places/checkpoints/${theirs}/close`, closing),
      await officer.get(`/places/checkpoints/${newId()}`),
    ]) {
      expect(reply).toMatchObject({ status: 404, body: { code: 'places.checkpoint-unknown' } })
    }
    expect((await officer.post(`/places/checkpoints/${mine}/close`, closing)).status).toBe(201)
    const taken = await officer.post('/places/checkpoints', { ...point(`${county}100202`), id: theirs })
    expect(taken).toMatchObject({ status: 409, body: { code: 'kernel.id-taken' } })
  }),
)

test(
  'a shift puts its own checkpoint on the map, and no other',
  scenario(async ({ as, inside, county }) => {
    const mine = await inside((ctx) => aCheckpoint(ctx))
    const other = await inside((ctx) => aCheckpoint(ctx))
    const shift = await as.role('checkpoint-shift', { division: `${county}100201`, placeId: mine })
    const put = (id: string) =>
      shift.post('/places/positions', { id: newId(), place: { kind: 'checkpoint', id }, lon: 117.5, lat: 40.4 })
    // An invented county has no outline, so nothing can be said about inside or outside.
    expect(await put(mine)).toMatchObject({ status: 201, body: { insideCounty: null } })
    expect((await put(other)).status).toBe(403)
    const desk = await as.countyDesk()
    const { position } = (await desk.get(`/places/checkpoints/${mine}`)).body
    expect(position).toMatchObject({ lon: 117.5, lat: 40.4 })
  }),
)
