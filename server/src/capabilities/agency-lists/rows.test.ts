import { describe, expect, test } from 'vitest'
import type { Cell, SheetRows } from '../exchange/index.ts'
import { checkCharacter } from '../people/rules.ts'
import { areaBookOf, areaOf } from './areas.ts'
import { suggestFields } from './headings.ts'
import { findHeader, headingsOf, rowReader } from './rows.ts'
import type { Field } from './rules.ts'

const book = areaBookOf(
  new Map([
    ['130822', '兴隆县'],
    ['130822100', '兴隆镇'],
    ['130822101', '半壁山镇'],
    ['130822100201', '石洞子村民委员会'],
    ['130822100202', '上石洞子村民委员会'],
    ['130822100001', '东关社区居民委员会'],
    ['130822101201', '蓝旗营村民委员会'],
    ['130822101202', '石洞子村民委员会'],
  ]),
)
const idOf = (first17: string) => first17 + checkCharacter(first17)
const HIS = idOf('13089919900101001')

function readRows(...given: Parameters<typeof rowReader>) {
  const { below, take, read: count, blank } = rowReader(...given)
  return { rows: below.map(take), read: count, blank }
}

type Written = string | null | Partial<Cell>
const sheet = (rows: Written[][], merged: string[] = []): SheetRows => ({
  name: '名单',
  hidden: false,
  merged,
  rows: rows.flatMap((cells, at) =>
    cells.length === 0
      ? []
      : [
          {
            nth: at + 1,
            hidden: false,
            cells: cells.map((cell) =>
              cell === null
                ? null
                : {
                    kind: 'text' as const,
                    text: '',
                    formula: false,
                    ...(typeof cell === 'string' ? { text: cell } : cell),
                  },
            ),
          },
        ],
  ),
})
const read = (columns: Field[], ...rows: Written[][]) => readRows(sheet([columns, ...rows]), 1, columns, book)
const one = (columns: Field[], ...cells: Written[]) => {
  const [row] = read(columns, cells).rows
  if (!row) throw new Error('no row')
  return row
}

test('the headings are found below a title, and mean what offices call them', () => {
  const list = sheet([
    ['关于核查有关人员的名单'],
    [],
    ['序号', '姓 名', '公民身份号码', '手机号(本人)', '户籍地址', '现住址', '备注'],
  ])
  expect(findHeader(list)).toBe(3)
  expect(suggestFields(headingsOf(list, 3), new Map()).map(({ field }) => field)).toEqual([
    'other',
    'name',
    'document',
    'phone',
    'other',
    'address',
    'other',
  ])
  const english = [
    'No.',
    'Full Name',
    'ID_Number',
    'Mobile',
    'Date of birth',
    'Gender',
    'Township',
    'Village',
    'Remarks',
  ]
  expect(suggestFields(english, new Map()).map(({ field }) => field)).toEqual([
    'other',
    'name',
    'document',
    'phone',
    'birth',
    'sex',
    'township',
    'village',
    'other',
  ])
})

test('what a person confirmed for the sender before comes first', () => {
  const remembered = new Map<string, Field>([
    ['备注', 'phone'],
    ['电话', 'other'],
  ])
  expect(suggestFields(['姓名', '电话', '备注'], remembered)).toEqual([
    { field: 'name', from: 'dictionary' },
    { field: 'other', from: 'remembered' },
    { field: 'phone', from: 'remembered' },
  ])
})

describe('a document', () => {
  test.each<[string, Written, object]>([
    ['with 18 characters', HIS, { document: HIS, birthDate: '1990-01-01', sex: 'male' }],
    [
      'with a small x, in full width and with spaces',
      `  ${idOf('13089919900101005').toLowerCase().replace('1', '1')} `,
      { document: idOf('13089919900101005') },
    ],
    ['in the old form', '130899900101001', { document: HIS }],
    ['in the old form, as a number', { kind: 'number', text: '130899900101001' }, { document: HIS }],
    [
      'with one digit wrong',
      HIS.replace(/^130899/, '130898'),
      { document: null, misread: HIS.replace(/^130899/, '130898') },
    ],
    ['of another kind', 'E12345678', { document: 'E12345678', birthDate: null }],
    ['that is said to be missing', '无', { document: null, misread: null }],
  ])('%s', (_, cell, said) => {
    expect(one(['name', 'document', 'phone'], '周小满', cell, '15400000001').said).toMatchObject(said)
  })

  test.each<[string, Written]>([
    ['in scientific notation', '1.30899E+17'],
    ['in scientific notation, all digits that are left', { kind: 'number', text: '1.30899199001010E+17' }],
    ['as a number with more digits than a spreadsheet keeps', { kind: 'number', text: '130899199001010010' }],
    ['that ends in zeros and fails its check', '130899199001010000'],
  ])('damaged by a spreadsheet, %s, is refused and not guessed, whatever else the row says', (_, cell) => {
    const row = one(['name', 'document', 'phone'], '周小满', cell, '15400000001')
    expect(row.rejected).toEqual(['document-damaged'])
    expect(row.said).toMatchObject({ document: null, misread: null })
  })

  test('one that ends in zeros and checks by chance is believed, until another of the column is seen to be damaged', () => {
    const serial = Array.from(
      { length: 100 },
      (_, day) =>
        `1308991990${String(1 + Math.floor(day / 28)).padStart(2, '0')}${String(1 + (day % 28)).padStart(2, '0')}`,
    )
      .flatMap((start) => ['100', '200', '300', '400'].map((end) => idOf(start + end)))
      .find((number) => number.endsWith('000'))
    if (!serial) throw new Error('none ends so')
    const columns: Field[] = ['name', 'document']
    expect(read(columns, ['甲乙', serial]).rows[0]?.rejected).toEqual([])
    expect(read(columns, ['甲乙', serial], ['丙丁', '1.30899E+17']).rows[0]?.rejected).toEqual(['document-damaged'])
  })
})

test.each([
  ['1990-1-1', '1990-01-01'],
  ['1990.01.01', '1990-01-01'],
  ['1990/1/1', '1990-01-01'],
  ['1990年1月1日', '1990-01-01'],
  ['19900101', '1990-01-01'],
  ['1990-01-01T00:00:00', '1990-01-01'],
  ['1990-02-30', null],
  ['90.1.1', null],
])('a birth date written %s', (text, birthDate) => {
  expect(one(['name', 'phone', 'birth'], '周小满', '15400000001', text).said.birthDate).toBe(birthDate)
})

test('phones as they are written: with a prefix, in full width, two in one cell', () => {
  const phoneOf = (text: Written) => one(['name', 'document', 'phone'], '周小满', HIS, text).said.phone
  expect(phoneOf('+86 154-0000-0001')).toBe('15400000001')
  expect(phoneOf('15400000001')).toBe('15400000001')
  expect(phoneOf('0314-/15400000002')).toBe('15400000002')
  expect(phoneOf({ kind: 'number', text: '15400000001' })).toBe('15400000001')
  expect(one(['name', 'document', 'phone'], '周小满', HIS, '未留')).toMatchObject({
    said: { phone: null },
    notes: ['phone-invalid'],
  })
})

test.each([
  ['', '', '河北省承德市兴隆县兴隆镇上石洞子村3号', '130822100202'],
  ['', '', '兴隆镇石洞子村', '130822100201'],
  ['半壁山', '石洞子', '', '130822101202'],
  ['', '东关社区', '兴隆镇南大街', '130822100001'],
  ['', '', '半壁山镇', '130822101'],
  ['', '', '蓝旗营村12号', '130822101201'],
  ['', '', '石洞子村', null],
  ['', '', '北京市东城区', null],
])('township "%s", village "%s", address "%s" is %s', (township, village, address, code) => {
  expect(areaOf(book, { township, village, address })).toBe(code)
})

describe('what is not taken', () => {
  test('a row with nothing to go by', () => {
    expect(one(['name', 'document'], '周小满', null).rejected).toEqual(['nothing-to-go-by'])
    expect(one(['name', 'document'], '周小满', '12345').rejected).toEqual(['nothing-to-go-by', 'document-invalid'])
    expect(one(['name', 'village'], '周小满', '蓝旗营村').rejected).toEqual([])
  })

  test('a row with a formula, an error or a cell that is merged over rows', () => {
    expect(one(['name', 'document'], { text: '周小满', formula: true }, HIS).rejected).toEqual(['formula'])
    expect(one(['name', 'document'], { kind: 'error', text: '#N/A' }, HIS).rejected).toContain('error')
    const columns: Field[] = ['name', 'document', 'other']
    const list = sheet([columns, ['周小满', HIS, '甲'], [null, HIS, '乙'], ['王德海', HIS, '丙']], ['A2:A3', 'B4:C4'])
    expect(readRows(list, 1, columns, book).rows.map(({ rejected }) => rejected)).toEqual([['merged'], ['merged'], []])
  })

  test('a formula in a column that nobody asks about does no harm', () => {
    expect(one(['name', 'document', 'other'], '周小满', HIS, { text: '7', formula: true }).rejected).toEqual([])
  })
})

test('read is rows and blanks, down to the last row with something in it', () => {
  const columns: Field[] = ['name', 'document']
  const { read: count, blank, rows } = readRows(sheet([columns, ['甲', HIS], [], [], ['乙', HIS]]), 1, columns, book)
  expect({ count, blank, rows: rows.length }).toEqual({ count: 4, blank: 2, rows: 2 })
  expect(readRows(sheet([columns]), 1, columns, book)).toEqual({ rows: [], read: 0, blank: 0 })
})
