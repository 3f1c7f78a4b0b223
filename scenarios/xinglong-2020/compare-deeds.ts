import { answer, type Session } from './api.ts'
import type { Hold } from './compare.ts'
import type { Deeds, StepPlan } from './deeds.ts'

const MOMENTS = [
  '2020-01-25T12:00',
  '2020-01-25T20:00',
  '2020-01-27T08:00',
  '2020-01-27T20:00',
  '2020-01-30T08:00',
  '2020-02-18T23:00',
]

/** Counted again from what was planned, in a way of its own: by what each place had said until then. */
function countAt({ measures, handings, steps }: Deeds, places: number, moment: number) {
  const ours = new Set(measures.map(({ id }) => id))
  const due = Date.parse(handings.find(({ measureId }) => measureId !== null)?.dueAt ?? '')
  const bySubject = Map.groupBy(
    steps.filter(({ of, atMs }) => ours.has(of) && atMs <= moment),
    ({ of, division }) => `${of}/${division}`,
  )
  const lastOf = (own: readonly StepPlan[]) => own.toSorted((a, b) => a.atMs - b.atMs).at(-1)?.step
  const done = [...bySubject.values()].filter((own) => lastOf(own) === 'done').length
  const given = measures.length * places
  const receipt = Date.parse(handings[0]?.receiptBy ?? '') - Date.parse(handings[0]?.at ?? '') + (due - 48 * 3_600_000)
  return {
    'tasks-given': due - 48 * 3_600_000 <= moment ? given : 0,
    'tasks-done': done,
    'tasks-silent': moment >= receipt ? given - bySubject.size : 0,
    'tasks-late': moment >= due ? bySubject.size - done : 0,
  }
}

/** Tasks as they stood at many moments, the sheet of all places, and the log of decisions. */
export async function compareDeeds(session: Session, deeds: Deeds | null, offset: string, hold: Hold): Promise<void> {
  if (!deeds) return
  const { county, measures, steps, decisions } = deeds
  const places = new Set(steps.map(({ division }) => division)).size
  const figureAt = (
    figure: 'tasks-given' | 'tasks-done' | 'tasks-silent' | 'tasks-late' | 'orders-issued',
    asOf: string,
  ) => answer(figure, () => session.GET('/figures/{figure}', { params: { path: { figure }, query: { asOf } } }))
  for (const local of MOMENTS) {
    const asOf = `${local}:00${offset}`
    const counted = countAt(deeds, places, Date.parse(asOf))
    for (const figure of ['tasks-given', 'tasks-done', 'tasks-silent', 'tasks-late'] as const)
      hold(figure, county, asOf, counted[figure], (await figureAt(figure, asOf)).value)
  }
  const [first] = measures
  if (!first) return
  const asOf = `2020-01-27T08:00:00${offset}`
  const query = { measureId: first.id, asOf, limit: 60 }
  const path = { documentId: first.documentId }
  const chain = await answer('chain', () => session.GET('/documents/{documentId}/chain', { params: { path, query } }))
  hold(
    'places on the sheet',
    county,
    asOf,
    places,
    chain.townships.reduce((sum, { cells }) => sum + 1 + cells.length, 0),
  )
  const done = steps.filter(({ of, step, atMs }) => of === first.id && step !== 'received' && atMs <= Date.parse(asOf))
  const ends = Map.groupBy(done, ({ division }) => division)
  const standing = [...ends.values()].filter((own) => own.toSorted((a, b) => a.atMs - b.atMs).at(-1)?.step === 'done')
  hold('done on the sheet', county, asOf, standing.length, chain.counts.done ?? 0)
  const log = await answer('decisions', () => session.GET('/decisions', { params: { query: {} } }))
  for (const one of decisions) {
    const kept = log.items.find(({ id }) => id === one.id)
    hold('figures of a decision', county, one.decidedAt, one.figures.length, kept?.figures.length ?? -1)
    for (const { figure, asOf: at, value } of kept?.figures ?? [])
      hold(`decided on ${figure}`, county, at, (await figureAt(figure as 'tasks-done', at)).value, value ?? -1)
  }
}
