import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { pathToFileURL } from 'node:url'
import { withCommands } from './readme-commands.mjs'

const OURS = /^(server|client|console|field|board|scenarios|bench|e2e|docs|scripts)\/[\w./-]+$/
const PROPOSED_DAYS = 30

function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')
}

function anchorsOf(text: string): Set<string> {
  const headings = [...text.matchAll(/^#{1,6}\s+(.+)$/gm)].map(([, heading = '']) => slug(heading.replace(/`/g, '')))
  return new Set([...headings, ...[...text.matchAll(/<a (?:id|name)="([^"]+)"/g)].map(([, id = '']) => id)])
}

/** Links that lead nowhere and paths in code type that do not exist. */
function checkFile(root: string, file: string, scripts: Record<string, string>): string[] {
  const text = readFileSync(join(root, file), 'utf8').replace(/^```[\s\S]*?^```/gm, '')
  const complaints: string[] = []
  for (const [, target = ''] of text.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)) {
    if (/^(https?:|mailto:)/.test(target)) continue
    const [path = '', anchor] = target.split('#')
    const found = path === '' ? file : normalize(join(dirname(file), decodeURI(path)))
    if (!existsSync(join(root, found))) complaints.push(`${file}: dead link ${target}`)
    else if (
      anchor &&
      found.endsWith('.md') &&
      !anchorsOf(readFileSync(join(root, found), 'utf8')).has(decodeURI(anchor))
    )
      complaints.push(`${file}: no heading for ${target}`)
  }
  for (const [, code = ''] of text.matchAll(/`([^`\n]+)`/g)) {
    const path = code.replace(/:\d+$/, '')
    if (OURS.test(path) && !/\/dist\//.test(path) && !existsSync(join(root, path)))
      complaints.push(`${file}: no such path ${code}`)
    const script = /^npm run ([\w:-]+)/.exec(code)?.[1]
    if (script && !scripts[script]) complaints.push(`${file}: no such command ${code}`)
  }
  return complaints
}

function checkDecisions(root: string, today: Date): string[] {
  const folder = join(root, 'docs/adr')
  if (!existsSync(folder)) return []
  const complaints: string[] = []
  const numbers = new Map<string, string>()
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.md'))) {
    const number = /^(\d{4})-[a-z0-9-]+\.md$/.exec(file)?.[1]
    if (!number) complaints.push(`docs/adr/${file}: name it NNNN-title.md`)
    else if (numbers.has(number)) complaints.push(`docs/adr/${file}: number taken by ${numbers.get(number)}`)
    else numbers.set(number, file)
    const status = /^Status: (\w+), (\d{4}-\d\d-\d\d)/m.exec(readFileSync(join(folder, file), 'utf8'))
    if (!status) complaints.push(`docs/adr/${file}: no line "Status: accepted, YYYY-MM-DD"`)
    else if (status[1] === 'proposed' && today.getTime() - Date.parse(status[2] ?? '') > PROPOSED_DAYS * 86_400_000)
      complaints.push(`docs/adr/${file}: proposed for more than ${PROPOSED_DAYS} days`)
  }
  return complaints
}

/** Everything in the prose that has drifted from the files. */
export function checkDocs(root: string, files: string[], today: Date): string[] {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const complaints = files.flatMap((file) => checkFile(root, file, manifest.scripts))
  if (files.includes('README.md')) {
    const readme = readFileSync(join(root, 'README.md'), 'utf8')
    if (withCommands(readme, manifest) !== readme)
      complaints.push('README.md: the command table is stale; npm run readme')
  }
  return [...complaints, ...checkDecisions(root, today)]
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const listed = execFileSync(
    'git',
    ['-c', 'safe.directory=*', 'ls-files', '--cached', '--others', '--exclude-standard', '*.md'],
    {
      encoding: 'utf8',
    },
  )
  const complaints = checkDocs(
    '.',
    listed.split('\n').filter((file) => file && existsSync(file)),
    new Date(),
  )
  for (const complaint of complaints) console.error(complaint)
  process.exitCode = complaints.length > 0 ? 1 : 0
}
