import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import { keepInventedDivisions } from '../../src/capabilities/places/places.factory.ts'
import { aWorkbook, base64, manyHouseholds } from '../../src/capabilities/workbooks/workbooks.factory.ts'
import { newId } from '../scenario/scenario.ts'
import type { Rig } from './crash-rig.ts'

interface Progress {
  state: string
  parts: number
  done: number
  preview: unknown[]
  applied: unknown[]
}

/** Speaks to a server that may be dead at the moment, until it has an answer. */
function caller({ url }: Rig, token: string) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  return async (method: string, path: string, body?: unknown): Promise<Progress> => {
    for (;;) {
      const init = method === 'GET' ? { headers } : { method, headers, body: JSON.stringify(body ?? {}) }
      const reply = await fetch(`${url}${path}`, init).then(
        async (response) => ({ status: response.status, body: (await response.json()) as Progress & { code: string } }),
        () => null,
      )
      if (reply && reply.status < 300) return reply.body
      if (reply && reply.status < 500) throw new Error(`refused: ${reply.body.code}`)
      await sleep(50)
    }
  }
}

/** What stands in the county, and what the receipts of the finished steps say: the same at every moment, or a step was left half done. */
async function halfDone({ scenario: { county, inside } }: Rig): Promise<number> {
  const [row] = await inside(
    ({ tx }) => tx<{ apart: number }[]>`
      select abs((select count(*) from people.household where county = ${county}) - coalesce(sum("new") filter (where sheet = 'households'), 0))
        + abs((select count(*) from people.membership where county = ${county}) - coalesce(sum("new") filter (where sheet = 'people'), 0))
        + abs((select count(*) from people.person where county = ${county}) - coalesce(sum("new") filter (where sheet = 'people'), 0)) as apart
      from workbooks.tally where county = ${county} and pass = 'apply'`,
  )
  return Number(row?.apart ?? -1)
}

interface Wanted {
  households: number
  kills: number
  /** Somebody orders it again after a kill; otherwise it goes on by itself, when the dead worker's turn is over. */
  ordersAgain: boolean
  kill(rig: Rig): Promise<void> | void
}

/** Loads a workbook while whoever loads it is killed, each time somewhere in the middle of a step. */
export async function loadThroughKills(
  rig: Rig,
  { households, kills, ordersAgain, kill }: Wanted,
): Promise<{ steps: number; midway: number }> {
  const { scenario } = rig
  await scenario.inside((ctx) => keepInventedDivisions(ctx))
  const call = caller(rig, (await scenario.as.countyDesk()).token)
  const id = newId()
  const file = await aWorkbook(manyHouseholds(`${scenario.county}100201`, households))
  await call('POST', '/exchange/workbooks', { id, file: base64(file) })
  const reach = async (is: (book: Progress) => boolean): Promise<Progress> => {
    for (;;) {
      const book = await call('GET', `/exchange/workbooks/${id}`)
      if (is(book)) return book
      await sleep(20)
    }
  }
  await reach(({ state }) => state === 'previewed')
  await call('POST', `/exchange/workbooks/${id}/apply`)
  let midway = 0
  for (let nth = 0; nth < kills; nth += 1) {
    const before = await reach(({ done, state }) => done > nth || state === 'applied')
    await sleep(30 + Math.random() * 250)
    await kill(rig)
    expect(await halfDone(rig)).toBe(0)
    if (before.state !== 'applied') midway += 1
    if (ordersAgain) await call('POST', `/exchange/workbooks/${id}/apply`)
  }
  const end = await reach(({ state }) => state === 'applied')
  expect(await halfDone(rig)).toBe(0)
  expect(end.applied).toEqual(end.preview)
  expect(end.applied).toMatchObject([
    { sheet: 'households', read: households, new: households },
    { sheet: 'people', read: households * 3, new: households * 3 },
  ])
  return { steps: end.done, midway }
}
