import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { isAgain, keepNew, lockOne, originOf } from '../../kernel/facts.ts'
import { type Ctx, operation } from '../../kernel/operation.ts'
import { nameOfDivisions } from '../places/index.ts'
import { dayInChina, isAhead, minuteInChina, timeInChina } from '../places/rules.clock.ts'
import { countyMoment } from '../retention/index.ts'
import { identifierOf, writeCap } from './cap.ts'
import { outgoingOf } from './dispatching.ts'
import { type Feed, feedOf, writeAtom, writeRss } from './feeds.ts'
import { legalNotices } from './legal.ts'
import type { Outgoing } from './outgoing.ts'
import { boardPiece } from './page.ts'
import { maySeeChannels, mayShowFigures } from './policy.ts'
import { dispatchUnknown, divisionUnknown, figuresNotShown, timeAhead } from './problems.ts'
import {
  AskAlert,
  AskBoard,
  AskFeed,
  BoardContent,
  FeedContent,
  FiguresShown,
  LastShown,
  ShowFigures,
} from './schema.board.ts'
import type { ChannelKind } from './schema.channels.ts'
import { publicitySettings } from './settings.ts'
import { figuresToShow } from './showing.ts'
import { findShown, lastShown } from './sql.board.ts'
import { findDispatch, listShown } from './sql.channels.ts'

const SHOWN_MAX = 60
const countyOf = ({ county }: { county: string }): number => Number(county)

/** What went to a channel of this kind, each piece as it stands there now. */
async function shownBy(ctx: Ctx, kind: ChannelKind): Promise<Outgoing[]> {
  const moment = await countyMoment(ctx)
  const rows = await listShown(ctx.tx, [kind], moment, SHOWN_MAX)
  const found = await Promise.all(rows.map(({ dispatchId }) => findDispatch(ctx.tx, dispatchId)))
  return Promise.all(found.flatMap((one) => (one ? [outgoingOf(ctx, one)] : [])))
}
async function countyHere(ctx: Ctx): Promise<string> {
  const division = String(ctx.actor.county)
  const name = (await nameOfDivisions(ctx.tx)).get(division)
  if (!name) throw divisionUnknown({ division })
  return name
}

export const readBoard = operation({
  name: 'publicity.board.read',
  summary: { zh: '公告栏内容', en: 'What the notice board shows' },
  kind: 'read',
  anonymous: countyOf,
  input: AskBoard,
  output: BoardContent,
  allow: (actor) => actor.kind === 'anonymous',
  async run(ctx) {
    const name = await countyHere(ctx)
    const moment = await countyMoment(ctx)
    const shown = await shownBy(ctx, 'board')
    return {
      county: ctx.actor.county,
      name,
      asOf: minuteInChina(moment),
      pieces: shown.map((one) => {
        const { texts, signed, ...piece } = boardPiece(one)
        return { ...piece, signed: [...signed], texts: one.content.texts }
      }),
      figures: await lastShown(ctx.tx, dayInChina(moment)),
      rights: (await legalNotices(ctx, null)).items.map(({ publishedAt, measures, signed, texts }) => ({
        ...{ measures, signed, texts },
        at: minuteInChina(new Date(publishedAt)),
      })),
    }
  },
  audit: () => null,
})

const latest = (shown: readonly Outgoing[], otherwise: Date): Date =>
  shown.reduce((last, { at }) => (at > last ? at : last), shown[0]?.at ?? otherwise)

export const readFeed = operation({
  name: 'publicity.feed.read',
  summary: { zh: '公告订阅', en: 'The notices as a feed' },
  kind: 'read',
  anonymous: countyOf,
  input: AskFeed,
  output: FeedContent,
  allow: (actor) => actor.kind === 'anonymous',
  async run(ctx, { feed }) {
    const areaName = await countyHere(ctx)
    const kind = ({ 'rss.xml': 'rss', 'atom.xml': 'atom', 'cap.xml': 'cap' } as const)[feed]
    const shown = await shownBy(ctx, kind)
    const { publicUrl } = publicitySettings()
    const about: Feed = feedOf({ publicUrl, county: ctx.actor.county, areaName }, feed, latest(shown, ctx.now))
    if (kind === 'rss') return { type: 'application/rss+xml', content: writeRss(about, shown).toString() }
    return { type: 'application/atom+xml', content: writeAtom(about, shown, kind === 'cap').toString() }
  },
  audit: () => null,
})

/** One warning, as the feed of warnings links it. */
export const readAlert = operation({
  name: 'publicity.alert.read',
  summary: { zh: '预警信息(CAP)', en: 'A warning in CAP' },
  kind: 'read',
  anonymous: countyOf,
  input: AskAlert,
  output: FeedContent,
  allow: (actor) => actor.kind === 'anonymous',
  async run(ctx, { dispatchId }) {
    const dispatch = await findDispatch(ctx.tx, dispatchId)
    if (dispatch?.kind !== 'cap') throw dispatchUnknown({ id: dispatchId })
    const content = writeCap(await outgoingOf(ctx, dispatch)).toString()
    if (!content.includes(identifierOf(ctx.actor.county, dispatchId))) throw dispatchUnknown({ id: dispatchId })
    return { type: 'application/cap+xml', content }
  },
  audit: () => null,
})

export const readFigures = operation({
  name: 'publicity.figures.read',
  summary: { zh: '居民看到的数字', en: 'The figures that residents see' },
  kind: 'read',
  input: z.strictObject({}),
  output: LastShown,
  allow: (actor) => maySeeChannels(actor),
  run: async (ctx) => ({ shown: await lastShown(ctx.tx, dayInChina(await countyMoment(ctx))) }),
  audit: () => null,
})

export const showFigures = operation({
  name: 'publicity.figures.show',
  summary: { zh: '向居民公布当日数字', en: 'Show residents the figures of a day' },
  kind: 'write',
  input: ShowFigures,
  output: FiguresShown,
  allow: (actor) => mayShowFigures(actor),
  async run(ctx, input) {
    const asOf = new Date(input.asOf)
    const day = dayInChina(asOf)
    if (isAhead(asOf, ctx.now)) throw timeAhead({ at: input.asOf })
    await lockOne(ctx, 'publicity.figures')
    if (await isAgain(ctx, 'publicity.figures_shown', input))
      return { id: input.id, day, brokenDown: true, arrival: 'again' as const }
    if (await findShown(ctx.tx, day)) throw figuresNotShown()
    return { id: input.id, day, brokenDown: await keepFigures(ctx, input, asOf), arrival: 'new' as const }
  },
  audit: ({ input, output }) => ({ subject: input.id, note: { day: output.day, arrival: output.arrival } }),
})

async function keepFigures(ctx: Ctx, input: { id: string; asOf: string }, asOf: Date): Promise<boolean> {
  const content = await figuresToShow(ctx, asOf)
  const origin = originOf(ctx, { division: String(ctx.actor.county) }, input)
  const said = { shown_on: dayInChina(asOf), as_of: asOf, content: ctx.tx.json(content) }
  await keepNew(ctx, 'publicity.figures_shown', { ...origin, ...said })
  return content.breakdown.rows !== null
}

/**
 * The figures of eight o'clock, once a day. The county shows the first by its own hand: what is still being entered is nobody's
 * news, and a day that was shown half could not be shown again.
 */
export async function showDaily(ctx: Ctx): Promise<void> {
  const moment = await countyMoment(ctx)
  const day = dayInChina(moment)
  const asOf = timeInChina(day, '08:00')
  if (asOf > moment || (await findShown(ctx.tx, day)) || !(await lastShown(ctx.tx, day))) return
  await keepFigures(ctx, { id: randomUUID(), asOf: asOf.toISOString() }, asOf)
}
