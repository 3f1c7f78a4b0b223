import type { Ctx } from '../../kernel/operation.ts'
import { countLineList, lineListPage } from '../exposures/index.ts'
import { householdsPage, rosterPage, type Shown } from '../people/index.ts'
import { nameCompounds, nameOfDivisions } from '../places/index.ts'
import { minuteInChina } from '../places/rules.clock.ts'
import type { ExportField, ExportKind } from './rules.exports.ts'
import { type Choice, sheetSpecs } from './rules.sheets.ts'
import type { LineListAsked } from './schema.exports.ts'
import { countHouseholds, countMembers, type FoundExport } from './sql.exports.ts'

export interface ReadPage {
  rows: string[][]
  next: string | null
}
interface Kind {
  title: string
  head(fields: readonly ExportField[]): string[]
  count(ctx: Ctx, division: string, about: LineListAsked | null): Promise<number>
  page(ctx: Ctx, one: FoundExport): Promise<ReadPage>
}

const HOUSEHOLDS_A_PART = 200
const PERSONS_A_PART = 500

const fieldWords: Record<ExportField, string> = { name: '姓名', document: '证件号码', phone: '电话', address: '门牌' }
const wordsOf = (fields: readonly ExportField[]): string[] => fields.map((field) => fieldWords[field])
const cellsOf = (shown: Shown, fields: readonly ExportField[]): string[] =>
  fields.map((field) => (field === 'address' ? (shown.door ?? shown.address) : shown[field]) ?? '')
const relationOf = (code: string): string =>
  sheetSpecs.people.columns
    .find(({ key }) => key === 'relation')
    ?.choices?.find((choice: Choice) => choice.code === code)?.zh ?? code
const sinceWhen = (at: Date | null): string => (at === null ? '' : minuteInChina(at))

/** What can be taken out: how much of it there is, what stands above its columns, and a page of it as cells. */
export const kinds: Record<ExportKind, Kind> = {
  roster: {
    title: '名册',
    head: (fields) => ['区划代码', '村(社区)', '组或楼栋单元', '与户主关系', ...wordsOf(fields)],
    count: ({ tx }, division) => countMembers(tx, division),
    async page(ctx, { division, fields, next: after }) {
      const { rows, next } = await rosterPage(ctx, { division, after, fields, limit: HOUSEHOLDS_A_PART })
      const names = await nameOfDivisions(ctx.tx)
      const cells = rows.map((row) => [
        row.division,
        names.get(row.division) ?? '',
        row.block ?? '',
        relationOf(row.relation),
        ...cellsOf(row.shown, fields),
      ])
      return { rows: cells, next }
    },
  },
  households: {
    title: '住户',
    head: (fields) => [
      '区划代码',
      '村(社区)',
      '小区',
      '组或楼栋单元',
      '走访顺序',
      '入住日期',
      '人口',
      ...fields.map((field) => (field === 'address' ? fieldWords.address : `户主${fieldWords[field]}`)),
    ],
    count: ({ tx }, division) => countHouseholds(tx, division),
    async page(ctx, { division, fields, next: after }) {
      const { rows, next } = await householdsPage(ctx, { division, after, fields, limit: HOUSEHOLDS_A_PART })
      const names = await nameOfDivisions(ctx.tx)
      const compounds = await nameCompounds(
        ctx.tx,
        rows.flatMap(({ compoundId }) => compoundId ?? []),
      )
      const cells = rows.map((row) => [
        row.division,
        names.get(row.division) ?? '',
        compounds.get(row.compoundId ?? '') ?? '',
        row.block ?? '',
        String(row.walkOrder),
        row.since,
        String(row.members),
        ...cellsOf(row.shown, fields),
      ])
      return { rows: cells, next }
    },
  },
  'line-list': {
    title: '分类名单',
    head: (fields) => ['区划代码', '村(社区)', '分类', '列入时间', '移出时间', ...wordsOf(fields)],
    count: (ctx, area, about) =>
      about ? countLineList(ctx, { category: about.category, area, moment: new Date(about.asOf) }) : Promise.resolve(0),
    async page(ctx, { division: area, fields, next: after, about }) {
      if (!about) throw new Error('workbooks: a line list without its category')
      const asked = { category: about.category, area, moment: new Date(about.asOf) }
      const { rows, next } = await lineListPage(ctx, { ...asked, after, fields, limit: PERSONS_A_PART })
      const names = await nameOfDivisions(ctx.tx)
      const cells = rows.map((row) => [
        row.division,
        names.get(row.division) ?? '',
        row.categories.join('、'),
        sinceWhen(row.since),
        sinceWhen(row.until),
        ...cellsOf(row.shown, fields),
      ])
      return { rows: cells, next }
    },
  },
}
