/**
 * Which rows of a table somebody may touch, said here once more and independently of the policies, so that a policy that is
 * dropped or widened is found out. A table that is not listed has a `division` and is seen by scope.
 */
export type Wall = 'scope' | 'path' | 'county' | 'secret' | 'audit' | 'job' | 'everybody'
const WALLS: Record<string, Wall> = {
  'access.authenticator': 'secret',
  'access.failed_guess': 'secret',
  'access.one_time_code': 'secret',
  'access.passkey': 'secret',
  'access.password': 'secret',
  'access.recovery_code': 'secret',
  'access.session': 'secret',
  'agency_lists.list': 'path',
  'cases.disease_profile': 'county',
  'exposures.category': 'county',
  'exposures.gathering': 'county',
  'exposures.place': 'county',
  'kernel.audit_entry': 'audit',
  'kernel.audit_inbox': 'audit',
  'kernel.county_head': 'county',
  'kernel.job': 'job',
  'people.alias': 'county',
  'people.purpose': 'everybody',
  'places.division': 'county',
  'places.division_name': 'county',
  'responsibility.duty': 'path',
  'responsibility.duty_end': 'path',
  'responsibility.post': 'path',
  'responsibility.post_end': 'path',
  'responsibility.rule': 'county',
  'responsibility.seating': 'path',
  'visits.follow_up_rule': 'county',
  'visits.question': 'county',
  'visits.questionnaire': 'county',
  'visits.round': 'path',
  'visits.round_end': 'path',
  'visits.target': 'path',
}
export const wallOf = (table: string): Wall => WALLS[table] ?? 'scope'
