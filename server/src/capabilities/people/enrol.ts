import { judgeArrivals } from '../../kernel/facts.ts'
import type { Ctx, Verdict } from '../../kernel/operation.ts'
import { type Issue, idTaken, type Problem } from '../../kernel/problem.ts'
import { dayInChina } from '../places/rules.clock.ts'
import { documentElsewhere, identityInvalid, registeredMeanwhile } from './problems.ts'
import {
  type Checked,
  checkDocument,
  checkPhone,
  checkPlate,
  type Document,
  isSynthetic,
  reasons,
  type Sex,
} from './rules.ts'
import {
  documentDigest,
  type Identity,
  phoneDigest,
  plateDigest,
  sealIdentity,
  statementDigest,
  tokensOf,
} from './sealed.ts'
import { keepTokens } from './sql.search.ts'
import {
  claimDocuments,
  type Known,
  keepStatements,
  listKnown,
  listPersonOf,
  listSpokenFor,
  type NewStatement,
} from './sql.ts'

/** Somebody who stands before us, as typed or read. `id` is made by the sender and stays the same when it is sent again. */
export interface Traveller {
  id: string
  division: string
  recordedAt: Date
  name?: string | null
  document?: Document | null
  phone?: string | null
  address?: string | null
  plate?: string | null
  sex?: Sex | null
  birthDate?: string | null
  /** Lives in the county, so that a name finds them. A passer-by is found by a whole number only. */
  resident?: boolean
}
/** `new` is a person the county had not met; `again` somebody already known, or the same statement sent twice. */
export type Enrolled = Verdict<{ personId: string }>

export interface Said {
  at: number
  id: string
  division: string
  recordedAt: Date
  identity: Identity
  resident: boolean
  digest: Buffer
  document: Buffer | null
  phone: Buffer | null
  plate: Buffer | null
}

/** What can be said of travellers before anything is kept. */
export interface Examined {
  said: Said[]
  /** By their place in the list. */
  refused: Map<number, Problem>
  /** Ids that belong to something already. */
  earlier: ReadonlySet<string>
  known: readonly Known[]
}

export async function examine(ctx: Ctx, travellers: readonly Traveller[]): Promise<Examined> {
  const refused = new Map<number, Problem>()
  const said: Said[] = []
  const today = dayInChina(ctx.now)
  travellers.forEach((traveller, at) => {
    const identity = checkIdentity(traveller, today)
    if ('code' in identity) refused.set(at, identity)
    else said.push(digested(ctx.actor.county, traveller, identity, at))
  })
  if (said.length === 0) return { said, refused, earlier: new Set(), known: [] }
  const [earlier, known] = await Promise.all([
    listSpokenFor(
      ctx.tx,
      said.map(({ id }) => id),
    ),
    listKnown(
      ctx.tx,
      said.flatMap(({ document, phone, plate }) => [document, phone, plate].filter((digest) => digest !== null)),
    ),
  ])
  return { said, refused, earlier, known }
}

/**
 * Finds or makes the person behind each traveller, set-based: a handful of statements for any number of them. One document is
 * one person, however many checkpoints register it at once; without a document nobody is taken for somebody else.
 */
export async function enrolMany(ctx: Ctx, travellers: readonly Traveller[]): Promise<Enrolled[]> {
  const verdicts: Enrolled[] = new Array(travellers.length)
  const examined = await examine(ctx, travellers)
  for (const [at, problem] of examined.refused) verdicts[at] = { ok: false, problem }
  for (const [one, verdict] of await keepSaid(ctx, examined.said, examined)) verdicts[one.at] = verdict
  return verdicts
}

export async function keepSaid(
  ctx: Ctx,
  said: readonly Said[],
  { earlier, known }: Pick<Examined, 'earlier' | 'known'>,
): Promise<Map<Said, Enrolled>> {
  const fresh = unrepeated(said.filter(({ id }) => !earlier.has(id)))
  const settled = await keepFresh(ctx, fresh, known)
  const rest = said.filter((one) => !settled.has(one))
  for (const [one, verdict] of await judgeRepeated(ctx, rest)) settled.set(one, verdict)
  return settled
}

function digested(county: number, traveller: Traveller, identity: Identity, at: number): Said {
  const { id, division, recordedAt, resident = false } = traveller
  return {
    at,
    id,
    division,
    recordedAt,
    identity,
    resident,
    digest: statementDigest(county, division, identity),
    document: identity.document === null ? null : documentDigest(county, identity.document),
    phone: identity.phone === null ? null : phoneDigest(county, identity.phone),
    plate: identity.plate === null ? null : plateDigest(county, identity.plate),
  }
}

function checkIdentity(traveller: Traveller, today: string): Identity | Problem {
  const issues: Issue[] = []
  function kept<T>(checked: Checked<T>, path: string): T | null {
    if (checked.ok) return checked.value
    issues.push({ path, ...reasons[checked.reason] })
    return null
  }
  const { document, phone, plate, sex, birthDate } = traveller
  const known = { today, sex: sex ?? undefined, birthDate: birthDate ?? undefined }
  const identity = {
    name: traveller.name?.trim() || null,
    document: document && document.kind !== 'none' ? kept(checkDocument(document, known), 'document.number') : null,
    phone: phone ? kept(checkPhone(phone), 'phone') : null,
    address: traveller.address?.trim() || null,
    plate: plate ? kept(checkPlate(plate), 'plate') : null,
  }
  if (issues.length === 0 && Object.values(identity).every((field) => field === null)) {
    issues.push({
      path: 'name',
      zh: '姓名、证件、电话、车牌至少填写一项',
      en: 'Give at least a name, a document, a phone or a plate',
    })
  }
  return issues.length > 0 ? identityInvalid({}, issues) : identity
}

/** The first of those that carry one id; the others are judged like anything that is sent twice. */
function unrepeated(said: readonly Said[]): Said[] {
  const seen = new Set<string>()
  return said.filter(({ id }) => !seen.has(id) && seen.add(id))
}

async function keepFresh(ctx: Ctx, fresh: readonly Said[], known: readonly Known[]): Promise<Map<Said, Enrolled>> {
  const settled = new Map<Said, Enrolled>()
  if (fresh.length === 0) return settled
  const owners = await ownersOf(ctx, fresh, known)
  const indexed = new Set(known.map(({ digest, personId }) => `${digest.toString('hex')} ${personId}`))
  const visible = new Set(known.filter((one) => one.visible).map(({ personId }) => personId))
  const statements: NewStatement[] = []
  const judged: Array<{ one: Said; personId: string }> = []
  for (const one of fresh) {
    const owner = one.document ? owners.get(one.document.toString('hex')) : undefined
    const personId = owner ?? one.id
    const adds = (digest: Buffer | null) => digest !== null && !indexed.has(`${digest.toString('hex')} ${personId}`)
    // Somebody known here who says nothing new leaves no further copy of his name behind.
    if (visible.has(personId) && !adds(one.phone) && !adds(one.plate)) {
      settled.set(one, { ok: true, value: { personId }, arrival: 'again' })
      continue
    }
    statements.push(statementOf(ctx, one, personId))
    judged.push({ one, personId })
  }
  if (statements.length === 0) return settled
  const { tx, actor, now } = ctx
  const residents = judged.flatMap(({ one: { division, resident, identity }, personId }) =>
    resident ? [{ personId, division, ...tokensOf(actor.county, identity) }] : [],
  )
  const [inserted] = await Promise.all([
    keepStatements(tx, actor.county, { seatId: actor.seatId, receivedAt: now }, statements),
    keepTokens(tx, actor.county, now, residents),
  ])
  for (const { one, personId } of judged) {
    if (!inserted.has(one.id)) continue
    settled.set(one, { ok: true, value: { personId }, arrival: personId === one.id ? 'new' : 'again' })
  }
  const lost = judged.filter(({ one }) => !inserted.has(one.id)).map(({ one }) => one)
  for (const [one, verdict] of await judgeRepeated(ctx, lost)) {
    // Its document may already point to a person that will never be written: nothing of this transaction may stand.
    if (!verdict.ok && one.document) throw registeredMeanwhile()
    settled.set(one, verdict)
  }
  return settled
}

function statementOf({ actor }: Ctx, one: Said, personId: string): NewStatement {
  const { id, division, identity, digest, recordedAt, phone, plate } = one
  return {
    id,
    personId,
    division,
    documentKind: identity.document?.kind ?? null,
    sealed: sealIdentity(actor.county, id, identity),
    digest,
    isNewPerson: personId === id,
    synthetic: identity.document !== null && isSynthetic(identity.document.number),
    phoneDigest: phone,
    plateDigest: plate,
    recordedAt,
  }
}

/** Whose each document is, after claiming those that were nobody's. */
async function ownersOf(ctx: Ctx, fresh: readonly Said[], known: readonly Known[]): Promise<Map<string, string>> {
  const owners = new Map(known.map(({ digest, personId }) => [digest.toString('hex'), personId]))
  const claims = new Map<string, { digest: Buffer; personId: string; division: string }>()
  for (const { document, id, division } of fresh) {
    const key = document?.toString('hex')
    if (document && key && !owners.has(key) && !claims.has(key))
      claims.set(key, { digest: document, personId: id, division })
  }
  if (claims.size === 0) return owners
  const made = await claimDocuments(ctx.tx, ctx.actor.county, [...claims.values()])
  for (const [key, { personId }] of claims) owners.set(key, personId)
  if (made === claims.size) return owners
  for (const { digest, personId } of await listKnown(
    ctx.tx,
    [...claims.values()].map(({ digest }) => digest),
  )) {
    owners.set(digest.toString('hex'), personId)
  }
  return owners
}

async function judgeRepeated(ctx: Ctx, said: readonly Said[]): Promise<Map<Said, Enrolled>> {
  if (said.length === 0) return new Map()
  const arrivals = await judgeArrivals(ctx.tx, 'people.identity', said, new Set())
  const personOf = await listPersonOf(
    ctx.tx,
    said.map(({ id }) => id),
  )
  return new Map(
    said.map((one, index) => {
      const personId = personOf.get(one.id)
      const same = arrivals[index] === 'again' && personId
      return [
        one,
        same ? { ok: true, value: { personId }, arrival: 'again' } : { ok: false, problem: idTaken({ id: one.id }) },
      ]
    }),
  )
}

/** What is said anew of a person who is known; a document that is somebody else's is refused. */
export async function addStatement(ctx: Ctx, traveller: Traveller, personId: string): Promise<Enrolled> {
  const { tx, actor, now } = ctx
  const { said, refused, earlier, known } = await examine(ctx, [{ ...traveller, resident: true }])
  const [one] = said
  const problem = refused.get(0)
  if (problem || !one) return { ok: false, problem: problem ?? identityInvalid() }
  if (earlier.has(one.id)) {
    const verdict = (await judgeRepeated(ctx, [one])).get(one)
    const mine = verdict?.ok && verdict.value.personId === personId
    return mine ? verdict : { ok: false, problem: idTaken({ id: one.id }) }
  }
  const { document } = one
  const owners = document ? await ownersOf(ctx, [{ ...one, id: personId }], known) : null
  const owner = document && owners?.get(document.toString('hex'))
  if (owner && owner !== personId) return { ok: false, problem: documentElsewhere() }
  await Promise.all([
    keepStatements(tx, actor.county, { seatId: actor.seatId, receivedAt: now }, [statementOf(ctx, one, personId)]),
    keepTokens(tx, actor.county, now, [{ personId, division: one.division, ...tokensOf(actor.county, one.identity) }]),
  ])
  return { ok: true, value: { personId }, arrival: 'new' }
}
