import { refusal } from '../../kernel/problem.ts'

/** The same answer whether nobody has this id or somebody outside the asker's area: a refusal must not tell the two apart. */
export const personUnknown = refusal<{ id: string }>('people.person-unknown', 404, 'never', {
  zh: '在您的辖区内没有这个人({id})。',
  en: 'There is no such person in your area ({id}).',
})
export const identityInvalid = refusal('people.identity-invalid', 422, 'never', {
  zh: '身份信息有误,请对照证件改正后再提交。',
  en: 'The identity cannot be accepted; compare it with the document and send it again.',
})
export const registeredMeanwhile = refusal('people.registered-meanwhile', 409, 'later', {
  zh: '同一编号正在另一处登记,本次未作任何处理,请重新提交。',
  en: 'The same id was being registered elsewhere at this moment; nothing was done, please send it again.',
})
export const purposeNotYours = refusal<{ purpose: string }>('people.purpose-not-yours', 403, 'never', {
  zh: '您的岗位不能以此用途({purpose})查看个人信息。',
  en: 'Your seat may not look at persons for this purpose ({purpose}).',
})
export const divisionUnknown = refusal<{ division: string }>('people.division-unknown', 404, 'later', {
  zh: '没有找到村(社区)代码 {division}。请核对代码,或先导入本县区划。',
  en: 'The village or community {division} is not known. Check the code, or import the county first.',
})
export const compoundUnknown = refusal<{ id: string }>('people.compound-unknown', 404, 'later', {
  zh: '没有找到这个小区({id}),或它不在所填的社区内。',
  en: 'This compound ({id}) is not known, or does not lie in the division given.',
})
export const householdUnknown = refusal<{ id: string }>('people.household-unknown', 404, 'later', {
  zh: '在您的辖区内没有这户({id})。',
  en: 'There is no such household in your area ({id}).',
})
export const householdClosed = refusal<{ id: string }>('people.household-closed', 409, 'never', {
  zh: '这户({id})已注销或已迁走,不能再登记变动。',
  en: 'This household ({id}) is closed or has moved away; nothing more can be recorded here.',
})
export const membershipUnknown = refusal<{ id: string }>('people.membership-unknown', 404, 'later', {
  zh: '在您的辖区内没有这条同住记录({id})。',
  en: 'There is no such membership in your area ({id}).',
})
export const membershipOver = refusal<{ id: string }>('people.membership-over', 409, 'never', {
  zh: '此人已不在这一户({id})。',
  en: 'The person is no longer in this household ({id}).',
})
export const dayAhead = refusal<{ day: string }>('people.day-ahead', 422, 'never', {
  zh: '日期 {day} 晚于今天,请核对。',
  en: 'The day {day} lies in the future; please check it.',
})
export const dayBeforeStart = refusal<{ day: string; since: string }>('people.day-before-start', 422, 'never', {
  zh: '日期 {day} 早于开始日期 {since},请核对。',
  en: 'The day {day} lies before it began ({since}); please check it.',
})
export const membersRefused = refusal('people.members-refused', 422, 'never', {
  zh: '这户有成员不能登记,整户未保存;请按提示改正后再提交。',
  en: 'Some members cannot be recorded and nothing of the household was kept; correct the cells named and send it again.',
})
export const searchUnclear = refusal('people.search-unclear', 422, 'never', {
  zh: '请输入姓名、全拼或首字母(至少两个字母)、手机或证件后4位、证件后6位,或完整的手机或证件号码。',
  en: 'Give a name, its pinyin or initials (two letters at least), the last 4 digits of a phone or document, the last 6 of a document, or a whole number.',
})
export const alreadyOne = refusal<{ id: string }>('people.already-one', 409, 'never', {
  zh: '这两条记录已经合并({id})。',
  en: 'These two records stand for one person already ({id}).',
})
export const mergeUnknown = refusal<{ id: string }>('people.merge-unknown', 404, 'later', {
  zh: '在您的辖区内没有这次合并({id})。',
  en: 'There is no such merge in your area ({id}).',
})
export const mergeOver = refusal<{ id: string }>('people.merge-over', 409, 'never', {
  zh: '这次合并({id})已被撤销,或其后又有新的决定。',
  en: 'This merge ({id}) was taken back, or another decision came after it.',
})
export const decidedMeanwhile = refusal('people.decided-meanwhile', 409, 'later', {
  zh: '另一处刚刚对同一人作了决定,本次未作任何处理,请重新查看后再提交。',
  en: 'Somebody else has just decided about the same person; nothing was done, please look again before sending.',
})
export const documentElsewhere = refusal('people.document-elsewhere', 409, 'never', {
  zh: '这个证件号码属于另一条人员记录;如确为同一人,请先合并两条记录。',
  en: 'This document belongs to another record; if it is the same person, merge the two records first.',
})
