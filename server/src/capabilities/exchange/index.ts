export { type Notice, type NoticeFile, printNotices } from './printing.ts'
export { readSheets, type SheetPart, type SheetRows, type Sheets, streamSheets } from './reading.ts'
export { type Cell, columnName, type Limits, type Row, usualLimits } from './table.ts'
export { LAST_ROW, streamWorkbook, writeCsv, writeWorkbook } from './writing.ts'
