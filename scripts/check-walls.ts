import { existsSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

// dependency-cruiser reads TypeScript through the classic compiler API, which the native compiler no longer has.
registerHooks({
  resolve: (name, context, next) =>
    /^typescript($|\/)/.test(name) && context.parentURL?.includes('/dependency-cruiser/')
      ? next(name.replace('typescript', 'typescript-6'), context)
      : next(name, context),
})

const PARTS = ['server', 'client', 'console', 'field', 'scenarios', 'bench', 'e2e', 'scripts']

/** `rule: file → file (reason)` for each import that goes through a wall. */
export async function checkWalls(root: string): Promise<string[]> {
  const { cruise } = await import('dependency-cruiser')
  const config = (await import(new URL('../.dependency-cruiser.mjs', import.meta.url).href)).default
  const { options, ...ruleSet } = config
  const parts = PARTS.filter((part) => existsSync(join(root, part)))
  const result = await cruise(
    parts,
    { ...options, baseDir: root, ruleSet, validate: true },
    options.enhancedResolveOptions,
  )
  if (typeof result.output === 'string') throw new Error(result.output)
  if (!result.output.modules.some((module) => module.source.endsWith('.ts'))) throw new Error('no TypeScript was read')
  const reasons = new Map(ruleSet.forbidden.map((rule: { name: string; comment: string }) => [rule.name, rule.comment]))
  return result.output.summary.violations.map(
    ({ rule, from, to }) => `${rule.name}: ${from} → ${to} (${reasons.get(rule.name)})`,
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const violations = await checkWalls(process.cwd())
  for (const violation of violations) console.error(violation)
  process.exitCode = violations.length > 0 ? 1 : 0
}
