import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { authenticatorCode, makeColleague } from '../server/src/capabilities/access/access.factory.ts'
import { aPassage } from '../server/src/capabilities/checkpoints/checkpoints.factory.ts'
import { newId } from '../server/test/scenario/scenario.ts'
import { openBrowser } from './browser.ts'
import {
  type ConsoleStage,
  faultsOf,
  flawsOf,
  openConsoleStage,
  overflowOf,
  PASSWORD,
  signedInAs,
} from './console-stage.ts'

let stage: ConsoleStage
let browser: Browser

beforeAll(async () => {
  stage = await openConsoleStage()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

/** A page at the desk, closed again whatever happens; faults in it fail the test. */
async function atTheDesk(work: (page: Page) => Promise<void>, size = { width: 1440, height: 900 }): Promise<void> {
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN', baseURL: stage.url })
  try {
    await signedInAs(context, stage.url, stage.desk.token)
    const page = await context.newPage()
    const faults = faultsOf(page)
    await work(page)
    expect(faults).toEqual([])
  } finally {
    await context.close()
  }
}

const screenSomebody = (given: Parameters<typeof aPassage>[1] = {}) =>
  stage.desk.post(`/checkpoints/${stage.checkpointId}/passages`, aPassage(stage.checkpointId, given))

const live = async (kind: 'running' | 'historical', moment?: string) =>
  expect((await stage.desk.post('/retention/calendars', { id: newId(), kind, moment, ground: '演练' })).status).toBe(
    201,
  )

/** The machine that runs the tests does much else: what must happen may take its time. */
const soon = <T>(what: () => Promise<T>) => expect.poll(what, { timeout: 12_000 })

const figure = (page: Page, name: string) => page.locator('dl div', { hasText: name }).first().locator('dd a').first()

test('a first sign-in sets up the second factor, and a link leads back to where it pointed', async () => {
  const name = await stage.deskOfficer()
  const context = await browser.newContext({ locale: 'zh-CN', baseURL: stage.url })
  const page = await context.newPage()
  const faults = faultsOf(page)
  await page.goto('/checkpoints?kind=county-border')
  await page.getByRole('heading', { name: '登录' }).waitFor()
  expect(await flawsOf(page)).toEqual([])
  await page.getByLabel('用户名').fill(name)
  await page.getByLabel('密码', { exact: true }).fill('wrong wrong wrong')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('alert').getByText('用户名或密码不正确').waitFor()
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByText('不能扫描').click()
  const secret = (await page.locator('code').innerText()).replaceAll(/\s/g, '')
  await page.getByLabel('验证器显示的数字').fill(authenticatorCode(secret))
  await page.getByRole('button', { name: '确认' }).click()
  await page.getByRole('heading', { name: '检查站', level: 1 }).waitFor()
  expect(new URL(page.url()).search).toBe('?kind=county-border')
  await page.getByRole('link', { name: '迎宾路县界检测点' }).waitFor()
  expect(faults).toEqual([])
  await context.close()
})

test('a one-time code leads to a password and an authenticator, whatever address is typed, and then on to it', async () => {
  const post = { role: 'county-desk', division: String(stage.county) } as const
  const { code } = await makeColleague(await stage.as.role('administrator'), post)
  const context = await browser.newContext({ locale: 'zh-CN', baseURL: stage.url })
  const page = await context.newPage()
  const faults = faultsOf(page)
  await page.goto(`/welcome#code=${code}`)
  await page.getByRole('button', { name: '进入', exact: true }).click()
  await page.getByLabel('新密码').waitFor()
  await page.goto('/wall')
  await page.getByLabel('新密码').fill(PASSWORD)
  await page.getByLabel('再输入一次').fill(PASSWORD)
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByText('不能扫描').waitFor()
  await page.goto('/checkpoints?kind=county-border')
  expect(await page.getByRole('button', { name: '稍后再设置' }).count()).toBe(0)
  await page.getByText('不能扫描').click()
  const secret = (await page.locator('code').innerText()).replaceAll(/\s/g, '')
  await page.getByLabel('验证器显示的数字').fill(authenticatorCode(secret))
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('button', { name: '开始使用' }).click()
  await page.getByRole('heading', { name: '检查站', level: 1 }).waitFor()
  expect(new URL(page.url()).search).toBe('?kind=county-border')
  await page.getByRole('link', { name: '迎宾路县界检测点' }).waitFor()
  expect(faults).toEqual([])
  await context.close()
})

test('the overview follows what arrives, and shows any earlier moment', () =>
  atTheDesk(async (page) => {
    const before = Number((await stage.desk.get('/checkpoint-board')).body.total.screened)
    await page.goto('/')
    await soon(() => figure(page, '筛查人次').innerText()).toBe(String(before))
    await page.getByRole('status').getByText('实时').first().waitFor()
    await screenSomebody({ recordedAt: '2020-02-05T10:15:00+08:00' })
    await soon(() => figure(page, '筛查人次').innerText()).toBe(String(before + 1))
    await page.goto(`/?asOf=${encodeURIComponent('2020-02-05T02:14:00.000Z')}`)
    await page.getByText('历史时刻').waitFor()
    await soon(() => figure(page, '筛查人次').innerText()).toBe(String(before))
    await page.getByRole('button', { name: '后一小时' }).click()
    await soon(() => figure(page, '筛查人次').innerText()).toBe(String(before + 1))
    expect(new URL(page.url()).searchParams.get('asOf')).toContain('2020-02-05T03:14')
    expect(await flawsOf(page)).toEqual([])
  }))

test('a county that lives in the past opens at its own moment, and shows another when asked', () =>
  atTheDesk(async (page) => {
    for (const day of ['05', '09']) await screenSomebody({ recordedAt: `2020-02-${day}T10:15:00+08:00` })
    const moment = '2020-02-06T00:00:00.000Z'
    const { body } = await stage.desk.get(`/checkpoint-board?asOf=${moment}`)
    await live('historical', moment)
    try {
      await page.goto('/')
      await page.getByText('2020-02-06 08:00', { exact: true }).waitFor()
      await soon(() => figure(page, '筛查人次').innerText()).toBe(String(body.total.screened))
      await page.getByRole('img', { name: /2020-02-05 全县逐小时筛查/ }).waitFor()
      await page.getByRole('button', { name: '演练时刻', pressed: true }).waitFor()
      await page.getByRole('button', { name: '前一日 8 时' }).click()
      await page.getByText('历史时刻').waitFor()
      await page.getByText('2020-02-05 08:00', { exact: true }).waitFor()
      await page.goto('/checkpoints')
      await page.getByText('截至 2020-02-06 08:00').waitFor()
      await page.getByRole('link', { name: '迎宾路县界检测点' }).click()
      const day = page.getByLabel('选择日期')
      await soon(() => day.inputValue()).toBe('2020-02-05')
      await page.getByRole('button', { name: '演练时刻' }).click()
      await soon(() => day.inputValue()).toBe('2020-02-06')
      await day.fill('2020-02-09')
      await page.getByRole('button', { name: '更正 2020-02-09 10:15:00 的记录' }).waitFor()
      await screenSomebody({ recordedAt: '2020-02-05T20:00:00+08:00', temperatureC: 38.4, decision: 'medical' })
      await page.goto('/hand-overs')
      await page.getByText('12 小时', { exact: true }).waitFor()
      await page.getByRole('button', { name: '登记结果' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(/已排除/).check()
      await dialog.getByRole('button', { name: '登记结果' }).click()
      await page.getByText('没有待定的发热').waitFor()
      // It ended then, not today.
      expect((await stage.desk.get('/checkpoint-board')).body.openFevers).toBe(0)
    } finally {
      await live('running')
    }
  }))

test('a passage is corrected with its reason', () =>
  atTheDesk(async (page) => {
    await screenSomebody({ recordedAt: '2020-02-03T09:30:15+08:00', temperatureC: 36.9 })
    await page.goto(`/checkpoints/${stage.checkpointId}?day=2020-02-03`)
    await page.getByRole('button', { name: '更正 2020-02-03 09:30:15 的记录' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('体温').fill('36.4')
    await dialog.getByRole('button', { name: '提交更正' }).click()
    await dialog.getByText('请写明更正原因').waitFor()
    await dialog.getByLabel('更正原因').fill('额温枪读数抄错')
    await dialog.getByRole('button', { name: '提交更正' }).click()
    await page.getByText('更正 1 次').waitFor()
    await page.getByText('36.4 ℃').waitFor()
    expect(await flawsOf(page)).toEqual([])
  }))

test('a fever is red until its outcome is recorded', () =>
  atTheDesk(async (page) => {
    await page.goto('/hand-overs')
    await page.getByText('没有待定的发热').waitFor()
    await screenSomebody({ recordedAt: '2020-02-04T11:10:00+08:00', temperatureC: 38.2, decision: 'medical' })
    await page.getByText('等待结果').waitFor()
    await page.getByRole('link', { name: /发热移交.*1 例待定发热/ }).waitFor()
    await page.getByRole('button', { name: '登记结果' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(/已排除/).check()
    await dialog.getByLabel('检查地点或说明').fill('县医院发热门诊')
    await dialog.getByRole('button', { name: '登记结果' }).click()
    await page.getByText('没有待定的发热').waitFor()
    await page.getByText('已有结果').click()
    await page.getByText('县医院发热门诊').waitFor()
    expect(await flawsOf(page)).toEqual([])
  }))

test('a place is put on the map by a click on the outline', () =>
  atTheDesk(async (page) => {
    await page.goto('/places')
    await page.getByRole('button', { name: '迎宾路县界检测点' }).click()
    const editor = page.getByRole('region', { name: '标注“迎宾路县界检测点”' })
    const canvas = page.locator('canvas').first()
    await canvas.click({ position: { x: 420, y: 240 } })
    await soon(() => editor.getByLabel('经度').inputValue()).toMatch(/^11[78]\./)
    await editor.getByRole('button', { name: '就放在这里' }).click()
    await editor.waitFor({ state: 'detached' })
    await page.getByText('已标 1 处').waitFor()
    const { body } = await stage.desk.get(`/places/checkpoints/${stage.checkpointId}`)
    expect(body.position).toMatchObject({ lon: expect.closeTo(118.4, 0), lat: expect.closeTo(40.6, 0) })
  }))

const pages = [
  '/',
  '/checkpoints',
  '/hand-overs?state=all',
  '/places',
  '/places?tab=checkpoints',
  '/places?tab=compounds',
]
const more = [
  '/access',
  '/access?tab=accounts',
  '/access?tab=devices',
  '/audit',
  '/audit?view=person',
  '/settings',
  '/nowhere',
]

test.each([
  ['a desk', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
])(
  'every page stands on %s, with names for everything and nothing sticking out',
  (_, size) =>
    atTheDesk(async (page) => {
      for (const path of [...pages, ...more, `/checkpoints/${stage.checkpointId}?day=2020-02-05`]) {
        await page.goto(path)
        await page.locator('h1').waitFor()
        await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'))
        expect(await flawsOf(page), path).toEqual([])
        expect(await overflowOf(page), path).toBeLessThanOrEqual(0)
      }
    }, size),
  120_000,
)

test('the menu opens on a phone, by keyboard too, and closes on going somewhere', () =>
  atTheDesk(
    async (page) => {
      await page.goto('/')
      await page.getByRole('button', { name: '打开菜单' }).focus()
      await page.keyboard.press('Enter')
      const menu = page.getByRole('dialog', { name: '主菜单' })
      await menu.getByRole('button', { name: '排查' }).click()
      await menu.getByRole('link', { name: '检查站' }).click()
      await page.getByRole('heading', { name: '检查站', level: 1 }).waitFor()
      await menu.waitFor({ state: 'hidden' })
    },
    { width: 390, height: 844 },
  ))

test('the whole desk speaks English when asked, and stays with it', () =>
  atTheDesk(async (page) => {
    await page.goto('/')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Overview' }).waitFor()
    await page.goto('/hand-overs')
    await page.getByRole('heading', { name: 'Fever hand-overs' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
    await page.getByRole('button', { name: '中文' }).click()
    await page.getByRole('heading', { name: '发热移交' }).waitFor()
  }))

test('a page of the desk has any address of its own; what is no operation is no page', async () => {
  const page = await fetch(`${stage.url}/no-such-page`)
  expect([page.status, page.headers.get('content-type')?.split(';')[0]]).toEqual([200, 'text/html'])
  const none = await fetch(`${stage.url}/api/no-such-operation`)
  expect([none.status, ((await none.json()) as { code: string }).code]).toEqual([404, 'kernel.route-unknown'])
})

test('a server that does not answer is said in words, with a way on', () =>
  atTheDesk(async (page) => {
    await page.goto('/checkpoints')
    await page.getByRole('link', { name: '迎宾路县界检测点' }).waitFor()
    await page.route('**/api/hand-overs**', (route) => route.abort())
    await page.getByRole('link', { name: '发热移交' }).click()
    await page.getByRole('alert').getByText('连不上服务器').waitFor({ timeout: 15_000 })
    await page.unroute('**/api/hand-overs**')
    await page.getByRole('button', { name: '重试' }).click()
    await page.getByRole('alert').waitFor({ state: 'detached' })
  }))
