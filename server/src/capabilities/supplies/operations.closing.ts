import { isAgain, keepNew, originOf } from '../../kernel/facts.ts'
import { announce } from '../../kernel/feed.ts'
import { type Ctx, operation } from '../../kernel/operation.ts'
import { isAhead } from '../places/rules.clock.ts'
import { mayOpenStore } from './policy.ts'
import { outOfTime, storeClosed, storeInUse, storeUnknown } from './problems.ts'
import { CloseStore, Kept } from './schema.ts'
import { findStores } from './sql.catalogue.ts'
import { findInUse } from './sql.closing.ts'
import { lockLedger } from './sql.ledger.ts'

async function getStore({ tx }: Ctx, { storeId }: { storeId: string }) {
  const store = (await findStores(tx, [storeId])).get(storeId)
  if (!store) throw storeUnknown({ id: storeId })
  return store
}

/** Given up for good: it is empty, nothing is on its way, and from here on nothing is written of it. */
export const closeStore = operation({
  name: 'supplies.store.close',
  summary: { zh: '停用库点', en: 'Give a store up' },
  kind: 'write',
  input: CloseStore,
  output: Kept,
  load: getStore,
  allow: (actor, { division }) => mayOpenStore(actor, division),
  async run(ctx, input, { division }) {
    const { id, storeId, why } = input
    // Whoever moves goods takes the same lock, so nothing comes in while it is looked at.
    await lockLedger(ctx)
    if (await isAgain(ctx, 'supplies.store_closing', input)) return { id, arrival: 'again' as const }
    const store = await getStore(ctx, input)
    if (store.closedAt) throw storeClosed({ name: store.name })
    const at = new Date(input.at)
    const { lots, underWay, slips, lastAt } = await findInUse(ctx.tx, storeId)
    if (isAhead(at, ctx.now) || at < (lastAt ?? store.openedAt)) throw outOfTime({ at: input.at })
    if (lots + underWay + slips > 0) throw storeInUse({ lots, underWay, slips })
    await keepNew(ctx, 'supplies.store_closing', { ...originOf(ctx, { division }, input), store_id: storeId, at, why })
    announce(ctx, [{ kind: 'store', division, ids: [storeId] }])
    return { id, arrival: 'new' as const }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.storeId,
    division: loaded.division,
    note: { arrival: output.arrival },
  }),
})
