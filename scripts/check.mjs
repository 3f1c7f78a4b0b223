import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ensureInstalled, ROOT, underRightNode } from './setup.mjs'
import { fail } from './trouble.mjs'

const tool = (path) => join(ROOT, 'node_modules', path)
const hasTypeScript = (folder) =>
  ['', 'src'].some(
    (part) =>
      existsSync(join(ROOT, folder, part)) &&
      readdirSync(join(ROOT, folder, part)).some((file) => /[.]tsx?$/.test(file)),
  )

/** Each check: its name and the program that makes it, run by this Node. */
function listChecks() {
  const projects = ['.', 'console', 'field', 'e2e'].filter((folder) => folder === '.' || hasTypeScript(folder))
  return [
    ...projects.map((folder) => [`types ${folder}`, tool('typescript/bin/tsc'), '-p', folder]),
    [
      'lint',
      tool('@biomejs/biome/bin/biome'),
      'check',
      '--error-on-warnings',
      '--diagnostic-level=warn',
      '--max-diagnostics=40',
      '.',
    ],
    ['walls', 'scripts/check-walls.ts'],
    ['dead code', tool('knip/bin/knip.js'), '--no-progress', '--no-config-hints'],
    ['docs', 'scripts/check-docs.ts'],
    ['lengths', 'scripts/check-lengths.ts'],
    ['contract', 'scripts/check-contract.ts'],
  ]
}

function run([name, ...args]) {
  const started = Date.now()
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], { cwd: ROOT })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  return new Promise((done) =>
    child.once('close', (code) => done({ name, ok: code === 0, output, seconds: (Date.now() - started) / 1000 })),
  )
}

/** Makes all checks, two at a time, prints what they found and says how many passed and failed. */
export async function runChecks() {
  const waiting = listChecks()
  const counts = { passed: 0, failed: 0 }
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const { name, ok, output, seconds } = await run(check)
      console.log(`${ok ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`)
      if (!ok) console.log(output.trim().replace(/^/gm, '    '))
      counts[ok ? 'passed' : 'failed']++
    }
  }
  await Promise.all([worker(), worker()])
  return counts
}

async function main() {
  ensureInstalled()
  if (!(await underRightNode(fileURLToPath(import.meta.url)))) return
  const { passed, failed } = await runChecks()
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 ? 1 : 0
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main().catch(fail)
