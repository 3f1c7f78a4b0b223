import { refusal } from '../../kernel/problem.ts'

export const caseUnknown = refusal<{ id: string }>('cases.unknown', 404, 'later', {
  zh: '没有找到这个病例({id})。如刚登记,请待其送达后再试。',
  en: 'This case is not known ({id}). If it was just opened, wait until it is delivered.',
})
export const personUnknown = refusal<{ id: string }>('cases.person-unknown', 404, 'later', {
  zh: '没有找到这个人({id})。请重新登记其证件或姓名。',
  en: 'This person is not known ({id}). Register them again by their document or name.',
})
export const inFuture = refusal<{ at: string; now: string }>('cases.in-future', 422, 'never', {
  zh: '填写的时间({at})晚于当前时间({now}),请核对后重新登记。',
  en: 'The time given ({at}) lies after the present ({now}). Check it and record again.',
})
