import { announce } from '../../kernel/feed.ts'
import { type Ctx, operation } from '../../kernel/operation.ts'
import { requireFreshFactor } from '../access/index.ts'
import { writeCsv, writeWorkbook } from '../exchange/index.ts'
import { maskedMany } from '../people/index.ts'
import { dayInChina, minuteInChina } from '../places/rules.clock.ts'
import { openCells, openNote } from './matching.ts'
import { findList } from './operations.lists.ts'
import { mayReceive, mayReturn } from './policy.ts'
import { listDestroyed, secondNeeded } from './problems.ts'
import { ROWS_MAX } from './reading.ts'
import { ALONE_MAX, answerWords, CONSENT_MS, rowReasons } from './rules.ts'
import { ConsentReturn, MakeReturn, Recorded, ReturnFile } from './schema.ts'
import { findConsents, keepConsent, type ListFound } from './sql.lists.ts'
import { type EntryFound, listEntryRows } from './sql.ts'

type Lang = 'zh' | 'en'

const words = {
  zh: {
    answer: '核查结果',
    at: '核查时间',
    note: '说明',
    open: '尚未核查',
    sheet: '反馈',
    about: '说明',
    rejected: '未接收',
  },
  en: {
    answer: 'Answer',
    at: 'Answered at',
    note: 'Note',
    open: 'not yet answered',
    sheet: 'Answers',
    about: 'About',
    rejected: 'not taken',
  },
} as const

/** The sender's own columns with what was found. Everybody on it can be told that it was made. */
export const makeReturn = operation({
  name: 'agency-lists.return.make',
  summary: { zh: '生成反馈表', en: 'Make the return file of a list' },
  kind: 'read',
  personal: true,
  input: MakeReturn,
  output: ReturnFile,
  load: async (ctx, input) => ({ list: await findList(ctx, input), asked: ctx.purpose }),
  allow: (actor, { asked }) => mayReturn(actor, asked),
  async run(ctx, { listId, format, language }, { list }) {
    if (list.destroyedAt) throw listDestroyed({ id: listId })
    await requireFreshFactor(ctx)
    await requireSecond(ctx, list)
    const { county, division } = ctx.actor
    const entries = await listEntryRows(ctx.tx, {
      listId,
      state: 'all',
      outcome: null,
      division,
      after: null,
      limit: ROWS_MAX,
    })
    await maskedMany(
      ctx,
      entries.flatMap(({ personId }) => personId ?? []),
      ['name', 'document', 'phone'],
    )
    const { answer, at, note, about, sheet } = words[language]
    const rows = [[...list.headings, answer, at, note], ...entries.map((entry) => lineOf(county, entry, language))]
    const unanswered = entries.filter((entry) => entry.outcome !== 'rejected' && entry.answer === null).length
    const day = dayInChina(ctx.now).replaceAll('-', '')
    const made = [
      [about, ''],
      ['', list.sender],
      ['', `${listId} / ${ctx.requestId}`],
      ['', ctx.now.toISOString()],
      ['', `${entries.length} / ${unanswered}`],
    ]
    const content =
      format === 'csv'
        ? writeCsv(rows)
        : await writeWorkbook([
            { name: sheet, rows, widths: rows[0]?.map((_, nth) => (nth < list.headings.length ? 18 : 22)) ?? [] },
            { name: about, rows: made, widths: [16, 90] },
          ])
    return {
      // The file carries the number under which the audit knows who made it.
      fileName: `${sheet}-${day}-${ctx.requestId.slice(0, 8)}.${format}`,
      mediaType: format === 'csv' ? 'text/csv' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      content: content.toString('base64'),
      rows: entries.length,
      unanswered,
    }
  },
  audit: ({ input, output }) => ({
    subject: input.listId,
    count: output.rows,
    note: { format: input.format, unanswered: output.unanswered, file: output.fileName },
  }),
})

async function requireSecond({ tx, actor, now }: Ctx, { id, entries }: ListFound): Promise<void> {
  if (entries <= ALONE_MAX) return
  const { others } = await findConsents(tx, id, actor.accountId, new Date(now.getTime() - CONSENT_MS))
  if (others === null) throw secondNeeded({ max: ALONE_MAX })
}

/** Somebody else than whoever makes the file agrees that so many answers go back. */
export const consentReturn = operation({
  name: 'agency-lists.return.consent',
  summary: { zh: '同意反馈(须由另一人)', en: 'Agree, as a second person, that the answers go back' },
  kind: 'write',
  input: ConsentReturn,
  output: Recorded,
  load: findList,
  allow: (actor) => mayReceive(actor),
  async run(ctx, { id, listId }, { division, destroyedAt }) {
    if (destroyedAt) throw listDestroyed({ id: listId })
    await requireFreshFactor(ctx)
    const { county, accountId } = ctx.actor
    if (accountId === null) throw new Error('agency-lists: nobody agrees')
    const isNew = await keepConsent(ctx.tx, {
      county,
      id,
      division,
      list_id: listId,
      account_id: accountId,
      at: ctx.now,
    })
    if (isNew) announce(ctx, [{ kind: 'agency-list', division, ids: [listId] }])
    return { id, arrival: isNew ? ('new' as const) : ('again' as const) }
  },
  audit: ({ input, output }) => ({ subject: input.listId, note: { arrival: output.arrival } }),
})

function lineOf(county: number, entry: EntryFound, language: Lang): string[] {
  const cells = openCells(county, entry)
  if (entry.outcome === 'rejected') {
    const reasons = entry.reasons.map((code) => rowReasons[code as keyof typeof rowReasons]?.[language] ?? code)
    return [...cells, words[language].rejected, '', reasons.join('; ')]
  }
  const { answer, answeredAt, note, answerId } = entry
  if (answer === null) return [...cells, words[language].open, '', '']
  const said = note && answerId ? openNote(county, answerId, note) : ''
  return [...cells, answerWords[answer][language], answeredAt ? minuteInChina(answeredAt) : '', said]
}
