import { namedId } from './random.ts'
import type { Goods } from './supplies-goods.ts'

export type Owner = 'county-depot' | 'township' | 'grain-outlet' | 'supermarket' | 'reserve-company'
export interface StorePlan {
  id: string
  division: string
  owner: Owner
  name: string
  post: string
}
export interface LotPlan {
  id: string
  itemId: string
  makerNo: string
  maker: string
  expiresOn: string
}
export interface LinePlan {
  goods: Goods
  lotId: string
  quantity: number
}
export interface MovePlan {
  id: string
  storeId: string
  kind: 'received' | 'issued' | 'sold' | 'sent' | 'arrived' | 'counted'
  ms: number
  lines: LinePlan[]
  account: 'allocated' | 'bought' | 'donated'
  party: string
  toKind: 'checkpoint' | 'site' | 'hospital' | 'village'
  toStoreId: string
  consignmentId: string
  why: string | null
}

const DAY = 86_400_000
const HOUR = 3_600_000
export const HISTORY_DAYS = 27

interface Came {
  ms: number
  isGiven: boolean
}
/** Everything a county's stores did, in order: what is there at the end follows from it. Pure and seeded. */
export class Plan {
  readonly moves: MovePlan[] = []
  readonly lots: LotPlan[] = []
  readonly #shelves = new Map<string, Array<{ lotId: string; quantity: number }>>()
  readonly #start: number
  readonly #seed: string
  constructor(start: number, seed: string) {
    this.#start = start
    this.#seed = seed
  }

  at(day: number, hour: number): number {
    return this.#start + day * DAY + hour * HOUR
  }
  add(storeId: string, kind: MovePlan['kind'], ms: number, lines: LinePlan[], more: Partial<MovePlan> = {}): MovePlan {
    const id = namedId(this.#seed, 'movement', storeId, kind, ms, lines[0]?.goods.code ?? '', more.party ?? '')
    const blank = {
      account: 'bought' as const,
      party: '',
      toKind: 'checkpoint' as const,
      toStoreId: '',
      consignmentId: '',
    }
    const move = { ...blank, why: null, id, storeId, kind, ms, lines, ...more }
    if (lines.length > 0) this.moves.push(move)
    return move
  }
  receive(storeId: string, ms: number, got: ReadonlyArray<[Goods, number]>, from: [MovePlan['account'], string]): void {
    const lines = got
      .filter(([, quantity]) => quantity > 0)
      .map(([goods, quantity]) => this.#put(storeId, goods, quantity, { ms, isGiven: from[0] === 'donated' }))
    if (lines.length > 0) this.add(storeId, 'received', ms, lines, { account: from[0], party: from[1] })
  }
  /** The goods that came first go first. */
  take(storeId: string, wanted: ReadonlyArray<[Goods, number]>): LinePlan[] {
    return wanted.flatMap(([goods, quantity]) => {
      const shelf = this.#shelf(storeId, goods)
      const lines: LinePlan[] = []
      for (let left = quantity; left > 0; ) {
        const first = shelf[0]
        if (!first) throw new Error(`the plan gives out ${goods.code} that is not there`)
        const part = Math.min(first.quantity, left)
        first.quantity -= part
        left -= part
        const line = lines.find(({ lotId }) => lotId === first.lotId)
        if (line) line.quantity += part
        else lines.push({ goods, lotId: first.lotId, quantity: part })
        if (first.quantity === 0) shelf.shift()
      }
      return lines
    })
  }
  put(storeId: string, lines: readonly LinePlan[]): void {
    for (const { goods, lotId, quantity } of lines) this.#shelf(storeId, goods).push({ lotId, quantity })
  }
  stock(storeId: string, goods: Goods): LinePlan[] {
    const byLot = Map.groupBy(this.#shelf(storeId, goods), ({ lotId }) => lotId)
    return [...byLot].map(([lotId, parts]) => ({
      goods,
      lotId,
      quantity: parts.reduce((sum, one) => sum + one.quantity, 0),
    }))
  }
  #shelf(storeId: string, { id }: Goods) {
    const key = `${storeId}/${id}`
    const found = this.#shelves.get(key) ?? []
    this.#shelves.set(key, found)
    return found
  }
  #put(storeId: string, goods: Goods, quantity: number, came: Came): LinePlan {
    const lotId = goods.kind === 'medical' ? this.#lot(goods, came) : goods.id
    const line = { goods, lotId, quantity }
    this.put(storeId, [line])
    return line
  }
  #lot({ id: itemId, code }: Goods, { ms, isGiven }: Came): string {
    const made = new Date(ms).toISOString().slice(0, 10).replaceAll('-', '')
    const id = namedId(itemId, 'lot', made)
    if (!this.lots.some((lot) => lot.id === id)) {
      // What people give has lain about; bottled disinfectant keeps for a year, everything else for two.
      const year = code === 'disinfectant-84' ? 2021 : 2022
      const expiresOn = isGiven ? '2020-04-10' : `${year}-${made.slice(4, 6)}-28`
      this.lots.push({
        id,
        itemId,
        makerNo: `${made}-${code.slice(0, 3).toUpperCase()}`,
        maker: '情景生产厂',
        expiresOn,
      })
    }
    return id
  }
}
