import { refusal } from '../../kernel/problem.ts'

export const fileNotBase64 = refusal('agency-lists.file-unreadable', 422, 'never', {
  zh: '文件在传输中损坏,未作任何处理,请重新选择文件上传。',
  en: 'The file was damaged on its way and nothing was done with it; choose it again and send it.',
})
export const sheetUnknown = refusal<{ sheet: string }>('agency-lists.sheet-unknown', 422, 'never', {
  zh: '文件中没有名为“{sheet}”的工作表。',
  en: 'The file has no sheet called “{sheet}”.',
})
export const listEmpty = refusal('agency-lists.list-empty', 422, 'never', {
  zh: '表头以下没有任何内容,未接收。请检查是否选对了工作表和表头行。',
  en: 'There is nothing below the headings, so nothing was taken in. Check the sheet and the row of the headings.',
})
export const listTooLong = refusal<{ max: number; rows: number }>('agency-lists.list-too-long', 413, 'never', {
  zh: '名单有 {rows} 行,一次最多 {max} 行,全部未接收。请拆分后再上传。',
  en: 'The list has {rows} rows and at most {max} are taken at once; none was. Send it in parts.',
})
export const columnsDiffer = refusal<{ column: string }>('agency-lists.columns-differ', 422, 'never', {
  zh: '文件的列与已确认的表头不一致(从 {column} 列起),未接收。请重新确认表头。',
  en: 'The columns of the file differ from the headings that were confirmed, from column {column} on; nothing was taken in.',
})
export const fieldTwice = refusal<{ field: string }>('agency-lists.field-twice', 422, 'never', {
  zh: '有两列被指为同一内容({field})。请只保留一列,其余选“不使用”。',
  en: 'Two columns are said to mean the same ({field}). Keep one of them and leave the others unused.',
})
export const nothingToMatchBy = refusal('agency-lists.nothing-to-match-by', 422, 'never', {
  zh: '至少要指明一列:证件号码、电话,或姓名。',
  en: 'At least one column has to be a document, a phone or a name.',
})
export const expiryOutside = refusal<{ from: string; to: string }>('agency-lists.expiry-outside', 422, 'never', {
  zh: '销毁日期应在 {from} 至 {to} 之间。',
  en: 'The day of destruction has to lie between {from} and {to}.',
})
/** Not the kernel's: a file whose id is taken is not kept aside, because it would outlive its own expiry there. */
export const listIdTaken = refusal<{ id: string }>('agency-lists.list-id-taken', 409, 'never', {
  zh: '编号 {id} 已用于另一份名单,本文件未接收也未保留,请重新上传。',
  en: 'The id {id} belongs to another list; this file was neither taken in nor kept. Send it again.',
})
export const fileArriving = refusal('agency-lists.file-arriving', 409, 'later', {
  zh: '同一文件正由另一人接收,请稍后查看名单列表。',
  en: 'Somebody else is taking in the same file just now; look at the lists in a moment.',
})
export const listUnknown = refusal<{ id: string }>('agency-lists.list-unknown', 404, 'never', {
  zh: '没有这份名单,或其中没有您辖区的人员。',
  en: 'There is no such list, or nobody on it is of your area.',
})
export const listDestroyed = refusal<{ id: string }>('agency-lists.list-destroyed', 410, 'never', {
  zh: '名单已销毁,只保留销毁证明。',
  en: 'The list was destroyed; only its certificate is left.',
})
export const secondNeeded = refusal<{ max: number }>('agency-lists.second-needed', 409, 'later', {
  zh: '反馈表超过 {max} 行,须由县防控办另一位人员在名单页面点“同意反馈”,24 小时内有效。',
  en: 'A return file of more than {max} rows needs a second person of the county office to agree on the page of the list; that is good for a day.',
})
export const entryUnknown = refusal<{ id: string }>('agency-lists.entry-unknown', 404, 'never', {
  zh: '没有这条记录,或不在您的辖区,或名单已销毁。',
  en: 'There is no such entry, it lies outside your area, or its list was destroyed.',
})
export const entryRejected = refusal<{ id: string }>('agency-lists.entry-rejected', 409, 'never', {
  zh: '此行未被接收,原因已在反馈表中告知来文单位,无需核查。',
  en: 'This row was not taken; the sender is told why in the return file, and there is nothing to verify.',
})
export const entryUndecided = refusal<{ id: string }>('agency-lists.entry-undecided', 409, 'later', {
  zh: '请先认定此行指的是谁(或都不是),再填写核查结果。',
  en: 'Say first who is meant by this row, or that it is none of those named; then answer it.',
})
export const entryPassed = refusal<{ id: string; to: string }>('agency-lists.entry-passed', 409, 'never', {
  zh: '此行已转交 {to},由那里核查,这里不再填写。',
  en: 'This row was passed on to {to}, where it is verified; nothing more is recorded here.',
})
export const passedNowhere = refusal<{ to: string }>('agency-lists.passed-nowhere', 422, 'never', {
  zh: '不能转交给 {to}:请选本县的另一个村、社区或乡镇。',
  en: 'It cannot be passed on to {to}: choose another village, community or township of this county.',
})
export const personUnknown = refusal<{ id: string }>('agency-lists.person-unknown', 404, 'never', {
  zh: '县内没有登记过这个人。',
  en: 'The county has registered no such person.',
})
export const cannotRegister = refusal<{ id: string }>('agency-lists.cannot-register', 409, 'never', {
  zh: '只有在见到本人或确知去向、且此前未登记的人,才能随结果登记。',
  en: 'Only somebody who was met or whose whereabouts are known, and who was not registered, is entered with an answer.',
})
