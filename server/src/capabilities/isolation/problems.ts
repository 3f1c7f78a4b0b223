import { refusal } from '../../kernel/problem.ts'

export const orderUnknown = refusal<{ id: string }>('isolation.order-unknown', 404, 'later', {
  zh: '没有找到这份隔离决定({id})。',
  en: 'This order is not known ({id}).',
})
export const personUnknown = refusal<{ id: string }>('isolation.person-unknown', 404, 'later', {
  zh: '没有找到这个人({id}),请先登记。',
  en: 'This person is not known ({id}). Register them first.',
})
export const divisionUnknown = refusal<{ division: string }>('isolation.division-unknown', 422, 'never', {
  zh: '本县没有这个区划({division});居家隔离须写明责任村(社区)。',
  en: 'This county has no such division ({division}); isolation at home names the village that answers for it.',
})
export const sourceUnknown = refusal<{ kind: string; ref: string }>('isolation.source-unknown', 422, 'later', {
  zh: '没有找到所依据的记录({kind} {ref}),请核对或改为手工登记。',
  en: 'The record this rests on is not there ({kind} {ref}). Check it, or enter the order by hand.',
})
export const homeUnfit = refusal<{ unmet: string }>('isolation.home-unfit', 422, 'never', {
  zh: '居家隔离条件不具备或尚未查看({unmet}),建议集中隔离。',
  en: 'The home has not been seen or will not do ({unmet}); a central place is proposed instead.',
})
export const notUnderProfile = refusal<{ profile: string; kind: string }>('isolation.not-under-profile', 422, 'never', {
  zh: '现行方案({profile})不采取这种隔离方式({kind})。',
  en: 'The edition in force ({profile}) does not isolate in this way ({kind}).',
})
export const tooLong = refusal<{ until: string }>('isolation.too-long', 422, 'never', {
  zh: '截止日期不得晚于{until}:一份决定最长14天,且不超过方案规定的观察期;确需更长须重新决定。',
  en: 'It may last until {until} at most: 14 days by one decision, and never beyond the observation of the edition; longer takes a fresh decision.',
})
export const endBeforeStart = refusal('isolation.end-before-start', 422, 'never', {
  zh: '截止日期不得早于开始日期。',
  en: 'It cannot end before it begins.',
})
export const reviewTooLate = refusal<{ by: string }>('isolation.review-too-late', 422, 'never', {
  zh: '复核日期须在开始之日至{by}之间:最长7天复核一次。',
  en: 'The review must lie between the start and {by}: seven days at most.',
})
export const inFuture = refusal<{ at: string; now: string }>('isolation.in-future', 422, 'never', {
  zh: '时间({at})晚于当前时间({now}),请核对。',
  en: 'The time ({at}) lies after the present ({now}). Check it.',
})
export const underOrder = refusal<{ orderId: string }>('isolation.under-order', 409, 'never', {
  zh: '此人在这段时间已有一份隔离决定({orderId}),不能同时有两份;请办理转送、延长或解除。',
  en: 'This person is under an order at that time already ({orderId}). Transfer, extend or end that one.',
})
export const endedAlready = refusal<{ endedAt: string }>('isolation.ended-already', 409, 'never', {
  zh: '这份隔离决定已于{endedAt}解除。',
  en: 'This order ended at {endedAt}.',
})
export const endOutside = refusal<{ from: string; to: string }>('isolation.end-outside', 422, 'never', {
  zh: '解除时间须在{from}与{to}之间。',
  en: 'It can end between {from} and {to}.',
})
export const notStanding = refusal<{ endedAt: string }>('isolation.not-standing', 409, 'never', {
  zh: '这份隔离决定已到期或解除({endedAt}),不能再办理;确需继续隔离须重新作出决定。',
  en: 'This order is over ({endedAt}). Whoever has to be kept longer needs a new one.',
})
export const beforeStart = refusal<{ startsAt: string }>('isolation.before-start', 422, 'never', {
  zh: '时间不得早于隔离开始时间({startsAt})。',
  en: 'The time cannot lie before the order began ({startsAt}).',
})
export const notLonger = refusal<{ endsOn: string }>('isolation.not-longer', 422, 'never', {
  zh: '延长后的截止日期须晚于现定日期({endsOn});提前请办理缩短。',
  en: 'An extension ends after {endsOn}, the end that stands. For an earlier one, shorten it.',
})
export const notShorter = refusal<{ from: string; to: string }>('isolation.not-shorter', 422, 'never', {
  zh: '缩短后的截止日期须在{from}与{to}之间。',
  en: 'A shortened order ends between {from} and {to}.',
})
export const freshDecisionNeeded = refusal('isolation.fresh-decision-needed', 422, 'never', {
  zh: '改变隔离方式或延后截止日期须重新决定(文号、决定机关、决定人、依据、复核日期、申诉途径齐全)。',
  en: 'Another kind of isolation or a later end needs a fresh decision with everything that belongs to one.',
})
export const sameAgain = refusal('isolation.same-place', 422, 'never', {
  zh: '转送须改变隔离方式、责任村(社区)或住户。',
  en: 'A transfer changes the kind, the village or the household.',
})
export const appealUnknown = refusal<{ id: string }>('isolation.appeal-unknown', 404, 'later', {
  zh: '没有找到这份申诉({id})。',
  en: 'This appeal is not known ({id}).',
})
export const appealDecided = refusal('isolation.appeal-decided', 409, 'never', {
  zh: '这份申诉已有决定。',
  en: 'This appeal has been decided already.',
})
export const appealToDecider = refusal<{ decider: string }>('isolation.appeal-to-decider', 422, 'never', {
  zh: '作出隔离决定的人({decider})不得裁决对它的申诉,请另行指定。',
  en: 'Whoever decided the measure ({decider}) cannot decide about the appeal against it. Somebody else has to.',
})
export const proposalUnknown = refusal<{ id: string }>('isolation.proposal-unknown', 404, 'later', {
  zh: '没有找到这份建议({id})。',
  en: 'This proposal is not known ({id}).',
})
export const proposalAnswered = refusal('isolation.proposal-answered', 409, 'never', {
  zh: '这份建议已经办结。',
  en: 'This proposal has been answered already.',
})
export const notReleased = refusal('isolation.not-released', 409, 'later', {
  zh: '尚无解除证明:隔离未结束,或以转送等方式结束。到期解除的,几分钟内自动生成。',
  en: 'There is no certificate: the order has not ended, or ended by a transfer or the like. After an end by itself it is there within minutes.',
})
export const statusRefused = refusal('isolation.status-refused', 404, 'never', {
  zh: '这个查询码无效或已过期,请拨打告知书上的电话。',
  en: 'This code is not valid or has expired. Please call the number on the notice.',
})
export const nobodyToNotify = refusal('isolation.nobody-to-notify', 404, 'later', {
  zh: '没有可打印的告知书:这里现在没有人在隔离,或不由您负责。',
  en: 'There is no notice to print: nobody stands under an order here, or not in your care.',
})
export const tooManySlips = refusal<{ most: number }>('isolation.too-many-slips', 422, 'never', {
  zh: '一次最多打印 {most} 份,请按村(社区)或文号分开打印。',
  en: 'At most {most} notices go into one file; print them village by village or document by document.',
})
