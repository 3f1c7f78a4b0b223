import { idCursor } from '../../kernel/db.ts'
import { type Ctx, cursorOf, operation, positionOf } from '../../kernel/operation.ts'
import { maskedMany } from '../people/index.ts'
import { countyMoment } from '../retention/index.ts'
import { loadSite } from './facts.ts'
import { maySeePeople } from './policy.ts'
import { ExpectedPage, ListExpected, ListLodgers, LodgerPage } from './schema.ts'
import { listExpectedRows, listLodgerRows } from './sql.lodging.ts'

const loadSeen = async (ctx: Ctx, input: { siteId: string }) => ({
  site: await loadSite(ctx, input),
  purpose: ctx.purpose,
})

export const listLodgers = operation({
  name: 'sites.lodger.list',
  summary: { zh: '在点人员', en: 'Who is in the site' },
  kind: 'read',
  personal: true,
  input: ListLodgers,
  output: LodgerPage,
  load: loadSeen,
  allow: (actor, { site, purpose }) => maySeePeople(actor, site, purpose),
  async run(ctx, { siteId, asOf, after, limit }) {
    const moment = asOf ? new Date(asOf) : await countyMoment(ctx)
    const rows = await listLodgerRows(ctx.tx, {
      siteId,
      moment,
      limit,
      after: idCursor(after),
    })
    const persons = await maskedMany(
      ctx,
      rows.flatMap(({ personId }) => personId ?? []),
    )
    const items = rows.map(({ orderId: _, ...row }) => {
      const person = persons.get(row.personId ?? '')
      return {
        ...row,
        name: person?.name ?? null,
        phone: person?.phone ?? null,
        since: row.since.toISOString(),
        until: row.until.toISOString(),
        lastCounselledAt: row.lastCounselledAt?.toISOString() ?? null,
      }
    })
    return { items, next: rows.length === limit ? (rows.at(-1)?.lodgingId ?? null) : null }
  },
  audit: ({ output, loaded: { site } }) => ({
    subject: site.id,
    division: site.division,
    count: output.items.filter(({ personId }) => personId !== null).length,
  }),
})

export const listExpected = operation({
  name: 'sites.expected.list',
  summary: { zh: '已决定集中隔离、尚未入住的人', en: 'Who is under an order of central isolation and in no room yet' },
  kind: 'read',
  personal: true,
  input: ListExpected,
  output: ExpectedPage,
  load: loadSeen,
  allow: (actor, { site, purpose }) => maySeePeople(actor, site, purpose),
  async run(ctx, { asOf, after, limit }) {
    const moment = asOf ? new Date(asOf) : await countyMoment(ctx)
    const rows = await listExpectedRows(ctx.tx, { moment, after: positionOf(after), limit })
    const persons = await maskedMany(
      ctx,
      rows.map(({ personId }) => personId),
    )
    const items = rows.map((row) => ({
      ...row,
      name: persons.get(row.personId)?.name ?? null,
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
    }))
    return { items, next: cursorOf(rows, limit, ({ startsAt, orderId }) => ({ at: startsAt, id: orderId })) }
  },
  audit: ({ output, loaded: { site } }) => ({
    subject: site.id,
    division: site.division,
    count: output.items.length,
  }),
})
