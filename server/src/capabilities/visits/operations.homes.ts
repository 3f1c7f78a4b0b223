import type { z } from 'zod'
import { type Ctx, operation } from '../../kernel/operation.ts'
import { behindDoors, maskedMany } from '../people/index.ts'
import { afterDoor, cursorByDoor } from '../places/rules.cursors.ts'
import { openSaid } from './answers.ts'
import { areaWithin } from './operations.progress.ts'
import { getRound } from './operations.rounds.ts'
import { maySeeHomes } from './policy.ts'
import { householdUnknown, outsideRound } from './problems.ts'
import { findVersions } from './questionnaires.ts'
import { attemptNumbers } from './rules.steps.ts'
import { missingOf } from './rules.ts'
import { AskHousehold, HomePage, HouseholdVisits, ListHomes } from './schema.lists.ts'
import { type HomeRow, listHomeRows, listStandings } from './sql.reading.ts'
import { listStays } from './sql.ts'
import { listSheets, listVisitRows, type SheetRow, type VisitRow } from './sql.visits.ts'

/** Rows with the door and whom to ask for behind it. */
export async function withDoors(ctx: Ctx, rows: readonly HomeRow[], who: 'heads' | 'everybody') {
  const behind = await behindDoors(
    ctx,
    rows.map(({ householdId }) => householdId),
    who,
  )
  return rows.map(({ lastAt, ...row }) => {
    const { door = null, members = [] } = behind.get(row.householdId) ?? {}
    return { ...row, lastAt: lastAt?.toISOString() ?? null, door, members }
  })
}

export const walkCursor = (rows: readonly HomeRow[], limit: number): string | null =>
  cursorByDoor(rows, limit, ({ division, walkOrder, householdId }) => ({ division, walkOrder, id: householdId }))

const purposeOf = async (ctx: Ctx, roundId: string) => ({
  round: await getRound(ctx, roundId),
  purpose: ctx.purpose,
})

/** Door by door: to be visited, nobody met, refused, or all of a round. */
export const listHomes = operation({
  name: 'visits.home.list',
  summary: { zh: '一轮中的各户', en: 'The households of a round, door by door' },
  kind: 'read',
  personal: true,
  input: ListHomes,
  output: HomePage,
  load: (ctx, { roundId }) => purposeOf(ctx, roundId),
  allow: (actor, { purpose }, { area }) => maySeeHomes(actor, purpose, area ?? actor.division),
  async run(ctx, { roundId, state, area: asked = ctx.actor.division, who, after, limit }, { round }) {
    const area = areaWithin(round.area, asked)
    if (area === null) throw outsideRound({ area: asked })
    const rows = await listHomeRows(ctx.tx, { roundId, state, area, after: afterDoor(after), limit })
    return { items: await withDoors(ctx, rows, who), next: walkCursor(rows, limit) }
  },
  audit: ({ input, output }) => ({
    subject: input.roundId,
    count: output.items.reduce((sum, { members }) => sum + members.length, 0),
    ...(input.area ? { division: input.area } : {}),
    note: { state: input.state ?? null, who: input.who },
  }),
})

/** Everything that is known of the knocks at one door, within the reader's area. */
export const readHousehold = operation({
  name: 'visits.household.read',
  summary: { zh: '一户的入户记录', en: 'The visits to one household' },
  kind: 'read',
  personal: true,
  input: AskHousehold,
  output: HouseholdVisits,
  async load(ctx, { householdId }) {
    const last = (await listStays(ctx.tx, [householdId])).get(householdId)?.at(-1)
    if (!last) throw householdUnknown({ id: householdId })
    return { division: last.division, purpose: ctx.purpose }
  },
  allow: (actor, { division, purpose }) => maySeeHomes(actor, purpose, division),
  async run(ctx, { householdId }, { division }) {
    const visits = await listVisitRows(ctx.tx, householdId)
    const sheets = await listSheets(
      ctx.tx,
      visits.map(({ id }) => id),
    )
    const standings = await listStandings(ctx.tx, householdId)
    const behind = (await behindDoors(ctx, [householdId], 'everybody')).get(householdId)
    const persons = await maskedMany(
      ctx,
      sheets.flatMap(({ personId }) => personId ?? []),
    )
    const asked = [...new Map(sheets.map(({ key, version }) => [`${key}/${version}`, { key, version }])).values()]
    const find = await findVersions(ctx.tx, asked)
    const lineOf = (sheet: SheetRow) => {
      const { visitId, nth, personId, key, version, said } = sheet
      const answers = { ...sheet.answers, ...openSaid(visitId, nth, said) }
      const questions = find({ key, version })?.questions ?? []
      const unanswered = missingOf(questions, personId === null ? 'household' : 'person', answers)
      return { person: (personId && persons.get(personId)) || null, key, version, answers, unanswered }
    }
    return {
      householdId,
      division,
      door: behind?.door ?? null,
      members: behind?.members ?? [],
      rounds: standings.map(({ startedAt, ...row }) => ({ ...row, startedAt: startedAt.toISOString() })),
      visits: visitLines(
        visits,
        Map.groupBy(
          sheets.map((sheet) => ({ sheet, line: lineOf(sheet) })),
          ({ sheet }) => sheet.visitId,
        ),
      ),
      questionnaires: asked.flatMap((one) => {
        const found = find(one)
        return found ? [{ ...found, newest: false }] : []
      }),
    }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.householdId,
    division: loaded.division,
    count: personsIn(output),
  }),
})

/** Who lives there now, and whoever else was asked there: a guest, somebody who has left. */
function personsIn({ members, visits }: z.input<typeof HouseholdVisits>): number {
  const asked = visits.flatMap(({ sheets }) => sheets.flatMap(({ person }) => person?.id ?? []))
  return new Set([...members.map(({ person }) => person.id), ...asked]).size
}

/** Attempts are counted round by round over what still counts, and shown the latest first. */
function visitLines<L>(visits: readonly VisitRow[], lines: ReadonlyMap<string, Array<{ line: L }>>) {
  const attempts = new Map<string, number | null>()
  for (const own of Map.groupBy(
    visits.filter(({ voided, correctedBy }) => !voided && correctedBy === null),
    ({ roundId }) => roundId,
  ).values()) {
    const numbers = attemptNumbers(own.map(({ outcome }) => outcome))
    own.forEach(({ id }, nth) => {
      attempts.set(id, numbers[nth] ?? null)
    })
  }
  return visits
    .map(({ recordedAt, occurredAt, receivedAt, ...visit }) => ({
      ...visit,
      attempt: attempts.get(visit.id) ?? null,
      recordedAt: recordedAt.toISOString(),
      occurredAt: occurredAt.toISOString(),
      receivedAt: receivedAt.toISOString(),
      sheets: (lines.get(visit.id) ?? []).map(({ line }) => line),
    }))
    .reverse()
}
