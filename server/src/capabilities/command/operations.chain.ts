import { operation, within } from '../../kernel/operation.ts'
import { listUnits } from '../places/index.ts'
import { countyMoment } from '../retention/index.ts'
import { mayOversee } from './policy.tasks.ts'
import { TASK_STATES, type TaskState } from './rules.tasks.ts'
import { AskChain, Chain, type Counts } from './schema.tasks.ts'
import { type ChainRow, countByPlace } from './sql.chain.ts'
import { countsOf } from './sql.measures.ts'
import { getIssued, getMeasure } from './tasks.ts'

/** In the order of the states: the first that anything there is in. */
const worstOf = (counts: Counts): TaskState | null => TASK_STATES.find((state) => (counts[state] ?? 0) > 0) ?? null

interface Unit {
  code: string
  name: string
}
function cellOf({ code, name }: Unit, byPlace: ReadonlyMap<string, ChainRow[]>) {
  const counts = countsOf(byPlace.get(code) ?? [])
  return { division: code, name, state: worstOf(counts), counts }
}

/** County, townships and villages on one sheet: who has confirmed, who is silent, who is late, who is done. */
export const readChain = operation({
  name: 'command.chain.read',
  summary: { zh: '县乡村落实情况总表', en: 'Who has confirmed and done what, by township and village' },
  kind: 'read',
  input: AskChain,
  output: Chain,
  async load(ctx, { documentId, measureId }) {
    const document = await getIssued(ctx, documentId)
    return { document, measure: measureId ? await getMeasure(ctx, measureId, documentId) : null }
  },
  allow: (actor, _loaded, { area }) => mayOversee(actor) && within(actor, area ?? actor.division),
  async run(ctx, asked, { document, measure }) {
    const moment = asked.asOf ? new Date(asked.asOf) : await countyMoment(ctx)
    const area = asked.area ?? ctx.actor.division
    const query = { documentId: document.id, measureId: measure?.id ?? null, area, moment }
    const [rows, units] = await Promise.all([countByPlace(ctx.tx, query), listUnits(ctx.tx)])
    const byPlace = Map.groupBy(rows, ({ division }) => division)
    const under = Map.groupBy(
      rows.filter(({ division }) => division.length === 12),
      ({ division }) => division.slice(0, 9),
    )
    const below = Map.groupBy(
      units.filter(({ code, level }) => code.startsWith(area) && (level === 'village' || byPlace.has(code))),
      ({ code }) => code.slice(0, 9),
    )
    const inside = (code: string) => code.startsWith(area) || area.startsWith(code)
    const all = units.filter(({ level, code }) => level === 'township' && inside(code) && code > (asked.after ?? ''))
    const shown = all.slice(0, asked.limit)
    const townships = shown.map((unit) => {
      const cells = (below.get(unit.code) ?? [])
        .filter(({ code }) => code.length === 12)
        .map((one) => cellOf(one, byPlace))
      return { ...cellOf(unit, byPlace), below: countsOf(under.get(unit.code) ?? []), cells }
    })
    return {
      asOf: moment.toISOString(),
      ...{ documentId: document.id, number: document.number, title: document.title },
      documentState: document.endedAt && document.endedAt <= moment ? (document.how ?? 'issued') : ('issued' as const),
      measureId: measure?.id ?? null,
      measureTitle: measure?.title ?? null,
      counts: countsOf(rows),
      townships,
      next: all.length > shown.length ? (shown.at(-1)?.code ?? null) : null,
    }
  },
  audit: () => null,
})
