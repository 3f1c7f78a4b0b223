import { refusal } from '../../kernel/problem.ts'

export const roundUnknown = refusal<{ id: string }>('visits.round-unknown', 404, 'later', {
  zh: '没有找到这一轮次({id}),请先同步。',
  en: 'This round is not known ({id}). Synchronise first.',
})
export const areaUnknown = refusal<{ area: string }>('visits.area-unknown', 404, 'never', {
  zh: '没有找到区划 {area}。',
  en: 'There is no division {area}.',
})
export const outsideRound = refusal<{ area: string }>('visits.outside-round', 404, 'never', {
  zh: '区划 {area} 不在这一轮次的范围内。',
  en: 'The division {area} lies outside this round.',
})
export const roundNotBegun = refusal<{ startedAt: string }>('visits.round-not-begun', 422, 'never', {
  zh: '入户时间早于本轮开始时间({startedAt}),请核对时间或轮次。',
  en: 'The visit lies before the round began ({startedAt}). Check its time, or the round.',
})
export const roundOver = refusal<{ endedAt: string }>('visits.round-over', 409, 'never', {
  zh: '本轮已于 {endedAt} 结束,结束之后的入户请记入新的轮次。',
  en: 'The round ended at {endedAt}. Record what happened afterwards in a new round.',
})
export const endBeforeStart = refusal<{ startedAt: string }>('visits.end-before-start', 422, 'never', {
  zh: '结束时间不能早于开始时间({startedAt}),也不能晚于现在。',
  en: 'A round ends after it began ({startedAt}) and not in the future.',
})
export const endedAlready = refusal<{ endedAt: string }>('visits.ended-already', 409, 'never', {
  zh: '本轮已于 {endedAt} 结束。',
  en: 'This round ended at {endedAt}.',
})
export const inFuture = refusal<{ at: string; now: string }>('visits.in-future', 422, 'never', {
  zh: '时间({at})晚于当前时间({now}),请核对时钟后重新登记。',
  en: 'The time ({at}) lies after the present ({now}). Check the clock and record again.',
})
export const householdUnknown = refusal<{ id: string }>('visits.household-unknown', 404, 'later', {
  zh: '没有找到这一户({id})。如刚登记,请待其送达后再提交。',
  en: 'This household is not known ({id}). If it was just registered, wait until it is delivered.',
})
export const householdGone = refusal<{ id: string; until: string }>('visits.household-gone', 409, 'never', {
  zh: '这一户已于 {until} 注销或迁走,之后的入户不再记录。',
  en: 'This household left on {until}; there is no visit to it afterwards.',
})
export const personUnknown = refusal<{ id: string }>('visits.person-unknown', 404, 'later', {
  zh: '没有找到答卷中的人员({id})。请先登记此人。',
  en: 'Somebody on a sheet is not known ({id}). Register them first.',
})
export const nobodyAsked = refusal('visits.nobody-asked', 422, 'never', {
  zh: '没有见到人,也没有通电话,不能有答卷。',
  en: 'Nobody was met and nobody was on the phone, so there are no answers.',
})
export const answerWrong = refusal<{ question: string }>('visits.answer-wrong', 422, 'never', {
  zh: '问题“{question}”的回答与问卷不符,请核对问卷版本。',
  en: 'The answer to "{question}" does not fit the questionnaire. Check the version that was asked.',
})
export const questionnaireOfPlaces = refusal<{ key: string }>('visits.questionnaire-of-places', 422, 'never', {
  zh: '“{key}”是督导检查的清单,不能用来入户。请选择入户问卷。',
  en: '"{key}" is a checklist for inspecting places and cannot be asked at doors. Choose a questionnaire for households.',
})
export const questionnaireUnknown = refusal<{ key: string }>('visits.questionnaire-unknown', 404, 'later', {
  zh: '没有找到问卷“{key}”或它的这个版本。',
  en: 'There is no questionnaire "{key}", or not in this version.',
})
export const notTheNext = refusal<{ key: string; next: number }>('visits.not-the-next-version', 409, 'never', {
  zh: '问卷“{key}”的下一个版本是 {next}。别人可能刚刚改过,请重新打开再改。',
  en: 'The next version of "{key}" is {next}. Somebody may have changed it meanwhile; open it again.',
})
export const questionnaireWrong = refusal('visits.questionnaire-wrong', 422, 'never', {
  zh: '问卷不符合规则,请按提示改正。',
  en: 'The questionnaire breaks a rule; correct what is named.',
})
export const notFhir = refusal('visits.not-fhir', 422, 'never', {
  zh: '这不是可以读入的 FHIR R4 Questionnaire,请按提示改正。',
  en: 'This is not a FHIR R4 Questionnaire that can be read; correct what is named.',
})
export const visitUnknown = refusal<{ id: string }>('visits.visit-unknown', 404, 'later', {
  zh: '没有找到这条入户记录({id})。',
  en: 'This visit is not known ({id}).',
})
export const correctedAlready = refusal<{ id: string; by: string }>('visits.corrected-already', 409, 'never', {
  zh: '这条记录已由另一条更正({by}),请更正后者。',
  en: 'This record has been corrected already ({by}). Correct that one.',
})
export const correctionOfOther = refusal('visits.correction-of-other', 422, 'never', {
  zh: '更正须与原记录是同一户、同一轮次。',
  en: 'A correction belongs to the household and the round of what it corrects.',
})
export const cardUnreadable = refusal('visits.card-unreadable', 422, 'never', {
  zh: '编号有误,请对照纸质卡逐位核对。',
  en: 'This code cannot be right. Compare it with the card, digit by digit.',
})
export const cardUnknown = refusal<{ code: string }>('visits.card-unknown', 404, 'never', {
  zh: '没有印过编号为 {code} 的卡,或不在您的辖区。',
  en: 'No card with the code {code} has been printed, or it lies outside your area.',
})
export const followUpUnknown = refusal<{ id: string }>('visits.follow-up-unknown', 404, 'later', {
  zh: '没有找到这项跟进({id})。',
  en: 'This follow-up is not known ({id}).',
})
export const outcomeNotOfKind = refusal<{ kind: string; outcome: string }>('visits.outcome-not-of-kind', 422, 'never', {
  zh: '这类跟进({kind})不能以“{outcome}”结束。',
  en: 'A follow-up of this kind ({kind}) cannot end as "{outcome}".',
})
export const notAJourney = refusal('visits.not-a-journey', 422, 'never', {
  zh: '这项跟进不是核实某人的行程,不能登记行程。',
  en: 'This follow-up is not about a journey of somebody, so none can be recorded for it.',
})
export const notAContact = refusal('visits.not-a-contact', 422, 'never', {
  zh: '这项跟进不是核实某人的接触,不能登记接触。',
  en: 'This follow-up is not about whom somebody met, so no contact can be recorded for it.',
})
