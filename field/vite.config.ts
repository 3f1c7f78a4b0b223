import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { packed } from './build/packed.ts'
import { precache } from './build/precache.ts'

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string }
const api = process.env.QUNFANG_API ?? 'http://127.0.0.1:8130'

export default defineConfig({
  base: '/field/',
  plugins: [precache('src/service-worker.ts'), packed()],
  define: { APP_VERSION: JSON.stringify(version) },
  // The package's entry is made for programs that may load it twice, and is a third larger.
  resolve: { alias: { dexie: fileURLToPath(import.meta.resolve('dexie/dist/modern/dexie.min.mjs')) } },
  build: {
    // Rules are pure and schemas stay on the server: what the phone does not call, it does not carry.
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: /server[\\/]src|client[\\/]src/, sideEffects: false }] },
    },
    outDir: 'dist',
    // Android 7 phones still get a Chrome of 2021.
    target: ['chrome90', 'safari15'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/api': { target: api, changeOrigin: true } } },
})
