import { answer, type Session } from './api.ts'
import { type Command, DUTY_DAYS } from './command.ts'
import type { Hold } from './compare.ts'
import { compareClosures } from './compare-closures.ts'
import { compareDeeds } from './compare-deeds.ts'

const LAST = '2020-02-18T23:59:00+08:00'

/** What the command had issued of each kind, its groups, and its levels at the end; each number held against what was planned. */
export async function compareCommand(session: Session, command: Command, hold: Hold): Promise<void> {
  const { county, series, documents, offset, leaderIds } = command
  if (series.length === 0) return
  for (const { id: seriesId, kind } of series) {
    const query = { seriesId, state: 'standing' as const, limit: 200 }
    const { items } = await answer('documents', () => session.GET('/documents', { params: { query } }))
    const ours = documents.filter((one) => one.seriesId === seriesId)
    hold(`documents ${kind}`, county, LAST, ours.length, items.length)
    const serials = new Set(items.map(({ number }) => Number(/〕(\d+)号$/.exec(number ?? '')?.[1])))
    hold(`gaps in ${kind}`, county, LAST, 0, ours.filter((_, nth) => !serials.has(nth + 1)).length)
  }
  const asOf = `2020-02-18T20:00:00${offset}`
  const { bodies } = await answer('organisation', () => session.GET('/organisation', { params: { query: { asOf } } }))
  const top = bodies.find(({ kind }) => kind === 'leading-group')
  hold('special groups', county, asOf, 10, bodies.filter(({ kind }) => kind === 'special-group').length)
  hold('task forces', county, asOf, 4, bodies.filter(({ kind }) => kind === 'task-force').length)
  const site = bodies.find(({ kind, parentId }) => kind === 'site-command' && parentId === top?.id)
  hold('groups of central isolation', county, asOf, 4, bodies.filter(({ parentId }) => parentId === site?.id).length)
  const headless = bodies.filter(({ kind, members }) => kind === 'special-group' && members.length === 0)
  hold('special groups without a head', county, asOf, 10 - leaderIds.length, headless.length)
  const heads = top?.members.filter(({ role }) => role === 'head')
  hold('heads of the leading group', county, asOf, 2, heads?.length ?? 0)
  const office = bodies.find(({ kind }) => kind === 'office')
  const span = { from: '2020-01-25', till: '2020-02-18' }
  const asked = { params: { path: { bodyId: office?.id ?? '' }, query: span } }
  const rota = await answer('rota', () => session.GET('/organisation/bodies/{bodyId}/rota', asked))
  hold('duties', county, asOf, DUTY_DAYS, rota.duties.length)
  const noted = rota.duties.filter(({ notes }) => notes.length === 1)
  hold('duties handed over', county, asOf, DUTY_DAYS, noted.length)
  // From midnight to eight on the first morning, and nowhere else.
  hold('gaps of the rota', county, asOf, 1, rota.gaps.length)
  const open = (moment: string) =>
    answer('levels', () => session.GET('/response-ladders', { params: { query: { asOf: moment } } })).then(
      ({ items }) => items.filter(({ rung }) => rung !== null).length,
    )
  for (const [moment, count] of [
    ['2020-01-22T07:59:00', 0],
    ['2020-01-22T08:00:00', 1],
    ['2020-01-25T08:00:00', 3],
  ] as const)
    hold('open levels', county, moment, count, await open(moment + offset))
  await compareDeeds(session, command.deeds, offset, hold)
  await compareClosures(session, command.closures, hold)
}
