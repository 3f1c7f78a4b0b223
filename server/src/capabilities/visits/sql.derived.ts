import type { Tx } from '../../kernel/db.ts'
import type { Derivation } from '../../kernel/feed.ts'
import { FOLLOWED_UP, keepProgress, ROUND_CALLED, VISITED } from './sql.progress.ts'

const AT_ONCE = 5_000

async function derive(tx: Tx, county: number): Promise<void> {
  const entry = { county, seq: 0, announcedAt: new Date(0) }
  const keep = (kind: string, ids: string[], division = `${county}`) => ({ ...entry, kind, division, ids })
  const villages = await tx<{ division: string }[]>`
    select distinct division from people.published_dwelling where county = ${county} order by 1`
  const rounds = await tx<{ id: string }[]>`select id from visits.round where county = ${county} order by id`
  await keepProgress(tx, county, [
    ...villages.map(({ division }) => keep('household', [], division)),
    keep(
      ROUND_CALLED,
      rounds.map(({ id }) => id),
    ),
  ])
  for (const [kind, table] of [
    [VISITED, 'visits.visit'],
    [FOLLOWED_UP, 'visits.follow_up'],
  ] as const) {
    const all = await tx<{ id: string }[]>`select id from ${tx(table)} where county = ${county} order by id`
    for (let at = 0; at < all.length; at += AT_ONCE) {
      const ids = all.slice(at, at + AT_ONCE).map(({ id }) => id)
      await keepProgress(tx, county, [keep(kind, ids)])
    }
  }
}

const COUNTED = 'met <> 0 or phone <> 0 or notice <> 0 or nobody <> 0 or sealed <> 0 or refused <> 0'

export const derivedProgress: Derivation = {
  tables: {
    'visits.homes_of_village': null,
    'visits.homes_of_block': null,
    'visits.home_now': null,
    'visits.step': null,
    // What was counted and taken back again stays as nothing.
    'visits.count_of_village': COUNTED,
    'visits.count_of_block': COUNTED,
    'visits.follow_up_open': null,
  },
  how: {
    zh: '各轮入户、敲门结果、住户与后续:每户在每一轮的状态和各村各栋的进度',
    en: 'rounds, what was found at each door, where households live, and follow-ups: how each home stands and how far each village is',
  },
  derive,
}
