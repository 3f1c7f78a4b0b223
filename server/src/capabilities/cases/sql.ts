import type { Json, Tx } from '../../kernel/db.ts'
import type { DiseaseProfile } from './rules.ts'

export function listKept(tx: Tx): Promise<DiseaseProfile[]> {
  return tx<DiseaseProfile[]>`
    select code, disease, zh, en, to_char(valid_from, 'YYYY-MM-DD') as "validFrom", to_char(valid_to, 'YYYY-MM-DD') as "validTo", body
    from cases.published_editions where county = (select kernel.app_county()) order by disease, valid_from, code`.execute()
}

export async function keepProfiles(
  tx: Tx,
  county: number,
  receivedAt: Date,
  profiles: readonly DiseaseProfile[],
): Promise<number> {
  const rows = profiles.map(({ code, disease, zh, en, validFrom, validTo, body }) => ({
    county,
    code,
    disease,
    zh,
    en,
    valid_from: validFrom,
    valid_to: validTo,
    body: tx.json(body as unknown as Json),
    received_at: receivedAt,
  }))
  const made = await tx`insert into cases.disease_profile ${tx(rows)} on conflict do nothing`
  return made.count
}
