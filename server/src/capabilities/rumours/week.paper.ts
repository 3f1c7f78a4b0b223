import { printNotices } from '../exchange/index.ts'
import { THEMES } from './rules.themes.ts'
import type { WeekSaid } from './week.ts'

const WORDS = {
  zh: {
    title: '群众关切与谣言应答周报',
    numbers: '本周情况',
    heard: (week: WeekSaid) =>
      `听到 ${week.items} 条(${week.signals} 次登记),新发现话题 ${week.found} 个,已答复 ${week.answered} 个`,
    verdicts: ({ verdicts }: WeekSaid) =>
      `核实:属实 ${verdicts.true} 个,不实 ${verdicts.false} 个,暂不能定 ${verdicts.unsettled} 个`,
    clocks: (week: WeekSaid) =>
      `首次答复按时 ${week.first.kept}/${week.first.due},明确结论按时 ${week.final.kept}/${week.final.due},超时未办 ${week.overdue} 个`,
    median: (hours: number | null) => (hours === null ? '本周没有答复' : `从发现到首次答复的中位时间 ${hours} 小时`),
    referred: (count: number) => `移交有关部门的事项 ${count} 件(只移交事,不移交人)`,
    themes: '关注的主题',
    fresh: '(新)',
    some: '不足 10',
    themeLine: (name: string, topics: number, items: string) => `· ${name}:${topics} 个话题,${items} 条`,
    topics: '主要话题',
    untitled: '(未定名)',
    unfiled: '未归类',
    stages: { found: '已发现', reported: '已上报', verified: '已核实', answered: '已答复', closed: '已办结' },
    verdictNames: { true: '属实', false: '不实', unsettled: '暂不能定' },
    next: '下周要说的话',
    none: '尚未写下。',
    facts: ['起止日期', '统计口径'] as const,
    basis: '满十条的话题;不记录任何人',
    by: '县舆情应答值守组',
    foot: '本报告只说话题,不含任何个人信息。',
  },
  en: {
    title: 'What people ask: the week',
    numbers: 'This week',
    heard: (week: WeekSaid) =>
      `${week.items} items heard (${week.signals} records), ${week.found} topics found, ${week.answered} answered`,
    verdicts: ({ verdicts }: WeekSaid) =>
      `Findings: ${verdicts.true} true, ${verdicts.false} false, ${verdicts.unsettled} unsettled`,
    clocks: (week: WeekSaid) =>
      `First answers in time ${week.first.kept}/${week.first.due}, settled in time ${week.final.kept}/${week.final.due}, overdue ${week.overdue}`,
    median: (hours: number | null) =>
      hours === null ? 'Nothing was answered this week' : `Median time from found to the first answer: ${hours} h`,
    referred: (count: number) => `Matters referred to other authorities: ${count} (matters, never persons)`,
    themes: 'Themes',
    fresh: ' (new)',
    some: 'fewer than 10',
    themeLine: (name: string, topics: number, items: string) => `· ${name}: topics ${topics}, items ${items}`,
    topics: 'Topics',
    untitled: '(no name yet)',
    unfiled: 'Not filed',
    stages: { found: 'found', reported: 'reported', verified: 'verified', answered: 'answered', closed: 'closed' },
    verdictNames: { true: 'true', false: 'false', unsettled: 'unsettled' },
    next: 'What to say next',
    none: 'Not written yet.',
    facts: ['From and to', 'What is counted'] as const,
    basis: 'topics of ten items or more; nobody is recorded',
    by: 'The watch of the rumour desk',
    foot: 'This report tells of topics and of no person.',
  },
} as const

export function printWeekly(week: WeekSaid, lang: 'zh' | 'en'): Buffer {
  const say = WORDS[lang]
  const nameOf = (code: string | null) => THEMES.find((one) => one.code === code)?.[lang] ?? say.unfiled
  const themes = week.themes.map(
    ({ theme, topics, items, isNew }) =>
      `${say.themeLine(nameOf(theme), topics, items === null ? say.some : String(items))}${isNew ? say.fresh : ''}`,
  )
  const topics = week.topics.map(
    ({ title, items, stage, verdict }) =>
      `· ${title ?? say.untitled}: ${items}, ${say.stages[stage]}${verdict ? `, ${say.verdictNames[verdict]}` : ''}`,
  )
  const numbers = [say.heard(week), say.verdicts(week), say.clocks(week), say.median(week.medianHoursToAnswer)]
  return printNotices({
    paper: 'a4',
    title: say.title,
    foot: say.foot,
    notices: [
      {
        lang,
        title: say.title,
        number: `${week.weekOn} — ${week.tillOn}`,
        facts: [
          [say.facts[0], `${week.weekOn} — ${week.tillOn}`],
          [say.facts[1], say.basis],
        ],
        points: [
          { head: say.numbers, lines: [...numbers, say.referred(week.referrals)] },
          { head: say.themes, lines: themes },
          { head: say.topics, lines: topics },
          { head: say.next, lines: (week.advice ?? say.none).split('\n') },
        ].filter(({ lines }) => lines.length > 0),
        code: null,
        scan: '',
        signed: [],
        by: [say.by],
      },
    ],
  })
}
