const cap = '^server/src/capabilities/([^/]+)/'
/** schema.ts, and rules.ts with its parts such as rules.plan.ts. */
const pure = `${cap}(rules[^/]*|schema|catalogue/[^/]*)[.]ts$`
const tests = '([.](test|long|factory)[.]tsx?$|^server/test/|^e2e/)'
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

export default {
  forbidden: [
    forbid(
      'nothing-unresolved',
      'An import the tool cannot follow is a wall it cannot guard.',
      // What the product is measured beside brings packages that the product does not install.
      { pathNot: '^bench/peer/' },
      { couldNotResolve: true },
    ),
    forbid(
      'no-cycles',
      'A cycle means two things that are really one, or one that belongs lower down.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    forbid(
      'routes-call-operations-only',
      'HTTP maps a path to an operation and does nothing else.',
      { path: `${cap}routes[.]ts$` },
      { path: cap, pathNot: `${cap}(operations|schema)[^/]*[.]ts$` },
    ),
    forbid(
      'sql-is-the-bottom',
      'sql.ts is called; it calls nothing of ours but the kernel, and shares no more than shapes with its neighbours.',
      { path: `${cap}sql[^/]*[.]ts$` },
      {
        path: '^server/src/',
        pathNot: ['^server/src/kernel/', '^server/src/capabilities/$1/(sql|schema|rules|catalogue/)[^/]*[.]ts$'],
      },
    ),
    forbid(
      'rules-and-schema-run-in-the-browser',
      'They ship to phones, so zod is their only library.',
      { path: pure, pathNot: tests },
      { pathNot: [pure, '^node_modules/zod/'] },
    ),
    forbid(
      'one-door-per-capability',
      'Use a neighbour through its index.ts (or its pure rules and schemas); never through its tables.',
      { path: cap, pathNot: tests },
      { path: cap, pathNot: ['^server/src/capabilities/$1/', `${cap}index[.]ts$`, pure] },
    ),
    forbid(
      'entrypoints-use-the-same-door',
      'What reaches a capability from outside goes through its index.ts.',
      { path: '^server/src/(entrypoints/|app[.]ts$)', pathNot: tests },
      { path: cap, pathNot: `${cap}index[.]ts$` },
    ),
    forbid(
      'kernel-knows-no-capability',
      'The kernel is shared because it knows nothing.',
      { path: '^server/src/kernel/', pathNot: tests },
      { path: '^server/src/(capabilities|entrypoints|app[.]ts$)' },
    ),
    forbid(
      'capabilities-do-not-know-how-they-are-reached',
      'HTTP, sync, jobs and the CLI call in; nothing calls out to them.',
      { path: cap, pathNot: tests },
      { path: '^server/src/(entrypoints/|app[.]ts$)' },
    ),
    forbid(
      'database-driver-only-in-the-kernel',
      'Queries live in sql.ts on the transaction they are given; the pool lives in the kernel.',
      { path: '^server/src/', pathNot: ['^server/src/kernel/', '^server/src/entrypoints/cli/', tests] },
      { path: '^node_modules/(postgres|pg|pg-boss|kysely)/' },
    ),
    forbid(
      'http-framework-only-at-its-entrypoint',
      'Operations must run from a job or an importer too.',
      { path: '^server/src/', pathNot: ['^server/src/entrypoints/http/', tests] },
      { path: '^node_modules/(fastify|@fastify/[^/]+)/' },
    ),
    forbid(
      'apps-use-the-client',
      'The console and the field app reach the server only through the generated client.',
      { path: '^(console|field)/' },
      { path: '^(server|console|field)/', pathNot: ['^$1/'] },
    ),
    forbid(
      'client-borrows-rules-and-schemas-only',
      'Anything more would put server code on a phone.',
      { path: '^client/' },
      { path: '^server/', pathNot: pure },
    ),
    forbid(
      'scenarios-use-the-front-door',
      'A reference county made around the API would prove nothing about it.',
      { path: '^scenarios/', pathNot: tests },
      { path: '^server/' },
    ),
    forbid(
      'no-test-code-in-the-product',
      'Factories and fixtures stay in tests.',
      { path: '^(server|client|console|field|scenarios)/', pathNot: tests },
      { path: tests },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'node', 'default'] },
  },
}
