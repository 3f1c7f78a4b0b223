import type { Answer as Wire } from '@qunfang/client'
import { answerOf, api, as } from '../api.ts'
import { database, type FieldDatabase, type ReplicaRow, type StoredSession } from '../database.ts'
import { keyOf } from '../roster/lock.ts'
import { lockValue, openValue } from '../roster/personal.ts'
import { cursorKey, rememberLease } from './lease.ts'

/** The households of a cadre's own village, here without a network: docs/adr/0094. */
type Page = Wire<'/sync/replica'>
type Item = Page['items'][number]
type Given = Extract<Item, { gone: false }>
const KIND = 'household'

export interface Household {
  id: string
  plain: Given['plain']
  /** Null when the lease is over: doors can still be found by block and order. */
  personal: Given['personal'] | null
}

export const hasVillage = ({ role, division }: StoredSession): boolean =>
  role === 'village-cadre' && division.length === 12

const findCursor = async (owner: string): Promise<string | undefined> =>
  (await database.remembered.get(cursorKey(owner)))?.value as string | undefined

/** Asks until the server has nothing more. What it says is kept page by page, so a link that drops loses one page at most. */
export async function refreshVillage(session: StoredSession): Promise<'done' | 'unanswered'> {
  if (!hasVillage(session)) return 'done'
  for (;;) {
    const cursor = await findCursor(session.accountId)
    const query = { village: session.division, limit: 200, ...(cursor ? { cursor } : {}) }
    const answer = await answerOf<Page>(
      api.GET('/sync/replica', {
        params: { query },
        ...as(session.token, { 'qunfang-purpose': 'home-visit' }),
      }),
    )
    if (answer.is !== 'ok') return 'unanswered'
    await keepPage(session.accountId, answer.value)
    if (!answer.value.more) return 'done'
  }
}

/** One page and the cursor behind it in one commit: a phone that dies in between asks for the page again. */
export async function keepPage(owner: string, page: Page, db: FieldDatabase = database): Promise<void> {
  const key = keyOf(owner)
  const rows: ReplicaRow[] = []
  for (const item of page.items) {
    if (item.gone) continue
    rows.push({ owner, kind: KIND, id: item.id, plain: item.plain, locked: await lockValue(key, item.personal) })
  }
  const gone = page.items.filter((item) => item.gone).map(({ id }): [string, string, string] => [owner, KIND, id])
  await db.transaction('rw', db.replica, db.remembered, async () => {
    if (page.reset) await db.replica.where('[owner+kind]').equals([owner, KIND]).delete()
    await db.replica.bulkPut(rows)
    await db.replica.bulkDelete(gone)
    await db.remembered.put({ key: cursorKey(owner), value: page.next })
    await rememberLease(owner, Date.parse(page.leaseUntil), db)
  })
}

export async function readVillage(owner: string, db: FieldDatabase = database): Promise<Household[]> {
  const key = keyOf(owner)
  const rows = await db.replica.where('[owner+kind]').equals([owner, KIND]).toArray()
  return Promise.all(rows.map((row) => opened(key, row)))
}

export async function readHousehold(
  owner: string,
  id: string,
  db: FieldDatabase = database,
): Promise<Household | null> {
  const row = await db.replica.get([owner, KIND, id])
  return row ? opened(keyOf(owner), row) : null
}

const opened = async (key: CryptoKey, { id, plain, locked }: ReplicaRow): Promise<Household> => ({
  id,
  plain: plain as Given['plain'],
  personal: locked ? ((await openValue(key, locked)) as Given['personal']) : null,
})

export interface VillageStanding {
  households: number
  /** Households whose names are still here. */
  named: number
}
export async function villageStanding(owner: string, db: FieldDatabase = database): Promise<VillageStanding> {
  const rows = await db.replica.where('[owner+kind]').equals([owner, KIND]).toArray()
  return { households: rows.length, named: rows.filter(({ locked }) => locked !== null).length }
}
