import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'

/** Files over the ceiling with their size: the size may only fall, and the entry goes when the file fits. */
const STILL_TOO_LONG: Record<string, number> = {}
const KERNEL_FILES = 11

function ceilingOf(file: string): number {
  if (/[.](test|long)[.]tsx?$|^e2e\//.test(file)) return 400
  if (file.endsWith('.tsx')) return 200
  return 300
}

/** What git knows or would take in, so that a new file is measured before its first commit. */
function listFiles(): string[] {
  const listed = execFileSync(
    'git',
    ['-c', 'safe.directory=*', 'ls-files', '--cached', '--others', '--exclude-standard'],
    { encoding: 'utf8' },
  )
  return listed
    .split('\n')
    .filter((file) => /[.](ts|tsx|mjs|css|sql)$/.test(file) && !file.includes('.gen.') && existsSync(file))
}

const complaints: string[] = []
for (const file of listFiles()) {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n').length
  const known = STILL_TOO_LONG[file]
  if (known === undefined && lines > ceilingOf(file))
    complaints.push(`${file}: ${lines} lines, the ceiling is ${ceilingOf(file)}`)
  if (known !== undefined && lines !== known)
    complaints.push(
      `${file}: ${lines} lines, listed with ${known}: ${lines < known ? 'lower its number' : 'it may only shrink'}`,
    )
  if (known !== undefined && lines <= ceilingOf(file)) complaints.push(`${file} fits now: take it off the list`)
  if (/(^|[/-])(utils?|helpers?|common|misc|v2)([./-]|$)/.test(basename(file)))
    complaints.push(`${file}: name it for what it does`)
}
for (const file of Object.keys(STILL_TOO_LONG))
  if (!existsSync(file)) complaints.push(`${file} is gone: take it off the list`)
const kernel = readdirSync('server/src/kernel').filter(
  (file) => file.endsWith('.ts') && !/[.](test|long|factory)[.]/.test(file),
)
if (kernel.length > KERNEL_FILES)
  complaints.push(`server/src/kernel has ${kernel.length} files, the ceiling is ${KERNEL_FILES}`)

for (const complaint of complaints) console.error(complaint)
process.exitCode = complaints.length > 0 ? 1 : 0
