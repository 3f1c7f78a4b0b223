import { aPassage, givenCheckpoint } from '../../src/capabilities/checkpoints/checkpoints.factory.ts'
import { newId, type Scenario } from '../scenario/scenario.ts'
import { dice } from './snapshot.ts'

/** Seats of two townships and of nobody ask through one small pool at once; some of the questions fail half-way. */
export async function askThroughPool(stage: Scenario, { requests, abreast }: { requests: number; abreast: number }) {
  const sides = await Promise.all(
    ['100201', '101201'].map(async (under) => {
      const { id, shift, division } = await givenCheckpoint(stage, under)
      const officer = await stage.as.role('township-officer', { division: division.slice(0, 9) })
      const items = [1, 2, 3, 4, 5].map(() => aPassage(id, { temperatureC: 38.5, decision: 'medical' }))
      const { body } = await shift.post('/passages/batch', { items })
      if (!body.verdicts.every(({ ok }: { ok: boolean }) => ok)) throw new Error(JSON.stringify(body.verdicts[0]))
      return { id, officer, shift, own: new Set(items.map((one) => one.id)) }
    }),
  )
  await stage.settle()
  const next = dice(requests)
  const counted = { requests: 0, rows: 0, foreign: 0, unexpected: 0 }
  async function ask(): Promise<void> {
    const at = next() < 0.5 ? 0 : 1
    const [ours, theirs] = [sides[at], sides[1 - at]]
    if (!ours || !theirs) return
    const kind = Math.floor(next() * 6)
    const paths = [
      `/checkpoints/${ours.id}/passages`,
      '/hand-overs?state=all',
      '/checkpoint-board',
      `/checkpoints/${theirs.id}/passages`,
      `/passages/${[...theirs.own][0]}/corrections`,
    ]
    const path = paths[kind] ?? '/checkpoint-board'
    const seat = next() < 0.5 ? ours.officer : ours.shift
    const client = kind === 5 ? stage.as.nobody() : seat
    const wrong = { id: newId(), recordedAt: '2020-02-05T12:00:00+08:00', why: '不是我们的', voided: true }
    const reply = kind === 4 ? await client.post(path, wrong) : await client.get(path)
    counted.requests += 1
    if (reply.status !== [200, 200, 200, 404, 404, 401][kind]) counted.unexpected += 1
    const rows: Array<{ id: string }> = reply.body.items ?? reply.body.checkpoints ?? []
    counted.rows += rows.length
    counted.foreign += rows.filter(({ id }) => !ours.own.has(id) && id !== ours.id).length
    if (kind === 2 && reply.body.total?.screened !== ours.own.size) counted.foreign += 1
  }
  const asker = async () => {
    while (counted.requests < requests) await ask()
  }
  await Promise.all(Array.from({ length: abreast }, asker))
  return counted
}
