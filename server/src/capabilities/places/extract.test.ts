import { expect, test } from 'vitest'
import { listedCounties, listedDivisions, readCounty, villageLevel } from './extract.ts'

const countLevels = async (county: string) => {
  const listed = await listedDivisions(county)
  const count = (level: string) => listed.filter((one) => one.level === level).length
  return [count('county'), count('township'), count('village'), count('community')]
}

test('Xinglong has 20 townships, 289 villages and 8 communities', async () => {
  expect(await countLevels('130822')).toEqual([1, 20, 289, 8])
  const listed = await listedDivisions('130822')
  const named = (name: string) => listed.filter((one) => one.name.startsWith(name)).map(({ code }) => code)
  expect(named('榆树沟')).toEqual(['130822101210', '130822108214'])
  expect(listed.find(({ code }) => code === '130822202')).toMatchObject({ name: '八卦岭满族乡', parent: '130822' })
  expect(listed.find(({ code }) => code === '130822100001')).toEqual({
    code: '130822100001',
    name: '东区北社区居民委员会',
    level: 'community',
    parent: '130822100',
    committee: true,
  })
})

test('cities without counties or townships and divided prefectures have the same shape', async () => {
  // 东莞 and 中山 are prefectures with towns and no counties; 嘉峪关 has neither counties nor districts.
  expect(await countLevels('441900')).toEqual([1, 36, 356, 253])
  for (const county of ['442000', '460400', '620201', '659001', '110101', '500155']) {
    const listed = await listedDivisions(county)
    expect(listed.length).toBeGreaterThan(10)
    const codes = new Set(listed.map(({ code }) => code))
    expect(listed.filter(({ parent }) => parent !== null && !codes.has(parent))).toEqual([])
  }
})

test('every county of the country can be read, each unit once and under its parent', async () => {
  const counties = await listedCounties()
  expect(counties.size).toBe(2978)
  expect(counties.get('420102')).toEqual({ code: '420102', name: '江岸区', prefecture: '武汉市', province: '湖北省' })
  let villages = 0
  for (const county of [...counties.keys()].filter((_, index) => index % 60 === 0)) {
    const listed = await listedDivisions(county)
    expect(listed[0]).toMatchObject({ code: county, level: 'county', name: counties.get(county)?.name })
    expect(new Set(listed.map(({ code }) => code)).size).toBe(listed.length)
    expect(listed.every(({ code, name }) => /^\d+$/.test(code) && name.length > 0)).toBe(true)
    villages += listed.length
  }
  expect(villages).toBeGreaterThan(5_000)
})

test('a code that is no county is listed nowhere', async () => {
  for (const code of ['130899', '710101', '130000', '999999', '810001', '../..', '']) {
    expect(await listedDivisions(code)).toEqual([])
  }
})

test('the block of a village code says what it is', () => {
  expect(villageLevel('130822100001')).toEqual({ level: 'community', committee: true })
  expect(villageLevel('130822100201')).toEqual({ level: 'village', committee: true })
  expect(villageLevel('130822100399')).toEqual({ level: 'village', committee: true })
  expect(villageLevel('130822100401')).toEqual({ level: 'community', committee: false })
  expect(villageLevel('130822100501')).toEqual({ level: 'village', committee: false })
})

test('a county is cut out of its province by its own line', () => {
  const province = '#130801甲区\n=100甲镇\n201一村\n#130802乙县\n=200乙乡\n202二村\n#130803丙县\n'
  expect(readCounty(province, '130802').map(({ code, name }) => code + name)).toEqual([
    '130802乙县',
    '130802200乙乡',
    '130802200202二村',
  ])
  expect(readCounty(province, '130803')).toHaveLength(1)
})
