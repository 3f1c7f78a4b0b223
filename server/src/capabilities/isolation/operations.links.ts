import { randomBytes } from 'node:crypto'
import { performItemWithin } from '../../kernel/gather.ts'
import { type Ctx, operation } from '../../kernel/operation.ts'
import { idTaken } from '../../kernel/problem.ts'
import { blindIndex } from '../../kernel/seal.ts'
import { admitByAddress } from '../access/index.ts'
import { dayInChina } from '../places/rules.clock.ts'
import { countyMoment } from '../retention/index.ts'
import { recordReadings } from './operations.readings.ts'
import { mayRead } from './policy.readings.ts'
import { linkRefused, orderOver } from './problems.readings.ts'
import { orderUnknown } from './problems.ts'
import { isAbnormal, slotAt } from './rules.readings.ts'
import { AnswerLink, LinkAnswered, LinkMade, LinkOpened, MakeLink, OpenLink } from './schema.links.ts'
import { asHolder, findLink, keepLink, useLink } from './sql.links.ts'
import { findWatched, listReadings } from './sql.readings.ts'
import { checksPerDay, symptomsOf, watchOf } from './watching.ts'

const hashOf = (code: string): Buffer => blindIndex('isolation.reading-link', code)
const CODE_BYTES = 16
const HOUR_MS = 3_600_000

/** For one reading by the person themselves. Whoever makes it passes the address on; it is not shown a second time. */
export const makeLink = operation({
  name: 'isolation.reading-link.make',
  summary: { zh: '生成一次性自测链接', en: 'Make a link for one reading by the person' },
  kind: 'write',
  input: MakeLink,
  output: LinkMade,
  async load({ tx }, { orderId }) {
    const order = await findWatched(tx, orderId)
    if (!order) throw orderUnknown({ id: orderId })
    return order
  },
  allow: (actor, { division }) => mayRead(actor, division),
  async run(ctx, { id, hours }, order) {
    if (order.endsAt <= (await countyMoment(ctx))) throw orderOver({ endsAt: order.endsAt.toISOString() })
    const { county, accountId } = ctx.actor
    const code = `${county}-${randomBytes(CODE_BYTES).toString('base64url')}`
    const expiresAt = new Date(ctx.now.getTime() + hours * HOUR_MS)
    const kept = await keepLink(ctx.tx, {
      county,
      id,
      division: order.division,
      order_id: order.id,
      code_hash: hashOf(code),
      made_by: accountId,
      made_at: ctx.now,
      expires_at: expiresAt,
    })
    if (!kept) throw idTaken({ id })
    // Behind the #, so that no server and no proxy on the way writes the code down.
    return { id, path: `/self-check#${code}`, expiresAt: expiresAt.toISOString() }
  },
  audit: ({ input, loaded }) => ({ subject: loaded.id, division: loaded.division, note: { link: input.id } }),
})

const countyOf = ({ code }: { code: string }): number => Number(code.slice(0, 6))

/** The link that a code opens; wrong ones are counted against the address they come from. */
async function linkFor(ctx: Ctx, code: string) {
  const guess = await admitByAddress(ctx)
  const link = await findLink(ctx.tx, hashOf(code), ctx.now)
  if (!link) await guess.failed()
  return link
}

export const openLink = operation({
  name: 'isolation.reading-link.open',
  summary: { zh: '打开自测链接', en: 'Open a link for one reading' },
  kind: 'write',
  anonymous: countyOf,
  input: OpenLink,
  output: LinkOpened,
  allow: (actor) => actor.kind === 'anonymous',
  run: (ctx, { code }) =>
    asHolder(ctx, async (within) => {
      const link = await linkFor(within, code)
      const order = link && (await findWatched(within.tx, link.orderId))
      if (!order) return linkRefused()
      const watch = await watchOf(within)
      const profile = watch.profiles.get(order.profile)
      const moment = await countyMoment(within)
      return {
        ...slotAt(watch.planOn(dayInChina(moment)), checksPerDay(profile), moment),
        expiresAt: link.expiresAt.toISOString(),
        asksTemperature: profile?.body.fever != null,
        symptoms: [...symptomsOf(profile)],
      }
    }),
  audit: () => ({ count: 0 }),
})

export const answerLink = operation({
  name: 'isolation.reading-link.answer',
  summary: { zh: '通过链接上报体温', en: 'Give a reading by a link' },
  kind: 'write',
  anonymous: countyOf,
  input: AnswerLink,
  output: LinkAnswered,
  allow: (actor) => actor.kind === 'anonymous',
  run: (ctx, { code, ...given }) =>
    asHolder(ctx, async (within) => {
      const link = await linkFor(within, code)
      if (!link) return linkRefused()
      const { id, orderId, division } = link
      const moment = await countyMoment(within)
      // The holder's phone has today's date, and nobody's order of the past reaches so far.
      const recordedAt = moment < ctx.now ? moment.toISOString() : given.recordedAt
      await performItemWithin(within, recordReadings, { ...given, recordedAt, orderId, way: 'self' })
      const used = { county: ctx.actor.county, link_id: id, division, reading_id: given.id, used_at: ctx.now }
      if (!(await useLink(within.tx, used))) throw linkRefused()
      const [kept] = (await listReadings(within.tx, [orderId], null)).filter((one) => one.id === given.id)
      if (!kept) throw new Error('isolation: a reading that was not kept')
      return { id: kept.id, day: kept.day, slot: kept.slot, abnormal: isAbnormal(kept) }
    }),
  audit: ({ output }) => ({ subject: output.id }),
})
