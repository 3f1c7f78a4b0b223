// Runs on any Node from 20 with nothing installed yet, so at the top it may import only node: modules and its neighbours.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildApps } from './build.mjs'
import { runChecks } from './check.mjs'
import { ensureInstalled, ROOT, underRightNode } from './setup.mjs'
import { fail } from './trouble.mjs'

/** Runs vitest and counts: a test file that cannot be read, or an error outside every test, is a failure too. */
async function runTests(args) {
  const folder = mkdtempSync(join(tmpdir(), 'qunfang-report-'))
  const report = join(folder, 'report.json')
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
  const options = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args]
  const child = spawn(process.execPath, [vitest, ...options], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  const code = await new Promise((done) => child.once('exit', (status) => done(status ?? 1)))
  try {
    const {
      testResults,
      numPassedTests: passed,
      numPendingTests: skipped,
      numTodoTests: todo,
    } = JSON.parse(readFileSync(report, 'utf8'))
    const broken = testResults.filter(
      (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
    )
    const failedTests = testResults
      .flatMap((file) => file.assertionResults)
      .filter(({ status }) => status === 'failed').length
    const failed = failedTests + broken.length
    return { passed, skipped: skipped + todo, failed: code !== 0 && failed === 0 ? 1 : failed }
  } catch {
    return { passed: 0, skipped: 0, failed: 1 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function main() {
  ensureInstalled()
  if (!(await underRightNode(fileURLToPath(import.meta.url)))) return
  const args = process.argv.slice(2)
  const long = args.includes('--long')
  const checks = long ? { passed: 0, failed: 0 } : await runChecks()
  try {
    await buildApps()
  } catch (error) {
    fail(error)
    checks.failed++
  }
  const tests = await runTests(long ? ['--mode=long', ...args.filter((arg) => arg !== '--long')] : args)
  const [passed, failed] = [checks.passed + tests.passed, checks.failed + tests.failed]
  console.log(`\n${passed} passed, ${failed} failed${tests.skipped > 0 ? `, ${tests.skipped} skipped` : ''}`)
  if (tests.passed === 0) console.error('没有运行任何测试。  No test has run.')
  process.exitCode = failed > 0 || tests.passed === 0 ? 1 : 0
}

main().catch(fail)
