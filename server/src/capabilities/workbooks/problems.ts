import { refusal } from '../../kernel/problem.ts'

type AtSheet = { sheet: string; column: string }

export const notAWorkbook = refusal('workbooks.not-a-workbook', 422, 'never', {
  zh: '这里只收 xlsx 工作簿,请用下载的模板填写。',
  en: 'Only an xlsx workbook is taken here; fill in the template.',
})
export const contentUnreadable = refusal('workbooks.content-unreadable', 422, 'never', {
  zh: '文件在传送中损坏,未作任何处理,请重新选择文件。',
  en: 'The file was damaged on its way; nothing was done with it. Choose it again.',
})
export const nothingInIt = refusal('workbooks.nothing-in-it', 422, 'never', {
  zh: '工作簿中没有可载入的工作表。请使用模板中的“区划”“岗位”“住户”“人员”。',
  en: 'The workbook has no sheet that can be loaded. Use the sheets of the template.',
})
export const sheetUnknown = refusal<AtSheet>('workbooks.sheet-unknown', 422, 'never', {
  zh: '工作表“{sheet}”不在模板中却有内容,全部未处理。请删除它,或改为模板中的名称。',
  en: 'The sheet "{sheet}" is not in the template but has rows; nothing was processed. Delete it, or name it as in the template.',
})
export const sheetTwice = refusal<AtSheet>('workbooks.sheet-twice', 422, 'never', {
  zh: '工作表“{sheet}”出现了两次,全部未处理。',
  en: 'The sheet "{sheet}" is there twice; nothing was processed.',
})
export const sheetHidden = refusal<AtSheet>('workbooks.sheet-hidden', 422, 'never', {
  zh: '工作表“{sheet}”是隐藏的。请取消隐藏,看清内容后再上传。',
  en: 'The sheet "{sheet}" is hidden. Show it, look at it, and send the file again.',
})
export const columnUnknown = refusal<AtSheet>('workbooks.column-unknown', 422, 'never', {
  zh: '“{sheet}”的 {column} 列不在模板中,全部未处理。请删除该列或改为模板中的列名。',
  en: 'Column {column} of "{sheet}" is not in the template; nothing was processed. Delete it, or name it as in the template.',
})
export const passwordInFile = refusal<AtSheet>('workbooks.password-in-file', 422, 'never', {
  zh: '“{sheet}”的 {column} 列是密码或代码,文件中不得出现,全部未处理。请删除该列;如内容是真实密码,请本人立即修改。一次性代码由账号页逐人发放。',
  en: 'Column {column} of "{sheet}" is for passwords or codes, which no file may hold; nothing was processed. Delete it, and if the passwords are real let their owners change them at once. One-time codes are given out in the page of accounts.',
})
export const columnTwice = refusal<AtSheet>('workbooks.column-twice', 422, 'never', {
  zh: '“{sheet}”的 {column} 列与前面的列重名,全部未处理。',
  en: 'Column {column} of "{sheet}" repeats an earlier one; nothing was processed.',
})
export const columnMissing = refusal<AtSheet>('workbooks.column-missing', 422, 'never', {
  zh: '“{sheet}”缺少“{column}”列,全部未处理。请使用模板的表头。',
  en: 'The sheet "{sheet}" lacks the column "{column}"; nothing was processed. Use the headings of the template.',
})
export const cellBeyondHeadings = refusal<AtSheet & { row: number }>('workbooks.cell-beyond-headings', 422, 'never', {
  zh: '“{sheet}”的 {column}{row} 有内容,但该列没有表头,全部未处理。',
  en: '{column}{row} of "{sheet}" has something in it, but its column has no heading; nothing was processed.',
})
export const mergedCells = refusal<{ sheet: string; range: string }>('workbooks.merged-cells', 422, 'never', {
  zh: '“{sheet}”有合并单元格({range}),全部未处理。请取消合并,每行都填完整。',
  en: 'The sheet "{sheet}" has merged cells ({range}); nothing was processed. Unmerge them and fill in every row.',
})
export const tooManyOpen = refusal<{ max: number }>('workbooks.too-many-open', 409, 'never', {
  zh: '您已有 {max} 个工作簿尚未清除。请先放弃不用的,再上传新的。',
  en: '{max} workbooks of yours are still kept. Discard those that are not needed, then send another.',
})
export const idUsed = refusal<{ id: string }>('workbooks.id-used', 409, 'never', {
  zh: '编号 {id} 已用于另一个文件,请重新选择文件上传。',
  en: 'The id {id} belongs to another file; choose the file again and send it anew.',
})
export const workbookUnknown = refusal<{ id: string }>('workbooks.unknown', 404, 'later', {
  zh: '在您的辖区内没有这个工作簿({id})。',
  en: 'There is no such workbook in your area ({id}).',
})
export const notPreviewed = refusal<{ id: string }>('workbooks.not-previewed', 409, 'later', {
  zh: '预览还没有完成,请看过预览后再载入。',
  en: 'The preview is not complete yet; look at it before you load anything.',
})
export const workbookGone = refusal<{ id: string }>('workbooks.gone', 410, 'never', {
  zh: '这个工作簿的内容已清除,请重新上传。',
  en: 'What stood in this workbook has been destroyed; send the file again.',
})
export const exportUnknown = refusal<{ id: string }>('workbooks.export-unknown', 404, 'later', {
  zh: '在您的辖区内没有这项导出({id})。',
  en: 'There is no such export in your area ({id}).',
})
export const exportTooLarge = refusal<{ rows: number; max: number }>('workbooks.export-too-large', 413, 'never', {
  zh: '共 {rows} 行,超过一张工作表的上限 {max} 行。请按乡镇或村分别导出。',
  en: 'There are {rows} rows, more than a sheet has room for ({max}). Export township by township.',
})
export const exportEmpty = refusal<{ division: string }>('workbooks.export-empty', 409, 'never', {
  zh: '{division} 没有可导出的内容。',
  en: 'There is nothing to export in {division}.',
})
export const exportNotWaiting = refusal<{ id: string }>('workbooks.export-not-waiting', 409, 'never', {
  zh: '这项导出不在等待审批。',
  en: 'This export is not waiting for a decision.',
})
export const exportNotReady = refusal<{ id: string }>('workbooks.export-not-ready', 409, 'later', {
  zh: '这项导出还没有准备好。',
  en: 'This export is not ready yet.',
})
export const exportOver = refusal<{ id: string }>('workbooks.export-over', 410, 'never', {
  zh: '这项导出已下载、取消、拒绝或过期,内容已清除。',
  en: 'This export was handed over, cancelled, refused or has expired; its content is destroyed.',
})
