import { randomUUID } from 'node:crypto'
import { fire, type Shot } from './load.ts'
import type { Stand } from './stand.ts'
import { type Line, median } from './table.ts'

let counter = 0
/** A traveller the shift has just found, at one of 22 stations in turn; the limit takes the same fields. */
function passage({ stations, persons }: Stand) {
  counter += 1
  const station = stations[counter % stations.length]
  if (!station) throw new Error('bench: no stations')
  const body = {
    id: randomUUID(),
    checkpointId: station.id,
    recordedAt: new Date(Date.now() - 1000).toISOString(),
    temperatureC: 36.5,
    site: 'forehead',
    decision: 'pass',
    traveller: { personId: persons[counter % persons.length] ?? '' },
  }
  return { station, body }
}

/** Product and limit turn by turn, so that a slow minute of the machine hits both; the ratio is the median over the turns. */
async function pair(rounds: number, product: () => Promise<number>, limit: () => Promise<number>) {
  const ratios: number[] = []
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < rounds; round++) {
    const one = await product()
    const other = await limit()
    ours.push(one)
    theirs.push(other)
    ratios.push(one / other)
  }
  return { product: median(ours), limit: median(theirs), ratio: median(ratios) }
}

export async function benchSingles(stand: Stand, rounds: number, seconds: number): Promise<Line[]> {
  const lines: Line[] = []
  for (const connections of [1, 8, 32]) {
    const { product, limit, ratio } = await pair(
      rounds,
      async () =>
        (
          await fire(stand.productUrl, connections, seconds, () => {
            const { station, body } = passage(stand)
            return { path: `/checkpoints/${station.id}/passages`, token: station.token, body }
          })
        ).perSecond,
      async () =>
        (await fire(stand.limitUrl, connections, seconds, () => ({ path: '/passages', body: passage(stand).body })))
          .perSecond,
    )
    lines.push({
      what: `(a) single screenings over HTTP, ${connections} connection${connections > 1 ? 's' : ''}`,
      product: `${Math.round(product)}/s`,
      limit: `${Math.round(limit)}/s`,
      ratio,
      asked: '≥ 0.6',
    })
  }
  return lines
}

/** What the walls, keys and records of the database leave of the limit before any of the product's own code has run. */
export async function benchWalls(stand: Stand, rounds: number, seconds: number): Promise<Line[]> {
  const walled = (count: number) => ({
    path: '/walled',
    body: {
      items: Array.from({ length: count }, () => {
        const { station, body } = passage(stand)
        const { traveller, ...same } = body
        return { ...same, ...traveller, division: station.division }
      }),
    },
  })
  const lines: Line[] = []
  const forms = [1, 8, 32].map((connections) => ({ connections, count: 1 })).concat({ connections: 4, count: 100 })
  for (const { connections, count } of forms) {
    const per = async (next: () => Shot) => (await fire(stand.limitUrl, connections, seconds, next)).perSecond * count
    const { product, limit, ratio } = await pair(
      rounds,
      () => per(() => walled(count)),
      () =>
        per(() =>
          count === 1
            ? { path: '/passages', body: passage(stand).body }
            : { path: '/passages/batch', body: { items: Array.from({ length: count }, () => passage(stand).body) } },
        ),
    )
    lines.push({
      what: `(o) walls, keys, audit and feed of the database alone, ${count} at a time, ${connections} connections`,
      product: `${Math.round(product)}/s`,
      limit: `${Math.round(limit)}/s`,
      ratio,
      asked: 'shown',
    })
  }
  return lines
}

export async function benchBatches(stand: Stand, rounds: number, seconds: number): Promise<Line> {
  const batch = () => {
    const first = passage(stand)
    const items = Array.from({ length: 100 }, () => ({ ...passage(stand).body, checkpointId: first.station.id }))
    return { station: first.station, items }
  }
  const { product, limit, ratio } = await pair(
    rounds,
    async () => {
      const fired = await fire(stand.productUrl, 4, seconds, () => {
        const { station, items } = batch()
        return { path: '/passages/batch', token: station.token, body: { items } }
      })
      return fired.perSecond * 100
    },
    async () =>
      (await fire(stand.limitUrl, 4, seconds, () => ({ path: '/passages/batch', body: { items: batch().items } })))
        .perSecond * 100,
  )
  return {
    what: '(b) screenings in batches of 100, 4 connections',
    product: `${Math.round(product)}/s`,
    limit: `${Math.round(limit)}/s`,
    ratio,
    asked: '≥ 0.5',
  }
}
