import { refusal } from '../../kernel/problem.ts'

export const temperatureNeeded = refusal('isolation.temperature-needed', 422, 'never', {
  zh: '请填写体温;没有测到体温的,不能算作已监测。',
  en: 'Enter the temperature; without one the check has not been made.',
})
export const symptomNotAsked = refusal<{ symptom: string }>('isolation.symptom-not-asked', 422, 'never', {
  zh: '现行方案没有“{symptom}”这一症状,请按列出的症状选择。',
  en: 'The edition of this order does not ask about {symptom}; choose among the symptoms it lists.',
})
export const readingUnknown = refusal<{ id: string }>('isolation.reading-unknown', 404, 'later', {
  zh: '没有找到要更正的体温记录({id})。',
  en: 'The reading to be corrected is not known ({id}).',
})
export const readingOfOther = refusal('isolation.reading-of-other', 409, 'never', {
  zh: '要更正的记录属于另一份隔离决定。',
  en: 'The reading to be corrected belongs to another order.',
})
export const correctedBefore = refusal<{ id: string; by: string }>('isolation.reading-corrected', 409, 'never', {
  zh: '记录 {id} 已被更正({by}),请更正最新的一条。',
  en: 'The reading {id} has been corrected already ({by}); correct the latest one.',
})
export const planBegun = refusal<{ from: string }>('isolation.plan-begun', 422, 'never', {
  zh: '新的时段只能从{from}起实行,已过去的日子不改。',
  en: 'A new plan can hold from {from} at the earliest; days that have begun stay as they were.',
})
export const linkRefused = refusal('isolation.link-refused', 404, 'never', {
  zh: '这个链接已经用过、已过期或不正确,请联系村(社区)工作人员重新发送。',
  en: 'This link has been used, has expired or is not right. Ask the people who look after you for a new one.',
})
export const orderOver = refusal<{ endsAt: string }>('isolation.order-over', 409, 'never', {
  zh: '隔离已于{endsAt}结束,不再需要发送链接。',
  en: 'The order ended at {endsAt}; no link is needed any more.',
})
export const nobodyWatched = refusal('isolation.nobody-watched', 404, 'later', {
  zh: '这个村(社区)现在没有在隔离观察的人。',
  en: 'Nobody is under observation in this village now.',
})
export const sheetUnreadable = refusal('isolation.sheet-unreadable', 422, 'never', {
  zh: '表号不对,请对照表上的 11 位字母和数字再输一次。',
  en: 'This is no code of a sheet. Compare the eleven letters and digits with the paper.',
})
export const sheetUnknown = refusal('isolation.sheet-unknown', 404, 'later', {
  zh: '没有找到这张监测表,请从任务清单里按姓名补录。',
  en: 'No sheet has this code. Enter it from the list of work, by name.',
})
