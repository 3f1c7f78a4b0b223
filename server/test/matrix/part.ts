import type { Purpose, Role } from '../../src/kernel/operation.ts'
import type { Client, Scenario } from '../scenario/scenario.ts'

export const AT = '2020-02-05T10:15:00+08:00'

/** What a capability tells the matrix: what to put into an area, and what is special about its operations. */
export interface Part {
  /** Puts at least one row into each of the capability's tables and returns its ids under the names that fields have. */
  plant?(area: Area): Promise<Record<string, unknown>>
  /** Tables that no operation fills yet; a table leaves the list with the operation that fills it. */
  unfilled?: readonly string[]
  /** Tables that say something for the whole county and nothing for a township of it. */
  countyWide?: readonly string[]
  /** Tables that the whole county reads, although a row says where it was recorded. */
  shared?: readonly string[]
  /** By name. Most operations need none: verbs.ts says who may, and the contract what can be said. */
  operations?: Record<string, Special>
}

/** A township with everything a county can have in it. */
export interface Area {
  stage: Scenario
  county: string
  /** Nine digits; everything in it stands in `village`. */
  township: string
  village: string
  /** A character that nothing else in the county carries; it has to stand in every text that is planted. */
  mark: string
  /**
   * What a field is filled with, by its name. Whoever fills it with another area's reaches for it. `accounts/id` is the `id`
   * behind that word in an address. A list of `oneOf` is tried one after the other.
   */
  things: Record<string, unknown>
  hands: Hands
}

/** Who plants: the county's offices, a cadre of the village, and nobody. */
export interface Hands {
  desk: Client
  administrator: Client
  cadre: Client
  nobody: Client
}

export interface Caller {
  role: Role | null
  /** Seated in the township or one of its villages, or for the whole county. */
  reach: 'area' | 'county'
  /** There are such seats. A county's role on a township's seat shows that the seat decides what is seen, not the role. */
  usual: boolean
  client: Client
  account: string
  seat: string
  purpose: Purpose
}

type Say = ((area: Area) => unknown) | (() => unknown) | string | number | boolean | object

export interface Special {
  /** Which roles get it, where it is fewer than verbs.ts can say; always with the reason. */
  may?: readonly Role[]
  /** A field whose right value the schema does not tell: `(area) => …` names something there, `() => …` is made up anew. */
  say?: Record<string, Say>
  /** Fields that are said in a request of their own and in no other: `corrects` with its reason. */
  also?: ReadonlyArray<(area: Area) => Record<string, unknown>>
  /** Something to use up, made before each request about the own area and put in place of what it would say. */
  fresh?(area: Area, caller: Caller): Promise<Record<string, unknown>>
  /** The refusal that those who may get, where no machine can make up a right request. */
  answer?: string
  purpose?: Purpose
  /** Ends or changes the caller's own session, so each call is made by somebody new. */
  endsCaller?: true
  /** Fields in which anything at all may stand, going in or out; '' is the whole of a reply. Always with the reason. */
  open?: readonly string[]
  /** Why a policy that lets everybody in still refuses: a second one stands behind it. */
  guardedTwice?: string
  /** Tables of another township that follow what a township does, and why they may. */
  follows?: { because: string; tables: readonly string[] }
  /** The same in every county: there is nothing of an area that it could show. */
  sameEverywhere?: true
  /** A sheet of paper, or an answer that is another each time: who is given it is looked at, what it says is not compared. */
  unread?: true
  /**
   * What a township learns of the others in its county, and why it may: the fields by which it can recognise something of
   * theirs, and which of their ids and texts it may then hear.
   */
  toldInCounty?: { because: string; fields: readonly string[]; hears?(other: Area): unknown[] }
}

export const oneOf = (...choices: unknown[]): OneOf => new OneOf(choices)
export class OneOf {
  readonly choices: readonly unknown[]
  constructor(choices: readonly unknown[]) {
    this.choices = choices
  }
}

/** Refuses to go on when something was not planted. */
export async function made(reply: Promise<{ status: number; body: { code?: string } }>) {
  const { status, body } = await reply
  if (status !== 200 && status !== 201) throw new Error(`not planted: ${status} ${JSON.stringify(body)}`)
  // biome-ignore lint/suspicious/noExplicitAny: the caller says what it expects of a body
  return body as any
}

/** Every text that stands anywhere in a value. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (value instanceof OneOf) return value.choices.flatMap(textsIn)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
