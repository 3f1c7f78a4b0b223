import { keepFacts, keepOne } from '../../kernel/facts.ts'
import { batchOperation, type Ctx, operation, type Verdict } from '../../kernel/operation.ts'
import { idTaken } from '../../kernel/problem.ts'
import { findDivisions, nameOfDivisions } from '../places/index.ts'
import { isAhead } from '../places/rules.clock.ts'
import { afterDivision, cursorByDivision } from '../places/rules.cursors.ts'
import { countyMoment } from '../retention/index.ts'
import { aboutSite, keepAt, originOf, tell, timeProblem } from './facts.ts'
import { mayListSites, mayOpen, mayWorkAt } from './policy.ts'
import {
  divisionUnknown,
  labelTaken,
  outOfTime,
  roomUnknown,
  siteClosed,
  siteOpen,
  siteUnknown,
  stillLived,
  turnBeforeLast,
} from './problems.ts'
import { holdsAt } from './rules.ts'
import {
  type AddRoom,
  AddRoom as AddRoomItem,
  BATCH_MAX,
  type Capacity,
  Kept,
  ListSites,
  OpenSite,
  SitePage,
  TurnRoom,
  TurnSite,
} from './schema.ts'
import { findRooms, findSites, labelsTaken, listSiteRows, listSpans, type Site } from './sql.ts'
import { standingOfSites } from './standing.ts'

export const openSite = operation({
  name: 'sites.site.open',
  summary: { zh: '设立集中隔离点', en: 'Open a central isolation site' },
  kind: 'write',
  input: OpenSite,
  output: Kept,
  async load({ tx }, { division }) {
    if (!(await findDivisions(tx, [division])).has(division)) throw divisionUnknown({ division })
  },
  allow: (actor, _loaded, { division }) => mayOpen(actor, division),
  async run(ctx, input) {
    const { division, name, location, authority, documentNo } = input
    if (isAhead(new Date(input.at), ctx.now)) throw outOfTime({ at: input.at })
    const row = { ...originOf(ctx, { division }, input), name, location, authority, document_no: documentNo }
    const arrival = await keepOne(ctx, 'sites.site', row)
    if (arrival === 'new') tell(ctx, input)
    return { id: input.id, arrival }
  },
  audit: ({ input, output }) => ({
    subject: input.id,
    division: input.division,
    note: { document: input.documentNo, arrival: output.arrival },
  }),
})

function turnProblem({ at: said, turn }: { at: string; turn: string }, site: Site, now: Date) {
  const at = new Date(said)
  if (isAhead(at, now)) return outOfTime({ at: said })
  if (at < site.turnedAt) return turnBeforeLast({ at: said, last: site.turnedAt.toISOString() })
  if (turn === 'closed' && site.closedAt) return siteClosed({ closedAt: site.closedAt.toISOString() })
  return turn === 'reopened' && !site.closedAt ? siteOpen() : null
}

export const turnSite = operation({
  name: 'sites.site.turn',
  summary: { zh: '关闭或重新启用集中隔离点', en: 'Close an isolation site, or open it again' },
  ...aboutSite,
  input: TurnSite,
  allow: (actor, site: Site) => mayOpen(actor, site.division),
  async run(ctx, input, site) {
    const { turn, authority, documentNo } = input
    const row = { ...originOf(ctx, site, input), site_id: site.id, turn, authority, document_no: documentNo }
    // The same turn sent again is found kept before it is judged against itself.
    const arrival = await keepOne(ctx, 'sites.site_turn', row)
    if (arrival === 'again') return { id: input.id, arrival }
    const problem = turnProblem(input, site, ctx.now)
    if (problem) throw problem
    const lived = (await listSpans(ctx.tx, [site.id])).filter((span) => turn === 'closed' && holdsAt(span, row.at))
    if (lived.length > 0) throw stillLived({ count: lived.length })
    tell(ctx, site)
    return { id: input.id, arrival }
  },
})

export const listSites = operation({
  name: 'sites.site.list',
  summary: { zh: '集中隔离点和房间余量', en: 'Isolation sites and how full they are' },
  kind: 'read',
  input: ListSites,
  output: SitePage,
  allow: (actor) => mayListSites(actor),
  async run(ctx, { asOf, after, limit }) {
    const { tx, actor } = ctx
    const moment = asOf ? new Date(asOf) : await countyMoment(ctx)
    // A seat of the staff without a site sees none.
    const only = actor.role === 'isolation-staff' ? (actor.placeId ?? NOWHERE) : null
    const rows = await listSiteRows(tx, { only, moment, after: afterDivision(after), limit })
    const [standing, names] = await Promise.all([
      standingOfSites(
        ctx,
        rows.map(({ id }) => id),
        moment,
      ),
      nameOfDivisions(tx),
    ])
    const items = rows.flatMap((row) => {
      const here = standing.get(row.id)
      return here ? [siteRow(row, here.capacity, names)] : []
    })
    return { items, next: cursorByDivision(rows, limit, (row) => row) }
  },
  audit: () => null,
})

const NOWHERE = '00000000-0000-0000-0000-000000000000'

export function siteRow(
  { turnedAt: _, openedAt, closedAt, ...site }: Site,
  capacity: Capacity,
  names: ReadonlyMap<string, string>,
) {
  return {
    ...site,
    divisionName: names.get(site.division) ?? site.division,
    openedAt: openedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    capacity,
  }
}

interface KnownSites {
  sites: Map<string, Site>
  /** Who has a label, by `site/label`. */
  taken: Map<string, string>
}
export const addRooms = batchOperation({
  name: 'sites.room.add',
  summary: { zh: '登记房间', en: 'Record the rooms of a site' },
  kind: 'write',
  item: AddRoomItem,
  done: Kept,
  max: BATCH_MAX,
  async load(ctx, items): Promise<KnownSites> {
    const [sites, taken] = await Promise.all([
      findSites(
        ctx.tx,
        items.map(({ siteId }) => siteId),
      ),
      labelsTaken(ctx.tx, items),
    ])
    return { sites, taken }
  },
  allow(actor, { sites }: KnownSites, { siteId }) {
    const site = sites.get(siteId)
    return site ? mayWorkAt(actor, site) : siteUnknown({ id: siteId })
  },
  async runMany(ctx, items, { sites, taken }) {
    const labels = new Map(taken)
    const judged = items.map((item) => judgeRoom(ctx, item, { sites, labels }))
    const sound = judged.flatMap((one) => (one instanceof Error ? [] : [one]))
    const arrivals = await keepFacts(ctx.tx, 'sites.room', sound)
    const arrivalOf = new Map(sound.map(({ id }, nth) => [id, arrivals[nth]]))
    for (const site of new Map(sound.map(({ site_id }) => [site_id, sites.get(site_id)])).values())
      if (site) tell(ctx, site)
    return judged.map((one): Verdict<{ id: string; arrival: 'new' | 'again' }> => {
      if (one instanceof Error) return { ok: false, problem: one }
      const arrival = arrivalOf.get(one.id)
      if (!arrival || arrival === 'taken') return { ok: false, problem: idTaken({ id: one.id }) }
      return { ok: true, arrival, value: { id: one.id, arrival } }
    })
  },
  audit: (items, verdicts) => ({
    ...(items[0] ? { subject: items[0].siteId } : {}),
    count: verdicts.filter((verdict) => verdict.ok && verdict.arrival === 'new').length,
    note: { sent: items.length, refused: verdicts.filter((verdict) => !verdict.ok).length },
  }),
})

function judgeRoom(
  ctx: Ctx,
  item: AddRoom,
  { sites, labels }: { sites: ReadonlyMap<string, Site>; labels: Map<string, string> },
) {
  const { id, siteId, label, floor, beds, zone } = item
  const site = sites.get(siteId)
  if (!site) throw new Error('sites: allowed without a site')
  const row = { ...originOf(ctx, site, item), site_id: siteId, label, floor, beds, zone }
  const key = `${siteId}/${label}`
  const holder = labels.get(key)
  if (holder !== undefined && holder !== id) return labelTaken({ label })
  labels.set(key, id)
  return timeProblem(site, row.at, ctx.now) ?? row
}

export const turnRoom = operation({
  name: 'sites.room.turn',
  summary: { zh: '停用或恢复房间', en: 'Take a room out of use, or back into use' },
  ...aboutSite,
  input: TurnRoom,
  load: async (ctx, { roomId }) => {
    const room = (await findRooms(ctx.tx, [roomId])).get(roomId)
    const site = room && (await findSites(ctx.tx, [room.siteId])).get(room.siteId)
    if (!site) throw roomUnknown({ id: roomId })
    return site
  },
  run: (ctx, input, site) =>
    keepAt(
      ctx,
      { site, sent: input, table: 'sites.room_turn' },
      { room_id: input.roomId, turn: input.turn, why: input.why },
    ),
})
