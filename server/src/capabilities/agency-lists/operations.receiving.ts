import { recordAudit } from '../../kernel/audit.ts'
import { announce } from '../../kernel/feed.ts'
import { type Ctx, operation } from '../../kernel/operation.ts'
import { digestOf } from '../../kernel/seal.ts'
import { columnName } from '../exchange/index.ts'
import { dayInChina } from '../places/rules.clock.ts'
import { suggestFields } from './headings.ts'
import { matchRows } from './matching.ts'
import { mayReceive } from './policy.ts'
import { expiryOutside, fileArriving, listEmpty, listIdTaken } from './problems.ts'
import { confirmedFields, fileDigest, openFile, sha256Of, understand } from './reading.ts'
import type { ReadRow } from './rows.ts'
import { type Counts, type Field, lastExpiry } from './rules.ts'
import { ListPreview, PreviewList, ReceivedList, ReceiveList } from './schema.ts'
import { maskCell } from './showing.ts'
import { listListRows } from './sql.lists.ts'
import { findListOfFile, keepEntries, keepFile, keepList, keepReading, listConfirmed } from './sql.ts'

const SHOWN_REJECTED = 50
const SAMPLE = 5

/** What a file would become. Nothing of it is kept, and nobody is looked for. */
export const previewList = operation({
  name: 'agency-lists.list.preview',
  summary: { zh: '预览部门名单文件与表头', en: 'What is in the file of a list, and what its columns mean' },
  kind: 'read',
  input: PreviewList,
  output: ListPreview,
  allow: (actor) => mayReceive(actor),
  async run(ctx, asked) {
    const opened = await openFile(asked)
    const remembered = asked.sender === null ? new Map<string, Field>() : await listConfirmed(ctx.tx, asked.sender)
    const columns = columnsOf(opened.headings, asked.columns, remembered)
    const meant = columns.map(({ field }) => field)
    const { rows, read, blank } = await understand(ctx, opened, meant)
    const rejected = rows.filter((row) => row.rejected.length > 0)
    const digest = fileDigest(ctx.actor.county, asked.sender ?? '', sha256Of(opened.bytes))
    const { format, encoding, delimiter, sheets } = opened.sheets
    return {
      format,
      encoding,
      delimiter,
      sheets: sheets.map((sheet) => ({
        name: sheet.name,
        hidden: sheet.hidden,
        rows: sheet.rows.length,
        chosen: sheet === opened.sheet,
      })),
      headerRow: opened.headerRow,
      columns,
      read,
      blank,
      usable: rows.length - rejected.length,
      rejectedCount: rejected.length,
      rejected: rejected.slice(0, SHOWN_REJECTED).map(({ nth, rejected: reasons }) => ({ nth, reasons })),
      hiddenRows: opened.sheet.rows.filter(({ nth, hidden }) => hidden && nth > opened.headerRow).length,
      sample: sampleOf(rows, meant),
      receivedBefore: await findListOfFile(ctx.tx, digest),
    }
  },
  // Somebody opened a file with persons in it, even if nothing of it stays.
  audit: ({ output }) => ({ count: output.read, note: { format: output.format, rejected: output.rejectedCount } }),
})

function columnsOf(
  headings: readonly string[],
  said: ReadonlyArray<{ heading: string; field: Field }> | null,
  remembered: ReadonlyMap<string, Field>,
): ListPreview['columns'] {
  const suggested = suggestFields(headings, remembered)
  return headings.map((heading, at) => {
    const given = said?.[at]?.heading === heading ? said[at] : undefined
    const { field, from } = suggested[at] ?? { field: 'other', from: 'nothing' }
    const column = columnName(at + 1)
    return given ? { column, heading, field: given.field, from: 'said' } : { column, heading, field, from }
  })
}

const sampleOf = (rows: readonly ReadRow[], meant: readonly Field[]): ListPreview['sample'] =>
  rows.slice(0, SAMPLE).map(({ nth, cells }) => ({
    nth,
    cells: cells.map((text, at) => maskCell(meant[at] ?? 'other', text).slice(0, 60)),
  }))

/** Takes a list in whole or not at all. The same file of the same sender is the same list. */
export const receiveList = operation({
  name: 'agency-lists.list.receive',
  summary: { zh: '接收部门名单并比对', en: 'Take in a list from another office and look for who is on it' },
  kind: 'write',
  input: ReceiveList,
  output: ReceivedList,
  allow: (actor) => mayReceive(actor),
  async run(ctx, sent) {
    const today = dayInChina(ctx.now)
    const last = lastExpiry(today)
    if (sent.expiresOn < today || sent.expiresOn > last) throw expiryOutside({ from: today, to: last })
    const opened = await openFile(sent)
    const sha256 = sha256Of(opened.bytes)
    const digest = fileDigest(ctx.actor.county, sent.sender, sha256)
    const before = await findListOfFile(ctx.tx, digest)
    if (before) return { id: before, arrival: 'again' as const, counts: await countsOf(ctx, before) }
    const meant = confirmedFields(opened, sent.columns)
    const { rows, read, blank } = await understand(ctx, opened, meant)
    if (rows.length === 0) throw listEmpty()
    await keepHeader(ctx, sent, { format: opened.sheets.format, headings: opened.headings, fields: meant })
    const { county, division } = ctx.actor
    const file = { county, digest, division, list_id: sent.id, sha256, bytes: opened.bytes.length }
    if (!(await keepFile(ctx.tx, file))) throw fileArriving()
    await keepRows(ctx, sent.id, rows)
    await keepReading(ctx.tx, sent.id, division, { read, blank })
    announce(ctx, [{ kind: 'agency-list', division, ids: [sent.id] }])
    return { id: sent.id, arrival: 'new' as const, counts: await countsOf(ctx, sent.id) }
  },
  audit: ({ output: { id, arrival, counts } }) => ({ subject: id, count: counts.read, note: { ...counts, arrival } }),
})

/** Few enough that nobody else waits for their names and tokens to be worked out. */
const AT_ONCE = 200

async function keepRows(ctx: Ctx, listId: string, rows: readonly ReadRow[]): Promise<void> {
  const sum = { opened: 0, compared: 0 }
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const { entries, opened, compared } = await matchRows(ctx, listId, rows.slice(at, at + AT_ONCE))
    await keepEntries(ctx.tx, ctx.actor.county, listId, entries)
    sum.opened += opened
    sum.compared += compared
  }
  // Nobody has seen them, and their identities were opened all the same.
  recordAudit(ctx, 'agency-lists.list.compare', {
    subject: listId,
    count: sum.opened,
    note: { rows: rows.length, compared: sum.compared },
  })
}

async function keepHeader(
  { tx, actor, now, clockOffsetMs }: Ctx,
  sent: ReceiveList,
  made: { format: string; headings: string[]; fields: Field[] },
): Promise<void> {
  const { file: _, columns, ...said } = sent
  const kept = await keepList(tx, {
    county: actor.county,
    id: sent.id,
    division: actor.division,
    sender: sent.sender,
    basis: sent.basis,
    purpose: sent.purpose,
    expires_on: sent.expiresOn,
    ...made,
    recorded_by: actor.seatId,
    recorded_at: new Date(Date.parse(sent.recordedAt) + clockOffsetMs),
    received_at: now,
    digest: digestOf({ ...said, columns }),
  })
  if (!kept) throw listIdTaken({ id: sent.id })
}

async function countsOf({ tx }: Ctx, listId: string): Promise<Counts> {
  const [found] = await listListRows(tx, { listId })
  if (!found?.whole) throw new Error('agency-lists: a list without a receipt')
  const { read, created, matched, conflict, rejected, blank } = found
  return { read, created, matched, conflict, rejected, blank }
}
