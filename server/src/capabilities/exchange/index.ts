export { writeEnglish } from './english.docx.ts'
export { writeOfficial } from './official.docx.ts'
export { breakTitle, markSizeOf } from './official.layout.ts'
export { drawOfficial, type EnglishAccount, type Official, printEnglish, printOfficial } from './official.ts'
export { type Answered, nextTryAt, type Post, postOverTls, sender } from './posting.ts'
export {
  type Chart,
  type Contacts,
  type Grid,
  type Labels,
  type Notice,
  type NoticeFile,
  printChart,
  printContacts,
  printGrids,
  printLabels,
  printLeaflet,
  printNotices,
  printTable,
  type Table,
} from './printing.ts'
export { readSheets, type SheetPart, type SheetRows, type Sheets, streamSheets } from './reading.ts'
export { type Cell, columnName, type Limits, type Row, usualLimits } from './table.ts'
export { LAST_ROW, streamWorkbook, writeCsv, writeWorkbook } from './writing.ts'
