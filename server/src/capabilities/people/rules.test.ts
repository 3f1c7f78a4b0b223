import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  checkCharacter,
  checkDocument,
  checkIdentityNumber,
  checkPhone,
  checkPlate,
  type DocumentKind,
  isSynthetic,
  maskDocument,
  maskName,
  maskPhone,
  maskPlate,
  reasons,
  syntheticPrefix,
} from './rules.ts'

const valid = ['34052419800101001X', '11010519491231002X', '440524188001010014', '13082219700101001X']

const reasonOf = (checked: { ok: true } | { ok: false; reason: string }) => (checked.ok ? null : checked.reason)

describe('an identity number', () => {
  test.each(valid)('%s is accepted', (number) => {
    expect(checkIdentityNumber(number, { today: '2020-02-06' })).toMatchObject({ ok: true, value: { number } })
  })

  test('tells birth date and sex', () => {
    expect(checkIdentityNumber('11010519491231002X')).toMatchObject({
      value: { birthDate: '1949-12-31', sex: 'female', kind: 'resident-id' },
    })
    expect(checkIdentityNumber('440524188001010014')).toMatchObject({ value: { birthDate: '1880-01-01', sex: 'male' } })
  })

  test.each([
    ['a lower-case x', '34052419800101001x'],
    ['full-width digits', '３４０５２４１９８００１０１００１X'],
    ['full-width x', '34052419800101001ｘ'],
    ['blanks', ' 340524 19800101 001X '],
    ['an ideographic blank', '340524\u300019800101001X'],
  ])('typed with %s is put right', (_how, typed) => {
    expect(checkIdentityNumber(typed)).toMatchObject({ value: { number: '34052419800101001X' } })
  })

  test('of fifteen digits becomes one of eighteen', () => {
    expect(checkIdentityNumber('130822700101001')).toMatchObject({ value: { number: '13082219700101001X' } })
    expect(reasonOf(checkIdentityNumber('130822700230001'))).toBe('id-date')
    expect(reasonOf(checkIdentityNumber('13082270010100X'))).toBe('id-characters')
  })

  test('of Hong Kong, Macao or Taiwan is a residence permit', () => {
    for (const region of ['810000', '820000', '830000']) {
      const first17 = `${region}19900101001`
      expect(checkIdentityNumber(first17 + checkCharacter(first17))).toMatchObject({ value: { kind: 'hmt-residence' } })
    }
    expect(reasonOf(checkIdentityNumber('810001199001010010'))).toBe('id-division')
  })

  test.each([
    ['id-length', '1308221970010100'],
    ['id-length', ''],
    ['id-length', '13082219700101001XX'],
    ['id-characters', '1308221970010X0010'],
    ['id-characters', '130822197001010O1X'],
    ['id-division', '99082219700101001X'],
    ['id-division', '01082219700101001X'],
    ['id-date', '130822197002300010'],
    ['id-date', '130822190002290010'],
    ['id-date', '130822197013010010'],
    ['id-checksum', '130822197001010011'],
    ['id-spreadsheet', '340524198001010000'],
  ])('is refused with %s: %s', (reason, number) => {
    expect(reasonOf(checkIdentityNumber(number, { today: '2020-02-06' }))).toBe(reason)
  })

  test('of somebody not yet born is refused where there is a clock', () => {
    const first17 = '13082220200207001'
    const number = first17 + checkCharacter(first17)
    expect(reasonOf(checkIdentityNumber(number, { today: '2020-02-06' }))).toBe('id-future')
    expect(checkIdentityNumber(number, { today: '2020-02-07' }).ok).toBe(true)
    expect(checkIdentityNumber(number).ok).toBe(true)
  })

  test('has to agree with the sex and birth date beside it', () => {
    expect(reasonOf(checkIdentityNumber('13082219700101001X', { sex: 'female' }))).toBe('id-sex')
    expect(reasonOf(checkIdentityNumber('13082219700101001X', { birthDate: '1970-01-02' }))).toBe('id-birth')
    expect(checkIdentityNumber('13082219700101001X', { sex: 'male', birthDate: '1970-01-01' }).ok).toBe(true)
  })
})

const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2020-01-31'), noInvalidDate: true })
const idNumber = fc
  .tuple(
    fc.constantFrom('130822', '110105', '429021', '830000', syntheticPrefix),
    day,
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([prefix, born, serial]) => {
    const first17 = `${prefix}${born.toISOString().slice(0, 10).replaceAll('-', '')}${String(serial).padStart(3, '0')}`
    return first17 + checkCharacter(first17)
  })

describe('for any identity number', () => {
  test('that follows the standard: accepted, and accepted again as it was kept', () => {
    fc.assert(
      fc.property(idNumber, (number) => {
        const once = checkIdentityNumber(number)
        expect(once).toMatchObject({ ok: true, value: { number } })
        if (once.ok) expect(checkIdentityNumber(once.value.number)).toEqual(once)
      }),
    )
  })

  test('one wrong digit, or two neighbours exchanged, is always noticed', () => {
    fc.assert(
      fc.property(idNumber, fc.integer({ min: 0, max: 17 }), fc.integer({ min: 1, max: 9 }), (number, at, shift) => {
        const digit = number.charAt(at)
        const wrong = digit === 'X' ? String(shift) : String((Number(digit) + shift) % 10)
        expect(checkIdentityNumber(number.slice(0, at) + wrong + number.slice(at + 1)).ok).toBe(false)
        const other = number.charAt(at + 1)
        if (at === 17 || digit === other) return
        expect(checkIdentityNumber(number.slice(0, at) + other + digit + number.slice(at + 2)).ok).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  test('a refusal never carries the character that would have been right', () => {
    fc.assert(
      fc.property(idNumber, fc.constantFrom(...'0123456789X'), (number, last) => {
        const tried = checkIdentityNumber(number.slice(0, 17) + last)
        if (!tried.ok) expect(Object.keys(tried)).toEqual(['ok', 'reason'])
      }),
    )
    expect(`${reasons['id-checksum'].zh}${reasons['id-checksum'].en}`).not.toMatch(/\d/)
  })

  test('the middle is hidden and the ends are kept', () => {
    fc.assert(
      fc.property(idNumber, (number) => {
        const masked = maskDocument(number)
        expect(masked).toBe(`${number.slice(0, 6)}********${number.slice(14)}`)
        expect(masked).not.toContain(number.slice(6, 14))
      }),
    )
  })
})

test('whatever is typed gets an answer, never an exception', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const checked of [checkIdentityNumber(text), checkPhone(text), checkPlate(text)])
        expect(typeof checked.ok).toBe('boolean')
      expect(typeof (maskName(text) + maskDocument(text) + maskPhone(text) + maskPlate(text))).toBe('string')
    }),
    { numRuns: 1000 },
  )
})

test.each<[DocumentKind, string, string | null]>([
  ['passport', 'e12345678', null],
  ['passport', 'E1234567 8', null],
  ['passport', 'E12', 'passport-form'],
  ['hmt-travel', 'H1234567890', null],
  ['hmt-travel', 'M12345678', null],
  ['hmt-travel', '12345678', null],
  ['hmt-travel', 'K12345678', 'hmt-travel-form'],
  ['military', '军字第1234567号', null],
  ['military', '12', 'military-form'],
  ['none', '', null],
  ['none', '123', 'document-none'],
  ['resident-id', '13082219700101001x', null],
  ['hmt-residence', '13082219700101001X', 'id-kind'],
])('a document of kind %s with number %s: %s', (kind, number, reason) => {
  expect(reasonOf(checkDocument({ kind, number }))).toBe(reason)
})

test.each([
  ['13812341234', '13812341234', null],
  ['+86 138-1234-1234', '13812341234', null],
  ['0086 13812341234', '13812341234', null],
  ['１３８１２３４１２３４', '13812341234', null],
  ['0314-5051234', '03145051234', null],
  ['+81 90 1234 5678', '+819012345678', null],
  ['12812341234', null, 'phone-prefix'],
  ['1381234123', null, 'phone-length'],
  ['138123412345', null, 'phone-length'],
  ['电话', null, 'phone-characters'],
])('the phone %s', (typed, kept, reason) => {
  const checked = checkPhone(typed)
  expect([checked.ok ? checked.value : null, reasonOf(checked)]).toEqual([kept, reason])
})

test.each([
  ['冀H12345', '冀H12345', null],
  ['冀h·1234挂', '冀H1234挂', null],
  ['京A 12345', '京A12345', null],
  ['冀HD12345', '冀HD12345', null],
  ['京AF01234', '京AF01234', null],
  ['冀08A1234', '冀08A1234', null],
  ['使014578', '使014578', null],
  ['冀H1234I', null, 'plate-characters'],
  ['H12345', null, 'plate-province'],
  ['冀H123', null, 'plate-length'],
])('the plate %s', (typed, kept, reason) => {
  const checked = checkPlate(typed)
  expect([checked.ok ? checked.value : null, reasonOf(checked)]).toEqual([kept, reason])
})

test('masking shows what is agreed and no more', () => {
  expect(['张永丰', '张丰', '张', '欧阳修之', 'John Smith', '阿卜杜拉·买买提'].map(maskName)).toEqual([
    '张*丰',
    '张*',
    '*',
    '欧**之',
    'J*** S***',
    '阿******提',
  ])
  expect(['13082219700101001X', 'E12345678', '1234'].map(maskDocument)).toEqual([
    '130822********001X',
    'E******78',
    '****',
  ])
  expect(['13812341234', '03145051234'].map(maskPhone)).toEqual(['138****1234', '0314****234'])
  expect(['冀H12345', '冀HD12345'].map(maskPlate)).toEqual(['冀H***45', '冀H****45'])
})

test('people who were made up are known by a prefix no county has', () => {
  expect(isSynthetic(`${syntheticPrefix}19700101001X`)).toBe(true)
  expect(isSynthetic('13082219700101001X')).toBe(false)
  expect(isSynthetic('XXX01000007')).toBe(true)
  expect(isSynthetic('E12345678')).toBe(false)
  const counties = readFileSync(new URL('../places/data/counties.tsv', import.meta.url), 'utf8')
  expect(counties).toMatch(/^130822\t/m)
  expect(counties).not.toContain(syntheticPrefix)
})
