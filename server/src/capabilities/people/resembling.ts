import type { Ctx } from '../../kernel/operation.ts'
import { checkIdentityNumber, type DocumentKind } from './rules.ts'
import { documentDigest, likeness, openField, phoneDigest, searchToken, standingOf } from './sealed.ts'
import { listByTokens, NAMESAKES_MAX, type SoughtToken } from './sql.resembling.ts'
import { listKnown, listStatements } from './sql.ts'

/** By what somebody may be found who may be the one that is meant. */
export interface Sought {
  documents: readonly string[]
  phones: readonly string[]
  births: ReadonlyArray<{ sound: string; birthDate: string }>
  /** Namesakes, by letter and by sound, in one township or village. */
  within: { division: string; name: string; sounds: readonly string[] } | null
}

export interface Resembling {
  personId: string
  /** Where the person is now. */
  division: string | null
  name: string | null
  document: string | null
  phone: string | null
}

/** So many are opened for one row; by its strongest particulars first, so that a crowd of namesakes hides nobody with the same number. */
export const POSSIBLE_MAX = 120

/**
 * Persons of the reader's area who may be meant, for each that is sought. They are found by keyed tokens, and only they are opened. Nobody
 * sees them here: whoever shows one of them goes through `maskedMany`.
 */
export async function listResembling(ctx: Ctx, sought: readonly Sought[]): Promise<Resembling[][]> {
  const idsOf = sought.map(() => new Set<string>())
  const { county } = ctx.actor
  const digests = numbersOf(county, sought)
  const tokens = tokensOf(county, sought)
  const [known, found] = await Promise.all([
    digests.size === 0
      ? []
      : listKnown(
          ctx.tx,
          [...digests.values()].map(({ digest }) => digest),
        ),
    tokens.length === 0 ? [] : listByTokens(ctx.tx, tokens),
  ])
  const take = (nth: number, personId: string) => {
    const ids = idsOf[nth]
    if (ids && ids.size < POSSIBLE_MAX) ids.add(personId)
  }
  for (const { digest, personId } of known) {
    const asked = digests.get(digest.toString('hex'))
    if (!asked || asked.owners === NAMESAKES_MAX) continue
    asked.owners += 1
    for (const nth of asked.askers) take(nth, personId)
  }
  for (const { nth, personId } of found) take(nth, personId)
  const opened = await openAll(ctx, [...new Set(idsOf.flatMap((ids) => [...ids]))])
  return idsOf.map((ids) => {
    const persons = [...ids].flatMap((id) => opened.get(id) ?? [])
    return [...new Map(persons.map((person) => [person.personId, person])).values()]
  })
}

/** One look-up for each number, whoever asks for it. */
function numbersOf(county: number, sought: readonly Sought[]) {
  const digests = new Map<string, { digest: Buffer; askers: number[]; owners: number }>()
  const ask = (digest: Buffer, nth: number) => {
    const key = digest.toString('hex')
    const asked = digests.get(key)
    if (asked) asked.askers.push(nth)
    else digests.set(key, { digest, askers: [nth], owners: 0 })
  }
  for (const [nth, { documents, phones }] of sought.entries()) {
    for (const number of documents) ask(documentDigest(county, { kind: kindOf(number), number }), nth)
    for (const phone of phones) ask(phoneDigest(county, phone), nth)
  }
  return digests
}

function tokensOf(county: number, sought: readonly Sought[]): SoughtToken[] {
  return sought.flatMap(({ births, within }, nth) => [
    ...births.map(({ sound, birthDate }) => ({
      nth,
      token: likeness(county, sound, birthDate.replaceAll('-', '')),
      division: '',
    })),
    ...(within === null
      ? []
      : [searchToken.name(county, within.name), ...within.sounds.map((sound) => searchToken.latin(county, sound))].map(
          (token) => ({ nth, token, division: within.division }),
        )),
  ])
}

async function openAll(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Resembling>> {
  if (ids.length === 0) return new Map()
  const { county } = ctx.actor
  const standings = standingOf(await listStatements(ctx.tx, ids))
  return new Map(
    [...standings].flatMap(([id, standing]) => {
      if (!standing) return []
      const { nowId: personId, division } = standing
      const [name, document, phone] = (['name', 'document', 'phone'] as const).map((field) =>
        openField(county, standing, field),
      )
      return [[id, { personId, division, name: name ?? null, document: document ?? null, phone: phone ?? null }]]
    }),
  )
}

/** A list says a number, and seldom of which kind. */
export function kindOf(number: string): DocumentKind {
  const id = checkIdentityNumber(number)
  if (id.ok) return id.value.kind
  return /^([HM]?\d{8}|[HM]\d{10})$/.test(number) ? 'hmt-travel' : 'passport'
}
