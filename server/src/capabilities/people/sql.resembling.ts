import type { Tx } from '../../kernel/db.ts'

export interface SoughtToken {
  nth: number
  token: bigint
  /** Everybody in the reader's area when it is empty. */
  division: string
}

/** A name that more people of one township carry, or a phone that more give, tells nobody apart. */
export const NAMESAKES_MAX = 60

/** Whom each token finds, in the order of the tokens; `nth` says for whom it was asked. */
export function listByTokens(
  tx: Tx,
  sought: readonly SoughtToken[],
): Promise<Array<{ nth: number; personId: string }>> {
  return tx<Array<{ nth: number; personId: string }>>`
    select wanted.nth, found.person_id as "personId"
    from unnest(${sought.map(({ nth }) => nth)}::integer[], ${sought.map(({ token }) => String(token))}::bigint[],
      ${sought.map(({ division }) => division)}::text[], ${sought.map(({ division }) => `${division}:`)}::text[])
      with ordinality as wanted (nth, token, low, high, place)
    cross join lateral (
      select held.person_id from people.search_token held
      where held.county = (select kernel.app_county()) and held.token = wanted.token
        and held.division >= wanted.low and held.division < wanted.high
      limit ${NAMESAKES_MAX}) found
    order by wanted.place`.execute()
}
