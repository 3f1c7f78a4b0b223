import { refusal } from '../../kernel/problem.ts'

export const subjectUnknown = refusal<{ id: string }>('closures.subject-unknown', 404, 'later', {
  zh: '没有找到这个场所、活动或线路({id})。',
  en: 'This venue, gathering or line is not known ({id}).',
})
export const orderUnknown = refusal<{ id: string }>('closures.order-unknown', 404, 'later', {
  zh: '没有找到这份关停决定({id})。',
  en: 'This closure is not known ({id}).',
})
export const applicationUnknown = refusal<{ id: string }>('closures.application-unknown', 404, 'later', {
  zh: '没有找到这份复业申请({id})。',
  en: 'This application to reopen is not known ({id}).',
})
export const appealUnknown = refusal<{ id: string }>('closures.appeal-unknown', 404, 'later', {
  zh: '没有找到这份申诉({id})。',
  en: 'This appeal is not known ({id}).',
})
export const divisionUnknown = refusal<{ division: string }>('closures.division-unknown', 422, 'never', {
  zh: '本县没有这个区划({division})。',
  en: 'This county has no such division ({division}).',
})
export const classOfOtherKind = refusal<{ class: string; kind: string }>('closures.class-of-other-kind', 422, 'never', {
  zh: '类别({class})不属于这一种({kind})。',
  en: 'This class ({class}) is not one of {kind}.',
})
export const timesOfGathering = refusal('closures.times-of-gathering', 422, 'never', {
  zh: '集体活动须写明起止时间,场所和线路不写。',
  en: 'A gathering says from when to when it is held; venues and lines do not.',
})
export const documentNotStanding = refusal<{ documentId: string }>('closures.document-not-standing', 422, 'later', {
  zh: '所依据的公文({documentId})当时尚未印发,或已撤回、被替代,不能作为关停依据。',
  en: 'The document ({documentId}) had not been issued by then, or does not stand any more; nothing can be closed by it.',
})
export const endBeforeStart = refusal('closures.end-before-start', 422, 'never', {
  zh: '截止日期不得早于开始日期。',
  en: 'It cannot end before it begins.',
})
export const tooLong = refusal<{ until: string }>('closures.too-long', 422, 'never', {
  zh: '截止日期不得晚于{until}:一份决定最长30天,确需更长须重新决定。',
  en: 'It may last until {until} at most: 30 days by one decision; longer takes a fresh one.',
})
export const reviewTooLate = refusal<{ by: string }>('closures.review-too-late', 422, 'never', {
  zh: '复核日期须在开始之日至{by}之间:最长14天复核一次。',
  en: 'The review must lie between the start and {by}: fourteen days at most.',
})
export const inFuture = refusal<{ at: string; now: string }>('closures.in-future', 422, 'never', {
  zh: '时间({at})晚于当前时间({now}),请核对。',
  en: 'The time ({at}) lies after the present ({now}). Check it.',
})
export const notStanding = refusal<{ until: string }>('closures.not-standing', 409, 'never', {
  zh: '这份关停决定此时并未执行,或已于{until}结束;确需继续关停须重新决定。',
  en: 'This closure did not stand at that time, or was over at {until}. Whatever has to stay closed needs a new one.',
})
export const notLonger = refusal<{ endsOn: string }>('closures.not-longer', 422, 'never', {
  zh: '延长后的截止日期须晚于现定日期({endsOn})。',
  en: 'An extension ends after {endsOn}, the end that stands.',
})
export const outsideArea = refusal<{ id: string }>('closures.outside-area', 422, 'never', {
  zh: '点名关停的对象({id})不在决定所写的区域内。',
  en: 'What is closed by name ({id}) does not lie in the area of the decision.',
})
export const nothingNamed = refusal('closures.nothing-named', 422, 'never', {
  zh: '须写明按类别关停,或逐个点名,二者取一。',
  en: 'A closure says either which classes it closes or names its subjects one by one, and not both.',
})
export const actionNeeded = refusal('closures.action-needed', 422, 'never', {
  zh: '发现仍在营业须写明如何处置;已停业的不写。',
  en: 'Found open needs what was done about it; found closed does not.',
})
export const notClosed = refusal('closures.not-closed', 409, 'never', {
  zh: '此时没有要求它关停,不必申请。',
  en: 'It did not have to be closed at that time, so there is nothing to apply for.',
})
export const breachOpen = refusal('closures.breach-open', 409, 'never', {
  zh: '最近一次检查发现仍在营业,须先复查确认已停业再申请复业。',
  en: 'The last inspection found it open; it has to be found closed before it can apply to reopen.',
})
export const applicationOpen = refusal<{ id: string }>('closures.application-open', 409, 'never', {
  zh: '已有一份复业申请在办({id})。',
  en: 'An application to reopen is under way already ({id}).',
})
export const applicationDecided = refusal('closures.application-decided', 409, 'never', {
  zh: '这份复业申请已有决定。',
  en: 'This application has been decided.',
})
export const checkNeeded = refusal('closures.check-needed', 409, 'never', {
  zh: '尚未现场查验,或有条件未达到,不能准予复业。',
  en: 'It has not been looked at, or a condition is not met, so it cannot be let open.',
})
export const beforeThat = refusal<{ at: string }>('closures.before-that', 422, 'never', {
  zh: '时间不得早于{at}。',
  en: 'The time cannot lie before {at}.',
})
export const notHeld = refusal('closures.not-held', 422, 'never', {
  zh: '这份关停决定不涉及该对象。',
  en: 'This closure does not concern that subject.',
})
export const appealDecided = refusal('closures.appeal-decided', 409, 'never', {
  zh: '这份申诉已有答复。',
  en: 'This appeal has been answered.',
})
export const appealToDecider = refusal<{ decider: string }>('closures.appeal-to-decider', 422, 'never', {
  zh: '申诉不能由作出关停决定的同一岗位({decider})处理。',
  en: 'An appeal cannot be answered by the post ({decider}) that decided the closure.',
})
export const goneAlready = refusal('closures.gone-already', 409, 'never', {
  zh: '该对象已注销。',
  en: 'This subject was struck off already.',
})
