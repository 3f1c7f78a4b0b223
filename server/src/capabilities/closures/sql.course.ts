import type { Tx } from '../../kernel/db.ts'
import type { Condition } from './rules.ts'

export interface Application {
  id: string
  subjectId: string
  division: string
  at: Date
  /** Of the last look at the place. */
  checkedAt: Date | null
  passed: boolean | null
  decidedAt: Date | null
}
export const findApplication = async (tx: Tx, id: string): Promise<Application | null> =>
  (
    await tx<Application[]>`
      select p.id, p.subject_id as "subjectId", p.division, p.at, k.at as "checkedAt", k.passed, d.at as "decidedAt"
      from closures.application p
      left join lateral (select k.at, k.passed from closures.application_check k where k.county = p.county and k.application_id = p.id
        order by k.at desc, k.received_at desc, k.id desc limit 1) k on true
      left join closures.application_decision d on d.county = p.county and d.application_id = p.id
      where p.county = (select kernel.app_county()) and p.id = ${id}`
  )[0] ?? null

export interface Appeal {
  id: string
  orderId: string
  subjectId: string
  division: string
  at: Date
  decided: boolean
}
export const findAppeal = async (tx: Tx, id: string): Promise<Appeal | null> =>
  (
    await tx<Appeal[]>`
      select a.id, a.order_id as "orderId", a.subject_id as "subjectId", a.division, a.at, d.id is not null as decided
      from closures.appeal a left join closures.appeal_decision d on d.county = a.county and d.appeal_id = a.id
      where a.county = (select kernel.app_county()) and a.id = ${id}`
  )[0] ?? null

export interface StoredAct {
  type: 'inspected' | 'applied' | 'checked' | 'decided' | 'appealed' | 'answered' | 'gone'
  id: string
  at: Date
  by: string | null
  outcome: string | null
  words: string | null
  met: Condition[] | null
  /** The appeal or application it belongs to. */
  of: string | null
}
/** Everything that happened to one subject, the latest first. */
export const listSubjectActs = (tx: Tx, subjectId: string) => tx<StoredAct[]>`
  select 'inspected' as type, i.id, i.at, i.inspector as by, i.found as outcome, i.action as words, null::text[] as met, null::uuid as of
  from closures.inspection i where i.county = (select kernel.app_county()) and i.subject_id = ${subjectId}
  union all select 'applied', p.id, p.at, null, null, null, null, p.id
  from closures.application p where p.county = (select kernel.app_county()) and p.subject_id = ${subjectId}
  union all select 'checked', k.id, k.at, k.inspector, case when k.passed then 'passed' else 'failed' end, null, k.met, p.id
  from closures.application p join closures.application_check k on k.county = p.county and k.application_id = p.id
  where p.county = (select kernel.app_county()) and p.subject_id = ${subjectId}
  union all select 'decided', d.id, d.at, d.decider, case when d.granted then 'granted' else 'refused' end, d.reason, null, p.id
  from closures.application p join closures.application_decision d on d.county = p.county and d.application_id = p.id
  where p.county = (select kernel.app_county()) and p.subject_id = ${subjectId}
  union all select 'appealed', a.id, a.at, null, null, a.letter_no, null, a.id
  from closures.appeal a where a.county = (select kernel.app_county()) and a.subject_id = ${subjectId}
  union all select 'answered', d.id, d.at, d.decider, d.outcome, d.reason, null, a.id
  from closures.appeal a join closures.appeal_decision d on d.county = a.county and d.appeal_id = a.id
  where a.county = (select kernel.app_county()) and a.subject_id = ${subjectId}
  union all select 'gone', e.id, e.at, null, e.why, null, null, null
  from closures.subject_end e where e.county = (select kernel.app_county()) and e.subject_id = ${subjectId}
  order by at desc, id desc limit 300`
