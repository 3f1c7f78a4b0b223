import type { BODY_KINDS, MEMBER_ROLES } from './rules.organisation.ts'

type Kind = (typeof BODY_KINDS)[number]
type MemberRole = (typeof MEMBER_ROLES)[number]
interface Words {
  chart: string
  contacts: string
  kind: Record<Kind, string>
  role: Record<MemberRole, string>
  vacant: string
  heads: string[]
  duty: string
  asOf(moment: string): string
}

/** What stands on the chart and on the sheet of whom to call, besides what the county itself said. */
export const organisationWords: Record<'zh' | 'en', Words> = {
  zh: {
    chart: '疫情防控组织架构',
    contacts: '疫情防控联系表',
    kind: {
      'leading-group': '领导小组',
      office: '办公室',
      'special-group': '专项组',
      'task-force': '工作专班',
      'site-command': '现场指挥部',
    },
    role: { head: '组长', deputy: '副组长', member: '成员', liaison: '联络员' },
    vacant: '(空缺)',
    heads: ['组', '组内', '岗位', '姓名', '电话'],
    duty: '值班',
    asOf: (moment) => `截至 ${moment}`,
  },
  en: {
    chart: 'Organisation of the epidemic command',
    contacts: 'Whom to call',
    kind: {
      'leading-group': 'Leading group',
      office: 'Office',
      'special-group': 'Special groups',
      'task-force': 'Task forces',
      'site-command': 'Commands of sites',
    },
    role: { head: 'Head', deputy: 'Deputy', member: 'Member', liaison: 'Liaison' },
    vacant: '(vacant)',
    heads: ['Group', 'Role', 'Post', 'Name', 'Telephone'],
    duty: 'On duty',
    asOf: (moment) => `As of ${moment}`,
  },
}
