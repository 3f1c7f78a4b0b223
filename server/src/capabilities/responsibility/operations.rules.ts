import { operation } from '../../kernel/operation.ts'
import { idTaken } from '../../kernel/problem.ts'
import { digestOf } from '../../kernel/seal.ts'
import { dayInChina } from '../places/rules.clock.ts'
import { mayReadRules, mayRecordRules } from './policy.ts'
import { kindUnknown } from './problems.ts'
import { allRules } from './rulebook.ts'
import { type Dated, inForce } from './rules.ts'
import { AskRules, RecordRule, RuleKept, Rules } from './schema.plans.ts'
import { keepRule, listRuleRows } from './sql.rules.ts'

export const listRules = operation({
  name: 'responsibility.rule.list',
  summary: { zh: '岗位种类和包保组合的规则', en: 'Kinds of post and compositions of teams' },
  kind: 'read',
  input: AskRules,
  output: Rules,
  allow: (actor) => mayReadRules(actor),
  async run(ctx, { day = dayInChina(ctx.now) }) {
    const [{ kinds, teams }, own] = [await allRules(ctx), await listRuleRows(ctx.tx)]
    const show = <B extends { code: string }>(rules: readonly Dated<B>[], owned: number) => {
      const current = inForce(rules, day)
      return rules.map(({ since, body }, index) => ({
        since,
        body,
        inForce: current.get(body.code) === body,
        own: index >= rules.length - owned,
      }))
    }
    return { day, kinds: show(kinds, own.kinds.length), teams: show(teams, own.teams.length) }
  },
  audit: () => null,
})

export const recordRule = operation({
  name: 'responsibility.rule.record',
  summary: { zh: '自某日起实行一条规则', en: 'Set a rule that holds from a day on' },
  kind: 'write',
  input: RecordRule,
  output: RuleKept,
  load: (ctx) => allRules(ctx),
  allow: (actor) => mayRecordRules(actor),
  async run(ctx, input, { kinds }) {
    const { id, subject, since, body } = input
    if (subject === 'team') {
      const known = inForce(kinds, since)
      const unknown = body.roles.flatMap((role) => role.kinds).find((kind) => !known.has(kind))
      if (unknown) throw kindUnknown({ kind: unknown })
    }
    const { county, seatId: recorded_by } = ctx.actor
    const row = { county, id, subject, code: body.code, since, body, recorded_by, received_at: ctx.now }
    const arrival = await keepRule(ctx.tx, { ...row, digest: digestOf(input) })
    if (arrival === 'taken') throw idTaken({ id })
    return { id, arrival }
  },
  audit: ({ input, output }) => ({
    note: {
      rule: input.id,
      subject: input.subject,
      code: input.body.code,
      since: input.since,
      arrival: output.arrival,
    },
  }),
})
