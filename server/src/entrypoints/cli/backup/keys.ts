import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Trouble } from '../../../../../scripts/trouble.mjs'
import { KEY_FILE, type Keys, markOfKeys, readKeys } from '../../../config.ts'

/**
 * A copy of the keys, apart from the backup. One medium with both would open everything to whoever finds it, so that has to be asked for in
 * so many words.
 */
export function copyKeys(dataFolder: string, to: string, backups: string | null, onOneDisk: boolean): string {
  const from = join(dataFolder, KEY_FILE)
  if (!existsSync(from)) throw noKeys(dataFolder)
  const isFolder = statSync(to, { throwIfNoEntry: false })?.isDirectory() ?? false
  const file = resolve(isFolder ? join(to, `qunfang-keys-${markOfKeys(readKeys(from))}.json`) : to)
  const place = statSync(dirname(file), { throwIfNoEntry: false })
  if (!place)
    throw new Trouble(
      `没有文件夹 ${dirname(file)},密钥没有存。`,
      `There is no folder ${dirname(file)}; the keys were not copied.`,
    )
  const beside = backups !== null && statSync(backups, { throwIfNoEntry: false })?.dev === place.dev
  if (beside && !onOneDisk)
    throw new Trouble(
      `${dirname(file)} 与备份 ${backups} 在同一块盘上:谁拿到这块盘就能读出所有人的姓名证件。请把密钥存到另一块盘(例如锁起来的 U 盘);一定要放在一起,加 --same-disk。`,
      `${dirname(file)} is on the same disk as the backup ${backups}: whoever has that disk can read everybody's name and number. Keep the keys on another one (a memory stick that is locked away); if they have to be together, add --same-disk.`,
    )
  const content = readFileSync(from)
  if (existsSync(file) && !readFileSync(file).equals(content))
    throw new Trouble(
      `${file} 已经有别的内容,没有改动它。请换一个名字。`,
      `${file} holds something else and was left alone. Choose another name.`,
    )
  writeFileSync(file, content, { mode: 0o600, flush: true })
  return file
}

const noKeys = (dataFolder: string) =>
  new Trouble(`${dataFolder} 里没有 ${KEY_FILE}。`, `There is no ${KEY_FILE} in ${dataFolder}.`)

/** The keys that a backup was sealed with: from the file that is given, else those of the data folder. Never new ones. */
export function findKeys(dataFolder: string, given: string | undefined, wanted: string): { keys: Keys; file: string } {
  const file = given ?? join(dataFolder, KEY_FILE)
  if (!existsSync(file))
    throw new Trouble(
      `没有密钥(${file} 不存在)。没有当初封存的密钥,恢复出来的姓名、证件、电话谁也读不出,所以不恢复。请用 --keys 密钥文件 给出编号 ${wanted} 的密钥。`,
      `There are no keys (${file} is not there). Without those that sealed it nobody could ever read the names and numbers that are brought back, so nothing was restored. Give the keys ${wanted} with --keys FILE.`,
    )
  let keys: Keys
  try {
    keys = readKeys(file)
  } catch {
    throw new Trouble(`${file} 不是密钥文件。`, `${file} is no file of keys.`)
  }
  const mark = markOfKeys(keys)
  if (mark !== wanted)
    throw new Trouble(
      `密钥不对:备份是用编号 ${wanted} 的密钥封存的,${file} 是 ${mark}。用错的密钥恢复,姓名证件就都读不出了,所以不恢复。请用 --keys 给出对的密钥。`,
      `These are not the keys: the backup was sealed with ${wanted}, ${file} holds ${mark}. With the wrong ones no name could be read, so nothing was restored. Give the right ones with --keys FILE.`,
    )
  return { keys, file: resolve(file) }
}

/** Puts the keys of a restored county where the server looks for them; those that were there stay beside it. */
export function adoptKeys(dataFolder: string, file: string, now: Date): void {
  const place = resolve(dataFolder, KEY_FILE)
  if (resolve(file) === place) return
  const content = readFileSync(file)
  if (existsSync(place) && readFileSync(place).equals(content)) return
  writeFileSync(`${place}.restored`, content, { mode: 0o600, flush: true })
  if (existsSync(place)) renameSync(place, `${place}.before-${now.toISOString().replace(/[-:]|\.\d+/g, '')}`)
  renameSync(`${place}.restored`, place)
}
