import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPhone, type Phone } from '../browser.ts'
import { pageOf } from '../field-kills.ts'
import { type FieldStage, openFieldStage, screen, signIn, unlock, untilOfflineReady } from '../field-stage.ts'

// R02: the power goes the moment the screen says "saved". The profile lies on a file system of its own; the processes are stopped,
// the blocks of the disk are copied as they are, and a browser starts from the copy. R03: the same disk, really full.
const CUTS = Number(process.env['CUTS'] ?? 60)
const mayMount = process.platform === 'linux' && process.getuid?.() === 0

interface Disk {
  image: string
  at: string
}
const run = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: 'pipe' })

let stage: FieldStage
let folder: string
const mounted: string[] = []
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'qunfang-power-'))
  stage = await openFieldStage()
}, 120_000)
afterAll(async () => {
  await stage?.close()
  for (const at of mounted) run('umount', '-l', at)
  rmSync(folder, { recursive: true, force: true })
})

let disks = 0
function mount(image: string): Disk {
  const at = join(folder, `disk-${disks++}`)
  mkdirSync(at)
  run('mount', '-o', 'loop', image, at)
  mounted.push(at)
  return { image, at }
}
function newDisk(megabytes: number): Disk {
  const image = join(folder, `image-${disks}`)
  writeFileSync(image, '')
  truncateSync(image, megabytes * 1024 * 1024)
  run('mkfs.ext4', '-q', image)
  return mount(image)
}
function unmount({ at }: Disk): void {
  // Lazily: what was killed may take a moment to let go.
  run('umount', '-l', at)
  mounted.splice(mounted.indexOf(at), 1)
}

/** What the disk holds at this very moment, with everything that writes to it standing still. */
async function cutPower(phone: Phone, disk: Disk): Promise<Disk> {
  phone.freeze()
  const copy = join(folder, `image-${disks}`)
  copyFileSync(disk.image, copy)
  await phone.kill()
  unmount(disk)
  rmSync(disk.image)
  return mount(copy)
}

const profileOn = (disk: Disk): string => join(disk.at, 'profile')

async function seqsOf(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const open = indexedDB.open('qunfang-field')
      open.onsuccess = () => resolve(open.result)
    })
    const rows = await new Promise<Array<{ seq: number }>>((resolve) => {
      const asked = db.transaction('outbox').objectStore('outbox').getAll()
      asked.onsuccess = () => resolve(asked.result)
    })
    db.close()
    return rows.map(({ seq }) => seq)
  })
}

/** Resolves when the browser says "complete", by its usual durability. */
const writeRelaxed = (page: Page, key: string): Promise<void> =>
  page.evaluate(
    (key) =>
      new Promise<void>((resolve) => {
        const open = indexedDB.open('qunfang-field')
        open.onsuccess = () => {
          const work = open.result.transaction('remembered', 'readwrite', { durability: 'relaxed' })
          work.objectStore('remembered').put({ key, value: 1 })
          work.oncomplete = () => {
            open.result.close()
            resolve()
          }
        }
      }),
    key,
  )
const hasKey = (page: Page, key: string): Promise<boolean> =>
  page.evaluate(
    (key) =>
      new Promise<boolean>((resolve) => {
        const open = indexedDB.open('qunfang-field')
        open.onsuccess = () => {
          const asked = open.result.transaction('remembered').objectStore('remembered').count(key)
          asked.onsuccess = () => resolve(asked.result > 0)
        }
      }),
    key,
  )

async function start(disk: Disk): Promise<{ phone: Phone; page: Page }> {
  const phone = await openPhone(profileOn(disk))
  const page = await pageOf(phone)
  return { phone, page }
}

test.runIf(mayMount)(
  `${CUTS} power cuts at the word "saved", and as many with the usual durability beside them`,
  async () => {
    let disk = newDisk(96)
    let { phone, page } = await start(disk)
    await signIn(page, stage.url, await stage.shiftWorker())
    await untilOfflineReady(page)
    // So that the copy is of something that once was written out.
    await page.waitForTimeout(1000)
    run('sync')
    const result = { cuts: 0, lost: 0, relaxedLost: 0 }
    for (let cut = 0; cut < CUTS; cut += 1) {
      await phone.context.setOffline(true)
      await screen(page, { temperature: '365' })
      disk = await cutPower(phone, disk)
      ;({ phone, page } = await start(disk))
      await phone.context.setOffline(true)
      await page.goto(`${stage.url}/field/`)
      await unlock(page)
      result.cuts += 1
      const seqs = await seqsOf(page)
      result.lost += cut + 1 - seqs.length
      await page.waitForSelector('.screening')
      await writeRelaxed(page, `relaxed-${cut}`)
      disk = await cutPower(phone, disk)
      ;({ phone, page } = await start(disk))
      await phone.context.setOffline(true)
      await page.goto(`${stage.url}/field/`)
      await unlock(page)
      result.relaxedLost += (await hasKey(page, `relaxed-${cut}`)) ? 0 : 1
    }
    await phone.close()
    unmount(disk)
    console.info(`R02: ${JSON.stringify(result)}`)
    expect(result.lost).toBe(0)
    expect(result.relaxedLost).toBeGreaterThan(CUTS / 2)
  },
  3_600_000,
)

test.runIf(mayMount)(
  'a disk that is really full: nothing is called saved that is not, and it is said',
  async () => {
    const disk = newDisk(64)
    const { phone, page } = await start(disk)
    await signIn(page, stage.url, await stage.shiftWorker())
    await untilOfflineReady(page)
    await phone.context.setOffline(true)
    await screen(page, { temperature: '364' })
    try {
      run('dd', 'if=/dev/zero', `of=${join(disk.at, 'ballast')}`, 'bs=64k')
    } catch {
      // It ends with "no space left", which is what it is for.
    }
    let said = 1
    let refused = 0
    for (let n = 0; n < 300 && refused < 3; n += 1) {
      await page.focus('input[name=temperature]')
      for (const digit of '363') await page.click(`.keys button:text-is("${digit}")`)
      await page.click('.decide .pass')
      const outcome = await page.waitForFunction(() => {
        if (document.querySelector<HTMLInputElement>('input[name=temperature]')?.value === '') return 'saved'
        return /本机存储(已满|出错)/.test(document.body.innerText) && 'refused'
      })
      if ((await outcome.jsonValue()) === 'saved') said += 1
      else {
        refused += 1
        await page.click('.keys button:has-text("清")')
      }
    }
    rmSync(join(disk.at, 'ballast'))
    await phone.kill()
    const after = await start(disk)
    await after.phone.context.setOffline(true)
    await after.page.goto(`${stage.url}/field/`)
    await unlock(after.page)
    const kept = (await seqsOf(after.page)).length
    console.info(`R03: ${JSON.stringify({ said, kept, refused })}`)
    expect(kept).toBeGreaterThanOrEqual(said)
    await after.phone.close()
    unmount(disk)
  },
  600_000,
)

test.skipIf(mayMount)('a power cut needs a disk of its own, which only root may mount', () => undefined)
