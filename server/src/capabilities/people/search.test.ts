import { expect, test } from 'vitest'
import { type Client, newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { keepInventedDivisions } from '../places/places.factory.ts'
import { aHouseholdToSend, aMember } from './households.factory.ts'
import { anIdNumber } from './people.factory.ts'
import { readSearch } from './search-terms.ts'

const visit = { purpose: 'home-visit' } as const

async function aVillage(
  { inside, as, county }: Scenario,
  names: readonly string[],
  more: Record<string, unknown> = {},
) {
  await inside((ctx) => keepInventedDivisions(ctx))
  const here = `${county}100201`
  const cadre = await as.role('village-cadre', { division: here })
  const home = aHouseholdToSend(here, { members: names.map((name) => aMember({ name, ...more })) })
  expect((await cadre.post('/households', home)).status).toBe(201)
  return { here, cadre, home, desk: await as.countyDesk(), ids: home.members.map(({ id }) => id) }
}
const found = async (by: Client, q: string, more = {}) => {
  const { body } = await by.post('/people/search', { q, ...more }, visit)
  return body.items?.map((one: { person: { id: string } }) => one.person.id) ?? body.code
}

test(
  'a person is found by name, pinyin, initials, tails and whole numbers, and comes masked with a home',
  scenario(async (stage) => {
    const number = anIdNumber()
    const { cadre, ids, home } = await aVillage(stage, ['张永丰'], {
      document: { kind: 'resident-id', number },
      phone: '13812346789',
    })
    for (const q of [
      '张永丰',
      ' 张永丰 ',
      'zhangyongfeng',
      'Zhang Yongfeng',
      'ZYF',
      '6789',
      number.slice(-4),
      number.slice(-6),
      number,
      '13812346789',
      '+86 138-1234-6789'.replaceAll(' ', ''),
      '张永丰 6789',
      'zyf 6789',
      '13812346789 张永丰',
    ]) {
      expect([q, await found(cadre, q)]).toEqual([q, ids])
    }
    for (const q of ['张永', 'zhang', '1234', '张永丰 1111', '13812346789 李四', '13812346780']) {
      expect([q, await found(cadre, q)]).toEqual([q, []])
    }
    const { body } = await cadre.post('/people/search', { q: 'zyf' }, visit)
    expect(body).toMatchObject({
      by: ['latin'],
      next: null,
      items: [{ person: { name: '张*丰' }, home: { householdId: home.id, block: '2栋1单元' } }],
    })
    expect(JSON.stringify(body)).not.toContain(number)
    for (const q of ['z', '%', '张%', '12345', '----', '1234 5678 4321 9999']) {
      expect([q, await found(cadre, q)]).toEqual([q, 'people.search-unclear'])
    }
  }),
)

test(
  'a surname that is read otherwise as a word is found by either reading',
  scenario(async (stage) => {
    const { cadre, ids } = await aVillage(stage, ['单雄信', '曾国强', '尉迟恭', '吕绿', '阿卜杜拉·艾山'])
    for (const [at, ways] of [
      [0, ['shanxiongxin', 'danxiongxin', 'sxx', 'dxx']],
      [1, ['zengguoqiang', 'cengguoqiang', 'zgq']],
      [2, ['yuchigong', 'ycg', 'weichigong']],
      [3, ['lülü', 'lvlv', 'lulu', '吕绿']],
      [4, ['阿卜杜拉艾山', '阿卜杜拉·艾山', 'abudulaaishan']],
    ] as const) {
      for (const q of ways) expect([q, await found(cadre, q)]).toEqual([q, [ids[at]]])
    }
  }),
)

test(
  'a search ends at the area of the seat, goes page by page, and needs a seat that visits people',
  scenario(async (stage) => {
    const { cadre, desk, ids, here } = await aVillage(
      stage,
      Array.from({ length: 5 }, () => '王小明'),
    )
    const beside = await stage.as.role('village-cadre', { division: `${stage.county}100202` })
    expect(await found(beside, 'wxm')).toEqual([])
    expect(await found(desk, 'wxm', { division: `${stage.county}101` })).toEqual([])
    expect(await found(desk, 'wxm', { division: here })).toHaveLength(5)
    const pages: string[] = []
    for (let after: string | null = null; pages.length < 10; ) {
      const { body } = await cadre.post('/people/search', { q: '王小明', limit: 2, ...(after ? { after } : {}) }, visit)
      pages.push(...body.items.map((one: { person: { id: string } }) => one.person.id))
      after = body.next
      if (!after) break
    }
    expect(pages.sort()).toEqual([...ids].sort())
    const shift = await stage.as.role('checkpoint-shift', { division: here })
    expect((await shift.post('/people/search', { q: '王小明' }, { purpose: 'checkpoint-screening' })).status).toBe(403)
    const looks = await desk.get(`/people/${ids[0]}/accesses`, { purpose: 'resident-request' })
    expect(looks.body.items.length).toBeGreaterThan(0)
  }),
)

test(
  'a passer-by is found by the whole number alone, until a household takes them in',
  scenario(async (stage) => {
    const { cadre, here } = await aVillage(stage, ['周大'])
    const document = { kind: 'resident-id', number: anIdNumber() }
    await stage.inside(async (ctx) => {
      const { enrolMany } = await import('./enrol.ts')
      await enrolMany(ctx, [
        {
          id: newId(),
          division: here,
          recordedAt: new Date(),
          name: '钱过客',
          document: { kind: 'resident-id', number: document.number },
        },
      ])
    })
    expect(await found(cadre, '钱过客')).toEqual([])
    const [id] = await found(cadre, document.number)
    await cadre.post('/households', aHouseholdToSend(here, { members: [aMember({ name: '钱过客', document })] }))
    expect(await found(cadre, 'qgk')).toEqual([id])
  }),
)

test('what is typed is understood as a whole, the rarest part first', () => {
  const kinds = (q: string) => readSearch(q)?.map(({ kind }) => kind) ?? null
  expect(kinds('张三 1234')).toEqual(['tail4', 'name'])
  expect(kinds('Zhang San 123X')).toEqual(['tail4', 'latin'])
  expect(kinds('12345X')).toEqual(['tail6'])
  expect(kinds('13812345678')).toEqual(['phone'])
  expect(kinds('1381234567')).toBeNull()
  expect(kinds('张三 ?')).toBeNull()
  expect(kinds('')).toBeNull()
})
