import { idCursor, UUID } from '../../kernel/db.ts'
import { isAgain, keepNew, originOf } from '../../kernel/facts.ts'
import { cursorOf, operation, positionOf } from '../../kernel/operation.ts'
import { idFrom } from '../../kernel/seal.ts'
import { countyMoment } from '../retention/index.ts'
import { knownDivision, momentOf, paperOf } from './origin.ts'
import { mayKeepFunds, mayReadFunds, mayRule } from './policy.ts'
import { fitting, post } from './posting.ts'
import {
  AddPurpose,
  AddSource,
  AskBalance,
  Balance,
  EntryPage,
  Kept,
  ListEntries,
  ListPurposes,
  PurposePage,
  SetRule,
} from './schema.ts'
import { listEntryRows, listHeld, listPots, listPurposeRows, lockSource, ruleAt } from './sql.ts'

const AGAIN = 'again' as const
const NEW = 'new' as const

export const addPurpose = operation({
  name: 'funds.purpose.add',
  summary: { zh: '登记资金用途', en: 'Record a purpose of money' },
  kind: 'write',
  input: AddPurpose,
  output: Kept,
  load: knownDivision,
  allow: (actor, _loaded, input) => mayKeepFunds(actor, input),
  async run(ctx, input) {
    if (await isAgain(ctx, 'funds.purpose', input)) return { id: input.id, arrival: AGAIN }
    await keepNew(ctx, 'funds.purpose', { ...originOf(ctx, input, input), title: input.title })
    return { id: input.id, arrival: NEW }
  },
  audit: ({ input, output }) => ({ subject: input.id, division: input.division, note: { arrival: output.arrival } }),
})

export const listPurposes = operation({
  name: 'funds.purpose.list',
  summary: { zh: '资金用途', en: 'Purposes of money' },
  kind: 'read',
  input: ListPurposes,
  output: PurposePage,
  allow: (actor) => mayReadFunds(actor),
  async run({ tx }, { after, limit }) {
    const rows = await listPurposeRows(tx, idCursor(after), limit)
    return { items: [...rows], next: rows.length < limit ? null : (rows.at(-1)?.id ?? null) }
  },
  audit: () => null,
})

export const addSource = operation({
  name: 'funds.source.add',
  summary: { zh: '登记财政拨款', en: 'Record an appropriation' },
  kind: 'write',
  input: AddSource,
  output: Kept,
  load: knownDivision,
  allow: (actor, _loaded, input) => mayKeepFunds(actor, input),
  async run(ctx, input) {
    const { id, division, level, title, earmark, shares } = input
    await lockSource(ctx, id)
    if (await isAgain(ctx, 'funds.source', input)) return { id, arrival: AGAIN }
    const at = momentOf(ctx, input.at)
    const paper = await paperOf(ctx, input.paper)
    const purposeIds = [...new Set(shares.map(({ purposeId }) => purposeId))]
    await fitting(ctx, { id, division, title, earmark, at }, earmark ? [...purposeIds, earmark] : purposeIds)
    const row = { ...originOf(ctx, input, input), kind: 'appropriation', level, title, earmark, ...paper, at }
    await keepNew(ctx, 'funds.source', row)
    const received = shares.map(({ purposeId, fen }, nth) => ({
      ...{ id: idFrom('funds.share', id, String(nth)), division, kind: 'received' as const, sourceId: id, purposeId },
      ...{ fen, at, paper },
    }))
    await post(ctx, received)
    return { id, arrival: NEW }
  },
  audit: ({ input, output }) => ({
    subject: input.id,
    division: input.division,
    count: input.shares.length,
    note: { arrival: output.arrival },
  }),
})

export const setRule = operation({
  name: 'funds.rule.set',
  summary: { zh: '规定须双人付款的金额', en: 'Say above which amount a payment needs two' },
  kind: 'write',
  input: SetRule,
  output: Kept,
  load: knownDivision,
  allow: (actor, _loaded, input) => mayRule(actor, input),
  async run(ctx, input) {
    if (await isAgain(ctx, 'funds.two_person_rule', input)) return { id: input.id, arrival: AGAIN }
    const at = momentOf(ctx, input.at)
    const paper = await paperOf(ctx, input.paper)
    await keepNew(ctx, 'funds.two_person_rule', {
      ...originOf(ctx, input, input),
      above_fen: input.aboveFen,
      ...paper,
      at,
    })
    return { id: input.id, arrival: NEW }
  },
  audit: ({ input, output }) => ({
    subject: input.id,
    division: input.division,
    note: { aboveFen: input.aboveFen, arrival: output.arrival },
  }),
})

function potPlace(after: string | undefined) {
  const [purposeId = '', sourceId = ''] = after?.split('~') ?? []
  return UUID.test(purposeId) && UUID.test(sourceId) ? { purposeId, sourceId } : null
}

export const readBalance = operation({
  name: 'funds.balance.read',
  summary: { zh: '资金结存(按用途和来源)', en: 'Balance by purpose and source as of a moment' },
  kind: 'read',
  input: AskBalance,
  output: Balance,
  allow: (actor) => mayReadFunds(actor),
  async run(ctx, { asOf, after, limit }) {
    const { tx } = ctx
    const moment = asOf ? new Date(asOf) : await countyMoment(ctx)
    const [twoPersonsAboveFen, purposes, pots] = await Promise.all([
      ruleAt(tx, moment),
      listHeld(tx, moment),
      listPots(tx, moment, potPlace(after), limit),
    ])
    const last = pots.length < limit ? undefined : pots.at(-1)
    const next = last ? `${last.purposeId}~${last.sourceId}` : null
    const items = pots.map((pot) => ({ ...pot, level: pot.level as 'county' | null }))
    return { asOf: moment.toISOString(), twoPersonsAboveFen, purposes: [...purposes], items, next }
  },
  audit: () => null,
})

export const listEntries = operation({
  name: 'funds.entry.list',
  summary: { zh: '资金分录', en: 'Entries, the latest first' },
  kind: 'read',
  input: ListEntries,
  output: EntryPage,
  allow: (actor) => mayReadFunds(actor),
  async run(ctx, { asOf, purposeId = null, after, limit }) {
    const moment = asOf ? new Date(asOf) : await countyMoment(ctx)
    const rows = await listEntryRows(ctx.tx, { moment, purposeId, after: positionOf(after), limit })
    const items = rows.map(({ purposeId: _p, toPurposeId: _q, sourceId: _s, commitmentId: _c, ...row }) => ({
      ...row,
      at: row.at.toISOString(),
    }))
    return { items, next: cursorOf(rows, limit, (row) => row) }
  },
  audit: () => null,
})
