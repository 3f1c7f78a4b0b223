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

export default defineConfig(({ mode }) => ({
  test: {
    include: mode === 'long' ? ['**/*.long.ts'] : ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    globalSetup: 'scripts/test-database.ts',
    pool: 'forks',
    // One less than there are cores would leave the second of two to the database alone.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: mode === 'long' ? 3_600_000 : 30_000,
    hookTimeout: 120_000,
  },
}))
