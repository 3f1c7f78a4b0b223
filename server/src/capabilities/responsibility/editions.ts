import type { Dated, PostKind, TeamRule } from './rules.ts'

const SINCE = '2020-01-01'
const ALIVE_HOURS = 72

type Norm = Partial<Pick<PostKind, 'usual' | 'most' | 'silentAfterHours'>>
const kind = (code: string, zh: string, en: string, rank: PostKind['rank'], norm: Norm = {}): Dated<PostKind> => ({
  since: SINCE,
  body: { code, zh, en, rank, usual: null, most: null, silentAfterHours: ALIVE_HOURS, ...norm },
})

/** What a county begins with. Its own dated rules come on top; one with the same code takes the place of one of these. */
export const firstKinds: readonly Dated<PostKind>[] = [
  kind('county-leader', '包乡镇县领导', 'County leader', 'county'),
  kind('township-leader', '包村乡镇领导', 'Township leader', 'township'),
  kind('village-cadre', '村(社区)干部', 'Village or community cadre', 'village'),
  kind('group-leader', '社区小组长(片长)', 'Group leader', 'village'),
  kind('volunteer', '包户志愿者', 'Volunteer', 'household', { usual: 30, most: 45 }),
  kind('resident-cadre', '管楼包户机关干部', 'Cadre answering for a stairwell', 'household', { usual: 12, most: 60 }),
  kind('household-cadre', '包户干部', 'Cadre answering for households', 'household', { usual: 25, most: 60 }),
  kind('posted-department', '派驻机关干部', 'Staff posted by a department', 'beside'),
  kind('posted-community', '社区街道派驻人员', 'Staff posted by a community', 'beside'),
  kind('grid-worker', '网格员', 'Grid worker', 'beside'),
  kind('police', '派出所民警', 'Police officer', 'beside'),
  kind('health-worker', '卫生防疫人员', 'Health worker', 'beside'),
  kind('site-command', '集中医学观察工作指挥部', 'Command of central isolation', 'beside'),
  kind('site-party', '指挥部临时党委', 'Party committee of the command', 'beside'),
  kind('site-medical', '医学观察组', 'Medical group of a site', 'beside'),
  kind('site-disinfection', '消杀组', 'Disinfection group of a site', 'beside'),
  kind('site-transport', '人员转运组', 'Transport group of a site', 'beside'),
  kind('site-care', '生活保障与心理疏导组', 'Care group of a site', 'beside'),
  kind('command-head', '领导小组组长', 'Head of a leading group', 'beside'),
  kind('command-member', '领导小组和专项组成员', 'Member of the command', 'beside'),
  kind('command-office', '防控办', 'Office of the command', 'beside'),
  kind('command-duty', '防控办值班', 'On duty in the office', 'beside'),
]

const role = (code: string, zh: string, en: string, kinds: string[], least = 1) => ({
  role: code,
  zh,
  en,
  kinds,
  least,
})
const cadre = role('cadre', '村(社区)干部', 'Village or community cadre', ['village-cadre', 'group-leader'])
const police = role('police', '派出所民警', 'Police officer', ['police'])
const health = role('health', '卫生防疫人员', 'Health worker', ['health-worker'])

export const firstTeams: readonly Dated<TeamRule>[] = [
  { since: SINCE, body: { code: 'three-on-one', zh: '三包一', en: 'Three on one', roles: [cadre, police, health] } },
  {
    since: SINCE,
    body: {
      code: 'five-on-one',
      zh: '五包一',
      en: 'Five on one',
      roles: [
        cadre,
        role('grid', '网格员', 'Grid worker', ['grid-worker', 'household-cadre', 'resident-cadre']),
        health,
        police,
        role('volunteer', '志愿者', 'Volunteer', ['volunteer']),
      ],
    },
  },
]
