import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCharacter, checkIdentityNumber, syntheticPrefix } from '../people/rules.ts'
import { formsOf, nameLikeness, soundsOf } from './linkage.names.ts'
import { correctionsOf, isOneSlipApart } from './linkage.numbers.ts'
import { passesOf } from './linkage.passes.ts'
import { compare, judge, type Particulars } from './linkage.ts'
import { looksLike } from './similar.ts'

const numberOf = (birth: string, serial: string) => {
  const first17 = `${syntheticPrefix}${birth}${serial}`
  return first17 + checkCharacter(first17)
}
const HIS = numberOf('19900101', '001')

interface Said extends Partial<Omit<Particulars, 'name'>> {
  name?: string
}
const said = ({ name, ...given }: Said): Particulars => ({
  document: null,
  misread: null,
  phone: null,
  birthDate: null,
  sex: null,
  division: null,
  ...given,
  name: name === undefined ? null : formsOf(name),
})
const person = said({
  name: '周小满',
  document: HIS,
  phone: '15400000001',
  birthDate: '1990-01-01',
  sex: 'male',
  division: '130822100201',
})
const village = '130822100201'
const township = '130822100'

describe('one row and one person', () => {
  test.each<[string, Said, 'sure' | 'doubtful' | 'none', string[]]>([
    [
      'the number, and a name that sounds the same',
      { document: HIS, name: '周晓满' },
      'sure',
      ['document-same', 'name-sound'],
    ],
    ['the number alone', { document: HIS }, 'sure', ['document-same']],
    ['the number under another name', { document: HIS, name: '王德海' }, 'doubtful', ['document-same', 'name-other']],
    [
      'one digit wrong, and the name',
      { misread: HIS.replace(/^130899/, '130898'), name: '周小满' },
      'sure',
      ['document-slip'],
    ],
    [
      'one digit wrong, and a name that looks alike',
      { misread: HIS.replace(/^130899/, '130898'), name: '周少满' },
      'doubtful',
      ['name-similar'],
    ],
    [
      'the same, and the village besides',
      { misread: HIS.replace(/^130899/, '130898'), name: '周少满', division: village },
      'sure',
      ['village-same'],
    ],
    ['the phone and the name', { phone: '15400000001', name: '周小满' }, 'sure', ['phone-same', 'name-same']],
    [
      'the phone and a brother’s name',
      { phone: '15400000001', name: '周小军', birthDate: '1988-03-05' },
      'none',
      ['name-near', 'birth-other'],
    ],
    [
      'the phone and the name of somebody of another age',
      { phone: '15400000001', name: '周小满', birthDate: '1962-07-09' },
      'doubtful',
      [],
    ],
    ['the phone under another name', { phone: '15400000001', name: '王德海' }, 'none', ['name-other']],
    [
      'name, birthday and township',
      { name: '周小满', birthDate: '1990-01-01', division: township },
      'sure',
      ['township-same'],
    ],
    ['name and birthday, from anywhere', { name: '周小满', birthDate: '1990-01-01' }, 'doubtful', ['birth-same']],
    [
      'name and birthday of a woman',
      { name: '周小满', birthDate: '1990-01-01', division: village, sex: 'female' },
      'doubtful',
      ['sex-other'],
    ],
    ['name and village', { name: '周小满', division: village }, 'doubtful', ['village-same']],
    [
      'day and month in each other’s place',
      { name: '周小满', birthDate: '1990-10-01', division: village },
      'doubtful',
      ['birth-slip'],
    ],
    ['name alone', { name: '周小满' }, 'none', ['name-same']],
    [
      'another number that checks',
      { document: numberOf('19900101', '003'), name: '周小满', division: village },
      'none',
      ['document-other'],
    ],
    [
      'another number, but name and phone',
      { document: numberOf('19900101', '003'), name: '周小满', phone: '15400000001' },
      'doubtful',
      ['document-other', 'phone-same'],
    ],
  ])('%s', (_, row, level, reasons) => {
    const found = compare(said(row), person)
    if (reasons.length > 0) expect(found.reasons).toEqual(expect.arrayContaining(reasons))
    expect(found.level).toBe(level)
  })
})

test('of two who could be meant neither is taken, unless the document names one of them', () => {
  const twin = { ...person, document: numberOf('19900101', '021') }
  const row = said({ name: '周小满', birthDate: '1990-01-01', division: village })
  expect(judge(row, [person, twin])).toMatchObject({ level: 'doubtful', candidates: { length: 2 } })
  expect(judge(said({ ...row, document: HIS, name: '周小满', phone: '15400000001' }), [twin, person])).toMatchObject({
    level: 'sure',
    candidates: [{ person: { document: HIS } }],
  })
  expect(judge(row, [])).toEqual({ level: 'none', candidates: [] })
})

test.each([
  ['周小满', '周小满', 'same'],
  ['周小满', '周 小 满', 'same'],
  ['欧阳春', '欧阳椿', 'sound'],
  ['单雄', '善雄', 'sound'],
  ['王未来', '王末来', 'similar'],
  ['李婷', '李停', 'sound'],
  ['陈志刚', '程志刚', 'near'],
  ['周小满', '周小军', 'near'],
  ['周满', '周军', 'other'],
  ['周小满', '王小满', 'other'],
  ['阿依古丽·买买提', '阿依古丽·买买提', 'same'],
  ['Maria Fernandez', 'MARIA FERNÁNDEZ', 'sound'],
  ['Maria Fernandez', 'Maria Fernandes', 'near'],
  ['Li Na', 'Li Ma', 'other'],
])('%s beside %s: %s', (one, other, likeness) => {
  const [mine, theirs] = [formsOf(one), formsOf(other)]
  if (!mine || !theirs) throw new Error('no name')
  expect(nameLikeness(mine, theirs)).toBe(likeness)
  expect(nameLikeness(theirs, mine)).toBe(likeness)
})

test('looking alike goes both ways, and nothing looks like itself', () => {
  expect(looksLike('末', '未') && looksLike('未', '末')).toBe(true)
  expect(looksLike('末', '末')).toBe(false)
})

const anyNumber = fc
  .tuple(
    fc.integer({ min: 1940, max: 2019 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.nat(999),
  )
  .map(([year, month, day, serial]) =>
    numberOf(
      `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`,
      String(serial).padStart(3, '0'),
    ),
  )

test('one wrong digit never hides a number, and is always noticed', () => {
  fc.assert(
    fc.property(anyNumber, fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
      const wrong = number.slice(0, at) + ((Number(number[at]) + by) % 10) + number.slice(at + 1)
      expect(isOneSlipApart(wrong, number)).toBe(true)
      expect(checkIdentityNumber(wrong).ok).toBe(false)
      expect(correctionsOf(wrong)).toContain(number)
      expect(correctionsOf(wrong).length).toBeLessThan(40)
    }),
  )
})

test('two neighbours that changed places are found as well', () => {
  fc.assert(
    fc.property(anyNumber, fc.nat(15), (number, at) => {
      const swapped = number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2)
      fc.pre(swapped !== number)
      expect(correctionsOf(swapped)).toContain(number)
    }),
  )
})

test('a row that agrees in all it says is sure, whatever it leaves out but name and number, or name and phone', () => {
  fc.assert(
    fc.property(
      fc.record({ phone: fc.boolean(), birthDate: fc.boolean(), division: fc.boolean(), sex: fc.boolean() }),
      (says) => {
        const row = { ...person, document: null }
        for (const field of ['phone', 'birthDate', 'division', 'sex'] as const) if (!says[field]) row[field] = null
        const { level } = compare(row, person)
        expect(level === 'sure').toBe(says.phone || (says.birthDate && says.division))
        expect(compare({ ...row, document: HIS }, person).level).toBe('sure')
      },
    ),
  )
})

describe('the passes', () => {
  test('each looks without what the others go by', () => {
    const passes = passesOf(
      said({
        name: '周小满',
        misread: HIS.replace(/^130899/, '130898'),
        phone: '15400000001',
        birthDate: '1990-02-01',
        division: village,
      }),
    )
    expect(passes.documents).toContain(HIS)
    expect(passes.phones).toEqual(['15400000001'])
    expect(passes.births).toContainEqual({ sound: 'zhouxiaoman', birthDate: '1990-02-01' })
    expect(passes.births).toContainEqual({ sound: 'zhouxiaoman', birthDate: '1990-01-02' })
    expect(passes.within).toMatchObject({ division: township, name: '周小满' })
    expect(passesOf(said({ name: '周小满' }))).toEqual({ documents: [], phones: [], births: [], within: null })
  })

  test('a name is also looked for as it would sound with another character, by ear or by eye', () => {
    const sounds = soundsOf(formsOf('陈末') ?? { folded: '', characters: [], readings: [] })
    expect(sounds).toEqual(expect.arrayContaining(['chenmo', 'chenwei', 'chengmo', 'cenmo']))
    expect(sounds.length).toBeLessThanOrEqual(14)
  })
})
