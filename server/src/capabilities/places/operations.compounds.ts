import { batchOperation, operation } from '../../kernel/operation.ts'
import { idTaken } from '../../kernel/problem.ts'
import { asVerdict, originOf } from './operations.checkpoints.ts'
import { mayRead, mayRecordCompound, mayRecordCompoundFact } from './policy.ts'
import { compoundUnknown, divisionUnknown, unitWithoutPresence } from './problems.ts'
import { dayInChina } from './rules.clock.ts'
import { afterDivision, cursorByDivision } from './rules.cursors.ts'
import { Compounds, ListCompounds, OPEN_MAX, RecordCompound, RecordCompoundFact, Recorded } from './schema.ts'
import { findCompoundDivision, keepCompoundFact, keepCompounds, listCompoundRows } from './sql.compounds.ts'
import { type DivisionRow, findDivisionRows } from './sql.divisions.ts'

export const recordCompounds = batchOperation({
  name: 'places.compound.record',
  summary: { zh: '登记小区', en: 'Record residential compounds' },
  kind: 'write',
  item: RecordCompound,
  done: Recorded,
  max: OPEN_MAX,
  load: ({ tx }, items) =>
    findDivisionRows(
      tx,
      items.map(({ division }) => division),
    ),
  allow: (actor, divisions: Map<string, DivisionRow>, item) =>
    mayRecordCompound(actor, item.division) &&
    (divisions.has(item.division) || divisionUnknown({ division: item.division })),
  async runMany(ctx, items) {
    const arrivals = await keepCompounds(
      ctx.tx,
      items.map((item) => ({
        ...originOf(ctx, item),
        division: item.division,
        name: item.name,
        households: item.households,
      })),
    )
    return items.map(({ id }, index) => asVerdict(id, arrivals[index] ?? 'taken'))
  },
  audit: (items, verdicts) => ({
    ...(items.length === 1 && items[0] ? { subject: items[0].id, division: items[0].division } : {}),
    count: verdicts.filter((verdict) => verdict.ok && verdict.arrival === 'new').length,
    note: { sent: items.length, refused: verdicts.filter((verdict) => !verdict.ok).length },
  }),
})

export const recordCompoundFact = operation({
  name: 'places.compound.record-fact',
  summary: {
    zh: '登记小区的物业、主管单位或门卫情况',
    en: 'Record management, responsible unit or guard of a compound',
  },
  kind: 'write',
  input: RecordCompoundFact,
  output: Recorded,
  async load({ tx }, { compoundId }) {
    const division = await findCompoundDivision(tx, compoundId)
    if (!division) throw compoundUnknown({ id: compoundId })
    return division
  },
  allow: mayRecordCompoundFact,
  async run(ctx, input, division) {
    if (!input.present && input.unit) throw unitWithoutPresence()
    const arrival = await keepCompoundFact(ctx.tx, {
      ...originOf(ctx, input),
      division,
      compound_id: input.compoundId,
      aspect: input.aspect,
      present: input.present,
      unit: input.unit,
      since: input.since,
    })
    if (arrival === 'taken') throw idTaken({ id: input.id })
    return { id: input.id, arrival }
  },
  audit: ({ input, loaded }) => ({
    subject: input.compoundId,
    division: loaded,
    note: { aspect: input.aspect, present: input.present },
  }),
})

export const listCompounds = operation({
  name: 'places.compound.list',
  summary: { zh: '小区列表', en: 'The residential compounds' },
  kind: 'read',
  input: ListCompounds,
  output: Compounds,
  allow: mayRead,
  async run({ tx, now }, filter) {
    const items = await listCompoundRows(
      tx,
      { ...filter, after: afterDivision(filter.after) },
      filter.day ?? dayInChina(now),
    )
    return { items, next: cursorByDivision(items, filter.limit, (row) => row) }
  },
  audit: () => null,
})
