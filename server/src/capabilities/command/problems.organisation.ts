import { refusal } from '../../kernel/problem.ts'

export const bodyUnknown = refusal<{ id: string }>('command.body-unknown', 404, 'later', {
  zh: '没有找到这个组({id}),或已撤销。',
  en: 'This group ({id}) is not known, or was dissolved.',
})
export const memberUnknown = refusal<{ id: string }>('command.member-unknown', 404, 'later', {
  zh: '没有找到这名成员({id})。',
  en: 'This member ({id}) is not known.',
})
export const postUnknown = refusal<{ id: string }>('command.post-unknown', 404, 'later', {
  zh: '没有找到这个岗位({id})。请先在责任体系中设岗。',
  en: 'This post ({id}) is not known. Set it up among the posts first.',
})
export const twoHeads = refusal<{ most: number }>('command.heads-full', 409, 'never', {
  zh: '这个组已有 {most} 名组长,不能再增加。',
  en: 'The group already has {most} heads.',
})
export const outOfTerm = refusal<{ at: string }>('command.out-of-term', 422, 'never', {
  zh: '日期 {at} 不对:早于开始,或晚于现在。',
  en: 'The date {at} cannot be right: before the beginning, or in the future.',
})
export const spanInvalid = refusal('command.span-invalid', 422, 'never', {
  zh: '值班结束须晚于开始,且不超过 48 小时;查询不超过 62 天。',
  en: 'A duty ends after it began and lasts at most 48 hours; a rota is asked for at most 62 days.',
})
export const dutyTaken = refusal<{ at: string }>('command.duty-taken', 409, 'never', {
  zh: '该岗位在 {at} 已有值班,时间重叠。',
  en: 'This post is already on duty at {at}; the times overlap.',
})
export const dutyUnknown = refusal<{ id: string }>('command.duty-unknown', 404, 'later', {
  zh: '没有找到这个值班({id})。',
  en: 'This duty ({id}) is not known.',
})
