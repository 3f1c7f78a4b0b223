import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { build, type Plugin, type ResolvedConfig } from 'vite'

const HASHED = /assets[\\/][^\\/]+-[\w-]{8}\.\w+$/

/** What the service worker keeps: all files of the build. A name that carries its hash needs no revision of its own. */
export function listFiles(folder: string, base: string): Array<{ url: string; revision: string | null }> {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'service-worker.js' && !/[.](map|br|gz)$/.test(entry.name))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      const revision = HASHED.test(path)
        ? null
        : createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16)
      return { url: base + relative(folder, path).split(sep).join('/'), revision }
    })
    .sort((a, b) => (a.url < b.url ? -1 : 1))
}

/** Builds the service worker after everything else, when the files it lists are there. */
export function precache(source: string): Plugin {
  let config: ResolvedConfig
  return {
    name: 'qunfang-precache',
    apply: 'build',
    configResolved(resolved) {
      config = resolved
    },
    closeBundle: {
      sequential: true,
      async handler() {
        const folder = resolve(config.root, config.build.outDir)
        await build({
          configFile: false,
          root: config.root,
          logLevel: 'warn',
          define: {
            PRECACHE: JSON.stringify(listFiles(folder, config.base)),
            'process.env.NODE_ENV': JSON.stringify('production'),
          },
          build: {
            outDir: config.build.outDir,
            emptyOutDir: false,
            copyPublicDir: false,
            rolldownOptions: { input: source, output: { format: 'iife', entryFileNames: 'service-worker.js' } },
          },
        })
      },
    },
  }
}
