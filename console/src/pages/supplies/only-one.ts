import type { Problem } from '@qunfang/client'
import { Refusal } from '../../api.ts'

type Verdict = { ok: true } | { ok: false; problem: Problem }
/** A batch answers for each of its items; here there is one. */
export function onlyOne<T extends { verdicts: readonly Verdict[] }>(reply: T): T {
  const [verdict] = reply.verdicts
  if (verdict?.ok === false) throw new Refusal(verdict.problem, verdict.problem.status, null)
  return reply
}
