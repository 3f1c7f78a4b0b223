import { expect, test } from 'vitest'
import { type Client, newId, scenario } from '../../../test/scenario/scenario.ts'
import { forgetNow } from '../retention/retention.factory.ts'
import { aPicture, aPiece, aText, givenPublicity } from './publicity.factory.ts'
import { clashesWithin, clashOf, quietBecause } from './rules.loudspeakers.ts'

const HUNG = '2020-01-24T12:00:00+08:00'
interface Verdict {
  ok: boolean
  problem?: { code: string; params: Record<string, unknown> }
  receipt?: { arrival: string }
}
const send = async (who: Client, path: string, items: object[]): Promise<Verdict[]> =>
  (await who.post(path, { items })).body.verdicts
const codes = (verdicts: Verdict[]) =>
  verdicts.map(({ ok, problem, receipt }) => (ok ? receipt?.arrival : problem?.code))

test(
  'a village’s plan holds what fits and clashes with nothing; each item is judged by itself',
  scenario(async (stage) => {
    const { desk, published, corrected } = await givenPublicity(stage)
    const village = `${stage.county}100201`
    const long = aPiece({ texts: [aText({ blocks: [{ kind: 'paragraph', text: '听'.repeat(700) }] })] })
    const [short, tedious] = [await published(), await published(long)]
    const plan = (given: object = {}) => ({
      ...{ id: newId(), division: village, pieceId: short.pieceId, fromOn: '2020-01-27', toOn: '2020-02-10' },
      times: [{ at: '07:00', minutes: 5 }],
      ...given,
    })
    const first = plan()
    expect(
      codes(
        await send(desk, '/airings/batch', [
          first,
          first,
          plan(),
          plan({ times: [{ at: '07:05', minutes: 3 }] }),
          plan({ times: [{ at: '06:58', minutes: 3 }] }),
          plan({ fromOn: '2020-02-11', toOn: '2020-02-12' }),
          plan({ division: `${stage.county}100202` }),
          plan({ pieceId: tedious.pieceId, times: [{ at: '12:00', minutes: 3 }] }),
          plan({ pieceId: tedious.pieceId, times: [{ at: '12:00', minutes: 5 }] }),
          plan({ pieceId: newId(), times: [{ at: '20:00', minutes: 5 }] }),
          plan({ division: `${stage.county}100999` }),
        ]),
      ),
    ).toEqual([
      ...[
        'new',
        'again',
        'publicity.slot-taken',
        'new',
        'publicity.slot-taken',
        'new',
        'new',
        'publicity.too-long',
        'new',
      ],
      ...['publicity.not-standing', 'publicity.division-unknown'],
    ])
    // What is read out later is the corrected text, so a plan follows its piece and not one of its editions.
    await corrected(short, aPiece({ texts: [aText({ title: '新的说法' })] }))
    const { items } = (await desk.get(`/airings?division=${village}&day=2020-01-28`)).body
    expect(items.map((one: { title: string; state: string }) => [one.title, one.state])).toContainEqual([
      '新的说法',
      'corrected',
    ])
    expect(items).toHaveLength(3)
    const end = (toOn: string, id = newId()) => desk.post(`/airings/${first.id}/end`, { id, toOn })
    expect((await end('2020-02-20')).body.code).toBe('publicity.out-of-time')
    expect((await end('2020-01-30')).body.arrival).toBe('new')
    expect(codes(await send(desk, '/airings/batch', [plan({ fromOn: '2020-01-31', toOn: '2020-02-02' })]))).toEqual([
      'new',
    ])
  }),
)

test(
  'plays come by hundreds with who says so; what was not planned, or lies ahead, is refused one by one',
  scenario(async (stage) => {
    const { desk, published } = await givenPublicity(stage)
    const village = `${stage.county}100201`
    const cadre = await stage.as.role('village-cadre', { division: village })
    const { pieceId } = await published()
    const [airingId, loudspeakerId] = [newId(), newId()]
    const speaker = { id: loudspeakerId, division: village, name: '村委会楼顶', at: HUNG }
    expect(
      codes(
        await send(cadre, '/loudspeakers/batch', [
          speaker,
          { ...speaker, id: newId(), division: `${stage.county}101201` },
        ]),
      ),
    ).toEqual(['new', 'kernel.not-allowed'])
    const times = [{ at: '07:00', minutes: 5 }]
    await send(desk, '/airings/batch', [
      { id: airingId, division: village, pieceId, fromOn: '2020-01-27', toOn: '2020-02-05', times },
    ])
    const play = (given: object = {}) => ({
      ...{ id: newId(), division: village, pieceId, airingId, loudspeakerId, dueOn: '2020-01-27', dueAt: '07:00' },
      ...{ played: true, minutes: 5, at: '2020-01-27T07:01:00+08:00' },
      ...given,
    })
    const first = play()
    expect(
      codes(
        await send(cadre, '/plays/batch', [
          first,
          first,
          play({
            dueOn: '2020-01-28',
            played: false,
            minutes: null,
            reason: 'power-cut',
            at: '2020-01-28T07:00:00+08:00',
          }),
          play({ dueAt: '08:00' }),
          play({ dueOn: '2020-02-06' }),
          play({ airingId: null, dueAt: '15:30' }),
          play({ at: '2220-01-27T07:01:00+08:00' }),
          play({ loudspeakerId: newId() }),
          play({ pieceId: newId(), airingId: null }),
          play({ played: false }),
          { ...first, minutes: 4 },
        ]),
      ),
    ).toEqual([
      ...[
        'new',
        'again',
        'new',
        'publicity.play-not-planned',
        'publicity.play-not-planned',
        'new',
        'publicity.time-ahead',
      ],
      ...['publicity.loudspeaker-unknown', 'publicity.piece-unknown', 'kernel.input-invalid', 'kernel.id-taken'],
    ])
    const { items } = (await desk.get('/plays')).body
    expect(items.map((one: { reason: string | null; by: string }) => [one.reason, typeof one.by])).toEqual([
      ['power-cut', 'string'],
      [null, 'string'],
      [null, 'string'],
    ])
    const neighbour = await stage.as.role('village-cadre', { division: `${stage.county}100202` })
    expect((await neighbour.get('/plays')).body.items).toEqual([])

    const turn = (said: object) =>
      cadre.post(`/loudspeakers/${loudspeakerId}/turns`, { id: newId(), at: '2020-02-01T08:00:00+08:00', ...said })
    expect((await turn({ turn: 'repaired' })).body.code).toBe('publicity.turn-out-of-order')
    expect((await turn({ turn: 'broken' })).body.arrival).toBe('new')
    const covered = async (query: string) => (await desk.get(`/loudspeaker-coverage?${query}`)).body
    const january = await covered('since=2020-01-27&until=2020-01-29')
    expect(january).toMatchObject({ villages: 3, heard: 1, silent: 2 })
    expect(january.items.find((one: { division: string }) => one.division === village)).toMatchObject({
      ...{ loudspeakers: 1, working: 1, planned: 3, played: 2, missed: 1, minutes: 10, quiet: null },
    })
    const february = await covered('since=2020-02-03&until=2020-02-05')
    expect(february.items.map((one: { quiet: string }) => one.quiet)).toEqual([
      'broken',
      'no-loudspeaker',
      'no-loudspeaker',
    ])
    expect((await neighbour.get('/loudspeaker-coverage?since=2020-01-27&until=2020-01-29')).body.items).toHaveLength(1)
  }),
)

test(
  'a play is shown by a few words and a picture without where it was taken; both go thirty days after the response',
  scenario(async (stage) => {
    const { desk, published } = await givenPublicity(stage)
    const village = `${stage.county}100201`
    const cadre = await stage.as.role('village-cadre', { division: village })
    const neighbour = await stage.as.role('village-cadre', { division: `${stage.county}100202` })
    const { pieceId } = await published()
    const play = {
      id: newId(),
      division: village,
      pieceId,
      dueOn: '2020-01-27',
      dueAt: '07:00',
      played: true,
      minutes: 5,
    }
    const photo = { id: newId(), content: aPicture().toString('base64') }
    const upload = (said: object, by = cadre) => by.post(`/plays/${play.id}/photos`, said)
    // It may come before what it belongs to; then it is asked for again.
    expect((await upload(photo)).body).toMatchObject({ code: 'publicity.play-unknown', resend: 'later' })
    const said = { ...play, note: '村口听得清', at: '2020-01-27T07:00:00+08:00' }
    expect(codes(await send(cadre, '/plays/batch', [said]))).toEqual(['new'])
    expect((await upload({ id: newId(), content: 'aGVsbG8=' })).body.code).toBe('publicity.photo-unreadable')
    expect((await upload(photo)).body.arrival).toBe('new')
    expect((await upload(photo)).body.arrival).toBe('again')
    expect((await upload({ ...photo, id: newId() }, neighbour)).body.code).toBe('publicity.play-unknown')
    const listed = async () => (await desk.get('/plays')).body.items[0]
    expect(await listed()).toMatchObject({ note: '村口听得清', photoIds: [photo.id] })
    const shown = (await desk.get(`/play-photos/${photo.id}`)).body
    expect(shown.type).toBe('image/png')
    expect(Buffer.from(shown.content, 'base64').includes('GPS')).toBe(false)
    expect((await neighbour.get(`/play-photos/${photo.id}`)).body.code).toBe('publicity.photo-unknown')

    const closing = { id: newId(), disease: 'covid-19', documentNo: '兴防指9号', documentDate: '2020-02-17' }
    await desk.post('/retention/events/close', { ...closing, at: '2020-02-17T10:00:00+08:00', responseEnds: true })
    await forgetNow(stage)
    expect(await listed()).toMatchObject({ played: true, minutes: 5, note: null, photoIds: [] })
    expect((await desk.get(`/play-photos/${photo.id}`)).status).toBe(404)
  }),
)

test('slots that touch do not clash, and silence has the first reason that explains it', () => {
  const slot = (at: string, minutes: number) => ({ at, minutes })
  expect(clashesWithin([slot('07:00', 5), slot('07:05', 5)])).toBe(false)
  expect(clashesWithin([slot('07:00', 6), slot('07:05', 5)])).toBe(true)
  const airing = (fromOn: string, toOn: string) => ({ fromOn, toOn, times: [slot('07:00', 5)] })
  expect(clashOf(airing('2020-01-01', '2020-01-02'), [airing('2020-01-03', '2020-01-04')])).toBeNull()
  expect(clashOf(airing('2020-01-01', '2020-01-03'), [airing('2020-01-03', '2020-01-04')])?.at).toBe('07:00')
  const heard = { loudspeakers: 1, working: 1, planned: 2, played: 0, missed: 0 }
  expect(quietBecause(heard)).toBe('not-reported')
  expect(quietBecause({ ...heard, missed: 1 })).toBe('not-played')
  expect(quietBecause({ ...heard, planned: 0 })).toBe('nothing-planned')
  expect(quietBecause({ ...heard, played: 1, loudspeakers: 0 })).toBeNull()
})
