import { answerOf, api, as } from '../api.ts'
import { database, type StoredSession } from '../database.ts'
import { all } from './whole.ts'

/** What a shift needs offline and that names no person: its checkpoint, the county's divisions, the country's counties, the fever line. */
export interface Place {
  code: string
  name: string
  /** Shown smaller: the township of a village, the province of a county. */
  within: string
}
export interface FeverRule {
  comparison: '>' | '>='
  thresholdC: number
  site: 'forehead' | 'axillary' | 'ear' | 'wrist'
  bySite?: Partial<Record<'forehead' | 'axillary' | 'ear' | 'wrist', number>> | undefined
}
export interface Reference {
  checkpointName: string | null
  site: FeverRule['site']
  fever: FeverRule | null
  counties: Place[]
  divisions: Place[]
}

/** The edition in force when the app was built, until the server has said which one is. */
export const FIRST_REFERENCE: Reference = {
  checkpointName: null,
  site: 'forehead',
  fever: { comparison: '>', thresholdC: 37.3, site: 'axillary' },
  counties: [],
  divisions: [],
}

const keyOf = (session: StoredSession): string => `reference:${session.county}:${session.placeId ?? ''}`
const DAY_MS = 24 * 3_600_000

export async function readReference(session: StoredSession): Promise<Reference> {
  const kept = await database.remembered.get(keyOf(session))
  return { ...FIRST_REFERENCE, ...((kept?.value as { reference?: Partial<Reference> } | undefined)?.reference ?? {}) }
}

export async function refreshReference(session: StoredSession): Promise<void> {
  const kept = (await database.remembered.get(keyOf(session)))?.value as
    | { at: number; reference: Reference }
    | undefined
  const known = kept?.reference ?? FIRST_REFERENCE
  // Lists of places change once a year; the fever line and the checkpoint may change by order, so they are asked each time.
  const old = !kept || Date.now() - kept.at > DAY_MS || known.counties.length === 0
  const [checkpoint, profile, counties, divisions] = await Promise.all([
    findCheckpoint(session),
    findFeverRule(session),
    old ? listCounties(session) : null,
    old ? listDivisions(session) : null,
  ])
  const reference: Reference = {
    checkpointName: checkpoint?.name ?? known.checkpointName,
    site: checkpoint?.site ?? known.site,
    fever: profile ? profile.fever : known.fever,
    counties: counties ?? known.counties,
    divisions: divisions ?? known.divisions,
  }
  const at = counties && divisions ? Date.now() : (kept?.at ?? 0)
  await database.remembered.put({ key: keyOf(session), value: { at, reference } })
}

interface Items<T> {
  items: T[]
}

async function findCheckpoint(session: StoredSession): Promise<(Pick<Reference, 'site'> & { name: string }) | null> {
  if (!session.placeId) return null
  const asked = api.GET('/places/checkpoints/{checkpointId}', {
    params: { path: { checkpointId: session.placeId } },
    ...as(session.token),
  })
  const answer = await answerOf<Pick<Reference, 'site'> & { name: string }>(asked)
  return answer.is === 'ok' ? answer.value : null
}

/** The rule of the edition in force; a profile without a temperature rule is an answer too. */
async function findFeverRule(session: StoredSession): Promise<{ fever: FeverRule | null } | null> {
  const answer = await answerOf<Items<{ inForce: boolean; fever: FeverRule | null }>>(
    api.GET('/cases/profiles', { params: { query: { disease: 'covid-19' } }, ...as(session.token) }),
  )
  if (answer.is !== 'ok') return null
  return answer.value.items.find((profile) => profile.inForce) ?? null
}

async function listCounties(session: StoredSession): Promise<Place[] | null> {
  const counties = await all<WireCounty>((after) =>
    answerOf(api.GET('/places/counties', { params: { query: { after, limit: 3000 } }, ...as(session.token) })),
  )
  return counties && withWholes(counties)
}

interface WireCounty {
  code: string
  name: string
  prefecture: string
  province: string
}

/** Travellers say "from Wuhan" or "from Hubei": cities and provinces can be chosen whole, before their counties. */
export function withWholes(counties: readonly WireCounty[]): Place[] {
  const provinces = new Map<string, Place>()
  const cities = new Map<string, Place>()
  for (const { code, prefecture, province } of counties) {
    provinces.set(code.slice(0, 2), { code: `${code.slice(0, 2)}0000`, name: province, within: '' })
    if (prefecture && prefecture !== province)
      cities.set(code.slice(0, 4), { code: `${code.slice(0, 4)}00`, name: prefecture, within: province })
  }
  const single = counties.map(({ code, name, prefecture, province }) => ({
    code,
    name,
    within: prefecture && prefecture !== province ? `${province} ${prefecture}` : province,
  }))
  return [...provinces.values(), ...cities.values(), ...single]
}

interface WireDivision {
  code: string
  name: string
  parent: string | null
}

async function listDivisions(session: StoredSession): Promise<Place[] | null> {
  const divisions = await all<WireDivision>((after) =>
    answerOf(api.GET('/places/divisions', { params: { query: { after, limit: 1000 } }, ...as(session.token) })),
  )
  const names = new Map(divisions?.map(({ code, name }) => [code, name]))
  return divisions?.map(({ code, name, parent }) => ({ code, name, within: names.get(parent ?? '') ?? '' })) ?? null
}

/** By any part of the name, those that begin with it first. */
export function findPlaces(places: readonly Place[], typed: string, most = 30): Place[] {
  const text = typed.trim()
  if (!text) return places.slice(0, most)
  const starts = places.filter((place) => place.name.startsWith(text))
  const rest = places.filter((place) => !place.name.startsWith(text) && `${place.within}${place.name}`.includes(text))
  return [...starts, ...rest].slice(0, most)
}
