import type { Ctx } from '../../kernel/operation.ts'
import { within } from '../../kernel/operation.ts'
import { nameAccounts } from '../access/index.ts'
import { listMet } from '../people/index.ts'
import type { AnsweringPost, Holder } from './schema.ts'
import type { AnsweringRow, Held } from './sql.posts.ts'

export function holderOf({ accountId, personId }: Held): Holder | null {
  if (accountId) return { kind: 'account', id: accountId }
  return personId ? { kind: 'person', id: personId } : null
}

export const heldBy = (holder: Holder | null) => ({
  account_id: holder?.kind === 'account' ? holder.id : null,
  person_id: holder?.kind === 'person' ? holder.id : null,
})

/** Those who can be seated: people the county has met, and accounts of the caller's own area. */
export async function findHolders(ctx: Ctx, holders: readonly (Holder | null)[]): Promise<Set<string>> {
  const of = (kind: Holder['kind']) => [...new Set(holders.flatMap((one) => (one?.kind === kind ? [one.id] : [])))]
  const persons = of('person')
  const known = persons.length > 0 ? [...(await listMet(ctx.tx, persons))] : []
  const accounts = await nameAccounts(ctx, of('account'))
  const own = [...accounts].flatMap(([id, { division }]) => (within(ctx.actor, division) ? [id] : []))
  return new Set([...known, ...own])
}

/** Accounts have names that work is done under; a person's stays sealed and is shown where a purpose is given. */
export async function accountNames(ctx: Ctx, rows: readonly Held[]): Promise<(row: Held) => string | null> {
  const names = await nameAccounts(
    ctx,
    rows.flatMap(({ accountId }) => accountId ?? []),
  )
  return ({ accountId }) => (accountId ? (names.get(accountId)?.name ?? null) : null)
}

export const answeringPost = (row: AnsweringRow, nameOf: (row: Held) => string | null): AnsweringPost => ({
  postId: row.postId,
  kind: row.kind,
  title: row.title,
  division: row.division,
  holder: holderOf(row),
  holderName: nameOf(row),
})
