import { refusal } from '../../kernel/problem.ts'

export const purposeUnknown = refusal<{ id: string }>('funds.purpose-unknown', 404, 'later', {
  zh: '没有找到这个资金用途({id})。请先登记用途,再发送一次。',
  en: 'This purpose of money ({id}) is not known. Record it first, then send this again.',
})
export const sourceUnknown = refusal<{ id: string }>('funds.source-unknown', 404, 'later', {
  zh: '没有找到这笔资金来源({id})。',
  en: 'This source of money ({id}) is not known.',
})
export const commitmentUnknown = refusal<{ id: string }>('funds.commitment-unknown', 404, 'later', {
  zh: '没有找到这项支出承诺({id})。',
  en: 'This commitment ({id}) is not known.',
})
export const paymentUnknown = refusal<{ id: string }>('funds.payment-unknown', 404, 'later', {
  zh: '没有找到这笔付款申请({id})。',
  en: 'This payment ({id}) is not known.',
})
export const entryUnknown = refusal<{ id: string }>('funds.entry-unknown', 404, 'later', {
  zh: '没有找到这笔资金分录({id})。',
  en: 'This entry ({id}) is not known.',
})
export const donationUnknown = refusal<{ id: string }>('funds.donation-unknown', 404, 'later', {
  zh: '没有找到这笔捐款({id})。',
  en: 'This donation ({id}) is not known.',
})
export const documentUnknown = refusal<{ id: string }>('funds.document-unknown', 404, 'later', {
  zh: '没有找到依据的公文({id}),或已撤回。外单位的文件请填写文号、机关和日期。',
  en: 'The document this rests on ({id}) was not issued here, or was withdrawn. For one of elsewhere give number, authority and date.',
})
export const fileUnknown = refusal<{ id: string }>('funds.file-unknown', 404, 'later', {
  zh: '没有找到这个附件({id})。',
  en: 'This file ({id}) is not known.',
})
export const fileOfPerson = refusal('funds.file-of-person', 422, 'never', {
  zh: '个人捐款不存扫描件:扫描件会露出捐赠人,凭收据编号即可查询。',
  en: 'No scan is kept beside the donation of a person: it would name the donor. The number of the receipt is enough.',
})
export const fileAlreadyVoid = refusal<{ id: string }>('funds.file-already-void', 409, 'never', {
  zh: '这个附件({id})已经作废。',
  en: 'This file ({id}) is void already.',
})
export const elsewhere = refusal<{ purpose: string; source: string }>('funds.elsewhere', 422, 'never', {
  zh: '用途({purpose})和来源({source})不属于同一区划,资金不能混用。',
  en: 'Purpose ({purpose}) and source ({source}) belong to different divisions, and their money is not mixed.',
})
export const divisionUnknown = refusal<{ division: string }>('funds.division-unknown', 422, 'never', {
  zh: '没有这个区划({division})。',
  en: 'There is no division {division}.',
})
export const earmarked = refusal<{ source: string }>('funds.earmarked', 409, 'never', {
  zh: '“{source}”指定了用途,不能用于其他用途。',
  en: '"{source}" was given for one purpose and is used for no other.',
})
export const samePurpose = refusal('funds.same-purpose', 422, 'never', {
  zh: '调整前后的用途相同。',
  en: 'It is moved to the purpose that it is on already.',
})
export const notEnough = refusal<{ account: string; room: string; asked: string }>('funds.not-enough', 409, 'never', {
  zh: '金额不足:当时可动用 {room} 元,本次需要 {asked} 元。{account}不会透支,请核对时间和金额。',
  en: 'Not enough: {room} yuan could be taken at that moment, {asked} were asked for ({account}). Check the time and the amount.',
})
export const outOfTime = refusal<{ at: string }>('funds.out-of-time', 422, 'never', {
  zh: '时间 {at} 不对:晚于现在,或早于它所依据的记录。',
  en: 'The time {at} cannot be right: it lies in the future, or before what it follows.',
})
export const decidedAlready = refusal<{ state: string }>('funds.decided-already', 409, 'never', {
  zh: '这笔付款已经处理过({state})。',
  en: 'This payment was decided already ({state}).',
})
export const secondPerson = refusal('funds.second-person', 409, 'never', {
  zh: '申请付款的人不能自己批准,请另一人办理。',
  en: 'Whoever asked for a payment does not approve it; somebody else has to.',
})
export const whyNeeded = refusal('funds.why-needed', 422, 'never', {
  zh: '不同意付款须说明原因。',
  en: 'Say why a payment is refused.',
})
export const notReversible = refusal<{ id: string }>('funds.not-reversible', 409, 'never', {
  zh: '分录 {id} 已被冲正,或本身就是冲正,不能再冲正。',
  en: 'Entry {id} was reversed already, or is a reversal itself.',
})
