import { refusal } from '../../kernel/problem.ts'

export const requestUnknown = refusal<{ id: string }>('supplies.request-unknown', 404, 'later', {
  zh: '没有找到这份申领({id})。',
  en: 'This request ({id}) is not known.',
})
export const requestOver = refusal('supplies.request-over', 409, 'never', {
  zh: '这份申领已撤回或未予同意。',
  en: 'This request was withdrawn or declined.',
})
export const requestBegun = refusal('supplies.request-begun', 409, 'never', {
  zh: '已有物资分配或发出,不能再撤回或不同意。',
  en: 'Something was allotted or sent already, so it is no longer withdrawn or declined.',
})
export const tooMuchAllotted = refusal<{ asked: number; allotted: number }>(
  'supplies.too-much-allotted',
  409,
  'never',
  {
    zh: '申领 {asked},已分配 {allotted},本次超出。',
    en: '{asked} were asked for and {allotted} allotted already; this is more.',
  },
)
export const tooMuchSent = refusal<{ allotted: number; sent: number }>('supplies.too-much-sent', 409, 'never', {
  zh: '已分配 {allotted},已发出 {sent},本次超出。请先分配。',
  en: '{allotted} are allotted and {sent} sent already; this is more. Allot first.',
})
export const otherGoods = refusal('supplies.other-goods', 422, 'never', {
  zh: '发出的物资不是所申领的品种。',
  en: 'What is sent is not the item that was asked for.',
})
export const assumptionTaken = refusal<{ from: string }>('supplies.assumption-taken', 409, 'never', {
  zh: '从 {from} 起已有同一依据的用量。要更改,请写明新的启用日期。',
  en: 'A use on this basis from {from} on is recorded already. For a change give another day.',
})
export const headsNeeded = refusal('supplies.heads-needed', 422, 'never', {
  zh: '按居民计算须写明人数;其他依据由系统统计,不填人数。',
  en: 'Use by residents says how many there are; the other bases are counted, and say none.',
})
export const nobodyAsks = refusal('supplies.nobody-asks', 409, 'never', {
  zh: '这种物资现在没有待分配的申领。',
  en: 'Nobody is waiting for this item.',
})
export const donationUnknown = refusal<{ id: string }>('supplies.donation-unknown', 404, 'later', {
  zh: '没有找到这笔捐赠({id})。',
  en: 'This donation ({id}) is not known.',
})
