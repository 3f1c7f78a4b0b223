import type { Tx } from '../../kernel/db.ts'
import type { Source } from './schema.ts'

/** Which of the records named are there, through what their owners publish. */
export async function findSources(tx: Tx, sources: readonly Source[]): Promise<(source: Source) => boolean> {
  const named = sources.flatMap(({ kind, ref }) => (ref === null ? [] : [{ kind, ref }]))
  if (named.length === 0) return ({ ref }) => ref === null
  const found = await tx<{ kind: string; ref: string }[]>`
    select distinct named.kind, named.ref
    from jsonb_to_recordset(${tx.json(named)}) as named (kind text, ref uuid)
    where case named.kind
      when 'exposure' then exists (
        select from exposures.published_fact f where f.county = (select kernel.app_county()) and f.id = named.ref)
      when 'screening' then exists (
        select from checkpoints.published_passage p where p.county = (select kernel.app_county()) and p.id = named.ref)
      when 'visit' then exists (
        select from visits.published_visit v where v.county = (select kernel.app_county()) and v.id = named.ref)
      when 'agency-list' then exists (
        select from agency_lists.published_answer a where a.county = (select kernel.app_county()) and a.id = named.ref)
      when 'case' then exists (
        select from cases.published_cases c where c.county = (select kernel.app_county()) and c.case_id = named.ref)
      else false end`
  const there = new Set(found.map(({ kind, ref }) => `${kind} ${ref}`))
  return ({ kind, ref }) => ref === null || there.has(`${kind} ${ref}`)
}
