import type { Tx } from '../../kernel/db.ts'

/** Whoever shares a sound and a birthday with more people than this is held against so many of them, not against all. */
export const ALIKE_MAX = 20

export interface NewToken {
  personId: string
  division: string
  found: readonly bigint[]
  alike: readonly bigint[]
}

/** What persons are found by from now on; and whom they look like is noted. */
export async function keepTokens(tx: Tx, county: number, notedAt: Date, given: readonly NewToken[]): Promise<void> {
  const of = (pick: (one: NewToken) => readonly bigint[]) =>
    given.flatMap((one) => pick(one).map((token) => ({ token: String(token), ...one })))
  const all = of(({ found, alike }) => [...found, ...alike])
  const alike = of((one) => one.alike)
  if (all.length === 0) return
  await Promise.all([
    tx`
      insert into people.search_token (county, token, division, person_id)
      select ${county}, token, division, person_id
      from unnest(${all.map(({ token }) => token)}::bigint[], ${all.map(({ division }) => division)}::text[],
        ${all.map(({ personId }) => personId)}::uuid[]) as one (token, division, person_id)
      on conflict do nothing`.execute(),
    alike.length > 0 &&
      tx`
      insert into people.likeness (county, one_id, other_id, division, noted_at)
      select ${county}, least(mine.person_id, other.person_id), greatest(mine.person_id, other.person_id), mine.division, ${notedAt}
      from people.alike(${alike.map(({ token }) => token)}::bigint[], ${ALIKE_MAX}) other
      join unnest(${alike.map(({ token }) => token)}::bigint[], ${alike.map(({ division }) => division)}::text[],
        ${alike.map(({ personId }) => personId)}::uuid[]) as mine (token, division, person_id)
        on mine.token = other.token and mine.person_id <> other.person_id
      on conflict do nothing`.execute(),
  ])
}

export interface FoundRow {
  division: string
  personId: string
}

/**
 * Those who have one token of each term, in the order of divisions. The first term leads, so it should be the rarest; the others
 * are looked up for whoever it finds.
 */
export function listFound(
  tx: Tx,
  terms: ReadonlyArray<readonly bigint[]>,
  filter: { division?: string | undefined; after: { division: string; personId: string } | null; limit: number },
): Promise<FoundRow[]> {
  const [lead = [], ...others] = terms.map((tokens) => tokens.map(String))
  const { division, after, limit } = filter
  const also = others.reduce(
    (so, tokens) => tx`${so} and exists (
      select from people.search_token other where other.county = lead.county and other.token = any (${tokens}::bigint[])
        and other.division = lead.division and other.person_id = lead.person_id)`,
    tx``,
  )
  // Of each token no more is read than a page holds, in its own order: a tail that a thousand people share costs what one of ten does.
  const part = (token: string) => tx`(
    select lead.division, lead.person_id from people.search_token lead
    where lead.county = (select kernel.app_county()) and lead.token = ${token}::bigint ${also}
      ${division ? tx`and lead.division >= ${division} and lead.division < ${`${division}:`}` : tx``}
      ${after ? tx`and (lead.division, lead.person_id) > (${after.division}, ${after.personId}::uuid)` : tx``}
    order by lead.division, lead.person_id limit ${limit})`
  const [first = '0', ...more] = lead
  const found = more.reduce((so, token) => tx`${so} union ${part(token)}`, part(first))
  return tx<FoundRow[]>`
    select found.division, found.person_id as "personId" from (${found}) found
    order by found.division, found.person_id limit ${limit}`.execute()
}

export interface HomeRow {
  personId: string
  householdId: string
  division: string
  block: string | null
  relation: string
}

/** Where these persons live now, as far as the reader's area goes. */
export async function listHomes(tx: Tx, personIds: readonly string[]): Promise<Map<string, HomeRow>> {
  if (personIds.length === 0) return new Map()
  const rows = await tx<HomeRow[]>`
    select lives.person_id as "personId", lives.household_id as "householdId", lives.division, home.block, lives.relation
    from people.membership lives
    left join people.published_household home on home.county = lives.county and home.id = lives.household_id
    where lives.county = (select kernel.app_county()) and lives.person_id = any (${[...personIds]}::uuid[])
      and not exists (
        select from people.membership_end gone where gone.county = lives.county and gone.membership_id = lives.id)`
  return new Map(rows.map((row) => [row.personId, row]))
}

/** Every id that stands for the same person as this one, itself included. */
export async function listGroup(tx: Tx, personId: string): Promise<{ nowId: string; ids: string[] }> {
  const [row] = await tx<{ nowId: string; ids: string[] }[]>`
    select led.id as "nowId", array(
      select led.id union select alias.id from people.published_alias alias
      where alias.county = (select kernel.app_county()) and alias.now_id = led.id) as ids
    from (select coalesce((
      select alias.now_id from people.published_alias alias
      where alias.county = (select kernel.app_county()) and alias.id = ${personId}), ${personId}::uuid) as id) led`
  return row ?? { nowId: personId, ids: [personId] }
}
