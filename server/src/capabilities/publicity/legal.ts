import type { Ctx } from '../../kernel/operation.ts'
import { publicAddress } from '../access/index.ts'
import { countyMoment } from '../retention/index.ts'
import { MEASURES, type Measure } from './rules.pieces.ts'
import type { LegalNotices } from './schema.legal.ts'
import { listLegalRows } from './sql.legal.ts'

/** More would be read by nobody who has just been stopped. */
const MOST = 3

/** The board's page of rights and duties, short enough for paper. */
const rightsAddress = (county: number): string => `${publicAddress()}/board/${county}/rights.html`

/** The county's legal notices that stand, the latest first; those of one measure, or all. */
export async function legalNotices(ctx: Ctx, measure: Measure | null): Promise<LegalNotices> {
  const { county } = ctx.actor
  const rows = await listLegalRows(ctx.tx, { measure, moment: await countyMoment(ctx), limit: MOST })
  const items = rows.map(({ pieceId, at, content: { texts, signed, measures } }) => ({
    ...{ pieceId, texts, signed, publishedAt: at.toISOString() },
    measures: measures?.length ? measures : [...MEASURES],
  }))
  return { address: rightsAddress(county), items }
}

const SAID = {
  zh: (titles: string[], address: string) => `您的权利和义务见${titles.map((one) => `《${one}》`).join('')}:${address}`,
  en: (titles: string[], address: string) =>
    `Your rights and duties: ${titles.map((one) => `“${one}”`).join(', ')}, ${address}`,
}
/** What stands on paper that is handed to somebody, or null while the county has published no such notice. */
export async function rightsOnPaper(ctx: Ctx, measure: Measure) {
  const { address, items } = await legalNotices(ctx, measure)
  if (items.length === 0) return null
  const lineIn = (lang: 'zh' | 'en'): string => {
    const titles = items.map(({ texts }) => (texts.find((one) => one.lang === lang) ?? texts[0])?.title ?? '')
    return SAID[lang](titles, address)
  }
  return { address, lineIn }
}
