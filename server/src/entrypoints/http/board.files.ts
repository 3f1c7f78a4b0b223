import {
  type Board,
  type BoardClosure,
  type BoardDonations,
  type BoardGift,
  type BoardShop,
  ROWS_MAX,
} from '../../../../board/data.ts'
import { type BoardFile, boardPages } from '../../../../board/pages.ts'
import { type App, allRoutes } from '../../app.ts'
import { dayInChina } from '../../capabilities/places/index.ts'
import { quantityWords } from '../../capabilities/supplies/index.ts'
import { type AnyOperation, type Meta, nobody, perform } from '../../kernel/operation.ts'
import { Problem } from '../../kernel/problem.ts'

const operations = new Map<string, AnyOperation>()
function operationNamed(name: string): AnyOperation | null {
  if (operations.size === 0)
    for (const [, , route] of allRoutes())
      if (!('one' in route) && !('many' in route)) operations.set(route.name, route)
  return operations.get(name) ?? null
}

const metaNow = (address: string | null = null): Meta => ({
  requestId: 'board',
  purpose: null,
  now: new Date(),
  clockOffsetMs: 0,
  address,
})
/** Asked as somebody who has not signed in; null where this installation has no such operation, or nothing to say. */
export async function askAsNobody<T>(
  app: App,
  name: string,
  county: number,
  input: object,
  address?: string,
): Promise<T | null> {
  const operation = operationNamed(name)
  if (!operation) return null
  try {
    return (await perform(app.kernel, operation, nobody(county), input, metaNow(address))) as T
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return null
    throw error
  }
}

interface PublicClosures {
  items: Array<{
    name: string
    divisionName: string
    since: string
    until: string
    documentNo: string
    authority: string
  }>
}
interface PublicShops {
  items: Array<Pick<BoardShop, 'store' | 'item' | 'per' | 'state' | 'delivery'> & { priceFen: number; at: string }>
}

async function closuresOf(app: App, county: number): Promise<BoardClosure[] | null> {
  const asked = { county: String(county), limit: ROWS_MAX }
  const found = await askAsNobody<PublicClosures>(app, 'closures.public.list', county, asked)
  return (
    found?.items.map(({ name, divisionName, since, until, documentNo, authority }) => ({
      what: `${divisionName} ${name}`,
      from: dayInChina(new Date(since)),
      until: dayInChina(new Date(until)),
      by: `${authority} ${documentNo}`,
    })) ?? null
  )
}
async function shopsOf(app: App, county: number): Promise<BoardShop[] | null> {
  const asked = { county, limit: ROWS_MAX }
  const found = await askAsNobody<PublicShops>(app, 'supplies.shops.read', county, asked)
  return (
    found?.items.map(({ store, item, per, state, delivery, priceFen, at }) => ({
      ...{ store, item, per, state, delivery },
      yuan: (priceFen / 100).toFixed(2),
      on: dayInChina(new Date(at)),
    })) ?? null
  )
}

const GIFTS_MAX = 60
interface PublicMoney {
  purposes: Array<{ purpose: string; receivedFen: number; paidFen: number }>
  donations: Array<BoardGift & { fen: number; purpose: string }>
}
interface PublicGoods {
  donations: Array<
    BoardGift & { goods: Array<{ item: string; quantity: number; unit: Parameters<typeof quantityWords>[1] }> }
  >
}
const yuanOf = (fen: number): string => (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })
const giftOf = ({ receiptNo, on, name, void: isVoid }: BoardGift): BoardGift => ({ receiptNo, on, name, void: isVoid })

async function donationsOf(app: App, county: number): Promise<BoardDonations | null> {
  const asked = { county, limit: GIFTS_MAX }
  const [money, goods] = await Promise.all([
    askAsNobody<PublicMoney>(app, 'funds.account.read', county, asked),
    askAsNobody<PublicGoods>(app, 'supplies.account.read', county, asked),
  ])
  if (!money && !goods) return null
  return {
    purposes: (money?.purposes ?? []).map(({ purpose, receivedFen, paidFen }) => ({
      purpose,
      received: yuanOf(receivedFen),
      paid: yuanOf(paidFen),
      left: yuanOf(receivedFen - paidFen),
    })),
    money: (money?.donations ?? []).map((one) => ({ ...giftOf(one), yuan: yuanOf(one.fen), purpose: one.purpose })),
    goods: (goods?.donations ?? []).map((one) => ({
      ...giftOf(one),
      what: one.goods.map(({ item, quantity, unit }) => `${item} ${quantityWords(quantity, unit)}`).join('、'),
    })),
  }
}

/** What a feed is called on the board, beside its pages. */
export const BOARD_FEEDS = ['rss.xml', 'atom.xml', 'cap.xml'] as const

export async function boardOf(app: App, county: number, statusAction: string): Promise<Board | null> {
  const said = await askAsNobody<Omit<Board, 'closures' | 'shops' | 'donations' | 'feeds' | 'statusAction'>>(
    app,
    'publicity.board.read',
    county,
    { county: String(county) },
  )
  if (!said) return null
  const [closures, shops, donations] = await Promise.all([
    closuresOf(app, county),
    shopsOf(app, county),
    donationsOf(app, county),
  ])
  return { ...said, closures, shops, donations, feeds: BOARD_FEEDS, statusAction }
}

/** Every file of a county's board: its pages in both languages, and the feeds beside them. */
export async function boardFiles(app: App, county: number, statusAction: string): Promise<Map<string, BoardFile>> {
  const board = await boardOf(app, county, statusAction)
  const files = new Map<string, BoardFile>()
  if (!board) return files
  for (const page of boardPages(board)) files.set(page.path, page)
  for (const feed of BOARD_FEEDS) {
    const asked = { county: String(county), feed }
    const made = await askAsNobody<{ type: string; content: string }>(app, 'publicity.feed.read', county, asked)
    if (!made) continue
    files.set(feed, { path: feed, ...made })
    for (const [, id = ''] of made.content.matchAll(/\/cap\/([0-9a-f-]{36})\.xml/g)) {
      const path = `cap/${id}.xml`
      const alert = await askAsNobody<{ type: string; content: string }>(app, 'publicity.alert.read', county, {
        county: String(county),
        dispatchId: id,
      })
      if (alert) files.set(path, { path, ...alert })
    }
  }
  return files
}
