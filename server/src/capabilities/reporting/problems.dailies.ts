import { refusal } from '../../kernel/problem.ts'

export const formMissing = refusal<{ day: string }>('reporting.daily-form-missing', 422, 'never', {
  zh: '县里还没有设定 {day} 的日报内容。请县防控办先设定。',
  en: 'The county has not said what is reported on {day}. The desk sets it first.',
})
export const notAsAsked = refusal<{ figures: string }>('reporting.daily-not-as-asked', 422, 'never', {
  zh: '日报要报的是:{figures},每项一个数,不知道的留空。请补齐后再报。',
  en: 'A daily report says each of: {figures}; what is not known is left empty. Fill them in and send it again.',
})
export const dayAhead = refusal<{ day: string }>('reporting.daily-day-ahead', 422, 'never', {
  zh: '{day} 还没有到,不能提前报。请改日期。',
  en: '{day} has not come yet. Change the day.',
})
export const villageUnknown = refusal<{ division: string }>('reporting.daily-village-unknown', 422, 'never', {
  zh: '没有代码为 {division} 的村或社区。请核对区划代码。',
  en: 'There is no village or community {division}. Check its code.',
})
export const dailyUnknown = refusal<{ id: string }>('reporting.daily-unknown', 404, 'never', {
  zh: '没有这份日报,或退回时没有写原因。请刷新后再办。',
  en: 'There is no such daily report, or it was returned without a reason. Reload and try again.',
})
