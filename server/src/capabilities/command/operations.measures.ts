import { isAgain, keepFacts, keepNew, lockOne, originOf } from '../../kernel/facts.ts'
import { announce } from '../../kernel/feed.ts'
import { operation } from '../../kernel/operation.ts'
import { idTaken } from '../../kernel/problem.ts'
import { countyMoment } from '../retention/index.ts'
import { isAhead } from './operations.documents.steps.ts'
import { mayDirect, mayReadIssued } from './policy.documents.ts'
import { mayGive } from './policy.tasks.ts'
import { notStanding } from './problems.documents.ts'
import { givenOutOfTime, pointUnknown } from './problems.tasks.ts'
import { AddMeasures, GiveTasks, ListMeasures, MeasurePage, MeasuresKept, TasksGiven } from './schema.tasks.ts'
import type { IssuedRow } from './sql.documents.ts'
import { countsOf, countTasks, lastMeasure, listMeasureRows, type Tally } from './sql.measures.ts'
import { addressees, getIssued, getMeasure, handOut } from './tasks.ts'

const pointsOf = ({ content }: IssuedRow): number => content.body.filter(({ level }) => level === 1).length

/** What an issued document wants done, in its own order. More may follow; none is taken back but with its document. */
export const addMeasures = operation({
  name: 'command.measure.add',
  summary: { zh: '列出公文的措施', en: 'Say the measures of an issued document' },
  kind: 'write',
  input: AddMeasures,
  output: MeasuresKept,
  load: (ctx, { documentId }) => getIssued(ctx, documentId),
  allow: (actor, document: IssuedRow) => mayDirect(actor, document),
  async run(ctx, { documentId, measures }, document) {
    await lockOne(ctx, `command.document/${documentId}`)
    const points = pointsOf(document)
    const beyond = measures.find(({ point }) => point !== null && point > points)
    if (beyond) throw pointUnknown({ point: beyond.point ?? 0, points })
    const before = await lastMeasure(ctx.tx, documentId)
    const rows = measures.map((one, at) => {
      const { point, title, details, asks } = one
      const sent = { ...one, documentId }
      const said = { document_id: documentId, nth: before + at + 1, point, title, details }
      const shown = { asks_words: asks.words, asks_count: asks.count, asks_photo: asks.photo }
      return { ...originOf(ctx, document, sent), ...said, ...shown }
    })
    const arrivals = await keepFacts(ctx.tx, 'command.measure', rows)
    const taken = arrivals.indexOf('taken')
    if (taken >= 0) throw idTaken({ id: measures[taken]?.id ?? '' })
    const fresh = arrivals.filter((one) => one === 'new').length
    if (fresh > 0 && document.how) throw notStanding({ id: documentId })
    announce(ctx, [{ kind: 'measure', division: document.division, ids: [documentId] }])
    return { fresh, again: measures.length - fresh }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.documentId,
    division: loaded.division,
    count: input.measures.length,
    note: { fresh: output.fresh },
  }),
})

export const giveTasks = operation({
  name: 'command.task.give',
  summary: { zh: '下达任务', en: 'Hand a document or a measure to places and posts' },
  kind: 'write',
  input: GiveTasks,
  output: TasksGiven,
  load: (ctx, { documentId }) => getIssued(ctx, documentId),
  allow: (actor) => mayGive(actor),
  async run(ctx, input, document) {
    const { documentId, measureId, targets } = input
    const [at, receiptBy, dueAt] = [new Date(input.at), new Date(input.receiptBy), new Date(input.dueAt)]
    if (measureId) await getMeasure(ctx, measureId, documentId)
    const to = await addressees(ctx, targets)
    if (await isAgain(ctx, 'command.giving', input))
      return { id: input.id, arrival: 'again' as const, given: 0, before: to.length }
    if (document.how) throw notStanding({ id: documentId })
    if (isAhead(at, ctx.now) || at < document.issuedAt) throw givenOutOfTime({ at: input.at })
    const said = { document_id: documentId, measure_id: measureId, targets: ctx.tx.json(targets) }
    const row = { ...originOf(ctx, ctx.actor, input), ...said, at, receipt_by: receiptBy, due_at: dueAt }
    await keepNew(ctx, 'command.giving', row)
    const kind = measureId ? ('measure' as const) : ('document' as const)
    const given = await handOut(ctx, { id: input.id, documentId, measureId, kind, at, receiptBy, dueAt }, to)
    return { id: input.id, arrival: 'new' as const, given, before: to.length - given }
  },
  audit: ({ input, output }) => ({
    subject: input.documentId,
    count: output.given,
    note: { giving: input.id, measure: input.measureId, to: input.targets.to, arrival: output.arrival },
  }),
})

const CURSOR = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)~([0-9a-f-]{36})~(\d{1,3})$/
export const listMeasures = operation({
  name: 'command.measure.list',
  summary: { zh: '措施与进度', en: 'Measures and how far they are' },
  kind: 'read',
  input: ListMeasures,
  output: MeasurePage,
  allow: (actor) => mayReadIssued(actor),
  async run(ctx, { documentId, standing, asOf, after, limit }) {
    const moment = asOf ? new Date(asOf) : await countyMoment(ctx)
    const [, at = '', id = '', nth = ''] = CURSOR.exec(after ?? '') ?? []
    const position = at ? { at, id, nth: Number(nth) } : null
    const asked = { documentId: documentId ?? null, standing, moment, after: position, limit }
    const rows = await listMeasureRows(ctx.tx, asked)
    const tallies =
      rows.length === 0
        ? []
        : await countTasks(
            ctx.tx,
            rows.map(({ id: one }) => one),
            moment,
          )
    const byMeasure = Map.groupBy(tallies, ({ measureId }) => measureId)
    const items = rows.map(({ division: _, issuedAt, ...row }) => {
      const own = byMeasure.get(row.id) ?? []
      return { ...row, issuedAt: issuedAt.toISOString(), ...progressOf(own) }
    })
    const last = rows.length < limit ? undefined : rows.at(-1)
    const next = last ? `${last.issuedAt.toISOString()}~${last.documentId}~${last.nth}` : null
    return { items, next, asOf: moment.toISOString() }
  },
  audit: () => null,
})

function progressOf(own: readonly Tally[]) {
  const due = Math.max(...own.map(({ dueAt }) => dueAt.getTime()))
  return {
    tasks: own.reduce((sum, { tasks }) => sum + tasks, 0),
    dueAt: own.length === 0 ? null : new Date(due).toISOString(),
    counts: countsOf(own),
  }
}
