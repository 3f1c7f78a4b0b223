import type { ListPlan, Lists } from './agency-lists.ts'
import { answer, type Session } from './api.ts'
import type { Hold } from './compare.ts'
import { instant } from './events.ts'
import { type FiguresFile, momentOf } from './figures.ts'

const answeredBy = ({ rows }: ListPlan, atMs: number): number =>
  rows.filter((row) => typeof row === 'object' && 'answeredAt' in row && Date.parse(row.answeredAt) <= atMs).length

/** Every row is accounted for, the receipts add up, and as many were verified by each moment as were answered by then. */
export async function compareLists(
  session: Session,
  { county, lists }: Lists,
  { file, offset }: { file: FiguresFile | null; offset: string },
  hold: Hold,
): Promise<void> {
  if (lists.length === 0) return
  const verified = async (asOf: string) => {
    const query = { asOf, area: county }
    const path = { figure: 'comparisons' as const }
    return (await answer('comparisons', () => session.GET('/figures/{figure}', { params: { path, query } }))).value
  }
  for (const { name, value, asOf: said } of file?.figures ?? []) {
    if (name !== 'agency-lists.comparisons') continue
    const asOf = instant(momentOf(said, offset), offset)
    hold(`file: ${name}`, county, asOf, value, await verified(asOf))
  }
  for (const { recordedAt } of lists) {
    const atMs = Date.parse(recordedAt) + 30 * 3_600_000
    const ours = lists.reduce((sum, list) => sum + answeredBy(list, atMs), 0)
    hold('comparisons', county, instant(atMs, offset), ours, await verified(instant(atMs, offset)))
  }
  const { items } = await answer('lists', () => session.GET('/agency-lists', { params: { query: { limit: 50 } } }))
  for (const { id, rows, recordedAt } of lists) {
    const told = items.find((one) => one.id === id)
    const counts = told?.counts
    hold('rows read', county, recordedAt, rows.length, counts?.read ?? -1)
    hold('rows rejected', county, recordedAt, 1, counts?.rejected ?? -1)
    hold('rows blank', county, recordedAt, 1, counts?.blank ?? -1)
    if (told?.state !== 'destroyed') hold('rows open', county, recordedAt, 0, told?.progress.open ?? -1)
  }
}
