import type { Tx } from '../../kernel/db.ts'
import type { Question } from './schema.questionnaires.ts'

export interface StoredQuestionnaire {
  key: string
  version: number
  zh: string
  en: string | null
  questions: Question[]
}

export interface NewQuestionnaire extends StoredQuestionnaire {
  county: number
  recordedBy: string | null
  receivedAt: Date
  digest: Buffer
}

export async function keepQuestionnaire(tx: Tx, one: NewQuestionnaire): Promise<'new' | 'again' | 'taken'> {
  const { county, key, version, zh, en, questions, digest } = one
  const kept = await tx`
    insert into visits.questionnaire (county, key, version, zh, en, recorded_by, received_at, digest)
    values (${county}, ${key}, ${version}, ${zh}, ${en}, ${one.recordedBy}, ${one.receivedAt}, ${digest}) on conflict do nothing`
  if (kept.count === 0) {
    const [there] = await tx<{ digest: Buffer }[]>`
      select digest from visits.questionnaire where county = ${county} and key = ${key} and version = ${version}`
    return there?.digest.equals(digest) ? 'again' : 'taken'
  }
  const rows = questions.map((question, nth) => ({ ...question, nth }))
  await tx`
    insert into visits.question (county, key, version, nth, link_id, within, prefix, zh, en, kind, asked, many, required, options,
      conditions, every)
    select ${county}::integer, ${key}, ${version}::integer, nth, "linkId", within, prefix, zh, en, kind, asked, many, required, options,
      "when", every
    from jsonb_to_recordset(${tx.json(rows)}) as one (nth integer, "linkId" text, within text, prefix text, zh text, en text, kind text,
      asked text, many boolean, required boolean, options jsonb, "when" jsonb, every boolean)`
  const rules = questions
    .flatMap(({ linkId, opens }) => opens.map((rule) => ({ linkId, ...rule })))
    .map((rule, nth) => ({ ...rule, nth }))
  if (rules.length > 0) {
    await tx`
      insert into visits.follow_up_rule (county, key, version, nth, link_id, operator, answer, kind, fills)
      select ${county}::integer, ${key}, ${version}::integer, nth, "linkId", operator, answer, kind, fills
      from jsonb_to_recordset(${tx.json(rules)}) as one (nth integer, "linkId" text, operator text, answer jsonb, kind text, fills jsonb)`
  }
  return 'new'
}

/** Whole versions, with their questions in order. All of them when no key is named. */
export function listVersions(
  tx: Tx,
  wanted: ReadonlyArray<{ key: string; version: number }> | null,
): Promise<StoredQuestionnaire[]> {
  const keys = (wanted ?? []).map(({ key }) => key)
  const versions = (wanted ?? []).map(({ version }) => version)
  return tx<StoredQuestionnaire[]>`
    select q.key, q.version, q.zh, q.en, (
      select jsonb_agg(jsonb_build_object('linkId', n.link_id, 'within', n.within, 'prefix', n.prefix, 'zh', n.zh, 'en', n.en,
        'kind', n.kind, 'asked', n.asked, 'many', n.many, 'required', n.required, 'options', n.options, 'when', n.conditions,
        'every', n.every, 'opens', coalesce((
          select jsonb_agg(jsonb_build_object('operator', f.operator, 'answer', f.answer, 'kind', f.kind, 'fills', f.fills)
            order by f.nth)
          from visits.follow_up_rule f where f.county = n.county and f.key = n.key and f.version = n.version
            and f.link_id = n.link_id), '[]')) order by n.nth)
      from visits.question n where n.county = q.county and n.key = q.key and n.version = q.version) as questions
    from visits.questionnaire q
    where q.county = (select kernel.app_county())
      ${wanted ? tx`and (q.key, q.version) in (select * from unnest(${keys}::text[], ${versions}::integer[]))` : tx``}
    order by q.key, q.version`.execute()
}

export interface VersionLine {
  key: string
  version: number
  zh: string
  en: string | null
  of: 'homes' | 'places'
  questions: number
}
export function listVersionLines(tx: Tx): Promise<VersionLine[]> {
  return tx<VersionLine[]>`
    select q.key, q.version, q.zh, q.en, (select count(*)::integer from visits.question n
      where n.county = q.county and n.key = q.key and n.version = q.version and n.kind not in ('group', 'note')) as questions,
      case when exists (select from visits.question n where n.county = q.county and n.key = q.key and n.version = q.version
        and n.asked = 'place') then 'places' else 'homes' end as of
    from visits.questionnaire q where q.county = (select kernel.app_county()) order by q.key, q.version`.execute()
}
