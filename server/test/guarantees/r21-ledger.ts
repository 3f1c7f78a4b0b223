import fc from 'fast-check'
import postgres from 'postgres'
import { inject } from 'vitest'
import { keepInventedDivisions } from '../../src/capabilities/places/places.factory.ts'
import { accepted, anItem, aStore, on, some } from '../../src/capabilities/supplies/supplies.factory.ts'
import { type Client, newId, type Scenario } from '../scenario/scenario.ts'

/** What somebody wants to do with the goods of two stores; whether it can have happened is for the product to say. */
export interface Wish {
  kind: 'received' | 'sold' | 'sent' | 'arrived' | 'counted' | 'written-off' | 'reversed'
  store: 0 | 1
  day: number
  amount: number
  /** Which of the movements so far is meant, where one is. */
  nth: number
}
const wish: fc.Arbitrary<Wish> = fc.record({
  kind: fc.constantFrom(
    'received',
    'received',
    'sold',
    'sold',
    'sent',
    'arrived',
    'counted',
    'written-off',
    'reversed',
  ),
  store: fc.constantFrom(0, 1),
  day: fc.integer({ min: 2, max: 12 }),
  amount: fc.integer({ min: 1, max: 9 }),
  nth: fc.nat(5),
})
export const wishes = fc.array(wish, { minLength: 4, maxLength: 12 })

interface Ground {
  scene: Scenario
  clients: Client[]
  goods: { itemId: string; lotId: string }
  admin: postgres.Sql
}
const CLIENTS = 4

export async function openGround(scene: Scenario): Promise<Ground> {
  await scene.inside((ctx) => keepInventedDivisions(ctx))
  const clients = await Promise.all(Array.from({ length: CLIENTS }, () => scene.as.countyDesk()))
  const item = anItem()
  await accepted(clients[0]?.post('/supplies/items/batch', { items: [item] }) as ReturnType<Client['post']>)
  const admin = postgres(inject('adminUrl'), { max: 1, onnotice: () => {} })
  return { scene, clients, goods: { itemId: item.id, lotId: item.id }, admin }
}

/** One of the server's own connections dies under whatever it is doing. */
async function kill({ scene, admin }: Ground): Promise<void> {
  const pid = await scene
    .inside(async ({ tx }) => (await tx<{ pid: number }[]>`select pg_backend_pid() as pid`)[0]?.pid)
    .catch(() => undefined)
  if (pid) await admin`select pg_terminate_backend(${pid})`
}

interface Done {
  id: string
  wish: Wish
  ok: boolean
}

/** Four people carry out the wishes at the same time; what gets no answer is sent again as it was. */
async function carryOut(ground: Ground, stores: readonly [string, string], list: readonly Wish[]): Promise<Done[]> {
  const done: Done[] = []
  const lanes = ground.clients.map((client, lane) => ({
    client,
    list: list.filter((_, nth) => nth % CLIENTS === lane),
  }))
  await Promise.all(
    lanes.map(async ({ client, list: own }) => {
      for (const one of own) {
        const id = newId()
        const ok = await ask(client, request(id, one, { stores, goods: ground.goods, done }))
        done.push({ id, wish: one, ok })
      }
    }),
  )
  return done
}

type Told = { stores: readonly [string, string]; goods: Ground['goods']; done: readonly Done[] }
function request(id: string, { kind, store, day, amount, nth }: Wish, { stores, goods, done }: Told): [string, object] {
  const at = on(day)
  const kept = done.filter(({ ok }) => ok)
  if (kind === 'reversed') {
    const movementId = kept[nth % Math.max(kept.length, 1)]?.id ?? newId()
    return [`/supplies/movements/${movementId}/reversal`, { id, movementId, at, why: '写错了' }]
  }
  const storeId = stores[store]
  const body = { id, storeId, kind, at, lines: [some(goods, amount)] }
  const path = `/supplies/stores/${storeId}/movements`
  if (kind === 'received') return [path, { ...body, account: 'bought' }]
  if (kind === 'sent') return [path, { ...body, toStoreId: stores[store === 0 ? 1 : 0] }]
  if (kind === 'written-off') return [path, { ...body, account: 'expired', documentNo: '1号', why: '过期' }]
  if (kind === 'counted') return [path, { ...body, why: '盘点' }]
  if (kind === 'sold') return [path, body]
  const ways = kept.filter(({ wish: sent }) => sent.kind === 'sent' && sent.store !== store)
  return [path, { ...body, consignmentId: ways[nth % Math.max(ways.length, 1)]?.id ?? newId(), why: '清点' }]
}

const TRIES = 20
async function ask(client: Client, [path, body]: [string, object]): Promise<boolean> {
  for (let nth = 0; nth < TRIES; nth += 1) {
    const reply = await client.post(path, body)
    if (reply.status < 500) return reply.status < 300
  }
  throw new Error('r21: no answer')
}

export interface Entry {
  movementId: string
  kind: string
  account: string
  storeId: string | null
  quantity: number
  at: Date
}
/** Everything that is wrong with a ledger; nothing, if the promise holds. */
export function wrongWith(entries: readonly Entry[], shelves: ReadonlyMap<string, number>): string[] {
  const wrong = new Set<string>()
  for (const legs of Map.groupBy(entries, ({ movementId }) => movementId).values())
    if (legs.reduce((sum, { quantity }) => sum + quantity, 0) !== 0) wrong.add('a movement does not add up to nothing')
  for (const [storeId, legs] of Map.groupBy(entries, ({ storeId: store }) => store ?? '')) {
    if (storeId === '') continue
    let there = 0
    for (const [, same] of [...Map.groupBy(legs, ({ at }) => at.getTime())].sort(([a], [b]) => a - b)) {
      there += same.reduce((sum, { quantity }) => sum + quantity, 0)
      if (there < 0) wrong.add('less than nothing at a moment')
    }
    if (there !== (shelves.get(storeId) ?? 0)) wrong.add('in less out is not what is there')
  }
  return [...wrong]
}

/** What a product does that looks at the balance of now and at nothing before: it is asked the same, one after the other. */
export function byTheBalance(list: readonly Wish[]): string[] {
  const entries: Entry[] = []
  const shelves = new Map<string, number>()
  list.forEach(({ kind, store, day, amount }, nth) => {
    const way = kind === 'received' ? 1 : kind === 'sold' || kind === 'written-off' ? -1 : 0
    const there = shelves.get(String(store)) ?? 0
    if (way === 0 || there + way * amount < 0) return
    const leg = { movementId: String(nth), kind, at: new Date(on(day)), quantity: way * amount }
    entries.push({ ...leg, storeId: String(store), account: 'store' })
    entries.push({ ...leg, storeId: null, account: 'outside', quantity: -leg.quantity })
    shelves.set(String(store), there + way * amount)
  })
  return wrongWith(entries, shelves)
}

async function readLedger({ scene }: Ground, stores: readonly string[]) {
  return scene.inside(async ({ tx }) => {
    const rows = await tx<Entry[]>`
      select l.movement_id as "movementId", m.kind, l.account, l.store_id as "storeId", l.quantity::float8 as quantity, l.at
      from supplies.leg l join supplies.movement m on m.county = l.county and m.id = l.movement_id
      where l.county = (select kernel.app_county()) and m.store_id = any (${stores}::uuid[])`
    const shelves = await tx<{ storeId: string; quantity: number }[]>`
      select store_id as "storeId", quantity::float8 as quantity from supplies.shelf
      where county = (select kernel.app_county()) and store_id = any (${stores}::uuid[])`
    return { rows, shelves: new Map(shelves.map((row) => [row.storeId, row.quantity])) }
  })
}

/** What was accepted against what is kept: by our own count of the answers, each movement is there once, and no other. */
function missing(done: readonly Done[], rows: readonly Entry[]): string[] {
  const kept = new Set(rows.map(({ movementId }) => movementId))
  const said = new Set(done.filter(({ ok }) => ok).map(({ id }) => id))
  // A count that finds what the book says moves nothing.
  const lost = done.filter(
    ({ id, ok, wish: { kind } }) => ok && !kept.has(id) && kind !== 'counted' && kind !== 'reversed',
  )
  return [
    ...(lost.length > 0 ? ['an accepted movement is not there'] : []),
    ...([...kept].some((id) => !said.has(id)) ? ['a refused movement is there'] : []),
  ]
}

/** Runs so many sequences and says the first that is wrong, with what is wrong about it; `kills` of them with a dying connection. */
export async function firstWrong(ground: Ground, sequences: number, kills: number): Promise<string[] | null> {
  for (const [nth, list] of fc.sample(wishes, sequences).entries()) {
    const pair = [aStore(String(ground.scene.county)), aStore(String(ground.scene.county))] as const
    await accepted(ground.clients[0]?.post('/supplies/stores/batch', { items: pair }) as ReturnType<Client['post']>)
    const stores = [pair[0].id, pair[1].id] as const
    const dying = nth < kills ? kill(ground) : null
    const done = await carryOut(ground, stores, list)
    await dying
    const { rows, shelves } = await readLedger(ground, stores)
    const wrong = [...wrongWith(rows, shelves), ...missing(done, rows)]
    if (wrong.length > 0) return [...wrong, JSON.stringify(list)]
  }
  return null
}
