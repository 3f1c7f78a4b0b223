import { expect, test } from 'vitest'
import { newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { writeWorkbook } from '../exchange/index.ts'
import { keepInventedDivisions } from '../places/places.factory.ts'
import { aWorkbook, base64, sent, workOff } from './workbooks.factory.ts'

const post = (division: string, given: object = {}) => ({
  division,
  kind: 'village-cadre',
  title: '村支书',
  since: '2020-01-24',
  duties: division,
  signInName: 'Zhou.Xiaoman',
  accountName: '周小满',
  seatRole: '村(社区)干部',
  ...given,
})
type Line = ReturnType<typeof post>

async function loaded(stage: Scenario, posts: Line[], by?: Awaited<ReturnType<Scenario['as']['role']>>) {
  const desk = by ?? (await stage.as.countyDesk())
  const id = newId()
  await sent(stage, desk, id, await aWorkbook({ posts }))
  const { preview } = (await desk.get(`/exchange/workbooks/${id}`)).body
  const { items } = (await desk.get(`/exchange/workbooks/${id}/findings`)).body
  await desk.post(`/exchange/workbooks/${id}/apply`)
  await workOff(stage)
  const { applied } = (await desk.get(`/exchange/workbooks/${id}`)).body
  return { preview: preview[0], applied: applied[0], findings: items }
}

test(
  'whoever a post names by a sign-in name gets an account on a seat of their own, no password, and a one-time code by hand',
  scenario(async (stage) => {
    await stage.inside((ctx) => keepInventedDivisions(ctx))
    const desk = await stage.as.countyDesk()
    const village = `${stage.county}100201`
    const accounts = async () => (await desk.get('/access/accounts?signInName=zhou.xiaoman')).body.items
    const id = newId()
    const reply = await sent(stage, desk, id, await aWorkbook({ posts: [post(village)] }))
    expect(reply.body).toMatchObject({ accounts: 1 })
    expect(await accounts()).toEqual([])
    await desk.post(`/exchange/workbooks/${id}/apply`)
    await workOff(stage)
    const [account] = await accounts()
    expect(account).toMatchObject({
      name: '周小满',
      division: village,
      seats: [{ role: 'village-cadre', division: village }],
    })
    await stage.settle()
    const { items } = (await desk.get(`/responsibility/posts?area=${village}`)).body
    expect(items).toMatchObject([{ kind: 'village-cadre', holder: { kind: 'account', id: account.id } }])
    // There is no way in until somebody hands it out.
    const nobody = stage.as.nobody()
    const signIn = { county: stage.county, name: 'zhou.xiaoman', password: 'zhou.xiaoman' }
    expect((await nobody.post('/sign-in', signIn)).status).toBe(401)
    const codes = await stage.inside(
      ({ tx }) => tx`select 1 from access.one_time_code where county = ${stage.county} and account_id = ${account.id}`,
    )
    expect(codes).toHaveLength(0)
    const { body: welcome } = await desk.post(`/access/accounts/${account.id}/welcome`)
    const inside = await nobody.post('/sign-in/welcome', { code: welcome.code })
    expect(inside.body).toMatchObject({ outcome: 'signed-in', me: { role: 'village-cadre', division: village } })

    // The same row again changes nothing; another holder takes the seat and the post.
    const again = await loaded(stage, [post(village)])
    expect(again.applied).toMatchObject({ read: 1, same: 1 })
    const next = await loaded(stage, [post(village, { signInName: 'wang.dehai', accountName: '王德海' })])
    expect(next.preview).toMatchObject({ read: 1, changed: 1 })
    expect(next.applied).toEqual(next.preview)
    expect((await accounts())[0].seats).toEqual([])
    const [other] = (await desk.get('/access/accounts?signInName=wang.dehai')).body.items
    expect(other.seats).toHaveLength(1)
  }),
)

test(
  'a file gives nobody what its sender could not give, takes nobody’s name, and leaves no account without its post',
  scenario(async (stage) => {
    await stage.inside((ctx) => keepInventedDivisions(ctx))
    const village = `${stage.county}100201`
    const township = `${stage.county}100`
    const officer = await stage.as.role('township-officer', { division: township })
    const desk = await stage.as.countyDesk()
    await loaded(stage, [post(village)])
    const at = (title: string, given: object) => post(village, { title, ...given })
    const { preview, applied, findings } = await loaded(
      stage,
      [
        at('副书记', { signInName: 'zhou.xiaoman', accountName: '李四' }),
        at('会计', { signInName: 'kuaiji', seatRole: '乡镇防疫办' }),
        at('国王', { signInName: 'guowang', kind: 'king' }),
        at('一', { signInName: '1abc' }),
        at('二', { accountName: '' }),
        at('三', { seatRole: '系统管理员' }),
        at('四', { holder: '130899199001010017' }),
        post(township, { title: '乡长', kind: 'township-leader', signInName: 'xiangzhang', seatRole: '乡镇防疫办' }),
      ],
      officer,
    )
    expect(preview).toMatchObject({ read: 8, rejected: 8 })
    expect(applied).toEqual(preview)
    const places = findings.map(({ row, column }: { row: number; column: string }) => `${column}${row}`)
    expect(places.sort()).toEqual(['G2', 'G5', 'G8', 'H6', 'I3', 'I7', 'I9', 'B4'].sort())
    expect(JSON.stringify(findings)).not.toMatch(/zhou|xiangzhang|李四/)
    for (const name of ['kuaiji', 'guowang', 'xiangzhang']) {
      expect((await desk.get(`/access/accounts?signInName=${name}`)).body.items).toEqual([])
    }
  }),
)

test(
  'a column for passwords refuses the whole file, whatever it is called',
  scenario(async (stage) => {
    const desk = await stage.as.countyDesk()
    for (const heading of ['密码', '初始口令', 'Password', '登录密码(6位)', 'PIN']) {
      const rows = [
        ['所在区划代码', '岗位类别', '岗位名称', '设立日期', heading],
        ['', '', '', '', 'abc123'],
      ]
      const file = base64(await writeWorkbook([{ name: '岗位', rows }]))
      const { status, body } = await desk.post('/exchange/workbooks', { id: newId(), file })
      expect([heading, status, body.code]).toEqual([heading, 422, 'workbooks.password-in-file'])
      expect(JSON.stringify(body)).not.toContain('abc123')
    }
  }),
)
