import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'

const generated = () => ['client/openapi.json', ...globSync('client/src/*.gen.ts')].filter((file) => existsSync(file))
const snapshot = () => new Map(generated().map((file) => [file, readFileSync(file, 'utf8')]))

/** Generates the contract anew and compares; what was there is put back, so that a check changes nothing. */
const before = snapshot()
execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'scripts/contract.ts'], {
  stdio: ['ignore', 'ignore', 'inherit'],
})
const after = snapshot()
const stale = [...after.keys()].filter((file) => after.get(file) !== before.get(file))
for (const file of stale) {
  console.error(`${file} is stale: npm run contract`)
  const text = before.get(file)
  if (text !== undefined) writeFileSync(file, text)
}
process.exitCode = stale.length > 0 || after.size === 0 ? 1 : 0
