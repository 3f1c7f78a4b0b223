import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv } from 'vite'

export default defineConfig(({ mode }) => ({
  base: '/',
  plugins: [react()],
  build: {
    target: 'es2022',
    // The server's policy lets the browser load only files of its own origin, so nothing is inlined as data:.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  // For development only: where a running server answers.
  server: { proxy: { '/api': loadEnv(mode, '.', 'QUNFANG_').QUNFANG_API ?? 'http://127.0.0.1:8130' } },
}))
