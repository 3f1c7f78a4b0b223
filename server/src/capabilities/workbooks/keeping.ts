import { idFrom } from '../../kernel/seal.ts'
import type { Words } from './cells.ts'
import type { SheetKey } from './rules.sheets.ts'
import {
  type DivisionUnit,
  type HouseholdUnit,
  Judged,
  type Letters,
  type Part,
  type PersonUnit,
  type PostUnit,
} from './rules.units.ts'
import type { Fault, SoundRow } from './sifting.ts'

const MEMBERS_MAX = 30
const HOUSEHOLDS_A_PART = 200
const POSTS_A_PART = 500
const DIVISIONS_MAX = 1_000

export interface Kept {
  /** In the order they are loaded: places, then who lives there, then who answers for them. */
  parts: Part[]
  refused: Judged
  /** People who would be given an account. */
  accounts: number
}

const says = {
  outside: { zh: '不在您的辖区内', en: 'Outside your area' },
  code: { zh: '代码不是本县区划代码的形式', en: 'Not in the form of a division code of this county' },
  twice: { zh: '与前面的一行重复', en: 'Repeats an earlier row' },
  document: { zh: '同一证件在前面的一行已出现', en: 'The same document stands in an earlier row' },
  orphan: {
    zh: '“住户”表中没有这一户,或该行未被接受',
    en: 'The sheet of households has no such household, or its row was refused',
  },
  empty: {
    zh: '“人员”表中没有这一户的成员,或都未被接受',
    en: 'The sheet of people has nobody of this household who was accepted',
  },
  account: {
    zh: '登录名、账号姓名、登录权限要一起填写',
    en: 'Sign-in name, name and role of the account go together',
  },
  holders: {
    zh: '任岗人证件号码与登录名只填一样',
    en: 'Give the document of the holder or a sign-in name, not both',
  },
  signInName: {
    zh: '登录名为3–40位,以字母开头,可含字母、数字、点、横线',
    en: 'A sign-in name has 3–40 letters, digits, dots or dashes and begins with a letter',
  },
  crowded: { zh: `一户最多${MEMBERS_MAX}人`, en: `At most ${MEMBERS_MAX} people in a household` },
} satisfies Record<string, Words>

/** Rows become what is loaded: households with their people, whatever the order of the sheets. */
export class Keeper {
  readonly #county: string
  readonly #area: string
  readonly #refused = new Judged()
  readonly #divisions = new Map<string, DivisionUnit>()
  readonly #posts = new Map<string, PostUnit>()
  readonly #households = new Map<string, HouseholdUnit>()
  readonly #people: Array<PersonUnit & { householdId: string; at: string }> = []
  readonly #documents = new Set<string>()
  constructor({ county, division }: { county: number; division: string }) {
    this.#county = String(county)
    this.#area = division
  }

  /** One row, however many of its cells are wrong. */
  refuse(sheet: SheetKey, faults: readonly Fault[]): void {
    this.#refused.count(sheet, 'rejected')
    for (const { row, column, zh, en } of faults) {
      this.#refused.findings.push({ sheet, row, outcome: 'rejected', column, zh, en })
    }
  }

  keep(sheet: SheetKey, { row, values }: SoundRow, letters: Record<string, string>): void {
    const why = this.#keep(sheet, row, values)
    if (why) this.refuse(sheet, [{ row, column: letters[why.field] ?? '', ...says[why.reason] }])
  }

  #keep(sheet: SheetKey, row: number, values: SoundRow['values']): { field: string; reason: keyof typeof says } | null {
    const said = (key: string): string => values[key] ?? ''
    const code = said(sheet === 'divisions' ? 'code' : 'division')
    const field = sheet === 'divisions' ? 'code' : 'division'
    const form = {
      divisions: /^\d{6}(\d{3}){1,2}$/,
      posts: /^\d{6}(\d{3}){0,2}$/,
      households: /^\d{12}$/,
      people: /^\d{12}$/,
    }
    if (!form[sheet].test(code) || !code.startsWith(this.#county)) return { field, reason: 'code' }
    if (!code.startsWith(this.#area)) return { field, reason: 'outside' }
    switch (sheet) {
      case 'divisions': {
        if (this.#divisions.has(code)) return { field, reason: 'twice' }
        this.#divisions.set(code, { row, code, name: said('name'), level: said('level') as DivisionUnit['level'] })
        return null
      }
      case 'posts':
        return this.#keepPost(row, code, values)
      case 'households': {
        const id = idFrom('workbooks.household', this.#county, code, said('number'))
        if (this.#households.has(id)) return { field: 'number', reason: 'twice' }
        const { compound = null, block = null, door = null, walkOrder } = values
        const home = {
          row,
          id,
          division: code,
          compound,
          block,
          door,
          walkOrder: Number(walkOrder ?? 0),
          since: said('since'),
        }
        this.#households.set(id, { ...home, members: [] })
        return null
      }
      case 'people':
        return this.#keepPerson(row, code, values)
      default:
        return sheet satisfies never
    }
  }

  #keepPost(row: number, division: string, values: SoundRow['values']) {
    const { kind = '', title = '', since = '', holder = null, duties } = values
    const account = accountOf(values)
    if ('reason' in account) return account
    const id = idFrom('workbooks.post', this.#county, division, kind ?? '', title ?? '')
    if (this.#posts.has(id)) return { field: 'title', reason: 'twice' as const }
    const list = (duties ?? '').split(/[;;、,,\s]+/).filter((one) => one !== '')
    const post = {
      row,
      id,
      division,
      kind: kind ?? '',
      title: title ?? '',
      since: since ?? '',
      holder,
      account: account.account,
      holderComes: false,
    }
    this.#posts.set(id, { ...post, duties: list })
    return null
  }

  #keepPerson(row: number, division: string, values: SoundRow['values']) {
    const {
      number,
      relation = null,
      name = '',
      documentKind = null,
      phone = null,
      sex = null,
      birthDate = null,
    } = values
    const document = values['document'] ?? null
    const householdId = idFrom('workbooks.household', this.#county, division, number ?? '')
    const key = document === null ? `${name} ${birthDate ?? ''}` : document.toUpperCase()
    const id = idFrom('workbooks.member', householdId, key)
    const seen = document === null ? id : key
    if (this.#documents.has(seen)) {
      return document === null
        ? { field: 'name', reason: 'twice' as const }
        : { field: 'document', reason: 'document' as const }
    }
    this.#documents.add(seen)
    const person = { row, id, relation, name: name ?? '', documentKind, document, phone, sex, birthDate }
    this.#people.push({ ...person, householdId, at: division })
    return null
  }

  finish(letters: Letters): Kept {
    for (const { householdId, at: _, ...person } of this.#people) {
      const home = this.#households.get(householdId)
      const column = letters.people?.['number'] ?? ''
      if (!home) this.refuse('people', [{ row: person.row, column, ...says.orphan }])
      else if (home.members.length >= MEMBERS_MAX) this.refuse('people', [{ row: person.row, column, ...says.crowded }])
      else home.members.push(person)
    }
    const homes: HouseholdUnit[] = []
    for (const home of this.#households.values()) {
      if (home.members.length > 0) homes.push(home)
      else this.refuse('households', [{ row: home.row, column: letters.households?.['number'] ?? '', ...says.empty }])
    }
    for (const post of this.#posts.values()) {
      post.holderComes = post.holder !== null && this.#documents.has(post.holder.toUpperCase())
    }
    // Neighbours stay together, and a later file cuts the county in the same places.
    homes.sort((a, b) => (a.division < b.division ? -1 : a.division > b.division ? 1 : a.row - b.row))
    return {
      parts: [
        ...cut([...this.#divisions.values()], DIVISIONS_MAX).map(
          (units): Part => ({ kind: 'divisions', letters, units }),
        ),
        ...cut(homes, HOUSEHOLDS_A_PART).map((units): Part => ({ kind: 'households', letters, units })),
        ...cut([...this.#posts.values()], POSTS_A_PART).map((units): Part => ({ kind: 'posts', letters, units })),
      ],
      refused: this.#refused,
      accounts: new Set([...this.#posts.values()].flatMap(({ account }) => account?.signInName ?? [])).size,
    }
  }
}

type Account = { account: PostUnit['account'] } | { field: string; reason: keyof typeof says }
/** All three of it or none; letters of a name one signs in with are small. */
function accountOf({
  holder = null,
  signInName = null,
  accountName = null,
  seatRole = null,
}: SoundRow['values']): Account {
  if (signInName === null && accountName === null && seatRole === null) return { account: null }
  if (signInName === null || accountName === null || seatRole === null) {
    const lacking = signInName === null ? 'signInName' : accountName === null ? 'accountName' : 'seatRole'
    return { field: lacking, reason: 'account' }
  }
  if (holder !== null) return { field: 'signInName', reason: 'holders' }
  const name = signInName.toLowerCase()
  if (!/^[a-z][a-z0-9._-]{2,39}$/.test(name)) return { field: 'signInName', reason: 'signInName' }
  return { account: { signInName: name, name: accountName, role: seatRole } }
}

function cut<T>(all: readonly T[], size: number): T[][] {
  const cuts: T[][] = []
  for (let at = 0; at < all.length; at += size) cuts.push(all.slice(at, at + size))
  return cuts
}
