import { type AuditEntry, type AuditFilter, listAudit } from '../../kernel/audit.ts'
import { UUID } from '../../kernel/db.ts'
import { type Ctx, operation } from '../../kernel/operation.ts'
import { mayReadAudit } from './policy.ts'
import { AuditPage, ListAudit, WhoLooked } from './schema.ts'

type Line = AuditEntry & { seq: number | null }

const showLine = ({ county: _, note, at, actorKind, ...line }: Line) => ({
  ...line,
  actorKind: actorKind as 'person' | 'system' | 'anonymous',
  at: at.toISOString(),
  note: JSON.parse(note) as Record<string, string | number | boolean | null>,
})

const cursorOf = ({ at, id }: Line): string => `${at.toISOString()}|${id}`
function readCursor(after: string | undefined, until: string | undefined): AuditFilter['before'] {
  const [at, id] = after?.split('|') ?? []
  if (at && id && !Number.isNaN(Date.parse(at)) && UUID.test(id)) return { at: new Date(at), id }
  return until ? { at: new Date(until), id: '00000000-0000-0000-0000-000000000000' } : null
}

async function pageOf(ctx: Ctx, filter: Omit<AuditFilter, 'limit'>, limit: number, since?: string) {
  const found = await listAudit(ctx.tx, { ...filter, limit: limit + 1 })
  // Newest first: what is too old stands at the end, and nothing wanted comes after it.
  const rows = since ? found.filter(({ at }) => at >= new Date(since)) : found
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(showLine), next: rows.length > limit && last ? cursorOf(last) : null }
}

export const readAudit = operation({
  name: 'access.audit.list',
  summary: { zh: '操作与查阅记录', en: 'What was done, and who looked at what' },
  kind: 'read',
  input: ListAudit,
  output: AuditPage,
  allow: mayReadAudit,
  run: (ctx, { subject, accountId, operation: name, since, until, after, limit }) => {
    const filter = { subject: subject ?? null, accountId: accountId ?? null, operation: name ?? null }
    return pageOf(ctx, { ...filter, before: readCursor(after, until) }, limit, since)
  },
  // Reading the audit is itself a thing to be answered for.
  audit: ({ input, output }) => ({
    ...(input.subject ? { subject: input.subject } : {}),
    count: output.items.length,
    note: { account: input.accountId ?? null, operation: input.operation ?? null },
  }),
})

export const whoLooked = operation({
  name: 'access.audit.who-looked',
  summary: { zh: '谁查阅过此人的信息', en: 'Who looked at this person' },
  kind: 'read',
  input: WhoLooked,
  output: AuditPage,
  allow: mayReadAudit,
  run: (ctx, { subject, after, limit }) =>
    pageOf(ctx, { subject, accountId: null, operation: null, before: readCursor(after, undefined) }, limit),
  audit: ({ input, output }) => ({ subject: input.subject, count: output.items.length }),
})
