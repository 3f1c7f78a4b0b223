import type { z } from 'zod'

/**
 * Whether nothing is wrong with a record but fields that this server does not know yet: then its app is the newer one, and the
 * record waits on the phone instead of being refused for good.
 */
export function newerForm(shape: z.ZodType, content: unknown): boolean {
  const read = shape.safeParse(content)
  return !read.success && read.error.issues.every(onlyUnknown)
}

/** Of several forms that a field may have, one that fits but for what is new in it is enough. */
const onlyUnknown = (issue: z.core.$ZodIssue): boolean =>
  issue.code === 'unrecognized_keys' ||
  (issue.code === 'invalid_union' && issue.errors.some((form) => form.length > 0 && form.every(onlyUnknown)))
