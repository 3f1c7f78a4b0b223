import { defineConfig } from 'vitest/config'

export default defineConfig(({ mode }) => ({
  test: {
    include: mode === 'long' ? ['**/*.long.ts'] : ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    globalSetup: 'scripts/test-database.ts',
    pool: 'forks',
    testTimeout: mode === 'long' ? 3_600_000 : 30_000,
    hookTimeout: 120_000,
  },
}))
