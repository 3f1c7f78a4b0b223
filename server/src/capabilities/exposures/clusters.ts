import { wallInChina } from '../places/rules.clock.ts'
import { smallSettings } from './rules.ts'

/** Part of a disease profile: so many cases within so many days in one place of that scope. */
export interface ClusterRule {
  cases: number
  days: number
  scope: string
}
export interface IllPerson {
  personId: string
  division: string
  onsetAt: Date
}
export interface Meeting {
  one: string
  other: string
  kind: string
  gatheringId: string | null
}
export interface Cluster {
  scope: string
  division: string | null
  firstOnset: Date
  lastOnset: Date
  personIds: string[]
}

const DAY_MS = 86_400_000

/** Groups that a rule calls a cluster. An area is a setting of its own; a small setting is whoever met at home, work, class or table. */
export function findClusters(
  rules: readonly ClusterRule[],
  ill: readonly IllPerson[],
  meetings: readonly Meeting[],
): Cluster[] {
  return rules.flatMap((rule) =>
    settingsOf(rule.scope, ill, meetings).flatMap(({ division, persons }) =>
      runs(persons, rule).map((members) => ({
        scope: rule.scope,
        division,
        firstOnset: members[0]?.onsetAt ?? new Date(0),
        lastOnset: members.at(-1)?.onsetAt ?? new Date(0),
        personIds: members.map(({ personId }) => personId),
      })),
    ),
  )
}

interface Setting {
  division: string | null
  persons: IllPerson[]
}

function settingsOf(scope: string, ill: readonly IllPerson[], meetings: readonly Meeting[]): Setting[] {
  if (scope === 'township') return byDivision(ill, 9)
  if (scope === 'village-or-school') return byDivision(ill, 12)
  return bySmallSetting(ill, meetings)
}

function byDivision(ill: readonly IllPerson[], digits: number): Setting[] {
  const found = new Map<string, IllPerson[]>()
  for (const one of ill) {
    if (one.division.length < digits) continue
    const division = one.division.slice(0, digits)
    const so = found.get(division)
    if (so) so.push(one)
    else found.set(division, [one])
  }
  return [...found].map(([division, persons]) => ({ division, persons }))
}

/** Joined by a meeting in a small setting, or by both having met the same person in one: a family with one who stayed well. */
function bySmallSetting(ill: readonly IllPerson[], meetings: readonly Meeting[]): Setting[] {
  const leader = new Map<string, string>()
  const find = (id: string): string => {
    let at = id
    for (let up = leader.get(at); up !== undefined && up !== at; up = leader.get(at)) at = up
    leader.set(id, at)
    return at
  }
  for (const { one, other, kind, gatheringId } of meetings) {
    if (gatheringId !== null || smallSettings.has(kind)) leader.set(find(one), find(other))
  }
  const groups = new Map<string, IllPerson[]>()
  for (const person of ill) {
    const key = find(person.personId)
    const so = groups.get(key)
    if (so) so.push(person)
    else groups.set(key, [person])
  }
  return [...groups.values()].map((persons) => ({ division: null, persons }))
}

/** The stretches in which, at every step, enough onsets lie close enough together; overlapping ones are one. */
function runs(persons: readonly IllPerson[], { cases, days }: ClusterRule): IllPerson[][] {
  const sorted = [...persons].sort(
    (a, b) => a.onsetAt.getTime() - b.onsetAt.getTime() || (a.personId < b.personId ? -1 : 1),
  )
  const found: Array<{ from: number; to: number }> = []
  let from = 0
  for (let to = 0; to < sorted.length; to += 1) {
    while (dayOf(sorted, to) - dayOf(sorted, from) > days) from += 1
    if (to - from + 1 < cases) continue
    const last = found.at(-1)
    if (last && from <= last.to) last.to = to
    else found.push({ from, to })
  }
  return found.map((run) => sorted.slice(run.from, run.to + 1))
}

/** An onset is a day, whatever hour was written beside it; the county has one zone. */
const dayOf = (sorted: readonly IllPerson[], at: number): number =>
  Math.floor(wallInChina(sorted[at]?.onsetAt ?? new Date(0)).getTime() / DAY_MS)
