import type { Cell } from '../exchange/index.ts'
import { type Column, choiceOf } from './rules.sheets.ts'

export interface Words {
  zh: string
  en: string
}
export type Taken = { ok: true; value: string | null } | { ok: false; why: Words }

const no = (zh: string, en: string): Taken => ({ ok: false, why: { zh, en } })
const yes = (value: string | null): Taken => ({ ok: true, value })

/** A spreadsheet keeps 15 digits of a number; what is longer is damaged already, or will be when it is saved again. */
const KEPT_DIGITS = 15

/** What a cell says, in the form its column asks for, or why it cannot be taken. */
export function take(cell: Cell | null, column: Column): Taken {
  if (cell === null || (cell.text.trim() === '' && !cell.formula)) {
    return column.required ? no(`“${column.zh}”必须填写`, `“${column.en}” has to be filled in`) : yes(null)
  }
  if (cell.formula) return no('此格是公式,请只粘贴数值', 'This is a formula; paste its value')
  if (cell.kind === 'error') return no('此格是错误值,请改正', 'This is an error value; correct it')
  if (cell.kind === 'boolean') return no('此格是真假值,请改为文字', 'This is true or false; write it as text')
  const text = cell.text.normalize('NFC').trim()
  if (cell.kind === 'number' && column.form !== 'number' && isDamaged(text)) {
    return no(
      '长号码存成了数字,末几位已丢失或将丢失;请把此列设为文本后重新填写',
      'A long number was stored as a number and has lost, or will lose, its last digits; make the column text and enter it again',
    )
  }
  if (/\p{Cc}/u.test(text)) return no('此格含有换行或控制字符', 'The cell has a line break or a control character')
  switch (column.form) {
    case 'date':
      return takeDate(text, cell.kind)
    case 'number':
      return takeNumber(text, column)
    case 'choice': {
      const code = choiceOf(column, text)
      return code === undefined ? no(`请从“${column.zh}”的列表中选`, `Choose “${column.en}” from its list`) : yes(code)
    }
    case 'text':
      return text.length > column.max
        ? no(`不能超过${column.max}个字`, `At most ${column.max} characters`)
        : cell.kind === 'date'
          ? no('此格存成了日期,请改为文本', 'This is stored as a date; make it text')
          : yes(text)
    default:
      return column.form satisfies never
  }
}

const isDamaged = (text: string): boolean => /e/i.test(text) || text.replace(/\D/g, '').length > KEPT_DIGITS

function takeNumber(text: string, { max }: Column): Taken {
  const whole = /^(\d+)(\.0+)?$/.exec(text)?.[1]
  return whole && whole.length <= max && Number(whole) <= 1_000_000
    ? yes(String(Number(whole)))
    : no('请填写整数', 'Give a whole number')
}

function takeDate(text: string, kind: Cell['kind']): Taken {
  const [, year, month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:T00:00:00)?$/.exec(text) ??
    (kind === 'date' ? null : /^(\d{4})(\d{2})(\d{2})$/.exec(text)) ??
    []
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  const isDay = year !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso)
  return isDay && iso >= '1900-01-01' ? yes(iso) : no('日期写成 2020-01-24 的形式', 'Write a day like 2020-01-24')
}
