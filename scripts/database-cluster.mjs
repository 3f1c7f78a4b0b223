import { spawnSync } from 'node:child_process'
import { chownSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makePrivateFolder } from './database-files.mjs'
import { Trouble } from './trouble.mjs'

/** Makes a new cluster beside its place and moves it there when it is complete: an interrupted one is simply made again. */
export function createCluster({ bin, home, folder, user, durable, secrets }) {
  const unfinished = join(home, 'postgres.new')
  rmSync(unfinished, { recursive: true, force: true })
  makePrivateFolder(unfinished, user)
  const passwordFile = join(home, 'initial-password')
  writeFileSync(passwordFile, secrets.admin, { mode: 0o600 })
  if (user) chownSync(passwordFile, user.uid, user.gid)
  const run = (program, args, input) => {
    const done = spawnSync(join(bin, program), args, { ...user, cwd: home, input, encoding: 'utf8', windowsHide: true })
    if (done.status !== 0) throw new Error(`${program} failed: ${done.stderr || done.error}`)
  }
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const safety = [
    '--auth=scram-sha-256',
    '--data-checksums',
    `--pwfile=${passwordFile}`,
    ...(durable ? [] : ['--no-sync']),
  ]
  run('initdb', ['-D', unfinished, '-U', 'postgres', '--no-instructions', ...locale, ...safety])
  rmSync(passwordFile)
  // The owner is no superuser, so that a managed server given by DATABASE_URL meets no surprise.
  run(
    'postgres',
    ['--single', '-D', unfinished, 'postgres'],
    [
      `create role qunfang login createrole createdb bypassrls password '${secrets.owner}'`,
      'create database qunfang owner qunfang template template0',
      '',
    ].join('\n'),
  )
  renameSync(unfinished, folder)
}

export function checkEdition(folder, major) {
  const stored = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  if (stored === String(major)) return
  throw new Trouble(
    `${folder} 中的数据属于 PostgreSQL ${stored},本版本带的是 ${major}。请用原来的版本导出后再导入,或把该文件夹移开以重新开始。`,
    `The data in ${folder} belong to PostgreSQL ${stored}, this version brings ${major}. Export with the earlier version and import here, or move that folder away to begin anew.`,
  )
}
