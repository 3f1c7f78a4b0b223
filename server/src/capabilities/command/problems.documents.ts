import { refusal } from '../../kernel/problem.ts'

export const seriesUnknown = refusal<{ id: string }>('command.series-unknown', 404, 'later', {
  zh: '没有找到这个文号序列({id})。',
  en: 'This series of numbers ({id}) is not known.',
})
export const seriesTaken = refusal<{ code: string }>('command.series-taken', 409, 'never', {
  zh: '机关代字“{code}”已有同一文种的序列,请直接使用。',
  en: 'There is already a series “{code}” for this kind of document; use that one.',
})
export const divisionUnknown = refusal<{ division: string }>('command.division-unknown', 404, 'later', {
  zh: '没有找到区划代码 {division}。请先导入本县区划,或核对代码。',
  en: 'The division {division} is not known. Import the county first, or check the code.',
})
export const documentUnknown = refusal<{ id: string }>('command.document-unknown', 404, 'later', {
  zh: '没有找到这份公文({id})。',
  en: 'This document ({id}) is not known.',
})
export const attachmentUnknown = refusal<{ id: string }>('command.attachment-unknown', 404, 'later', {
  zh: '没有找到这个附件({id})。请先上传附件。',
  en: 'This attachment ({id}) is not known. Upload it first.',
})
export const attachmentVoid = refusal<{ id: string }>('command.attachment-void', 410, 'never', {
  zh: '这个附件({id})已作废,不再提供下载。',
  en: 'This attachment ({id}) is void and is handed out no more.',
})
export const alreadyVoid = refusal<{ id: string }>('command.attachment-already-void', 409, 'never', {
  zh: '这个附件({id})已经作废。',
  en: 'This attachment ({id}) is void already.',
})
export const attachmentStands = refusal<{ id: string }>('command.attachment-stands', 409, 'never', {
  zh: '附件({id})已随文印发,不能单独作废。请先撤回公文,或用新的公文替代,再作废附件。',
  en: 'The attachment ({id}) was issued with its document and cannot be marked void by itself. Withdraw or supersede the document first.',
})
export const versionStale = refusal<{ version: number }>('command.version-stale', 409, 'never', {
  zh: '这份公文已有第 {version} 稿,请打开最新一稿再修改或办理。',
  en: 'There is a version {version} of this document; open it and act on that one.',
})
export const stepOutOfOrder = refusal<{ state: string; step: string }>('command.step-out-of-order', 409, 'never', {
  zh: '公文现在的状态({state})不能办理这一步({step})。起草、审核、签发、印发须依次进行。',
  en: 'As the document stands ({state}) this step ({step}) cannot be taken. It is drafted, reviewed, signed and issued in this order.',
})
export const ownWords = refusal('command.own-words', 403, 'never', {
  zh: '起草人不能审核自己写的稿子,请由另一人审核。',
  en: 'Nobody reviews their own words; somebody else has to.',
})
export const postNeeded = refusal('command.post-needed', 422, 'never', {
  zh: '签发须写明签发职务,例如“领导小组组长”。',
  en: 'Signing needs the post under which it is signed.',
})
export const noteNeeded = refusal('command.note-needed', 422, 'never', {
  zh: '退回须写明需要修改什么。',
  en: 'Returning a draft needs what has to be changed.',
})
export const draftFaulty = refusal<{ count: number }>('command.draft-faulty', 422, 'never', {
  zh: '稿子有 {count} 处必须改正,改正后才能送审或印发。',
  en: 'The draft has {count} faults that have to be put right before it goes on.',
})
export const issueOutOfTime = refusal<{ at: string; last: string }>('command.issue-out-of-time', 422, 'never', {
  zh: '印发时间 {at} 不对:不能晚于现在,也不能早于本序列上一份公文({last})。',
  en: 'The time of issue {at} cannot be right: not in the future, and not before the last document of the series ({last}).',
})
export const numberContested = refusal('command.number-contested', 409, 'later', {
  zh: '同一时刻有另一份公文取号,请再点一次印发。',
  en: 'Another document took a number at the same moment; issue it again.',
})
export const notStanding = refusal<{ id: string }>('command.not-standing', 409, 'never', {
  zh: '这份公文({id})未印发,或已撤回、已被替代。',
  en: 'This document ({id}) was not issued, or does not stand any more.',
})
export const endOutOfTime = refusal<{ at: string }>('command.end-out-of-time', 422, 'never', {
  zh: '时间 {at} 不对:晚于现在,或早于公文印发。',
  en: 'The time {at} cannot be right: it lies in the future, or before the document was issued.',
})
