declare global {
  /** Shared by all copies of zod in a page. */
  var __zod_globalConfig: { jitless?: boolean } | undefined
}

/**
 * The pages' policy forbids code made from text, so zod is told not even to try. It looks when a schema is made, so this stands
 * before the first of them.
 */
if ('location' in globalThis)
  globalThis.__zod_globalConfig = Object.assign(globalThis.__zod_globalConfig ?? {}, { jitless: true })

export {}
