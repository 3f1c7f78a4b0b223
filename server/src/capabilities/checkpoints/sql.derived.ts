import type { Tx } from '../../kernel/db.ts'
import type { Derivation } from '../../kernel/feed.ts'
import { countSettled } from './sql.counts.ts'

const AT_ONCE = 20_000
const NO_ID = '00000000-0000-0000-0000-000000000000'

/** Facts in the order of their ids, so many at a time: what they add does not depend on the order. */
async function inPages(
  page: (after: string) => PromiseLike<Array<{ id: string }>>,
  work: (ids: string[]) => Promise<void>,
): Promise<void> {
  for (let after: string | undefined = NO_ID; after; ) {
    const ids: string[] = (await page(after)).map(({ id }) => id)
    if (ids.length > 0) await work(ids)
    after = ids.length === AT_ONCE ? ids.at(-1) : undefined
  }
}

async function derive(tx: Tx, county: number): Promise<void> {
  const count = (kind: string) => (ids: string[]) =>
    countSettled(tx, county, [{ county, seq: 0, kind, division: `${county}`, ids, announcedAt: new Date(0) }])
  await inPages(
    (after) => tx<{ id: string }[]>`
      select id from checkpoints.passage where county = ${county} and id > ${after}::uuid order by id limit ${AT_ONCE}`,
    count('passage'),
  )
  await inPages(
    (after) => tx<{ id: string }[]>`
      select id from checkpoints.tally where county = ${county} and id > ${after}::uuid order by id limit ${AT_ONCE}`,
    count('tally'),
  )
  await inPages(
    (after) => tx<{ id: string }[]>`
      select distinct passage_id as id from checkpoints.passage_correction
      where county = ${county} and passage_id > ${after}::uuid order by 1 limit ${AT_ONCE}`,
    count('passage-correction'),
  )
}

export const derivedCounts: Derivation = {
  tables: {
    'checkpoints.count_by_minute': null,
    'checkpoints.count_by_hour': null,
    'checkpoints.count_by_day': null,
    'checkpoints.counted': null,
  },
  how: {
    zh: '过卡、计数与更正,按分、时、日相加',
    en: 'passages, tallies and corrections, added up by minute, hour and day',
  },
  derive,
}
