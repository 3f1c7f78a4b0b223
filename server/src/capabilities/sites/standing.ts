import type { Ctx } from '../../kernel/operation.ts'
import { capacityOf, type RoomStanding, standingOf } from './rules.ts'
import type { Capacity } from './schema.ts'
import { listRoomDisinfections, listRooms, listSiteRows, listSpans, type Room, type StoredSpan } from './sql.ts'

export interface SiteStanding {
  rooms: Array<{ room: Room; standing: RoomStanding }>
  spans: StoredSpan[]
  capacity: Capacity
}

/** Every room of these sites as it stands at a moment, with who is in it. */
export async function standingOfSites(
  { tx }: Ctx,
  siteIds: readonly string[],
  moment: Date,
): Promise<Map<string, SiteStanding>> {
  const [rooms, spans, disinfected] = await Promise.all([
    listRooms(tx, siteIds, moment),
    listSpans(tx, siteIds),
    listRoomDisinfections(tx, siteIds),
  ])
  const spansOf = Map.groupBy(spans, ({ roomId }) => roomId)
  const doneOf = Map.groupBy(disinfected, ({ roomId }) => roomId)
  const roomsOf = Map.groupBy(rooms, ({ siteId }) => siteId)
  return new Map(
    siteIds.map((siteId) => {
      const own = (roomsOf.get(siteId) ?? []).map((room) => ({
        room,
        standing: standingOf(
          {
            zone: room.zone,
            isOut: room.isOut,
            spans: spansOf.get(room.id) ?? [],
            disinfectedAt: (doneOf.get(room.id) ?? []).map(({ at }) => at),
          },
          moment,
        ),
      }))
      const capacity = capacityOf(own.map(({ standing }) => standing))
      return [siteId, { rooms: own, spans: spans.filter((span) => span.siteId === siteId), capacity }]
    }),
  )
}

const MOST_SITES = 200
/** Rooms to live in and those that are free, of all sites that are open at a moment and stand within a division. */
export async function roomsAt(ctx: Ctx, division: string, moment: Date): Promise<{ rooms: number; free: number }> {
  const sites = await listSiteRows(ctx.tx, { only: null, moment, after: null, limit: MOST_SITES })
  const open = sites.filter((site) => site.closedAt === null && site.division.startsWith(division))
  const standing = await standingOfSites(
    ctx,
    open.map(({ id }) => id),
    moment,
  )
  const sum = { rooms: 0, free: 0 }
  for (const { capacity } of standing.values()) {
    sum.rooms += capacity.rooms
    sum.free += capacity.free
  }
  return sum
}
