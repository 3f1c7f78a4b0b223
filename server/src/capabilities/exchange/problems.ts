import { type Problem, refusal } from '../../kernel/problem.ts'
import type { RefusalCode, Refused } from './table.ts'

interface At extends Record<string, unknown> {
  /** Where in the file, in words for both languages; empty when it is the file itself. */
  at: string
  limit: number | null
}

const say = {
  unreadable: refusal<At>('exchange.unreadable', 422, 'never', {
    zh: '{at}文件已损坏或不完整,未作任何处理。请重新导出后再上传。',
    en: '{at}The file is damaged or incomplete; nothing was done with it. Export it anew and send it again.',
  }),
  'not-a-table': refusal<At>('exchange.not-a-table', 422, 'never', {
    zh: '这不是表格文件。请上传 xlsx 或 csv。',
    en: 'This is not a table. Send an xlsx or csv file.',
  }),
  'old-format': refusal<At>('exchange.old-format', 422, 'never', {
    zh: '这是旧式 xls 文件,或设有打开密码。请在表格软件中另存为不带密码的 xlsx 后再上传。',
    en: 'This is an old xls file, or one locked with a password. Save it as xlsx without a password and send it again.',
  }),
  'web-page': refusal<At>('exchange.web-page', 422, 'never', {
    zh: '文件名像表格,内容却是网页。请在表格软件中打开,另存为 xlsx 后再上传。',
    en: 'It is named like a table but is a web page inside. Open it in a spreadsheet, save it as xlsx and send it again.',
  }),
  macros: refusal<At>('exchange.macros', 422, 'never', {
    zh: '文件含有宏,一律不收。请另存为不含宏的 xlsx。',
    en: 'The file has macros, which are never taken. Save it as xlsx without macros.',
  }),
  'external-links': refusal<At>('exchange.external-links', 422, 'never', {
    zh: '文件引用了其他文件的内容。请只粘贴数值,另存后再上传。',
    en: 'The file refers to other files. Paste the values alone, save it and send it again.',
  }),
  encoding: refusal<At>('exchange.encoding', 422, 'never', {
    zh: '文字编码无法辨认(可用 UTF-8、UTF-16、GB18030)。请另存为 UTF-8 的 csv 或 xlsx。',
    en: 'The text is in no encoding we know (UTF-8, UTF-16, GB18030). Save it as csv in UTF-8, or as xlsx.',
  }),
  'quote-open': refusal<At>('exchange.quote-open', 422, 'never', {
    zh: '{at}有一处引号没有闭合,之后的内容会被当成一格。请改正后再上传。',
    en: '{at}A quotation mark is never closed, so that all that follows would be one cell. Correct it and send it again.',
  }),
  malformed: refusal<At>('exchange.malformed', 422, 'never', {
    zh: '{at}文件内部结构有误。请用表格软件打开,另存后再上传。',
    en: '{at}The structure inside the file is wrong. Open it in a spreadsheet, save it anew and send it again.',
  }),
  'too-many-parts': refusal<At>('exchange.too-many-parts', 422, 'never', {
    zh: '文件内含的部件或工作表过多(上限 {limit})。',
    en: 'The file holds too many parts or sheets (at most {limit}).',
  }),
  'too-large-inside': refusal<At>('exchange.too-large-inside', 413, 'never', {
    zh: '文件展开后超过 {limit} MB,不予读取。请拆分后再上传。',
    en: 'Unpacked, the file would be larger than {limit} MB, so it was not read. Send it in parts.',
  }),
  'too-many-rows': refusal<At>('exchange.too-many-rows', 413, 'never', {
    zh: '{at}行数超过 {limit},全部未处理。请拆分后再上传。',
    en: '{at}There are more than {limit} rows; none was processed. Send them in parts.',
  }),
  'too-many-columns': refusal<At>('exchange.too-many-columns', 413, 'never', {
    zh: '{at}列数超过 {limit},全部未处理。',
    en: '{at}There are more than {limit} columns; nothing was processed.',
  }),
  'cell-too-long': refusal<At>('exchange.cell-too-long', 413, 'never', {
    zh: '{at}有一格超过 {limit} 个字,全部未处理。',
    en: '{at}A cell has more than {limit} characters; nothing was processed.',
  }),
  'out-of-memory': refusal<At>('exchange.out-of-memory', 413, 'never', {
    zh: '文件过大,读取时超出了允许的内存,全部未处理。请拆分后再上传。',
    en: 'The file is too large: reading it took more memory than is allowed, and nothing was processed. Send it in parts.',
  }),
} satisfies Record<RefusalCode, unknown>

export function refusedFile({ code, sheet, row, column, limit }: Refused): Problem {
  const place = [sheet, column && row ? `${column}${row}` : row].filter(Boolean).join(' ')
  const problem = say[code]({ at: place === '' ? '' : `${place}: `, limit: limit ?? null })
  return problem
}

export const fileTooLarge = refusal<{ limit: number }>('exchange.too-large', 413, 'never', {
  zh: '文件超过 {limit} MB,未作任何处理。请拆分后再上传。',
  en: 'The file is larger than {limit} MB; nothing was done with it. Send it in parts.',
})
export const tooSlow = refusal<{ seconds: number }>('exchange.too-slow', 413, 'never', {
  zh: '{seconds} 秒内没有读完,已停止,未作任何处理。请拆分后再上传。',
  en: 'It could not be read within {seconds} seconds; reading was stopped and nothing was done. Send it in parts.',
})
export const readerAbsent = refusal('exchange.reader-absent', 503, 'later', {
  zh: '读取文件的程序未能启动,文件本身没有问题,未作任何处理。请稍后再试;如仍不行,请告知管理员。',
  en: 'The program that reads files could not be started; nothing is wrong with the file and nothing was done with it. Try again later, and tell the administrator if it stays so.',
})
export const readersBusy = refusal('exchange.busy', 503, 'later', {
  zh: '正在读取其他文件,请稍等片刻再上传。',
  en: 'Other files are being read just now; send this one again in a moment.',
})
