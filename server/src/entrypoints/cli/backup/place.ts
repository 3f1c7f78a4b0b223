import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startDatabase } from '../../../../../scripts/database.mjs'
import { isAlive, portAnswers } from '../../../../../scripts/processes.mjs'
import { Trouble } from '../../../../../scripts/trouble.mjs'
import { readPlace } from '../../../config.ts'

/** Who runs the product on a data folder, if anybody does. */
function runningOn(dataFolder: string): number | null {
  const note = join(dataFolder, 'running.json')
  if (!existsSync(note)) return null
  const { pid } = JSON.parse(readFileSync(note, 'utf8')) as { pid: number }
  return pid !== process.pid && isAlive(pid) ? pid : null
}

/**
 * The database that a command is about: the server of DATABASE_URL, the one that runs for the data folder, or that folder's own, started for
 * the command and stopped after it. `stopped` asks that nobody works with it meanwhile; `fresh` makes one where there is none.
 */
export async function withDatabase<T>(
  { stopped = false, fresh = false }: { stopped?: boolean; fresh?: boolean },
  work: (ownerUrl: string) => Promise<T>,
): Promise<T> {
  const { dataFolder, given } = readPlace()
  if (given) return work(given)
  const pid = runningOn(dataFolder)
  if (stopped && pid !== null)
    throw new Trouble(
      `群防正在这个数据文件夹上运行(进程 ${pid})。请先停止它(Ctrl-C),再恢复。`,
      `Qunfang is running on this data folder (process ${pid}). Stop it first (Ctrl-C), then restore.`,
    )
  const memo = join(dataFolder, 'database.json')
  if (existsSync(memo)) {
    const { owner, port } = JSON.parse(readFileSync(memo, 'utf8')) as { owner: string; port: number }
    if (!stopped && (await portAnswers(port))) return work(`postgres://qunfang:${owner}@127.0.0.1:${port}/qunfang`)
  } else if (!fresh) {
    throw new Trouble(
      `${dataFolder} 里还没有数据库。请用 QUNFANG_DATA 指出数据文件夹,或用 DATABASE_URL 指出数据库。`,
      `There is no database in ${dataFolder}. Name the data folder with QUNFANG_DATA, or a server with DATABASE_URL.`,
    )
  }
  const database = await startDatabase({ dataFolder, replace: stopped })
  try {
    return await work(database.ownerUrl)
  } finally {
    await database.stop()
  }
}
