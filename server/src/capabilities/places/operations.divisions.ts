import { type Ctx, operation, performWithin } from '../../kernel/operation.ts'
import { divisionEdition, findListedOutline, type ListedDivision, listedCounties, listedDivisions } from './extract.ts'
import { asMultiPolygon, boundsOf } from './outline.ts'
import { mayImport, mayRead } from './policy.ts'
import { countyNotHere, countyUnknown, outlineMissing } from './problems.ts'
import {
  Counties,
  CountyOutline,
  Divisions,
  GetOutline,
  ImportCounty,
  ImportedCounty,
  ListCounties,
  ListDivisions,
} from './schema.ts'
import { keepEdition, listDivisionRows } from './sql.divisions.ts'
import { tellStarted } from './starting.ts'

export const importCountyDivisions = operation({
  name: 'places.county.import',
  summary: { zh: '按六位代码导入本县区划', en: 'Bring in the divisions of this county by its six-digit code' },
  kind: 'write',
  input: ImportCounty,
  output: ImportedCounty,
  async load({ actor }, { code }) {
    const listed = await listedDivisions(code)
    if (listed.length === 0) throw countyUnknown({ code, edition: divisionEdition })
    if (code !== String(actor.county)) throw countyNotHere({ code, county: String(actor.county) })
    return listed
  },
  allow: mayImport,
  async run(ctx, { code }, listed): Promise<ImportedCounty> {
    await tellStarted(ctx)
    const count = (level: ListedDivision['level']) => listed.filter((one) => one.level === level).length
    return {
      code,
      name: listed[0]?.name ?? code,
      edition: divisionEdition,
      townships: count('township'),
      villages: count('village'),
      communities: count('community'),
      added: await keepEdition(ctx.tx, listed, divisionEdition),
    }
  },
  audit: ({ input, output }) => ({
    division: input.code,
    count: output.added,
    note: { edition: output.edition, villages: output.villages, communities: output.communities },
  }),
})

/** For the command line and for tests: the same operation, in the caller's transaction. */
export const importCounty = (ctx: Ctx, code: string): Promise<ImportedCounty> =>
  performWithin(ctx, importCountyDivisions, { code })

export const listDivisions = operation({
  name: 'places.division.list',
  summary: { zh: '本县区划', en: 'The divisions of this county' },
  kind: 'read',
  input: ListDivisions,
  output: Divisions,
  allow: mayRead,
  async run({ tx }, filter) {
    const items = await listDivisionRows(tx, filter)
    return { items, next: items.length === filter.limit ? (items.at(-1)?.code ?? null) : null }
  },
  audit: () => null,
})

export const listCounties = operation({
  name: 'places.county.list',
  summary: { zh: '全国县级区划名录', en: 'The counties of the whole country' },
  kind: 'read',
  input: ListCounties,
  output: Counties,
  allow: mayRead,
  async run(_, { under = '', q, after = '', limit }) {
    const named = (one: { name: string; prefecture: string; province: string }) =>
      !q || `${[...new Set([one.province, one.prefecture])].join('')}${one.name}`.includes(q)
    const items = [...(await listedCounties()).values()]
      .filter((one) => one.code.startsWith(under) && one.code > after && named(one))
      .slice(0, limit)
    return { items, next: items.length === limit ? (items.at(-1)?.code ?? null) : null }
  },
  audit: () => null,
})

export const getOutline = operation({
  name: 'places.outline.get',
  summary: { zh: '县界图形(GeoJSON)', en: 'The outline of a county as GeoJSON' },
  kind: 'read',
  input: GetOutline,
  output: CountyOutline,
  allow: mayRead,
  async run({ actor }, { county = String(actor.county) }) {
    const [listed, found] = await Promise.all([listedCounties(), findListedOutline(county)])
    const name = listed.get(county)?.name
    if (!name) throw countyUnknown({ code: county, edition: divisionEdition })
    if (!found) throw outlineMissing({ code: county })
    const { outline, labelLon, labelLat, drawnAsCode, drawnAsName } = found
    return {
      type: 'Feature' as const,
      id: county,
      bbox: [...boundsOf(outline)],
      geometry: asMultiPolygon(outline),
      properties: { name, label: [labelLon, labelLat], drawnAsCode, drawnAsName, drawnIn: '2018' },
    }
  },
  audit: () => null,
})
