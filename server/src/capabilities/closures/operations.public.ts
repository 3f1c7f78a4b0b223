import { operation } from '../../kernel/operation.ts'
import { nameOfDivisions } from '../places/index.ts'
import { afterDivision, cursorByDivision } from '../places/rules.cursors.ts'
import { countyMoment } from '../retention/index.ts'
import { AskPublic, PublicPage } from './schema.ts'
import { forEverybody, listPublic } from './sql.public.ts'

/** What is closed, since and until when, by which document and how to object: for whoever asks, and nothing about anybody. */
export const listPublicClosures = operation({
  name: 'closures.public.list',
  summary: { zh: '停业、停运、取消活动公示', en: 'What is closed, for everybody to read' },
  kind: 'read',
  anonymous: ({ county }) => Number(county),
  cacheSeconds: 60,
  input: AskPublic,
  output: PublicPage,
  allow: (actor) => actor.kind === 'anonymous',
  run: (ctx, { county, area = county, class: one, after, limit }) =>
    forEverybody(ctx, async (within) => {
      const moment = await countyMoment(within)
      const asked = { area, class: one ?? null, moment, after: afterDivision(after), limit }
      const rows = await listPublic(within.tx, asked)
      const names = await nameOfDivisions(within.tx)
      const items = rows.map(({ id: _, division, since, until, ...row }) => ({
        ...row,
        divisionName: names.get(division) ?? division,
        since: since.toISOString(),
        until: until.toISOString(),
      }))
      return { items, next: cursorByDivision(rows, limit, (row) => row) }
    }),
  audit: () => null,
})
