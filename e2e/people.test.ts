import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aHouseholdToSend, aMember } from '../server/src/capabilities/people/households.factory.ts'
import { anIdNumber } from '../server/src/capabilities/people/people.factory.ts'
import { openBrowser } from './browser.ts'
import { type ConsoleStage, faultsOf, flawsOf, openConsoleStage, overflowOf, signedInAs } from './console-stage.ts'

const COUNTY = 130_683
let stage: ConsoleStage
let browser: Browser
let village: { code: string; name: string }

beforeAll(async () => {
  stage = await openConsoleStage(COUNTY)
  browser = await openBrowser()
  const { items } = (await stage.desk.get('/places/divisions?level=village&limit=1')).body
  village = items[0]
})
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

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

/** What the browser keeps on its disk, as anybody with the disk could read it. */
const keptBy = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const kept = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)]
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open(name)
        opening.onsuccess = () => resolve(opening.result)
      })
      for (const store of database.objectStoreNames) {
        const all = await new Promise<unknown[]>((resolve) => {
          const reading = database.transaction(store).objectStore(store).getAll()
          reading.onsuccess = () => resolve(reading.result)
        })
        for (const one of all) {
          const { sealed } = one as { sealed?: ArrayBuffer }
          kept.push(sealed ? new TextDecoder('latin1').decode(sealed) : JSON.stringify(one))
        }
      }
      database.close()
    }
    return kept.join('\n')
  })

test('a household is typed with the keyboard alone, survives a reload unsaved, and is saved as one', () =>
  atTheDesk(async (page) => {
    const number = anIdNumber()
    await page.goto(`/households/new?division=${village.code}`)
    await page.getByLabel('门牌').fill('12号')
    await page.getByLabel('楼栋单元 / 村民组').fill('第3组')
    await page.getByLabel('第 1 行 姓名').focus()
    await page.keyboard.type('张永丰')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.type('130899197001010011')
    await page.keyboard.press('Tab')
    await page.keyboard.type('13812346789')
    await page.keyboard.press('Control+Enter')
    await page.getByText('校验码不对,请对照证件重新录入').waitFor()
    expect(await page.getByLabel('第 1 行 号码').getAttribute('aria-invalid')).toBe('true')
    await page.getByLabel('第 1 行 号码').fill(number)
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('第 2 行 号码')
    await page.getByLabel('第 2 行 姓名').fill('李秀兰')
    expect(await flawsOf(page)).toEqual([])
    // The draft is written a moment after the last key.
    await expect.poll(() => keptBy(page).then((kept) => kept.length), { timeout: 5_000 }).toBeGreaterThan(300)
    expect(await keptBy(page)).not.toMatch(new RegExp(`${number}|13812346789|张永丰`))
    await page.reload()
    await page.getByText('接着上次没保存的内容').waitFor()
    expect(await page.getByLabel('第 2 行 姓名').inputValue()).toBe('李秀兰')
    await page.getByLabel('第 2 行 姓名').press('Control+Enter')
    await page.getByText('已保存:第3组 12号,2 人。').waitFor()
    expect(await page.getByLabel('第 1 行 姓名').inputValue()).toBe('')
    expect(await page.getByLabel('楼栋单元 / 村民组').inputValue()).toBe('第3组')

    await page.goto('/people')
    await page.getByLabel('姓名、拼音、首字母、号码').fill('zyf 6789')
    await page.getByRole('button', { name: '查找', exact: true }).click()
    await page.getByRole('link', { name: '张*丰' }).waitFor()
    expect(new URL(page.url()).search).toBe('')
    await page.getByRole('link', { name: /第3组 · 户主/ }).click()
    await page.getByRole('heading', { name: '第3组 12号', level: 1 }).waitFor()
    await page.getByRole('link', { name: '李*兰' }).waitFor()
    expect(await flawsOf(page)).toEqual([])
  }))

test('a number is shown whole for a purpose, and hidden again', () =>
  atTheDesk(async (page) => {
    const member = aMember({ name: '周大山', relation: 'head', phone: '13900002222' })
    await stage.desk.post('/households', aHouseholdToSend(village.code, { members: [member] }))
    await page.goto(`/people/${member.id}`)
    await page.getByText('139****2222').waitFor()
    await page.getByRole('button', { name: '查看明文' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '查看', exact: true }).click()
    await page.getByText('13900002222').waitFor()
    await page.getByRole('button', { name: '收起明文' }).click()
    expect(await page.getByText('13900002222').count()).toBe(0)
    expect(await flawsOf(page)).toEqual([])
  }))

test('two records of one person are compared, merged, and taken apart again, at phone width', () =>
  atTheDesk(
    async (page) => {
      const twice = { name: '钱德福', phone: '13900003333' }
      const [first, second] = [aMember({ ...twice, relation: 'head' }), aMember({ ...twice, document: null })]
      for (const member of [first, second]) {
        await stage.desk.post('/households', aHouseholdToSend(village.code, { id: randomUUID(), members: [member] }))
      }
      await page.goto('/people?view=alike')
      await page
        .getByRole('link', { name: /并排比较/ })
        .first()
        .click()
      await page.getByText('电话 相同').waitFor()
      expect(await overflowOf(page)).toBeLessThanOrEqual(0)
      await page.getByLabel('依据').fill('同一手机,已走访核实')
      await page.getByRole('button', { name: '合并', exact: true }).click()
      await page.getByText('2 个编号指同一人').waitFor()
      expect(new URL(page.url()).pathname).toBe(`/people/${first.id}`)
      await page.getByRole('button', { name: '撤销合并' }).click()
      await page.getByRole('dialog').getByLabel('依据').fill('是同名邻居')
      await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click()
      await page.getByText(/已于 .* 撤销/).waitFor()
      await page.goto(`/households/new?division=${village.code}`)
      await page.getByLabel('第 1 行 姓名').waitFor()
      expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    },
    { width: 390, height: 844 },
  ))
