import type { z } from 'zod'
import { type Client, newId, type Reply, type Scenario } from '../../../test/scenario/scenario.ts'
import { keepInventedDivisions } from '../places/places.factory.ts'
import type { Movement, PrepareIssue } from './schema.movements.ts'
import type { AddItem, AddLot, OpenStore } from './schema.ts'

/** A moment of these days of February. */
export const on = (day: number, time = '12:00'): string => `2020-02-${String(day).padStart(2, '0')}T${time}:00+08:00`

export const anItem = (given: Partial<z.input<typeof AddItem>> = {}): z.input<typeof AddItem> => ({
  id: newId(),
  code: `mask-${newId().slice(0, 8)}`,
  name: '一次性外科口罩',
  kind: 'medical',
  unit: 'piece',
  ...given,
})
export const aStore = (
  division: string,
  given: Partial<z.input<typeof OpenStore>> = {},
): z.input<typeof OpenStore> => ({
  id: newId(),
  division,
  owner: 'county-depot',
  name: '县应急物资库',
  post: '物资保障组保管岗',
  openedAt: on(1, '00:00'),
  ...given,
})
export const aLot = (itemId: string, given: Partial<z.input<typeof AddLot>> = {}): z.input<typeof AddLot> => ({
  id: newId(),
  itemId,
  makerNo: `L${newId().slice(0, 8)}`,
  ...given,
})

type Kind<K extends Movement['kind']> = Extract<z.input<typeof Movement>, { kind: K }>
type Goods = { itemId: string; lotId: string }
/** So much of the base unit. */
export const some = (goods: Goods, amount: number) => ({
  itemId: goods.itemId,
  lotId: goods.lotId,
  amount: String(amount),
})
export const aReceipt = (
  storeId: string,
  goods: Goods,
  amount: number,
  given: Partial<Kind<'received'>> = {},
): Kind<'received'> => ({
  ...{ id: newId(), storeId, at: on(2), kind: 'received', account: 'bought', lines: [some(goods, amount)] },
  ...given,
})
export const aSlip = (
  storeId: string,
  goods: Goods,
  amount: number,
  given: Partial<z.input<typeof PrepareIssue>> = {},
): z.input<typeof PrepareIssue> => ({
  ...{ id: newId(), storeId, at: on(3), lines: [some(goods, amount)] },
  to: { kind: 'checkpoint', party: '雾灵山检查站' },
  ...given,
})

export interface GivenStock {
  desk: Client
  keeper: Client
  goods: Goods
  depot: string
  township: string
  town: string
  send(items: object[], client?: Client): Promise<Reply>
}
/** A depot of the county and a store of a township, one item, and what the depot received of it. */
export async function givenStock(scene: Scenario, received = 100): Promise<GivenStock> {
  const { as, county } = scene
  await scene.inside((ctx) => keepInventedDivisions(ctx))
  const town = `${county}100`
  const desk = await as.countyDesk()
  const keeper = await as.role('supplies-keeper')
  const item = anItem()
  const [depot, township] = [aStore(String(county)), aStore(town, { owner: 'township', name: '东镇防疫物资点' })]
  const goods = { itemId: item.id, lotId: item.id }
  const send = (items: object[], client = desk) => client.post('/supplies/movements/batch', { items })
  await accepted(desk.post('/supplies/items/batch', { items: [item] }))
  await accepted(desk.post('/supplies/stores/batch', { items: [depot, township] }))
  if (received > 0) await accepted(send([aReceipt(depot.id, goods, received)]))
  return { desk, keeper, goods, depot: depot.id, township: township.id, town, send }
}

/** Fails loudly when one item of a batch was refused. */
export async function accepted(reply: Promise<Reply>): Promise<Reply> {
  const done = await reply
  const refused = done.body.verdicts?.find((one: { ok: boolean }) => !one.ok)
  if (done.status !== 200 || refused) throw new Error(`refused: ${JSON.stringify(refused ?? done.body)}`)
  return done
}
