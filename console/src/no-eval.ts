declare global {
  /** Shared by all copies of zod in a page, whichever is read first. */
  var __zod_globalConfig: { jitless?: boolean } | undefined
}

/** The page's policy forbids code made from text, so zod is told not even to try; a bundle may have read zod before this. */
globalThis.__zod_globalConfig = Object.assign(globalThis.__zod_globalConfig ?? {}, { jitless: true })

export {}
