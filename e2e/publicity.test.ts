import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPiece, aText } from '../server/src/capabilities/publicity/publicity.factory.ts'
import { newId } from '../server/test/scenario/scenario.ts'
import { openBrowser } from './browser.ts'
import { type ConsoleStage, flawsOf, openConsoleStage, overflowOf, type Size, withPage } from './console-stage.ts'

/** A county with an outline that no other test of the browser imports. */
const COUNTY = 130_930
const AT = '2020-01-26T09:00:00+08:00'
const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

let stage: ConsoleStage
let browser: Browser
let editorToken: string
let outId: string

beforeAll(async () => {
  stage = await openConsoleStage(COUNTY)
  browser = await openBrowser()
  const { desk, as } = stage
  const division = String(COUNTY)
  const editor = await as.role('publicity-editor')
  editorToken = editor.token
  const good = async (reply: Promise<{ status: number; body: unknown }>) => {
    const { status, body } = await reply
    expect([200, 201], JSON.stringify(body)).toContain(status)
    return body as { items: Array<{ code: string }> }
  }
  const channels: string[] = []
  for (const [kind, title] of [
    ['board', '公告栏'],
    ['wechat', '微信公众号'],
    ['radio', '广播台'],
  ]) {
    channels.push(newId())
    await good(desk.post('/publicity-channels', { id: channels.at(-1), division, kind, title }))
  }
  const [pieceId, versionId] = [newId(), newId()]
  outId = pieceId
  const content = aPiece({ texts: [aText({ title: '致返乡朋友的一封公开信' })] })
  await good(editor.post('/pieces', { id: pieceId, versionId, division, kind: 'open-letter', content }))
  await good(editor.post(`/pieces/${pieceId}/steps`, { id: newId(), versionId, step: 'submitted' }))
  await good(desk.post(`/pieces/${pieceId}/steps`, { id: newId(), versionId, step: 'approved' }))
  await good(editor.post(`/pieces/${pieceId}/publications`, { id: newId(), versionId, at: AT, channels }))
  const [legalId, legalVersion] = [newId(), newId()]
  const both = { duties: ['如实申报行程'], rights: ['不服决定可以申诉'] }
  const letter = aPiece({ texts: [aText({ ...both, title: '五机关联合通告' })], signed: ['县人民法院', '县公安局'] })
  await good(
    editor.post('/pieces', { id: legalId, versionId: legalVersion, division, kind: 'legal-notice', content: letter }),
  )
  for (const [who, step] of [
    [editor, 'submitted'],
    [desk, 'approved'],
  ] as const)
    await good(who.post(`/pieces/${legalId}/steps`, { id: newId(), versionId: legalVersion, step }))
  await good(
    editor.post(`/pieces/${legalId}/publications`, { id: newId(), versionId: legalVersion, at: AT, channels: [] }),
  )
  const villages = (await good(desk.get('/places/divisions?level=village&limit=40'))).items.map(({ code }) => code)
  const named = (nth: number) => ({ id: newId(), division: villages[nth] ?? '' })
  const speakers = villages.slice(0, 30).map((_, nth) => ({ ...named(nth), name: '村委会', at: AT }))
  await good(desk.post('/loudspeakers/batch', { items: speakers }))
  const times = [{ at: '07:00', minutes: 5 }]
  const plans = speakers.map((_, nth) => ({ ...named(nth), pieceId, fromOn: '2020-01-27', toOn: '2020-02-02', times }))
  await good(desk.post('/airings/batch', { items: plans }))
  const plays = plans.slice(0, 20).map(({ id: airingId, division: village }, nth) => ({
    ...{ id: newId(), division: village, pieceId, airingId, dueOn: '2020-01-27', dueAt: '07:00' },
    ...{ played: nth % 7 !== 6, minutes: nth % 7 === 6 ? null : 3, reason: nth % 7 === 6 ? 'power-cut' : null },
    at: '2020-01-27T07:00:00+08:00',
  }))
  await good(desk.post('/plays/batch', { items: plays }))
})
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

const at = (size: Size, token: string, work: (page: Page) => Promise<void>, javaScriptEnabled = true) =>
  withPage(browser, stage, { size, token, javaScriptEnabled, patienceMs: 15_000 }, work)
const sound = async (page: Page) => {
  expect(await flawsOf(page)).toEqual([])
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
}

test('a piece is written beside its preview, approved by somebody else, published, and read on the board without JavaScript', async () => {
  let address = ''
  await at(DESK, editorToken, async (page) => {
    await page.goto('/publicity/new')
    await page.getByLabel('署名').fill('防控办')
    await page.getByLabel('标题').fill('买菜不用慌')
    await page.getByLabel('正文').fill('超市和粮店正常供货。\n\n# 怎么买\n- 每户两天出来一个人\n- 戴口罩排队')
    await page.frameLocator('iframe').getByRole('heading', { name: '买菜不用慌' }).waitFor()
    await sound(page)
    await page.getByRole('button', { name: '保存稿件' }).click()
    await page.getByRole('button', { name: '送审' }).click()
    await page.getByText('待审核').first().waitFor()
    await page.getByRole('button', { name: '审核通过' }).waitFor({ state: 'detached' })
    address = new URL(page.url()).pathname
  })
  await at(DESK, stage.desk.token, async (page) => {
    await page.goto(address)
    await page.getByRole('button', { name: '审核通过' }).click()
    await page
      .getByRole('button', { name: '发 布', exact: true })
      .or(page.getByRole('button', { name: '发布', exact: true }))
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('公告栏').check()
    await dialog.getByRole('button', { name: /发\s?布/ }).click()
    await page.getByRole('heading', { name: '这篇稿件的各个渠道' }).waitFor()
    await sound(page)
  })
  const board = async (page: Page) => {
    await page.goto(`/board/${COUNTY}/`)
    await page.getByRole('link', { name: '买菜不用慌' }).click()
    await page.getByRole('heading', { name: '怎么买' }).waitFor()
    await page.getByRole('link', { name: 'English' }).click()
    await page.getByText('available in Chinese only').waitFor()
    await page.getByRole('link', { name: 'Isolation status' }).click()
    await page.getByLabel('Code on the decision').fill(`${COUNTY}-nothing`)
    await page.getByRole('button', { name: 'Show' }).click()
    await page.getByRole('alert').waitFor()
  }
  await at(PHONE, '', board, false)
})

test('one piece is followed through its channels, and silent villages say why, on a desk and on a phone', async () => {
  for (const size of [DESK, PHONE]) {
    await at(size, stage.desk.token, async (page) => {
      await page.goto('/publicity')
      await page.getByRole('link', { name: '致返乡朋友的一封公开信' }).waitFor()
      await sound(page)
      await page.goto(`/publicity/pieces/${outId}`)
      await page.getByText('微信公众号').first().waitFor()
      await sound(page)
      await page.goto('/loudspeakers?since=2020-01-27&until=2020-01-28')
      await page.getByText('没有上报').first().waitFor()
      expect(await page.locator('dd').first().innerText()).not.toBe('0')
      await sound(page)
      await page.goto('/loudspeakers?view=plays')
      await page.getByText('停电').first().waitFor()
      await sound(page)
    })
  }
  await at(DESK, stage.desk.token, async (page) => {
    await page.goto('/publicity?view=channels')
    await page.getByRole('button', { name: /^公布 .* 的数字$/ }).click()
    await page.getByText(/^截至 /).waitFor()
    await page.getByRole('button', { name: /^公布 .* 的数字$/ }).waitFor({ state: 'detached' })
    await sound(page)
    // Whoever runs a checkpoint sees what is told there, and where residents read it.
    await page.goto(`/checkpoints/${stage.checkpointId}`)
    await page.getByRole('link', { name: '五机关联合通告' }).waitFor()
    await page.getByRole('link', { name: /\/board\/\d{6}\/rights\.html$/ }).waitFor()
  })
  await at(PHONE, '', async (page) => {
    await page.goto(`/board/${COUNTY}/status.html`)
    await page.getByRole('main').getByRole('link', { name: '权利和义务' }).click()
    await page.getByText('不服决定可以申诉').waitFor()
    for (const path of ['', 'answers.html', 'closures.html', 'figures.html', 'rights.html', `pieces/${outId}.html`]) {
      await page.goto(`/board/${COUNTY}/${path}`)
      await sound(page)
    }
  })
})
