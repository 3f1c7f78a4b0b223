import type { Ctx } from '../../kernel/operation.ts'
import { digestOf, idFrom } from '../../kernel/seal.ts'
import { editionOf, observationOf, type Profile, profilesByCode } from '../cases/index.ts'
import { dayInChina, dayOfEnd } from '../places/rules.clock.ts'
import { countyMoment } from '../retention/index.ts'
import { tell } from './operations.open.ts'
import type { Kind } from './rules.ts'
import { keepCourseFact } from './sql.course.ts'
import { listChangeovers, listUnderEditions, type OrderedChangeover, type UnderEdition } from './sql.neighbours.ts'

interface Begun {
  profile: string
  startsAt: Date
}
const codeOf = ({ profile, startsAt }: Begun, changeovers: readonly OrderedChangeover[], day: string): string =>
  editionOf({ edition: profile, startedOn: dayInChina(startsAt), endedOn: null }, changeovers, day)

/** The edition by which somebody is kept today: the one they began under, unless an order of changeover said otherwise. */
export const editionNow = async (ctx: Ctx, order: Begun): Promise<Profile | undefined> =>
  (await editionsNow(ctx))(order)

/** The same for many at once. */
export async function editionsNow(ctx: Ctx): Promise<(order: Begun) => Profile | undefined> {
  const [profiles, changeovers] = [await profilesByCode(ctx), await listChangeovers(ctx.tx)]
  const today = dayInChina(await countyMoment(ctx))
  return (order) => profiles.get(codeOf(order, changeovers, today))
}

/**
 * A changeover to an edition that observes for fewer days lets people go earlier, by itself. One that observes longer keeps nobody: that
 * takes a decision about each.
 */
export async function followChangeovers(ctx: Ctx): Promise<void> {
  const moment = await countyMoment(ctx)
  const today = dayInChina(moment)
  const changeovers = (await listChangeovers(ctx.tx)).filter(({ day }) => day <= today)
  if (changeovers.length === 0) return
  const profiles = await profilesByCode(ctx)
  const froms = [...new Set(changeovers.map(({ from }) => from))]
  for (const order of await listUnderEditions(ctx.tx, froms, moment)) {
    const code = codeOf(order, changeovers, today)
    const profile = profiles.get(code)
    const changeover = changeovers.findLast(({ to }) => to === code)
    const until = profile && code !== order.profile ? observedUntil(profile, order) : null
    if (!changeover || until === null || until >= dayOfEnd(order.endsAt)) continue
    await shorten(ctx, order, { changeover, endsOn: until < today ? today : until })
  }
}

function observedUntil(profile: Profile, { anchorOn, kind }: { anchorOn: string; kind: Kind }): string | null {
  const observation = observationOf(profile, { anchor: anchorOn, mode: kind })
  if (!observation) return null
  return kind === 'home' ? (observation.monitoringTo ?? observation.to) : observation.to
}

async function shorten(
  ctx: Ctx,
  order: UnderEdition,
  { changeover, endsOn }: { changeover: OrderedChangeover; endsOn: string },
): Promise<void> {
  if (endsOn >= dayOfEnd(order.endsAt)) return
  await keepCourseFact(ctx.tx, 'shortening', {
    county: ctx.actor.county,
    id: idFrom('isolation.changeover', changeover.id, order.id),
    division: order.division,
    order_id: order.id,
    ends_on: endsOn,
    decider: changeover.authority,
    why: `按转换令 ${changeover.documentNo}`,
    recorded_by: null,
    recorded_at: ctx.now,
    received_at: ctx.now,
    digest: digestOf({ changeover: changeover.id, order: order.id }),
  })
  tell(ctx, [order])
}
