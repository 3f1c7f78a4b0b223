import { batchOperation, type Ctx, type Verdict } from '../../kernel/operation.ts'
import { mayImport } from './policy.ts'
import { divisionUnknown, levelDiffers, namedToday } from './problems.ts'
import { dayInChina } from './rules.clock.ts'
import { RecordDivision, RecordedDivision } from './schema.ts'
import { addDivisions, type DivisionRow, findDivisionRows } from './sql.divisions.ts'

const UNITS_MAX = 1_000
const parentOf = (code: string): string => code.slice(0, -3)

/** Units that the official list does not have yet, or calls otherwise: a new village is there before the next edition is. */
export const recordDivisions = batchOperation({
  name: 'places.division.record',
  summary: {
    zh: '登记乡镇、村和社区(补充官方名录)',
    en: 'Record townships, villages and communities beside the official list',
  },
  kind: 'write',
  item: RecordDivision,
  done: RecordedDivision,
  max: UNITS_MAX,
  load: ({ tx }: Ctx, items): Promise<Map<string, DivisionRow>> =>
    findDivisionRows(
      tx,
      items.flatMap(({ code }) => [code, parentOf(code)]),
    ),
  allow: (actor, _known, { code }) => mayImport(actor) && code.startsWith(String(actor.county)),
  async runMany(ctx, items, known) {
    const standing = new Map(known)
    const verdicts = new Map<RecordDivision, Verdict<RecordedDivision>>()
    const rows = new Map<string, DivisionRow>()
    for (const item of [...items].sort((a, b) => a.code.length - b.code.length)) {
      const { code, name, level } = item
      const there = standing.get(code)
      if (there && there.level !== level) {
        verdicts.set(item, { ok: false, problem: levelDiffers({ code, level: there.level }) })
      } else if (!standing.has(parentOf(code))) {
        verdicts.set(item, { ok: false, problem: divisionUnknown({ division: parentOf(code) }) })
      } else {
        const arrival = there?.name === name ? 'again' : 'new'
        const row = { code, name, level, parent: parentOf(code), committee: there?.committee ?? level !== 'township' }
        standing.set(code, row)
        if (arrival === 'new') rows.set(code, row)
        verdicts.set(item, {
          ok: true,
          arrival,
          value: { code, arrival, renamed: there !== undefined && arrival === 'new' },
        })
      }
    }
    const today = dayInChina(ctx.now)
    if (rows.size > 0) await addDivisions(ctx.tx, [...rows.values()], today)
    const kept = rows.size > 0 ? await findDivisionRows(ctx.tx, [...rows.keys()]) : rows
    for (const item of items) {
      const { code, name } = item
      // A unit has one name a day; a second one would be lost without a word.
      if (rows.has(code) && kept.get(code)?.name !== name)
        verdicts.set(item, { ok: false, problem: namedToday({ code }) })
    }
    return items.map((item) => verdicts.get(item) ?? { ok: false, problem: divisionUnknown({ division: item.code }) })
  },
  audit: (items, verdicts) => ({
    count: verdicts.filter((verdict) => verdict.ok && verdict.arrival === 'new').length,
    note: { sent: items.length, refused: verdicts.filter((verdict) => !verdict.ok).length },
  }),
})
