import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aHouseholdToSend, aMember } from '../server/src/capabilities/people/households.factory.ts'
import { aPost } from '../server/src/capabilities/responsibility/responsibility.factory.ts'
import { aRound } from '../server/src/capabilities/visits/visits.factory.ts'
import { openBrowser } from './browser.ts'
import { type FieldStage, openFieldStage, PASSWORD, phoneContext, signIn, untilOfflineReady } from './field-stage.ts'

let stage: FieldStage
let browser: Browser
const homes: string[] = []
const round = { id: '' }

beforeAll(async () => {
  stage = await openFieldStage()
  browser = await openBrowser()
  for (const [nth, names] of [['周大山', '郑小河'], ['吴满仓'], ['钱三多']].entries()) {
    const members = names.map((name, at) => aMember({ relation: at === 0 ? 'head' : 'spouse', name }))
    const home = aHouseholdToSend(stage.division, {
      block: nth < 2 ? '第1组' : '第2组',
      walkOrder: nth + 1,
      door: `${nth + 1}号`,
      members,
    })
    expect((await stage.desk.post('/households', home)).status).toBe(201)
    homes.push(home.id)
  }
  const given = aRound(String(stage.county))
  expect((await stage.desk.post('/visits/rounds', given)).status).toBe(201)
  round.id = given.id
  await stage.settle()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await stage?.close()
})

async function aVolunteer(): Promise<{ name: string; accountId: string }> {
  const administrator = await stage.as.role('administrator')
  const name = `v${randomUUID().replaceAll('-', '').slice(0, 12)}`
  const seats = [{ division: stage.division, role: 'village-cadre', title: '志愿者' }]
  const body = { division: stage.division, signInName: name, name: '何包户', seats, password: PASSWORD }
  const made = await administrator.post('/access/accounts', body)
  expect(made.status).toBe(201)
  return { name, accountId: made.body.account.id }
}
interface Line {
  outcome: string
  note: string | null
  recordedAt: string
  sheets: Array<{ person: object | null; answers: Record<string, unknown>; unanswered: string[] }>
  followUps: Array<{ kind: string; outcome: string | null }>
}
const onServer = async (household: string | undefined): Promise<Line[]> =>
  (await stage.desk.get(`/visits/households/${household}`, { purpose: 'home-visit' })).body.visits
const soon = <T>(what: () => Promise<T>) => expect.poll(what, { timeout: 15_000 })

/** As somebody reads who has never seen the app: by the words, and nothing else. */
const reader = (page: Page) => ({
  tap: (words: string) => page.getByRole('button', { name: words, exact: true }).click(),
  follow: (words: string) => page.getByRole('link', { name: words }).first().click(),
  answer: (question: string, words: string) =>
    page.getByRole('group', { name: question }).getByRole('button', { name: words, exact: true }).click(),
  write: (question: string, words: string) => page.getByLabel(question).fill(words),
  sees: (words: string) => page.getByText(words).first().waitFor(),
})

/** What a person needs to read a line and to find its button, beside what the machine takes. */
const SECONDS_TO_READ_AND_TAP = 7

test('a volunteer who can read records a visit in three minutes, without a network and by the words on the screen', async () => {
  const { name } = await aVolunteer()
  const context = await browser.newContext(phoneContext)
  context.setDefaultTimeout(15_000)
  const faults: string[] = []
  context.on('weberror', (fault) => faults.push(fault.error().message))
  const page = await context.newPage()
  try {
    await signIn(page, stage.url, name)
    const { tap, follow, answer, write, sees } = reader(page)
    await follow('入户')
    await sees('三步就好')
    await sees('还有 3 户没见到')
    await untilOfflineReady(page)
    await context.setOffline(true)

    const began = Date.now()
    let taps = 0
    const then = async (done: Promise<unknown>) => {
      taps += 1
      await done
    }
    await then(tap('知道了'))
    await then(follow('1号'))
    await then(tap('见到人了'))
    await then(write('现住人数', '2'))
    await then(answer('有人来过或离开', '否'))
    await then(tap('周*山 →'))
    await then(answer('1. 近期去过或途经湖北等疫情发生地区吗?', '武汉'))
    await then(answer('2. 接触过从疫情发生地区来的人吗?', '否'))
    await then(answer('3. 有发热、咳嗽、乏力吗?', '没有'))
    await then(answer('1 月 15 日以来出过县或从外地回来', '是'))
    await then(write('到家日期', '2020-01-21'))
    await then(tap('郑*河 →'))
    const answeredAt = Date.now()
    await then(answer('1. 近期去过或途经湖北等疫情发生地区吗?', '没有'))
    // The phone dies in the middle of it, later than a thumb could tap again, and what was answered is there again.
    await soon(() => page.evaluate(lastDraftAt)).toBeGreaterThanOrEqual(answeredAt)
    await page.reload()
    await page.click('.ways button:has-text("继续")')
    await page.fill('input[name=pin]', '204816')
    await follow('入户')
    await follow('1号')
    await then(answer('2. 接触过从疫情发生地区来的人吗?', '否'))
    await then(answer('3. 有发热、咳嗽、乏力吗?', '没有'))
    await then(answer('1 月 15 日以来出过县或从外地回来', '否'))
    await sees('答完了')
    await then(tap('保存,去下一户'))
    await page.getByRole('heading', { name: '2号' }).waitFor()
    expect((Date.now() - began) / 1000 + taps * SECONDS_TO_READ_AND_TAP).toBeLessThan(180)

    await tap('没人,留了通知单')
    await write('下次怎么找到他们', '晚上七点以后在家')
    await tap('保存')
    await sees('还有 2 户没见到')
    await sees('已去 1 次')
    expect(await onServer(homes[0])).toEqual([])
    await context.setOffline(false)
    await soon(async () => (await onServer(homes[1])).length).toBe(1)
    const [met] = await onServer(homes[0])
    expect(met).toMatchObject({ outcome: 'met', followUps: [{ kind: 'travel', outcome: null }] })
    expect(met?.sheets.map(({ unanswered }) => unanswered)).toEqual([[], [], []])
    expect(met?.sheets.map(({ answers }) => answers['been-there'])).toEqual([undefined, '4201', 'no'])
    expect(await onServer(homes[1])).toMatchObject([{ outcome: 'notice', note: '晚上七点以后在家', sheets: [] }])
    expect(faults).toEqual([])
  } finally {
    await context.close()
  }
}, 60_000)

test('one’s own doors, what nobody chose is not saved, and a follow-up is closed on the phone', async () => {
  const { name, accountId } = await aVolunteer()
  const duties = [{ reach: 'block' as const, division: stage.division, block: '第2组' }]
  const holder = { kind: 'account' as const, id: accountId }
  const post = aPost(stage.division, { title: '包户3', holder, duties })
  expect(await stage.desk.post('/responsibility/posts', post)).toMatchObject({ status: 201 })
  await stage.settle()
  const context = await browser.newContext(phoneContext)
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  try {
    await signIn(page, stage.url, name)
    const { tap, follow, answer, write, sees } = reader(page)
    await follow('入户')
    await tap('知道了')
    await tap('我的户')
    await sees('还有 1 户没见到')
    expect(await page.locator('.door').count()).toBe(1)
    await follow('3号')
    await tap('保存')
    await sees('先点第一步里的结果')
    await tap('打电话问到了')
    await write('现住人数', '1')
    await answer('有人来过或离开', '是')
    await tap('钱*多 →')
    await answer('3. 有发热、咳嗽、乏力吗?', '咳嗽')
    await answer('3. 有发热、咳嗽、乏力吗?', '没有')
    await answer('3. 有发热、咳嗽、乏力吗?', '发热')
    await tap('保存')
    await sees('还有没问到的')
    expect(await onServer(homes[2])).toEqual([])
    await tap('保存')
    await soon(async () => (await onServer(homes[2])).length).toBe(1)
    const [asked] = await onServer(homes[2])
    expect(asked?.sheets[1]).toMatchObject({ answers: { symptoms: ['fever'] } })
    expect(asked?.followUps.map(({ kind }) => kind).sort()).toEqual(['fever', 'roster'])
    await stage.settle()
    await page.getByRole('button', { name: /更新/ }).click()
    await page.getByRole('link', { name: /待跟进/ }).click()
    await sees('由医疗和镇街落实')
    await tap('已经更新')
    await soon(
      async () => (await onServer(homes[2]))[0]?.followUps.find(({ kind }) => kind === 'roster')?.outcome,
    ).toBe('updated')
  } finally {
    await context.close()
  }
}, 60_000)

/** Runs in the page: when the newest half-filled form was written to the disk. */
function lastDraftAt(): Promise<number> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open('qunfang-field')
    open.onerror = () => reject(open.error)
    open.onsuccess = () => {
      const all = open.result.transaction('drafts').objectStore('drafts').getAll()
      all.onsuccess = () => {
        open.result.close()
        resolve(Math.max(0, ...all.result.map(({ changedAt }: { changedAt: number }) => changedAt)))
      }
    }
  })
}
