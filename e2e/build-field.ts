import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** `npm test` has built the app already; a single test file that is run by itself builds it when it is out of date. */
export function buildField(): void {
  const built = statSync(join(ROOT, 'field/dist/service-worker.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  const sources = ['field/src', 'field/build', 'field/public', 'client/src'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }).map(({ parentPath, name }) =>
      join(parentPath, name),
    ),
  )
  if (sources.every((file) => statSync(file).mtimeMs < built)) return
  // As it is shipped: the test runner's own NODE_ENV would leave the service worker out.
  const env = { ...process.env, NODE_ENV: 'production' }
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js')
  execFileSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: join(ROOT, 'field'), env })
}
