import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes minutes begins first, so that no core waits at the end for one long file. */
const LONGEST = ['server/test/matrix/', 'e2e/', 'server/test/guarantees/']

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((folder) => moduleId.includes(`/${folder}`))
      return at < 0 ? LONGEST.length : at
    }
    return (await super.sort(files)).sort((one, other) => place(one) - place(other))
  }
}

const NOWHERE = ['**/node_modules/**', '**/dist/**']

export default defineConfig(({ mode }) => {
  const shared = {
    globalSetup: 'scripts/test-database.ts',
    pool: 'forks' as const,
    testTimeout: mode === 'long' ? 3_600_000 : 30_000,
    hookTimeout: 120_000,
  }
  if (mode === 'long') return { test: { ...shared, include: ['**/*.long.ts'], exclude: NOWHERE } }
  const include = ['**/*.test.ts', '**/*.test.tsx']
  return {
    test: {
      sequence: { sequencer: LongestFirst },
      projects: [
        {
          test: {
            ...shared,
            name: 'code',
            include,
            exclude: [...NOWHERE, 'e2e/**'],
            maxWorkers: 2,
            sequence: { groupOrder: 0 },
          },
        },
        // A browser, its server and its database share two cores: one at a time, or a page is late for its own test.
        {
          test: {
            ...shared,
            name: 'browser',
            include: ['e2e/**/*.test.ts'],
            exclude: NOWHERE,
            maxWorkers: 1,
            sequence: { groupOrder: 1 },
          },
        },
      ],
    },
  }
})
