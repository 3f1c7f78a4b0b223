import { cursorOf, operation, positionOf } from '../../kernel/operation.ts'
import { nameAccounts } from '../access/index.ts'
import { aboutSite, keepAt } from './facts.ts'
import { readingSite } from './operations.work.ts'
import { alreadySaid, cleanedAfter, outOfTime, recordUnknown } from './problems.ts'
import { ListRecords, RecordPage, TakeBack } from './schema.records.ts'
import { findKept } from './sql.lodging.ts'
import { findRecord, isCleanedAfter, isTakenBack, listRecordRows } from './sql.records.ts'

export const takeBack = operation({
  name: 'sites.record.take-back',
  summary: { zh: '作废一条记错的记录', en: 'Take back one record that was entered wrongly' },
  ...aboutSite,
  input: TakeBack,
  async run(ctx, input, site) {
    const { kind, recordId, why } = input
    const record = await findRecord(ctx.tx, kind, recordId)
    if (record?.siteId !== site.id) throw recordUnknown({ id: recordId })
    if (new Date(input.at) < record.at) throw outOfTime({ at: input.at })
    const kept = await findKept(ctx.tx, 'sites.taking_back', [input.id])
    if (!kept.has(input.id)) {
      if (await isTakenBack(ctx.tx, kind, recordId)) throw alreadySaid({ id: recordId })
      if (kind === 'arrival' && (await isCleanedAfter(ctx.tx, recordId))) throw cleanedAfter()
    }
    return keepAt(
      ctx,
      { site, sent: input, table: 'sites.taking_back' },
      { site_id: site.id, kind, record_id: recordId, why },
    )
  },
})

export const listRecords = operation({
  name: 'sites.record.list',
  summary: {
    zh: '隔离点逐条记录(餐、活动、物资、消毒、转运)',
    en: 'Single records of a site: meals, activities, goods, disinfections, rides',
  },
  ...readingSite,
  input: ListRecords,
  output: RecordPage,
  async run(ctx, { siteId, after, limit }) {
    const rows = await listRecordRows(ctx.tx, siteId, positionOf(after), limit)
    const accounts = rows.flatMap(({ accountId, backBy }) => [accountId, backBy].filter((id) => id !== null))
    const names = await nameAccounts(ctx, accounts)
    const items = rows.map(({ accountId, backAt, backWhy, backBy, ...row }) => ({
      ...row,
      at: row.at.toISOString(),
      by: names.get(accountId ?? '')?.name ?? null,
      takenBack:
        backAt && backWhy
          ? { at: backAt.toISOString(), why: backWhy, by: names.get(backBy ?? '')?.name ?? null }
          : null,
    }))
    return { items, next: cursorOf(rows, limit, ({ at, id }) => ({ at, id })) }
  },
})
