import { originOf } from '../../kernel/facts.ts'
import { type Actor, type Ctx, cursorOf, operation, positionOf } from '../../kernel/operation.ts'
import { countyMoment } from '../retention/index.ts'
import { findGoods, move, openShelves } from './ledger.ts'
import { keepMovements, SAYS_NOTHING, timeProblem } from './operations.movements.ts'
import { mayKeep, mayRead, onlyStoreOf } from './policy.ts'
import { alreadyReversed, hasArrived, movementUnknown, outOfTime } from './problems.ts'
import { ListMovements, MovementPage, ReverseMovement } from './schema.movements.ts'
import { Kept } from './schema.ts'
import { lineRows } from './showing.ts'
import { findStores, type Store } from './sql.catalogue.ts'
import { findConsignments, findKept, lockLedger } from './sql.ledger.ts'
import { findMovement, listMovementRows, listStoreLegs, type Movement } from './sql.movements.ts'

/** The whole of a movement, once, by a movement of its own: what was written stays. */
export const reverseMovement = operation({
  name: 'supplies.movement.reverse',
  summary: { zh: '冲销一笔收发', en: 'Book a movement back' },
  kind: 'write',
  input: ReverseMovement,
  output: Kept,
  async load(ctx: Ctx, { movementId }) {
    await lockLedger(ctx)
    const movement = await findMovement(ctx.tx, movementId)
    const store = movement && (await findStores(ctx.tx, [movement.storeId])).get(movement.storeId)
    if (!movement || !store) throw movementUnknown({ id: movementId })
    return { movement, store }
  },
  allow: (actor: Actor, { store }: { movement: Movement; store: Store }) => mayKeep(actor, store),
  async run(ctx, input, { movement, store }) {
    const at = new Date(input.at)
    const isKept = (await findKept(ctx.tx, 'supplies.movement', [input.id])).has(input.id)
    if (!isKept) await refuseReversal(ctx, at, movement, store)
    const said = { ...SAYS_NOTHING, reverses_id: movement.id, why: input.why, party: movement.party }
    const row = { store_id: store.id, kind: 'reversed', account: 'reversed', at, lines: ctx.tx.json([]), ...said }
    const [verdict] = await keepMovements(ctx, [input], [{ row: { ...originOf(ctx, store, input), ...row }, isKept }])
    if (!verdict?.ok) throw verdict?.problem ?? movementUnknown({ id: movement.id })
    return verdict.value
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.movementId,
    division: loaded.store.division,
    note: { reversal: input.id, arrival: output.arrival },
  }),
})

async function refuseReversal(ctx: Ctx, at: Date, movement: Movement, store: Store): Promise<void> {
  if (movement.kind === 'reversed' || movement.reversedBy) throw alreadyReversed()
  const problem = timeProblem(store, at, ctx.now) ?? (at < movement.at ? outOfTime({ at: at.toISOString() }) : null)
  if (problem) throw problem
  if (movement.kind === 'sent' && (await findConsignments(ctx.tx, [movement.id])).get(movement.id)?.endedAt)
    throw hasArrived()
  const legs = await listStoreLegs(ctx.tx, movement.id)
  const asked = legs.map(({ itemId, lotId }) => ({ storeId: store.id, itemId, lotId, since: at }))
  const shelves = await openShelves(ctx, asked)
  const goods = await findGoods(
    ctx,
    legs.map((leg) => ({ ...leg, amount: '0', packId: null })),
  )
  const lines = legs.map(({ itemId, lotId, quantity }) => ({ item: itemId, lot: lotId, quantity: -quantity }))
  const missing = move(shelves, goods, { storeId: store.id, at, lines })
  if (missing) throw missing
}

export const listMovements = operation({
  name: 'supplies.movement.list',
  summary: { zh: '收发记录', en: 'Movements' },
  kind: 'read',
  input: ListMovements,
  output: MovementPage,
  allow: mayRead,
  async run(ctx, { storeId, kind, asOf, after, limit }) {
    const moment = asOf ? new Date(asOf) : await countyMoment(ctx)
    const only = onlyStoreOf(ctx.actor) ?? storeId ?? null
    const query = { storeId: only, kind: kind ?? null, moment, before: positionOf(after), limit }
    const rows = await listMovementRows(ctx.tx, query)
    const items = rows.map(({ division: _, ...row }) => ({
      ...row,
      kind: row.kind as 'received',
      at: row.at.toISOString(),
      receivedAt: row.receivedAt.toISOString(),
      lines: lineRows(row.lines),
    }))
    return { items, next: cursorOf(rows, limit, (row) => row) }
  },
  audit: () => null,
})
