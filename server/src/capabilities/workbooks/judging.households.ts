import { type Ctx, performWithin } from '../../kernel/operation.ts'
import { type Issue, Problem, readInput } from '../../kernel/problem.ts'
import { idFrom } from '../../kernel/seal.ts'
import { addMembers, amendPerson, changeOneRelation, membershipsOf, registerHouseholds } from '../people/index.ts'
import { memberReasons } from '../people/rules.ts'
import { compoundsCalled } from '../places/index.ts'
import { dayInChina } from '../places/rules.clock.ts'
import { calledSo } from '../places/rules.ts'
import type { Words } from './cells.ts'
import { digestOfRow, wordsOf } from './comparing.ts'
import type { HouseholdUnit, Judged, Part, PersonUnit } from './rules.units.ts'
import { findLoaded } from './sql.ts'
import { attempt, batchWithin } from './within.ts'

/** A household whose members are refused is tried again without them, and each time fewer remain. */
const ROUNDS = 6

const says = {
  whole: { zh: '这一户未被接受,成员也未载入', en: 'The household was refused, and its members with it' },
  empty: { zh: '成员都未被接受,这一户未载入', en: 'None of its members was accepted, so the household was not loaded' },
  compound: {
    zh: '本村(社区)没有登记这个小区;请先在地点页登记,或改正名称',
    en: 'The village has no compound of this name; record it in the page of places first, or correct the name',
  },
  compounds: {
    zh: '本村(社区)有两个小区叫这个名称;请先在地点页区分',
    en: 'The village has two compounds of this name; tell them apart in the page of places first',
  },
  moved: {
    zh: '地址与上次载入的不同;请在住户页办理迁移,文件不会改动地址',
    en: 'The address differs from what was loaded before; move the household in its page, a file does not',
  },
  amended: { zh: '与上次载入的不同,将补充更正', en: 'Differs from what was loaded before and is corrected' },
} satisfies Record<string, Words>

/** What speaks against a row because of what the county has, and not because of the row. */
const conflicts: ReadonlySet<string> = new Set(
  (['elsewhere', 'out-of-reach', 'here', 'second-head'] as const).map((reason) => memberReasons[reason].zh),
)

interface Stay {
  home: HouseholdUnit
  compoundId: string | null
  members: PersonUnit[]
}
type HouseholdPart = Extract<Part, { kind: 'households' }>

export async function judgeHouseholds(
  ctx: Ctx,
  part: HouseholdPart,
  judged: Judged,
  recordedAt: string,
): Promise<void> {
  const before = await findLoaded(
    ctx.tx,
    part.units.flatMap(({ id, members }) => [id, ...members.map((member) => member.id)]),
  )
  const desk = new Desk(ctx, part, judged, recordedAt, before)
  const fresh = part.units.filter(({ id }) => !before.has(id))
  const named = fresh.filter(({ compound }) => compound !== null)
  const compounds = await compoundsCalled(
    ctx.tx,
    named.map(({ division }) => division),
  )
  await desk.register(fresh, compounds)
  for (const home of part.units.filter(({ id }) => before.has(id))) await desk.bringUpToDate(home)
}

class Desk {
  readonly #ctx: Ctx
  readonly #letters: { home: Record<string, string>; person: Record<string, string> }
  readonly #judged: Judged
  readonly #recordedAt: string
  readonly #before: ReadonlyMap<string, Buffer>
  constructor(
    ctx: Ctx,
    { letters }: HouseholdPart,
    judged: Judged,
    recordedAt: string,
    before: ReadonlyMap<string, Buffer>,
  ) {
    this.#ctx = ctx
    this.#letters = { home: letters.households ?? {}, person: letters.people ?? {} }
    this.#judged = judged
    this.#recordedAt = recordedAt
    this.#before = before
  }

  async register(homes: readonly HouseholdUnit[], compounds: ReadonlyMap<string, string[]>): Promise<void> {
    let open = homes.flatMap((home): Stay[] => this.#place(home, compounds))
    for (let round = 0; open.length > 0 && round < ROUNDS; round += 1) {
      const verdicts = await batchWithin(
        this.#ctx,
        registerHouseholds,
        open.map((stay) => this.#itemOf(stay)),
      )
      const again: Stay[] = []
      for (const [at, stay] of open.entries()) {
        const verdict = verdicts[at]
        if (!verdict) throw new Error('workbooks: a household got no verdict')
        if (verdict.ok) this.#welcome(stay, verdict.arrival === 'new' ? 'new' : 'same')
        else {
          const left = this.#withoutRefused(stay, verdict.problem)
          if (left) again.push(left)
        }
      }
      open = again
    }
    for (const stay of open) this.#turnAway(stay, says.whole)
  }

  #place(home: HouseholdUnit, compounds: ReadonlyMap<string, string[]>): Stay[] {
    const { division, compound, members } = home
    if (compound === null) return [{ home, compoundId: null, members }]
    const [compoundId, another] = compounds.get(`${division}/${calledSo(compound)}`) ?? []
    if (compoundId && !another) return [{ home, compoundId, members }]
    this.#turnAway({ home, members }, another ? says.compounds : says.compound, 'compound')
    return []
  }

  #itemOf({ home: { row: _, members: __, compound: ___, ...home }, compoundId, members }: Stay) {
    return { ...home, compoundId, recordedAt: this.#recordedAt, members: members.map(memberOf) }
  }

  #welcome({ home, members }: Stay, outcome: 'new' | 'same'): void {
    this.#judged.count('households', outcome)
    this.#keep(home.id, home.division, addressOf(home))
    for (const member of members) {
      this.#judged.count('people', outcome)
      this.#keep(member.id, home.division, member)
    }
  }

  #keep(id: string, division: string, row: object): void {
    this.#judged.loaded.push({ id, division, digest: digestOfRow(this.#ctx.actor.county, row) })
  }

  /** Null when nothing is left to try. */
  #withoutRefused(stay: Stay, problem: Problem): Stay | null {
    const refused = new Map<number, Issue>()
    for (const issue of problem.issues) {
      const nth = /^members\.(\d+)\./.exec(issue.path)?.[1]
      if (nth !== undefined && !refused.has(Number(nth))) refused.set(Number(nth), issue)
    }
    if (refused.size === 0) {
      this.#turnAway(stay, wordsOf(problem), problem.issues[0]?.path)
      return null
    }
    for (const [nth, issue] of refused) {
      const member = stay.members[nth]
      if (member) this.#refuse(member, issue)
    }
    const members = stay.members.filter((_, nth) => !refused.has(nth))
    if (members.length > 0) return { ...stay, members }
    this.#turnAway({ ...stay, members }, says.empty)
    return null
  }

  #refuse({ row }: PersonUnit, { path, zh, en }: Issue): void {
    const outcome = conflicts.has(zh) ? 'conflict' : 'rejected'
    const field = path.split('.')[2] ?? 'name'
    const column = this.#letters.person[field === 'personId' ? 'name' : field] ?? ''
    this.#judged.find({ sheet: 'people', row, outcome, column, zh, en })
  }

  #turnAway({ home, members }: Pick<Stay, 'home' | 'members'>, why: Words, field = 'number'): void {
    const column = this.#letters.home[field] ?? this.#letters.home['division'] ?? ''
    this.#judged.find({ sheet: 'households', row: home.row, outcome: 'rejected', column, ...why })
    for (const { row } of members) {
      this.#judged.find({ sheet: 'people', row, outcome: 'rejected', column: '', ...says.whole })
    }
  }

  /** A household that a file brought before: its address stays, its people are added to and corrected; nobody is taken out. */
  async bringUpToDate(home: HouseholdUnit): Promise<void> {
    if (this.#isSame(home.id, addressOf(home))) this.#judged.count('households', 'same')
    else {
      const column = this.#letters.home['door'] ?? ''
      this.#judged.find({ sheet: 'households', row: home.row, outcome: 'conflict', column, ...says.moved })
    }
    const known = home.members.filter(({ id }) => this.#before.has(id))
    for (const member of known) await this.#correct(home, member)
    await this.#add(
      home,
      home.members.filter(({ id }) => !this.#before.has(id)),
    )
  }

  #isSame(id: string, row: object): boolean {
    return this.#before.get(id)?.equals(digestOfRow(this.#ctx.actor.county, row)) ?? false
  }

  async #correct(home: HouseholdUnit, member: PersonUnit): Promise<void> {
    if (this.#isSame(member.id, member)) {
      this.#judged.count('people', 'same')
      return
    }
    const personId = (await membershipsOf(this.#ctx.tx, [member.id])).get(member.id)?.personId
    const digest = digestOfRow(this.#ctx.actor.county, member).toString('hex')
    const { name, phone, document } = memberOf(member)
    const recordedAt = this.#recordedAt
    const done = await attempt(this.#ctx, async (ctx) => {
      const id = idFrom('workbooks.amend', member.id, digest)
      await performWithin(ctx, amendPerson, {
        id,
        personId: personId ?? '',
        recordedAt,
        name,
        phone,
        document,
        address: null,
      })
      if (!member.relation) return
      const change = { id: idFrom('workbooks.relation', member.id, digest), membershipId: member.id, recordedAt }
      const relation = member.relation as 'head'
      await performWithin(ctx, changeOneRelation, { ...change, relation, on: dayInChina(new Date(recordedAt)) })
    })
    if (done instanceof Problem) {
      this.#refuse(member, { path: `members.0.${done.issues[0]?.path ?? 'name'}`, ...wordsOf(done) })
    } else {
      this.#keep(member.id, home.division, member)
      const column = this.#letters.person['name'] ?? ''
      this.#judged.find({ sheet: 'people', row: member.row, outcome: 'changed', column, ...says.amended })
    }
  }

  async #add(home: HouseholdUnit, members: readonly PersonUnit[]): Promise<void> {
    for (const member of members) {
      const { id: householdId, since } = home
      const sent = { householdId, since, recordedAt: this.#recordedAt, members: [memberOf(member)] }
      const read = readInput(addMembers.input, sent)
      const done = read.ok ? await attempt(this.#ctx, (ctx) => performWithin(ctx, addMembers, read.data)) : read.problem
      if (done instanceof Problem) {
        const path = done.issues[0]?.path ?? 'members.0.name'
        this.#refuse(member, { path, ...wordsOf(done) })
      } else {
        this.#judged.count('people', 'new')
        this.#keep(member.id, home.division, member)
      }
    }
  }
}

/** Without a compound it reads as it did before workbooks had a column for it. */
const addressOf = ({ members: _, compound, ...home }: HouseholdUnit) =>
  compound === null ? home : { ...home, compound }

const memberOf = ({ id, relation, name, documentKind, document, phone, sex, birthDate }: PersonUnit) => ({
  id,
  relation: (relation ?? 'not-said') as 'not-said',
  name,
  document: document === null ? null : { kind: (documentKind ?? 'resident-id') as 'resident-id', number: document },
  phone,
  sex: sex as 'male' | null,
  birthDate,
})
