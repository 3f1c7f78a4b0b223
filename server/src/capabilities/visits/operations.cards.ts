import { type Ctx, operation } from '../../kernel/operation.ts'
import { afterDoor } from '../places/rules.cursors.ts'
import { walkCursor, withDoors } from './operations.homes.ts'
import { getRound } from './operations.rounds.ts'
import { maySeeHomes } from './policy.ts'
import { cardUnknown, cardUnreadable, outsideRound, questionnaireUnknown } from './problems.ts'
import { findVersions } from './questionnaires.ts'
import { type CardPlace, codeOf, placeOf } from './rules.ts'
import { AskCard, Cards, FoundCard, PrintCards } from './schema.lists.ts'
import type { Questionnaire } from './schema.questionnaires.ts'
import { findCard, findNumbers, keepNumbers } from './sql.cards.ts'
import { findHomeRow, listHomeRows } from './sql.reading.ts'
import type { StoredRound } from './sql.rounds.ts'

async function askedIn({ tx }: Ctx, { key, version }: StoredRound): Promise<Questionnaire> {
  const found = (await findVersions(tx, [{ key, version }]))({ key, version })
  if (!found) throw questionnaireUnknown({ key })
  return { ...found, newest: false }
}

const TRIES = 5
/** A household keeps its number for the round, however often its card is printed. */
async function numbersOf(ctx: Ctx, division: string, roundId: string, householdIds: readonly string[]) {
  const { tx, actor, now } = ctx
  for (let tried = 0; tried < TRIES; tried += 1) {
    const numbers = await findNumbers(tx, { division, roundId, householdIds })
    const without = householdIds.filter((id) => !numbers.has(id))
    if (without.length === 0) return numbers
    const { county, accountId: printedBy } = actor
    await keepNumbers(tx, { county, division, roundId, householdIds: without, printedBy, printedAt: now })
  }
  throw new Error('visits: the village printed faster than numbers could be given out')
}

export const printCards = operation({
  name: 'visits.card.print',
  summary: { zh: '打印入户卡', en: 'Print paper cards' },
  kind: 'write',
  personal: true,
  input: PrintCards,
  output: Cards,
  load: async (ctx, { roundId }) => ({ round: await getRound(ctx, roundId), purpose: ctx.purpose }),
  allow: (actor, { purpose }, { division }) => maySeeHomes(actor, purpose, division),
  async run(ctx, { roundId, division, block, state, after, limit }, { round }) {
    if (!division.startsWith(round.area)) throw outsideRound({ area: division })
    const only = state === 'all' ? undefined : state
    const asked = { roundId, state: only, area: division, block, after: afterDoor(after), limit }
    const rows = await listHomeRows(ctx.tx, asked)
    const ids = rows.map(({ householdId }) => householdId)
    const numbers = await numbersOf(ctx, division, roundId, ids)
    const homes = await withDoors(ctx, rows, 'everybody')
    return {
      items: homes.map((home) => ({ code: codeOf({ division, number: numbers.get(home.householdId) ?? 0 }), ...home })),
      next: walkCursor(rows, limit),
      questionnaire: await askedIn(ctx, round),
    }
  },
  audit: ({ input, output }) => ({
    subject: input.roundId,
    division: input.division,
    count: output.items.reduce((sum, { members }) => sum + members.length, 0),
    note: { cards: output.items.length },
  }),
})

/** From the code on the paper back to the round and the household. */
export const findCardByCode = operation({
  name: 'visits.card.find',
  summary: { zh: '按编号找到一户', en: 'Find the household of a paper card' },
  kind: 'read',
  personal: true,
  input: AskCard,
  output: FoundCard,
  async load(ctx, { code }): Promise<{ place: CardPlace; purpose: Ctx['purpose'] }> {
    const place = placeOf(code, String(ctx.actor.county))
    if (!place) throw cardUnreadable()
    return { place, purpose: ctx.purpose }
  },
  allow: (actor, { place, purpose }) => maySeeHomes(actor, purpose, place.division),
  async run(ctx, _asked, { place }) {
    const code = codeOf(place)
    const card = await findCard(ctx.tx, place.division, place.number)
    if (!card) throw cardUnknown({ code })
    const round = await getRound(ctx, card.roundId)
    const row = await findHomeRow(ctx.tx, card.roundId, card.householdId)
    const [home] = row ? await withDoors(ctx, [row], 'everybody') : []
    // Printed for a household that has moved away since: there is nobody left to ask there.
    if (!home) throw cardUnknown({ code })
    const { id: roundId, title: roundTitle, startedAt } = round
    const questionnaire = await askedIn(ctx, round)
    return { code, ...home, roundId, roundTitle, startedAt: startedAt.toISOString(), questionnaire }
  },
  audit: ({ output }) => ({ subject: output.householdId, division: output.division, count: output.members.length }),
})
