import type { Tx } from '../../kernel/db.ts'
import type { Derivation } from '../../kernel/feed.ts'
import { keepStanding, POST_CHANGED } from './sql.standing.ts'

async function derive(tx: Tx, county: number): Promise<void> {
  const posts = await tx<{ id: string }[]>`select id from responsibility.post where county = ${county} order by id`
  const villages = await tx<{ division: string }[]>`
    select distinct division from people.published_dwelling where county = ${county} order by 1`
  const entry = { county, seq: 0, announcedAt: new Date(0) }
  await keepStanding(tx, county, [
    { ...entry, kind: POST_CHANGED, division: `${county}`, ids: posts.map(({ id }) => id) },
    ...villages.map(({ division }) => ({ ...entry, kind: 'household', division, ids: [] })),
  ])
}

export const derivedStanding: Derivation = {
  tables: {
    'responsibility.standing_of_village': null,
    'responsibility.standing_of_block': null,
    'responsibility.load': null,
    'responsibility.post_now': null,
    'responsibility.standing_of_kind': null,
  },
  how: {
    zh: '岗位、在岗、责任范围与住户:谁包着谁,各负责多少户',
    en: 'posts, who sits on them, what they answer for and where households live: who is covered, and how many each answers for',
  },
  derive,
}
