import type { Ctx } from '../../kernel/operation.ts'
import { afterDivision, cursorByDivision } from '../places/rules.cursors.ts'
import { maskedMany, seen } from './looking.ts'
import { latinForms } from './names.ts'
import { searchUnclear } from './problems.ts'
import type { Found, Pair, SearchPersons } from './schema.search.ts'
import { documentDigest, maskedOf, openField, phoneDigest, type Standing, searchToken } from './sealed.ts'
import { readSearch, type Term } from './search-terms.ts'
import { type HomeRow, listFound, listHomes } from './sql.search.ts'
import { listKnown } from './sql.ts'

/** Persons by what is known of them, within the reader's area, masked and a page at a time. */
export async function searchPersons(ctx: Ctx, sought: SearchPersons) {
  const terms = readSearch(sought.q)
  if (!terms) throw searchUnclear()
  const whole = terms.find(({ kind }) => kind === 'phone' || kind === 'document')
  const { ids, next } = whole ? await byNumber(ctx, whole, terms) : await byTokens(ctx, sought, terms)
  const [masked, homes] = await Promise.all([maskedMany(ctx, ids), listHomes(ctx.tx, ids)])
  const persons = [...masked.values()].filter(({ visible }) => visible)
  const unique = [...new Map(persons.map((person) => [person.id, person])).values()]
  return { by: terms.map(({ kind }) => kind), items: await withHomes(ctx, unique, { ids, homes }), next }
}

const FOUND_MAX = 50

/** A whole number is held by so few that it has one page; what else was typed has to fit it. */
async function byNumber(ctx: Ctx, whole: Term, terms: readonly Term[]) {
  const { county } = ctx.actor
  const digest =
    whole.kind === 'document'
      ? documentDigest(county, { kind: whole.documentKind, number: whole.value })
      : phoneDigest(county, whole.value)
  const known = await listKnown(ctx.tx, [digest])
  const visible = known.filter((one) => one.visible).map(({ personId }) => personId)
  const ids =
    terms.length === 1
      ? visible
      : await alsoKnownBy(
          ctx,
          visible,
          terms.filter((term) => term !== whole),
        )
  return { ids: ids.slice(0, FOUND_MAX), next: null }
}

async function alsoKnownBy(ctx: Ctx, ids: readonly string[], others: readonly Term[]): Promise<string[]> {
  const tokens = others.map((term) => tokensFor(ctx.actor.county, term))
  const rows = await listFound(ctx.tx, tokens, { after: null, limit: 10_000 })
  const found = new Set(rows.map(({ personId }) => personId))
  return ids.filter((id) => found.has(id))
}

async function byTokens(ctx: Ctx, { division, after, limit }: SearchPersons, terms: readonly Term[]) {
  const from = afterDivision(after)
  const rows = await listFound(
    ctx.tx,
    terms.map((term) => tokensFor(ctx.actor.county, term)),
    { division, after: from && { division: from.division, personId: from.id }, limit: limit + 1 },
  )
  const page = rows.slice(0, limit)
  const next = cursorByDivision(page, limit, ({ division, personId }) => ({ division, id: personId }))
  return {
    ids: [...new Set(page.map(({ personId }) => personId))],
    next: rows.length > limit ? next : null,
  }
}

/** Any of these tokens will do. */
function tokensFor(county: number, { kind, value }: Term): bigint[] {
  switch (kind) {
    case 'name':
      return [searchToken.name(county, value)]
    case 'latin':
      return [searchToken.latin(county, value)]
    case 'tail4':
      return [searchToken.documentTail(county, value), searchToken.phoneTail(county, value)]
    case 'tail6':
      return [searchToken.documentTail(county, value)]
    case 'phone':
    case 'document':
      return []
    default:
      return kind satisfies never
  }
}

/** `asked` were asked for together with the persons; whoever was merged lives under another id than the one that was found. */
export async function withHomes(
  ctx: Ctx,
  persons: ReadonlyArray<Found['person']>,
  asked: { ids: readonly string[]; homes: ReadonlyMap<string, HomeRow> } = { ids: [], homes: new Map() },
): Promise<Found[]> {
  const before = new Set(asked.ids)
  const rest = persons.map(({ id }) => id).filter((id) => !before.has(id))
  const homes = new Map([...asked.homes, ...(await listHomes(ctx.tx, rest))])
  return persons.map((person) => {
    const { personId: _, ...home } = homes.get(person.id) ?? { personId: '' }
    return { person, home: 'householdId' in home ? home : null }
  })
}

export interface PairOfIds {
  oneId: string
  otherId: string
  notedAt: Date | null
}

/** Two records side by side. What is the same is said without showing what it is. */
export async function comparePairs(ctx: Ctx, pairs: readonly PairOfIds[]): Promise<Pair[]> {
  const { county } = ctx.actor
  const ids = [...new Set(pairs.flatMap(({ oneId, otherId }) => [oneId, otherId]))]
  const standings = await seen(ctx, ids, [])
  const found = await withHomes(
    ctx,
    ids.map((id) => maskedOf(county, id, standings.get(id) ?? null)),
  )
  const foundOf = new Map(ids.map((id, at) => [id, found[at]]))
  return pairs.flatMap(({ oneId, otherId, notedAt }): Pair[] => {
    const [one, other] = [foundOf.get(oneId), foundOf.get(otherId)]
    if (!one || !other) return []
    const same = sameness(county, standings.get(oneId) ?? null, standings.get(otherId) ?? null)
    return [{ notedAt: notedAt?.toISOString() ?? null, one, other, same }]
  })
}

function sameness(county: number, one: Standing | null, other: Standing | null): Pair['same'] {
  const alike = (of: (standing: Standing) => string | null): boolean | null => {
    const [mine, theirs] = [one && of(one), other && of(other)]
    return mine === null || theirs === null ? null : mine === theirs
  }
  const field = (name: Parameters<typeof openField>[2]) => (standing: Standing) => openField(county, standing, name)
  const number = field('document')
  return {
    name: alike(field('name')),
    sound: alike((standing) => latinForms(field('name')(standing) ?? '')[0] ?? null),
    document: alike(number),
    birthday: alike((standing) =>
      standing.documentKind === 'resident-id' ? (number(standing)?.slice(6, 14) ?? null) : null,
    ),
    phone: alike(field('phone')),
  }
}
