import { keepFacts } from '../../kernel/facts.ts'
import { type Ctx, cursorOf, operation, positionOf } from '../../kernel/operation.ts'
import { idTaken } from '../../kernel/problem.ts'
import { nameAccounts } from '../access/index.ts'
import { nameOfDivisions } from '../places/index.ts'
import { isAhead } from '../places/rules.clock.ts'
import { postsOfKinds } from '../responsibility/index.ts'
import { countyMoment } from '../retention/index.ts'
import { aboutSite, keepAt, loadSite, originOf, saidAt, tell } from './facts.ts'
import { siteAt } from './matters.ts'
import { siteRow } from './operations.sites.ts'
import { readingSite } from './operations.work.ts'
import { mayWorkAt } from './policy.ts'
import { alreadySaid, changeUnknown, outOfTime, ownChange, siteUnknown } from './problems.ts'
import { AskSite } from './schema.ts'
import { Board, ChangePage, ChangeShift, ListChanges, TakeShift } from './schema.work.ts'
import { findKept } from './sql.lodging.ts'
import { type Change, findChange, listChangeRows, listVehicles } from './sql.rides.ts'
import { findSites, type Site } from './sql.ts'
import type { SiteStanding } from './standing.ts'

/** The command, its party committee and the four work groups. */
const SITE_KINDS = ['site-command', 'site-party', 'site-medical', 'site-disinfection', 'site-transport', 'site-care']

function roomRows({ rooms, spans }: SiteStanding) {
  const aloneOf = new Map(spans.map(({ lodgingId, roomId, alone }) => [`${lodgingId}/${roomId}`, alone]))
  return rooms.map(({ room: { id, label, floor, beds, zone }, standing: { state, held, vacatedAt, isOverdue } }) => ({
    ...{ id, label, floor, beds, zone, state },
    lodgers: held.map(({ lodgingId, since, until }) => ({
      lodgingId,
      since: since.toISOString(),
      until: until.toISOString(),
      shares: aloneOf.get(`${lodgingId}/${id}`) === false,
    })),
    vacatedAt: vacatedAt?.toISOString() ?? null,
    disinfectionOverdue: isOverdue,
  }))
}

export const readBoard = operation({
  name: 'sites.board.read',
  summary: { zh: '隔离点看板', en: 'The board of one isolation site' },
  ...readingSite,
  input: AskSite,
  output: Board,
  async run(ctx, { asOf }, site) {
    const moment = asOf ? new Date(asOf) : await countyMoment(ctx)
    const { standing, areas, meals, matters } = await siteAt(ctx, site, moment)
    const [names, vehicles] = await Promise.all([nameOfDivisions(ctx.tx), listVehicles(ctx.tx, site.id, moment)])
    return {
      site: siteRow(site, standing.capacity, names),
      asOf: moment.toISOString(),
      rooms: roomRows(standing),
      areas,
      meals,
      vehicles: vehicles.map(({ id, label, uncleaned }) => ({ id, label, free: uncleaned === null })),
      crew: (await postsOfKinds(ctx, SITE_KINDS, site.division, moment)).toSorted(
        (a, b) => SITE_KINDS.indexOf(a.kind) - SITE_KINDS.indexOf(b.kind),
      ),
      matters,
    }
  },
})

export const changeShift = operation({
  name: 'sites.shift.change',
  summary: { zh: '交班(由系统汇总未了事项)', en: 'Hand over to the next shift, with what is open' },
  ...aboutSite,
  input: ChangeShift,
  async run(ctx, input, site) {
    const moment = saidAt(ctx, input.at)
    const { matters } = await siteAt(ctx, site, moment)
    return keepAt(
      ctx,
      { site, sent: input, table: 'sites.shift_change' },
      { site_id: site.id, open_matters: ctx.tx.json(matters), note: input.note },
    )
  },
})

interface Changing {
  change: Change
  site: Site
}
async function loadChange({ tx }: Ctx, { changeId }: { changeId: string }): Promise<Changing> {
  const change = await findChange(tx, changeId)
  if (!change) throw changeUnknown({ id: changeId })
  const site = (await findSites(tx, [change.siteId])).get(change.siteId)
  if (!site) throw siteUnknown({ id: change.siteId })
  return { change, site }
}

export const takeShift = operation({
  name: 'sites.shift.take',
  summary: { zh: '接班', en: 'Take over from the shift before' },
  ...aboutSite,
  input: TakeShift,
  load: loadChange,
  allow: (actor, { site }) => mayWorkAt(actor, site),
  async run(ctx, input, { change, site }) {
    if (change.accountId !== null && change.accountId === ctx.actor.accountId) throw ownChange()
    const row = { ...originOf(ctx, site, input), change_id: change.id }
    if (row.at < change.at || isAhead(row.at, ctx.now)) throw outOfTime({ at: input.at })
    const [arrival] = await keepFacts(ctx.tx, 'sites.shift_taking', [row])
    if (arrival === 'taken' && !(await findKept(ctx.tx, 'sites.shift_taking', [input.id])).has(input.id))
      throw alreadySaid({ id: change.id })
    if (arrival === undefined || arrival === 'taken') throw idTaken({ id: input.id })
    if (arrival === 'new') tell(ctx, site)
    return { id: input.id, arrival }
  },
  audit: (done) => aboutSite.audit({ ...done, loaded: done.loaded.site }),
})

export const listChanges = operation({
  name: 'sites.shift.list',
  summary: { zh: '交接班记录', en: 'Shift changes of a site' },
  ...readingSite,
  input: ListChanges,
  output: ChangePage,
  load: loadSite,
  async run(ctx, { siteId, after, limit }) {
    const rows = await listChangeRows(ctx.tx, siteId, positionOf(after), limit)
    const names = await nameAccounts(
      ctx,
      rows.flatMap(({ accountId, takenBy }) => [accountId, takenBy].filter((id) => id !== null)),
    )
    const items = rows.map(({ accountId, siteId: _, takenBy, ...row }) => ({
      ...row,
      at: row.at.toISOString(),
      takenAt: row.takenAt?.toISOString() ?? null,
      by: names.get(accountId ?? '')?.name ?? null,
      takenBy: names.get(takenBy ?? '')?.name ?? null,
      own: accountId !== null && accountId === ctx.actor.accountId,
    }))
    return { items, next: cursorOf(rows, limit, ({ at, id }) => ({ at, id })) }
  },
})
