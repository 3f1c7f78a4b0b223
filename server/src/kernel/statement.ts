export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }
export type Rows<T> = T & { count: number }
/** Without values a text is sent as it is, and may hold several statements. */
export type Send = (text: string, values: unknown[] | null) => Promise<Rows<never[]>>

/** SQL with its values apart from it. Inside another it is a part of that one; awaited, it is sent, once. */
export class Statement<T> implements Promise<Rows<T>> {
  readonly [Symbol.toStringTag] = 'Statement'
  readonly #strings: readonly string[]
  readonly #given: readonly unknown[] | null
  readonly #send: Send
  #sent: Promise<Rows<T>> | null = null
  constructor(strings: readonly string[], given: readonly unknown[] | null, send: Send) {
    this.#strings = strings
    this.#given = given
    this.#send = send
  }

  get isSent(): boolean {
    return this.#sent !== null
  }
  /** Sends it now; the answer may be awaited later. */
  execute(): this {
    if (this.#sent) return this
    const values: unknown[] = []
    const text = this.spell(values)
    this.#sent = this.#send(text, this.#given && values) as Promise<unknown> as Promise<Rows<T>>
    // A statement that fails fails its transaction, so nobody has to watch each of them.
    this.#sent.catch(() => {})
    return this
  }
  spell(values: unknown[]): string {
    return this.#strings.reduce((text, string, at) => text + spellValue(this.#given?.[at - 1], values) + string)
  }
  // biome-ignore lint/suspicious/noThenProperty: it is a promise that begins when somebody waits for it
  then<A = Rows<T>, B = never>(
    done?: ((rows: Rows<T>) => A | PromiseLike<A>) | null,
    failed?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.execute()
    return (this.#sent as Promise<Rows<T>>).then(done, failed)
  }
  catch<B = never>(failed?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<Rows<T> | B> {
    return this.then(null, failed)
  }
  finally(settled?: (() => void) | null): Promise<Rows<T>> {
    return this.then().finally(settled)
  }
}

/** What stands in a statement otherwise than as a value: a name, columns with their rows, a document. */
class Part {
  readonly spell: (values: unknown[]) => string
  constructor(spell: (values: unknown[]) => string) {
    this.spell = spell
  }
}

function spellValue(value: unknown, values: unknown[]): string {
  if (value instanceof Statement || value instanceof Part) return value.spell(values)
  if (value === undefined) throw new Error('db: undefined is no value; say null')
  return `$${values.push(value)}`
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""').replaceAll('.', '"."')}"`

/** `(a, b) values (1, 2), (3, 4)`, of the columns that the first row has. */
function rowsPart(rows: ReadonlyArray<Record<string, unknown>>): Part {
  const columns = Object.keys(rows[0] ?? {})
  const listed = columns.map(quoted).join(', ')
  return new Part((values) => {
    const spelt = rows.map((row) => `(${columns.map((column) => spellValue(row[column], values)).join(', ')})`)
    return `(${listed}) values ${spelt.join(', ')}`
  })
}

/** A transaction as its work sees it: a tag that makes statements, and what makes their parts. */
export interface Tx {
  <T = Array<Record<string, unknown>>>(strings: TemplateStringsArray, ...given: unknown[]): Statement<T>
  (part: string | object | readonly object[]): Part
  json(value: unknown): Part
  /**
   * Leaves with the commit, or before whatever else is sent, in one statement with all that was left since. None of it sees what the
   * others of it write.
   */
  later(one: Statement<unknown>, is: 'write' | 'condition'): Statement<unknown>
  /** Sends now what was left so far. */
  leave(): void
  unsafe<T = Array<Record<string, unknown>>>(text: string): Statement<T>
}

/** What was left for later: each statement costs the driver and the database a round of its own, so all of it becomes one. */
function openLeft(send: Send) {
  const write: Statement<unknown>[] = []
  const condition: Statement<unknown>[] = []
  const all = new Part((values) => {
    const spelt = write.map((one) => one.spell(values))
    const said = condition.map((one) => one.spell(values))
    const last = said.length > 0 ? `select ${said.join(', ')}` : spelt.pop()
    const first = spelt.map((one, nth) => `w${nth} as (${one})`)
    return `${first.length > 0 ? `with ${first.join(', ')} ` : ''}${last}`
  })
  return { write, condition, statement: new Statement<unknown>(['', ''], [all], send) }
}

/** What makes statements of one transaction. */
export function taggedBy(raw: Send): Tx {
  let left: ReturnType<typeof openLeft> | null = null
  const leave = (): void => {
    left?.statement.execute()
    left = null
  }
  const send: Send = (text, values) => {
    leave()
    return raw(text, values)
  }
  const later: Tx['later'] = (one, is) => {
    if (!left || left.statement.isSent) left = openLeft(raw)
    left[is].push(one)
    return left.statement
  }
  const tag = (first: TemplateStringsArray | string | object | readonly object[], ...given: unknown[]) => {
    if (Array.isArray(first) && 'raw' in first) return new Statement(first, given, send)
    if (typeof first === 'string') return new Part(() => quoted(first))
    return rowsPart((Array.isArray(first) ? first : [first]) as Array<Record<string, unknown>>)
  }
  return Object.assign(tag, {
    json: (value: unknown) => new Part((values) => `$${values.push(JSON.stringify(value))}`),
    later,
    leave,
    unsafe: (text: string) => new Statement([text], null, send),
  }) as Tx
}
