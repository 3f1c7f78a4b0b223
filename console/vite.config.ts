import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv, type Plugin } from 'vite'

/** Packed once when it is built, so that no request has to: a slow line carries a third. */
const packed = (): Plugin => ({
  name: 'qunfang-packed',
  apply: 'build',
  async writeBundle({ dir = '' }) {
    const files = (await readdir(dir, { recursive: true })).filter((file) => /\.(js|css|html|svg)$/.test(file))
    const pack = async (file: string) => {
      const text = await readFile(join(dir, file))
      await writeFile(join(dir, `${file}.br`), await promisify(brotliCompress)(text))
      await writeFile(join(dir, `${file}.gz`), await promisify(gzip)(text))
    }
    await Promise.all(files.map(pack))
  },
})

export default defineConfig(({ mode }) => ({
  base: '/',
  plugins: [react(), packed()],
  build: {
    target: 'es2022',
    // The server's policy lets the browser load only files of its own origin, so nothing is inlined as data:.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  // For development only: where a running server answers.
  server: { proxy: { '/api': loadEnv(mode, '.', 'QUNFANG_').QUNFANG_API ?? 'http://127.0.0.1:8130' } },
}))
