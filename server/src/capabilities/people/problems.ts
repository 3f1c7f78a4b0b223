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
