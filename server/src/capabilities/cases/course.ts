import { announce } from '../../kernel/feed.ts'
import type { Ctx } from '../../kernel/operation.ts'
import { idTaken } from '../../kernel/problem.ts'
import { digestOf, idFrom } from '../../kernel/seal.ts'
import { profilesInForce } from './profiles.ts'
import type { Origin } from './rules.course.ts'
import type { MeasuringSite } from './rules.ts'
import {
  keepEpisodes,
  keepFevers,
  listFeversByOrigin,
  listOpenCases,
  lockPersons,
  type NewEpisode,
  type NewFever,
} from './sql.course.ts'

export interface FoundFever {
  /** The record that found it. The same record again is the same fever. */
  origin: { kind: Origin; id: string }
  personId: string
  /** Whoever keeps the person's record: usually the village. */
  division: string
  at: Date
  temperatureC: number | null
  site: MeasuringSite | null
  symptoms: readonly string[]
  disease?: string
}
export interface OpenedFever {
  caseId: string
  arrival: 'new' | 'again'
  /** Of what was recorded first, when it is there already. */
  digest: Buffer
}

const keyOf = ({ kind, id }: FoundFever['origin']): string => `${kind} ${id}`

/**
 * Opens a case for each fever, in the transaction of whoever found it. A record tells its fever once, however often it is sent; and
 * somebody whose case stands open gets no second one, the fever joins it.
 */
export async function openFevers(ctx: Ctx, found: readonly FoundFever[]): Promise<OpenedFever[]> {
  if (found.length === 0) return []
  const persons = [...new Set(found.map(({ personId }) => personId))]
  await lockPersons(ctx.tx, persons)
  const [known, open] = await Promise.all([
    listFeversByOrigin(
      ctx.tx,
      found.map(({ origin }) => origin),
    ),
    listOpenCases(ctx.tx, persons),
  ])
  const told = new Map(known.map((one) => [keyOf({ kind: one.origin, id: one.originId }), one]))
  const standing = new Map(open.map(({ personId, disease, caseId }) => [`${personId} ${disease}`, caseId]))
  const episodes: NewEpisode[] = []
  const fevers: NewFever[] = []
  const opened: OpenedFever[] = []
  for (const fever of found) {
    const already = told.get(keyOf(fever.origin))
    if (already) {
      opened.push({ ...already, arrival: 'again' })
      continue
    }
    const id = idFrom('cases.fever', String(ctx.actor.county), fever.origin.kind, fever.origin.id)
    const disease = fever.disease ?? 'covid-19'
    const whose = `${fever.personId} ${disease}`
    const caseId = standing.get(whose) ?? id
    const row = feverRow(ctx, fever, { id, caseId })
    if (caseId === id) {
      const profile = (await profilesInForce(ctx, disease))(fever.at).code
      episodes.push(episodeRow(ctx, fever, { id, disease, profile }))
    }
    standing.set(whose, caseId)
    told.set(keyOf(fever.origin), { origin: fever.origin.kind, originId: fever.origin.id, caseId, digest: row.digest })
    fevers.push(row)
    opened.push({ caseId, arrival: 'new', digest: row.digest })
  }
  await keep(ctx, episodes, fevers)
  return opened
}

async function keep(ctx: Ctx, episodes: readonly NewEpisode[], fevers: readonly NewFever[]) {
  if (fevers.length === 0) return
  await keepEpisodes(ctx.tx, episodes)
  const kept = await keepFevers(ctx.tx, fevers)
  // Recorded before, by somebody whose area this actor does not see.
  const hidden = fevers.find(({ id }) => !kept.has(id))
  if (hidden) throw idTaken({ id: hidden.origin_id })
  announce(
    ctx,
    fevers.map(({ division, case_id }) => ({ kind: 'case', division, ids: [case_id] })),
  )
}

/** One fever; the case it belongs to. */
export async function openFever(ctx: Ctx, fever: FoundFever): Promise<string> {
  const [opened] = await openFevers(ctx, [fever])
  if (!opened) throw new Error('cases: a fever without a case')
  return opened.caseId
}

const episodeRow = (
  { actor, now }: Ctx,
  { division, personId, origin, at }: FoundFever,
  { id, disease, profile }: { id: string; disease: string; profile: string },
) => ({
  county: actor.county,
  id,
  division,
  person_id: personId,
  disease,
  profile,
  origin: origin.kind,
  opened_at: at,
  recorded_by: actor.accountId,
  received_at: now,
})

export const feverDigest = ({ personId, at, temperatureC, site, symptoms }: FoundFever): Buffer =>
  digestOf({ personId, at, temperatureC, site, symptoms })

const feverRow = (
  { actor, now }: Ctx,
  fever: FoundFever,
  { id, caseId }: { id: string; caseId: string },
): NewFever => ({
  county: actor.county,
  id,
  division: fever.division,
  case_id: caseId,
  origin: fever.origin.kind,
  origin_id: fever.origin.id,
  at: fever.at,
  temperature_c: fever.temperatureC,
  site: fever.site,
  symptoms: [...fever.symptoms],
  recorded_by: actor.accountId,
  received_at: now,
  digest: feverDigest(fever),
})
