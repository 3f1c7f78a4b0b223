import { answer, type Session } from './api.ts'
import type { Closures } from './closures.ts'
import type { Hold } from './compare.ts'

/** What had to be shut and what was found shut, at the end and on days before; by class against the file and by hand against our plan. */
export async function compareClosures(session: Session, closures: Closures | null, hold: Hold): Promise<void> {
  if (!closures || closures.orders.length === 0) return
  const { county, offset, subjects, orders, inspections } = closures
  const matrixAt = async (asOf: string) =>
    (await answer('matrix', () => session.GET('/closures/matrix', { params: { query: { asOf } } }))).cells
  const startOf = new Map(orders.flatMap(({ classes, startsMs }) => classes.map((one) => [one, startsMs] as const)))
  for (const day of ['01-25T09:00:00', '01-25T11:00:00', '01-27T12:00:00', '01-30T12:00:00', '02-18T23:00:00']) {
    const asOf = `2020-${day}${offset}`
    const ms = Date.parse(asOf)
    const last = new Map(
      inspections
        .filter(({ atMs }) => atMs <= ms)
        .sort((a, b) => a.atMs - b.atMs)
        .map(({ subjectId, found }) => [subjectId, found]),
    )
    const held = subjects.filter((one) => (startOf.get(one.class) ?? Number.POSITIVE_INFINITY) <= ms)
    const cells = await matrixAt(asOf)
    for (const [one] of startOf) {
      const ours = held.filter((subject) => subject.class === one)
      const theirs = cells.filter((cell) => cell.class === one)
      const sum = (of: 'should' | 'closed' | 'breaches') => theirs.reduce((so, cell) => so + cell[of], 0)
      hold(`${one} to close`, county, asOf, ours.length, sum('should'))
      hold(`${one} closed`, county, asOf, ours.filter(({ id }) => last.get(id) === 'closed').length, sum('closed'))
      hold(`${one} in breach`, county, asOf, ours.filter(({ id }) => last.get(id) === 'open').length, sum('breaches'))
    }
  }
  await compareFile(session, closures, await matrixAt(atEnd(offset)), hold)
}
const atEnd = (offset: string): string => `2020-02-18T23:00:00${offset}`

async function compareFile(
  session: Session,
  { county, offset, told }: Closures,
  cells: ReadonlyArray<{ class: string; should: number }>,
  hold: Hold,
): Promise<void> {
  const query = { asOf: atEnd(offset), area: county }
  for (const { class: one, value } of told) {
    const got = cells.filter((cell) => cell.class === one).reduce((sum, { should }) => sum + should, 0)
    hold(`file: closures.${one}`, county, query.asOf, value, got)
  }
  const total = (kind: string) => told.filter((one) => one.kind === kind).reduce((sum, { value }) => sum + value, 0)
  for (const [figure, expected] of [
    ['venues-to-close', total('venue')],
    ['venues-closed', total('venue')],
    ['venues-in-breach', 0],
    ['gatherings-called-off', total('gathering')],
    ['lines-suspended', total('line')],
  ] as const) {
    const { value } = await answer(figure, () =>
      session.GET('/figures/{figure}', { params: { path: { figure }, query } }),
    )
    hold(figure, county, query.asOf, expected, value)
  }
}
