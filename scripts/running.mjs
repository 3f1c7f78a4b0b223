import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { unwritable } from './database.mjs'
import { isAlive, portAnswers } from './processes.mjs'
import { Trouble } from './trouble.mjs'

/** The command line of a process: after a reboot a remembered number may belong to a stranger. */
function commandOf(pid) {
  if (process.platform === 'win32') return ''
  const linux = `/proc/${pid}/cmdline`
  if (existsSync(linux)) return readFileSync(linux, 'utf8').replaceAll('\0', ' ')
  return spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout ?? ''
}

/**
 * Notes in the data folder who is using it. Refuses when another `npm start` is alive there; when one was killed, waits for
 * its server to leave.
 */
export async function claim(dataFolder, { host, port }) {
  const note = join(dataFolder, 'running.json')
  try {
    mkdirSync(dataFolder, { recursive: true })
    if (existsSync(note)) {
      const other = JSON.parse(readFileSync(note, 'utf8'))
      if (other.pid !== process.pid && isAlive(other.pid) && /start\.mjs/.test(commandOf(other.pid) || 'start.mjs')) {
        throw new Trouble(
          `群防已在运行:http://${other.host}:${other.port}(进程 ${other.pid})。要再开一套,请另选文件夹和端口:QUNFANG_DATA=… QUNFANG_PORT=… npm start`,
          `Qunfang is already running: http://${other.host}:${other.port} (process ${other.pid}). For a second one choose another folder and port: QUNFANG_DATA=… QUNFANG_PORT=… npm start`,
        )
      }
      for (let waited = 0; waited < 10_000 && (await portAnswers(other.port, other.host)); waited += 100)
        await sleep(100)
    }
    writeFileSync(note, JSON.stringify({ pid: process.pid, host, port }), { mode: 0o600 })
  } catch (error) {
    // A read-only disk may answer that the folder does not exist.
    throw unwritable(dataFolder, error, ['ENOENT'])
  }
  return () => rmSync(note, { force: true })
}
