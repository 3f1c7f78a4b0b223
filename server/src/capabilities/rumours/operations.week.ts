import { type Ctx, operation } from '../../kernel/operation.ts'
import { mayRead } from './policy.ts'
import { AskWeek, PrintWeek, Week, WeekFile } from './schema.ts'
import { momentOf } from './topics.ts'
import { printWeekly } from './week.paper.ts'
import { weekEnding, weekOf } from './week.ts'

const nowThere = (ctx: Ctx) => momentOf(ctx, {})

export const readWeek = operation({
  name: 'rumours.week.read',
  summary: {
    zh: '一周的关切:主题、范围、时限、下一步',
    en: 'What a week brought: themes, reach, clocks kept, what to say next',
  },
  kind: 'read',
  apart: true,
  input: AskWeek,
  output: Week,
  load: nowThere,
  allow: (actor) => mayRead(actor),
  run: (ctx, { weekOn }, { moment }) => weekOf(ctx, weekOn ?? weekEnding(moment), moment),
  audit: () => null,
})

export const printWeek = operation({
  name: 'rumours.week.print',
  summary: { zh: '打印周报', en: 'The weekly report as a PDF' },
  kind: 'read',
  apart: true,
  input: PrintWeek,
  output: WeekFile,
  load: nowThere,
  allow: (actor) => mayRead(actor),
  async run(ctx, { weekOn, lang }, { moment }) {
    const week = await weekOf(ctx, weekOn, moment)
    return {
      fileName: `${weekOn}${lang === 'zh' ? '舆情应答周报' : ' week of the rumour desk'}.pdf`,
      type: 'application/pdf',
      content: printWeekly(week, lang).toString('base64'),
    }
  },
  audit: () => null,
})
