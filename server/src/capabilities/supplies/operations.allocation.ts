import { operation } from '../../kernel/operation.ts'
import { nameOfDivisions } from '../places/index.ts'
import { countyMoment } from '../retention/index.ts'
import { solve } from './allocation.ts'
import { mayKeep } from './policy.ts'
import { nobodyAsks } from './problems.requests.ts'
import { itemUnknown, storeUnknown } from './problems.ts'
import { becauseOf, type Given, propose, type Wish } from './rules.allocation.ts'
import { AskProposal, Proposal } from './schema.requests.ts'
import { findItems, findStores, type Store } from './sql.catalogue.ts'
import { listWaiting, type Request, stockOfItem } from './sql.requests.ts'

/** What one proposal takes; more than a county's townships and villages that ask for one thing at a time. */
const MOST = 300

/** Says who would get how much and why. Nothing is kept, and nobody gets anything by it. */
export const proposeAllocation = operation({
  name: 'supplies.allocation.propose',
  summary: { zh: '紧缺时的分配建议', en: 'Propose how to share what is not enough' },
  kind: 'read',
  input: AskProposal,
  output: Proposal,
  async load({ tx }, { storeId }) {
    const store = (await findStores(tx, [storeId])).get(storeId)
    if (!store) throw storeUnknown({ id: storeId })
    return store
  },
  allow: (actor, store: Store) => mayKeep(actor, store),
  async run(ctx, { itemId, storeId, keep, step, first, second, floorPercent }) {
    const { tx } = ctx
    const moment = await countyMoment(ctx)
    const item = (await findItems(tx, [itemId])).get(itemId)
    if (!item) throw itemUnknown({ id: itemId })
    const waiting = await listWaiting(tx, moment, itemId, MOST + 1)
    const taken = waiting.slice(0, MOST)
    if (taken.length === 0) throw nobodyAsks()
    const inStore = await stockOfItem(tx, storeId, itemId, moment)
    const toGive = Math.max(0, inStore - keep)
    const rankOf = ({ purpose }: Request) => (first.includes(purpose) ? 1 : second.includes(purpose) ? 2 : 3)
    const wishes = taken.map((request): Wish => {
      const wanted = request.quantity - request.allotted
      return { id: request.id, rank: rankOf(request), wanted, floor: Math.ceil((wanted * floorPercent) / 100) }
    })
    const given = await propose(solve, wishes, toGive, step)
    const names = await nameOfDivisions(tx)
    const rows = taken.map((request, nth) => {
      const [wish, own] = [wishes[nth] as Wish, given[nth] as Given]
      const { id: requestId, storeName, division, purpose } = request
      const of = { requestId, storeName, divisionName: names.get(division) ?? division, purpose }
      return { ...of, rank: wish.rank, wanted: wish.wanted, quantity: own.quantity, ...becauseOf(wish, own) }
    })
    const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0)
    const left = inStore - sum(({ quantity }) => quantity)
    const about = { itemId, itemName: item.name, unit: item.unit, asOf: moment.toISOString(), inStore, toGive }
    return { ...about, wanted: sum(({ wanted }) => wanted), rows, left, more: waiting.length > MOST }
  },
  audit: () => null,
})
