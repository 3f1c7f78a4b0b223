/** What the board is given: nothing in it names or describes a person. */
export interface BoardText {
  lang: string
  title: string
  blocks: ReadonlyArray<{ kind: 'heading' | 'paragraph'; text: string } | { kind: 'list'; items: readonly string[] }>
  duties: readonly string[]
  rights: readonly string[]
}
export interface BoardPiece {
  id: string
  kind: string
  state: 'published' | 'corrected' | 'withdrawn'
  /** 2020-01-24 18:00, by the county's clock. */
  firstAt: string
  at: string
  why: string | null
  signed: readonly string[]
  texts: readonly BoardText[]
}
export interface BoardClosure {
  what: string
  from: string
  until: string | null
  by: string
}
/** What a shop last said of one of its daily goods. */
export interface BoardShop {
  store: string
  item: string
  /** 24.50 */
  yuan: string
  per: string
  state: 'enough' | 'little' | 'none'
  delivery: 'normal' | 'late' | 'stopped'
  on: string
}
/** Longer lists would make the page heavier than it may be; the page says that it is cut. */
export const ROWS_MAX = 120
export interface BoardFigure {
  zh: string
  en: string
  value: number
}
export interface BoardFigures {
  asOf: string
  county: readonly BoardFigure[]
  breakdown: {
    zh: string
    en: string
    /** Null where a total would give a township away. */
    rows: ReadonlyArray<{ name: string; from: number; to: number }> | null
  }
}
/** What was given, and what became of the money; a name only where the donor agreed to it. */
export interface BoardDonations {
  purposes: ReadonlyArray<{ purpose: string; received: string; paid: string; left: string }>
  money: ReadonlyArray<BoardGift & { yuan: string; purpose: string }>
  goods: ReadonlyArray<BoardGift & { what: string }>
}
export interface BoardGift {
  receiptNo: string
  on: string
  name: string | null
  void: boolean
}
export type BoardMeasure = 'isolation' | 'closure' | 'checkpoint'
/** What people have to do and may claim when something is decided over them. */
export interface BoardRights {
  measures: readonly BoardMeasure[]
  signed: readonly string[]
  at: string
  texts: readonly BoardText[]
}
export interface Board {
  county: number
  name: string
  asOf: string
  pieces: readonly BoardPiece[]
  /** Null until the county keeps such a list. */
  closures: readonly BoardClosure[] | null
  shops: readonly BoardShop[] | null
  figures: BoardFigures | null
  rights: readonly BoardRights[]
  donations: BoardDonations | null
  /** Addresses of feeds beside the page. */
  feeds: readonly string[]
  /** Where the form with a code is sent. */
  statusAction: string
}
