import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSheets, writeWorkbook } from '../server/src/capabilities/exchange/index.ts'
import { anIdNumber } from '../server/src/capabilities/people/people.factory.ts'
import { openBrowser } from './browser.ts'
import { type ConsoleStage, faultsOf, flawsOf, openConsoleStage, overflowOf, signedInAs } from './console-stage.ts'

let stage: ConsoleStage
let browser: Browser
const NUMBER = anIdNumber(123_456)
let village = ''

beforeAll(async () => {
  stage = await openConsoleStage(130_724)
  browser = await openBrowser()
  const { body } = await stage.desk.get('/places/divisions?level=village&limit=1')
  village = body.items[0].code
  const document = { kind: 'resident-id', number: NUMBER }
  const said = { division: village, recordedAt: '2020-02-01T08:00:00+08:00', name: '周小满', document }
  const made = await stage.desk.post('/people', { id: randomUUID(), ...said })
  expect(made.status).toBe(201)
})
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

async function onPage(token: string, size: { width: number; height: number }, work: (page: Page) => Promise<void>) {
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN', baseURL: stage.url })
  try {
    await signedInAs(context, stage.url, token)
    const page = await context.newPage()
    const faults = faultsOf(page)
    await work(page)
    expect(faults).toEqual([])
  } finally {
    await context.close()
  }
}
const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

async function standsWell(page: Page): Promise<void> {
  expect(await flawsOf(page), page.url()).toEqual([])
  expect(await overflowOf(page), page.url()).toBeLessThanOrEqual(0)
}

const FILE = () =>
  writeWorkbook([
    {
      name: '比对名单',
      rows: [
        ['关于核查有关人员的名单'],
        ['序号', '人员', '身份证号', '手机号'],
        ['1', '周晓满', NUMBER.replace(/^130899/, '130898'), ''],
        ['2', '周小满', NUMBER, ''],
        ['3', '李春华', anIdNumber(123_999), '15400000088'],
        ['4', '赵大海', '1.30899E+17', ''],
      ],
    },
  ])

test('a list is looked into, its headings are confirmed, and its rows are counted', () =>
  onPage(stage.desk.token, DESK, async (page) => {
    await page.goto('/lists')
    await page.getByText('还没有部门名单').waitFor()
    await page.getByRole('button', { name: '接收名单' }).click()
    await page.getByRole('button', { name: '查看文件' }).click()
    await page.getByText('请填写来文单位').waitFor()
    await page
      .getByLabel('选择文件')
      .setInputFiles({ name: '名单.xlsx', mimeType: 'application/zip', buffer: await FILE() })
    await page.getByLabel('来文单位').fill('县公安局')
    await page.getByLabel('用途').fill('核查湖北返乡人员')
    await page.getByLabel('依据').fill('传染病防治法第三十三条')
    await page.getByRole('button', { name: '查看文件' }).click()
    await page.getByText('表头在第 2 行').waitFor()
    await page.getByLabel('含义: 人员').selectOption('name')
    await page.getByText('读取 4 行:可比对 3,未接收 1,空行 0').waitFor()
    await standsWell(page)
    await page.getByRole('button', { name: '确认并接收' }).click()
    await page.getByRole('heading', { name: '县公安局', level: 1 }).waitFor()
    const counts = page.getByLabel('各行去向')
    expect((await counts.innerText()).replace(/\s+/g, ' ')).toBe(
      '读取 4 比中 = 1 存疑 + 1 未登记 + 1 未接收 + 1 空行 + 0',
    )
    await standsWell(page)
  }))

test('the village decides on its phone who is meant, and answers', async () => {
  const cadre = await stage.as.role('village-cadre', { division: village })
  await onPage(cadre.token, PHONE, async (page) => {
    await page.goto('/lists')
    await page.getByRole('link', { name: '周*满' }).first().click()
    await page.getByText('可能是谁').waitFor()
    await page.getByText('号码差一位').waitFor()
    await standsWell(page)
    await page.getByRole('button', { name: '查看原文' }).click()
    await page.getByText('周晓满').waitFor()
    await page.getByRole('button', { name: '就是此人' }).click()
    await page.getByRole('radio', { name: '人在外地' }).check()
    await page.getByLabel('说明').fill('在北京务工')
    await page.getByRole('button', { name: '提交结果' }).click()
    await page.getByText('再次提交以最新一次为准').waitFor()
    await standsWell(page)
    await page.goto('/lists?view=entries&state=answered')
    await page.getByText('人在外地').waitFor()
  })
})

test('an entry of nobody known is passed on to another village, which finds it with the reason', async () => {
  const { items } = (await stage.desk.get('/places/divisions?level=village&limit=2')).body
  const other = items[1]
  await onPage(stage.desk.token, DESK, async (page) => {
    await page.goto('/lists?view=entries')
    await page.getByRole('link', { name: '李*华' }).click()
    await page.getByRole('button', { name: '转交他村' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: '转交给' }).fill(other.code)
    await page.keyboard.press('Enter')
    await dialog.getByLabel('原因').fill('电话里说住在那里')
    await standsWell(page)
    await dialog.getByRole('button', { name: '转交他村' }).click()
    await page.getByRole('heading', { name: '部门名单', level: 1 }).waitFor()
    await page.goto('/lists?view=entries&state=passed')
    await page
      .getByRole('row', { name: /李\*华/ })
      .getByText('已转交')
      .waitFor()
  })
  const cadre = await stage.as.role('village-cadre', { division: other.code })
  await onPage(cadre.token, PHONE, async (page) => {
    await page.goto('/lists')
    await page.getByRole('link', { name: '李*华' }).click()
    await page.getByText('电话里说住在那里').waitFor()
    await standsWell(page)
  })
})

test('the answers go back in a file, and the list ends with a certificate', () =>
  onPage(stage.desk.token, DESK, async (page) => {
    await page.goto('/lists')
    await page.getByRole('link', { name: '县公安局' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '反馈表 xlsx' }).click()
    const { sheets } = await readSheets(readFileSync(await (await download).path()))
    expect(sheets[0]?.rows[1]?.cells.map((cell) => cell?.text)).toEqual(
      expect.arrayContaining(['周晓满', '人在外地', '在北京务工']),
    )
    await page.getByText('已生成:4 行,其中 2 行尚未核查').waitFor()
    await page
      .getByRole('button', { name: '销 毁' })
      .or(page.getByRole('button', { name: '销毁' }))
      .first()
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('理由').fill('核查已完成')
    await dialog.getByRole('button', { name: /销\s?毁/ }).click()
    await page.getByText('销毁证明').waitFor()
    await page.getByText('文件 SHA-256').waitFor()
    await page.getByText('周小满').waitFor({ state: 'detached' })
    await standsWell(page)
  }))
