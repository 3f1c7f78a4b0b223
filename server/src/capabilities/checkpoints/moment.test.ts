import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { aPassage, givenCheckpoint } from './checkpoints.factory.ts'

test(
  'where no moment is asked for, a county that lives in the past shows its own, and every other one how it stands now',
  scenario(async (stage) => {
    const { id, shift } = await givenCheckpoint(stage)
    const at = (time: string) => aPassage(id, { recordedAt: `2020-02-${time}+08:00` })
    await shift.post('/passages/batch', { items: [at('05T10:15:00'), at('06T07:30:00'), at('06T09:00:00')] })
    const desk = await stage.as.countyDesk()
    const screened = async (path: string): Promise<number> => (await desk.get(path)).body.total.screened
    expect(await screened('/checkpoint-board')).toBe(3)
    expect(await screened('/checkpoint-board/day?day=2020-02-06')).toBe(2)

    const moment = '2020-02-06T00:00:00.000Z'
    const calendar = { id: newId(), kind: 'historical', moment, ground: '演练' }
    expect(await desk.post('/retention/calendars', calendar)).toMatchObject({ status: 201 })
    const last = { id, counts: { screened: 2 }, lastPassageAt: '2020-02-05T23:30:00.000Z' }
    expect((await desk.get('/checkpoint-board')).body).toMatchObject({ asOf: moment, checkpoints: [last] })
    expect((await desk.get('/checkpoint-board/day?day=2020-02-06')).body).toMatchObject({
      asOf: moment,
      total: { screened: 1 },
    })
    // Another moment is that one, and a day that is asked for is whole: what an exercise records has the real time.
    const later = encodeURIComponent('2020-02-07T08:00:00+08:00')
    expect(await screened(`/checkpoint-board?asOf=${later}`)).toBe(3)
    expect(await screened(`/checkpoints/${id}/day?day=2020-02-06`)).toBe(2)

    expect(await desk.post('/retention/calendars', { id: newId(), kind: 'running', ground: '演练结束' })).toMatchObject(
      {
        status: 201,
      },
    )
    expect(await screened('/checkpoint-board')).toBe(3)
  }),
)
