import { batchOperation, type Ctx, type Verdict, within } from '../../kernel/operation.ts'
import { Problem } from '../../kernel/problem.ts'
import { mayMakeAccount, maySeat } from './policy.ts'
import { accountUnknown, nameTaken } from './problems.ts'
import { EnrolAccount, EnrolledAccount } from './schema.enrolling.ts'
import { makeSeat, seatPerson } from './seating.ts'
import { findSeat } from './sql.seats.ts'
import { asAccess, findAccountByName, keepAccount } from './sql.ts'

const SEVERAL_MAX = 500

/**
 * Accounts for the people of a list, each on a seat of its own. Nobody can sign in to one of them yet: there is no password in a list and
 * no code in its answer. Whoever looks after an account gives its one-time code out to the person, one by one. Called by neighbours, who
 * have asked for a fresh second factor when it was ordered.
 */
export const enrolAccounts = batchOperation({
  name: 'access.account.enrol',
  summary: { zh: '按名单开账号并安排岗位(不含密码)', en: 'Accounts for the people of a list, without a way in' },
  kind: 'write',
  item: EnrolAccount,
  done: EnrolledAccount,
  max: SEVERAL_MAX,
  load: () => Promise.resolve(null),
  allow: (actor, _loaded, { seat }) => mayMakeAccount(actor, seat.division) && maySeat(actor, seat),
  async runMany(ctx, items) {
    const verdicts: Array<Verdict<EnrolledAccount>> = []
    for (const item of items) verdicts.push(await enrol(ctx, item))
    return verdicts
  },
  audit: (items, verdicts) => ({
    count: verdicts.filter((verdict) => verdict.ok && verdict.arrival === 'new').length,
    note: { sent: items.length, roles: [...new Set(items.map(({ seat }) => seat.role))].sort().join(' ') },
  }),
})

async function enrol(ctx: Ctx, item: EnrolAccount): Promise<Verdict<EnrolledAccount>> {
  try {
    const { signInName, name, seat } = item
    const known = await asAccess(ctx, () => findAccountByName(ctx, signInName))
    // Somebody else's name is not told from one that is out of sight.
    if (known && (known.name !== name || !within(ctx.actor, known.division))) throw nameTaken({ signInName })
    if (known?.closedAt) throw accountUnknown({ id: known.id })
    const account = { id: item.id, division: seat.division, signInName, name, language: 'zh' as const }
    if (!known && !(await keepAccount(ctx, account))) throw nameTaken({ signInName })
    const accountId = known?.id ?? item.id
    const there = (await findSeat(ctx, seat.id)) ?? (await makeSeat(ctx, { ...seat, placeId: null }))
    await seatPerson(ctx, there, accountId, ctx.now, null)
    return { ok: true, value: { accountId }, arrival: known ? 'again' : 'new' }
  } catch (error) {
    if (error instanceof Problem) return { ok: false, problem: error }
    throw error
  }
}
