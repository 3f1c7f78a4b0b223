import { newId } from '../../scenario/scenario.ts'
import { made, type Part } from '../part.ts'

/** Closing ends collecting in the whole county, so only what was reopened at once is planted; and nothing is forgotten. */
export const retentionPart: Part = {
  async plant({ stage, mark, hands: { desk } }) {
    const paper = { documentNo: `${mark}字1号`, documentDate: '2020-03-01' }
    const closing = { ...paper, id: newId(), disease: 'measles', at: '2020-03-01T08:00:00+08:00', responseEnds: false }
    await made(desk.post('/retention/events/close', closing))
    // Once in a county, before there is anything to forget.
    const { items } = await made(desk.get('/retention/runs'))
    if (items.length === 0) {
      await made(desk.post('/retention/runs', { id: newId() }))
      await stage.app.workers.runDue(new Date(Date.now() + 1000), stage.county)
    }
    await made(desk.post('/retention/calendars', { id: newId(), kind: 'historical', ground: `${mark}常用` }))
    return {}
  },
  shared: ['retention.event_turn', 'retention.calendar', 'retention.run', 'retention.step', 'retention.certificate'],
  unfilled: ['retention.referred', 'retention.gone', 'retention.trail_end'],
  operations: {
    'retention.calendar.set': { say: { kind: 'running' } },
    'retention.event.close': { say: { disease: 'measles', at: '2020-03-01T08:00:00+08:00', responseEnds: false } },
    'retention.event.reopen': { say: { disease: 'measles' } },
    'retention.event.list': { sameEverywhere: true },
    'retention.field.list': { sameEverywhere: true },
    'retention.state.read': { sameEverywhere: true },
    'retention.run.list': { sameEverywhere: true },
    'retention.run.start': { sameEverywhere: true },
  },
}
