/** Imported before everything else: the page's policy forbids code made from text, so zod is told not even to try. */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
