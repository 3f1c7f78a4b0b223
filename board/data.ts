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
export interface BoardShop {
  name: string
  address: string | null
  goods: readonly string[]
  delivers: boolean | null
}
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
export interface Board {
  county: number
  name: string
  asOf: string
  pieces: readonly BoardPiece[]
  /** Null until the county keeps such a list. */
  closures: readonly BoardClosure[] | null
  shops: readonly BoardShop[] | null
  figures: BoardFigures | null
  /** Addresses of feeds beside the page. */
  feeds: readonly string[]
  /** Where the form with a code is sent. */
  statusAction: string
}
