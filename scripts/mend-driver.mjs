import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Trouble } from './trouble.mjs'

/**
 * The database driver (postgres 3.4.9, the newest there is) does not survive the loss of a connection: a write or a statement
 * that was waiting is remembered for ever, so the connection never serves again, and a statement given to a lost connection ends
 * the process. Known upstream (porsager/postgres 1066, 1154, 1208) and not released; mended here until it is.
 */
const VERSION = '3.4.9'
const FORGET = 'clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null // mended\n'
const MENDS = [
  ['    clearImmediate(nextWriteTimer)\n    if (socket) {\n', `    ${FORGET}    if (socket) {\n`],
  ['    clearImmediate(nextWriteTimer)\n    socket.removeListener(', `    ${FORGET}    socket.removeListener(`],
  [
    "    !hadError && (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))\n",
    "    query || (query = sent.shift()) // mended\n    query && error(Errors.connection('CONNECTION_CLOSED', options, socket))\n    query = null\n    rows = 0\n",
  ],
  [
    '    if (stream)\n      return queryError(q, Errors.generic(',
    "    if (socket === null) // mended\n      return queryError(q, Errors.connection('CONNECTION_CLOSED', options)), true\n\n    if (stream)\n      return queryError(q, Errors.generic(",
  ],
]

/** What has to stand in the driver's file; null when it stands there already. */
export function mended(source) {
  if (source.includes('// mended')) return null
  return MENDS.reduce((text, [found, put]) => {
    if (text.split(found).length !== 2) throw new Error('the database driver is not the one that was mended here')
    return text.replace(found, () => put)
  }, source)
}

export function mendDriver(root) {
  const folder = join(root, 'node_modules', 'postgres')
  if (!existsSync(folder)) return
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (version !== VERSION) throw new Error(`postgres ${version} is new here: look whether it still has to be mended`)
  const file = join(folder, 'src', 'connection.js')
  const text = mended(readFileSync(file, 'utf8'))
  if (text === null) return
  try {
    writeFileSync(`${file}.${process.pid}`, text)
    renameSync(`${file}.${process.pid}`, file)
  } catch (error) {
    throw new Trouble(
      `无法修补数据库驱动 ${file}(${error.code})。请由安装者先运行一次 npm start。`,
      `The database driver ${file} cannot be mended (${error.code}). Let whoever installed this run npm start once.`,
    )
  }
}
