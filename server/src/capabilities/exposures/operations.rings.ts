import { type Ctx, operation, purposeOf } from '../../kernel/operation.ts'
import { profileInForce } from '../cases/index.ts'
import { type MaskedPerson, maskedMany } from '../people/index.ts'
import { findClusters } from './clusters.ts'
import { mayTrace } from './policy.ts'
import { centreNeeded, nobodyThere } from './problems.ts'
import { AskClusters, AskRings, Clusters, Rings } from './schema.line-list.ts'
import { type Edge, illnessOf, listIll, listMeetings } from './sql.facts.ts'
import { categoriesOf, findPersonDivision, listMembers } from './sql.members.ts'

/** More than this nobody can read on one screen, and every one of them is a look at a person. */
const NODES_MAX = 1_000
const EDGES_MAX = 5_000
const CASES_MAX = 5_000

/** Ring by ring outward: who met the middle, who met those. */
async function spread(ctx: Ctx, middle: readonly string[], depth: number, moment: Date) {
  const ringOf = new Map(middle.slice(0, NODES_MAX).map((id) => [id, 0]))
  let more = middle.length > NODES_MAX
  let edge = [...ringOf.keys()]
  for (let ring = 1; ring <= depth && edge.length > 0; ring += 1) {
    const met = await listMeetings(ctx.tx, edge, moment, EDGES_MAX)
    const next: string[] = []
    for (const { other } of met) {
      if (ringOf.has(other)) continue
      if (ringOf.size >= NODES_MAX) more = true
      else {
        ringOf.set(other, ring)
        next.push(other)
      }
    }
    more ||= met.length === EDGES_MAX
    edge = next
  }
  const meetings = await listMeetings(ctx.tx, [...ringOf.keys()], moment, EDGES_MAX * 2)
  return { ringOf, more, edges: eachOnce(meetings.filter(({ other }) => ringOf.has(other))) }
}

/** Both sides report a meeting; it is drawn once. */
function eachOnce(meetings: readonly Edge[]): Edge[] {
  const seen = new Map<string, Edge>()
  for (const meeting of meetings) {
    const { one, other, kind, gatheringId } = meeting
    const key = [...[one, other].sort(), kind, gatheringId].join(' ')
    if (!seen.has(key)) seen.set(key, meeting)
  }
  return [...seen.values()]
}

async function middleOf(ctx: Ctx, { personId, category, area = ctx.actor.division }: AskedRings, moment: Date) {
  if (personId) {
    if (!(await findPersonDivision(ctx.tx, personId))) throw nobodyThere({ id: personId })
    return [personId]
  }
  if (!category) throw centreNeeded()
  const members = await listMembers(ctx.tx, { category, area, moment, before: null, limit: NODES_MAX + 1 })
  return members.map((one) => one.personId)
}
interface AskedRings {
  personId?: string | undefined
  category?: string | undefined
  area?: string | undefined
}

export const readRings = operation({
  name: 'exposures.rings.read',
  summary: { zh: '接触圈', en: 'Rings of contacts around a person or a category' },
  kind: 'read',
  personal: true,
  input: AskRings,
  output: Rings,
  load: purposeOf,
  allow: (actor, { purpose }, { area }) => mayTrace(actor, purpose, area ?? actor.division),
  async run(ctx, input) {
    const moment = input.asOf ? new Date(input.asOf) : ctx.now
    const { ringOf, edges, more } = await spread(ctx, await middleOf(ctx, input, moment), input.depth, moment)
    const ids = [...ringOf.keys()]
    const [persons, categories, ill] = await Promise.all([
      maskedMany(ctx, ids),
      categoriesOf(ctx.tx, ids, moment),
      illnessOf(ctx.tx, ids, moment),
    ])
    const illness = new Map(ill.map((one) => [one.personId, one]))
    return {
      asOf: moment.toISOString(),
      nodes: ids.flatMap((id) => {
        const person = persons.get(id)
        if (!person) return []
        const { state = null, onsetAt } = illness.get(id) ?? {}
        const ring = ringOf.get(id) ?? 0
        const onset = onsetAt?.toISOString() ?? null
        return [{ person, ring, categories: categories.get(id) ?? [], illness: state, onsetAt: onset }]
      }),
      edges: edges.map(({ firstAt, lastAt, ...same }) => ({
        ...same,
        firstAt: firstAt.toISOString(),
        lastAt: lastAt.toISOString(),
      })),
      more,
    }
  },
  audit: ({ input, output }) => ({
    count: output.nodes.length,
    ...(input.personId ? { subject: input.personId } : {}),
    note: { category: input.category ?? null, depth: input.depth },
  }),
})

/** An illness that was excluded, or a fever that nobody has called suspicious, makes no cluster. */
const counted = new Set(['suspected', 'confirmed', 'asymptomatic'])
const DAY_MS = 86_400_000
const LOOK_BACK_DAYS = 60

export const readClusters = operation({
  name: 'exposures.cluster.list',
  summary: { zh: '聚集性疫情', en: 'Clusters by the rule of the disease profile in force' },
  kind: 'read',
  personal: true,
  input: AskClusters,
  output: Clusters,
  load: purposeOf,
  allow: (actor, { purpose }, { area }) => mayTrace(actor, purpose, area ?? actor.division),
  async run(ctx, { area = ctx.actor.division, asOf, disease }) {
    const moment = asOf ? new Date(asOf) : ctx.now
    const profile = await profileInForce(ctx, moment, disease)
    const rules = profile.body.cluster ?? []
    const from = new Date(moment.getTime() - LOOK_BACK_DAYS * DAY_MS)
    const heard = await listIll(ctx.tx, { area, from, till: moment, limit: CASES_MAX })
    const ill = heard.filter(({ state }) => counted.has(state))
    const meetings =
      ill.length > 0
        ? await listMeetings(
            ctx.tx,
            ill.map(({ personId }) => personId),
            moment,
            CASES_MAX * 10,
          )
        : []
    const clusters = findClusters(rules, ill, meetings)
    const persons = await maskedMany(
      ctx,
      clusters.flatMap(({ personIds }) => personIds),
    )
    return {
      asOf: moment.toISOString(),
      profile: profile.code,
      rules,
      items: clusters.map(({ scope, division, firstOnset, lastOnset, personIds }) => ({
        scope,
        division,
        firstOnset: firstOnset.toISOString(),
        lastOnset: lastOnset.toISOString(),
        cases: personIds.length,
        persons: personIds.flatMap((id): MaskedPerson[] => {
          const person = persons.get(id)
          return person ? [person] : []
        }),
      })),
    }
  },
  audit: ({ output }) => ({
    // By two rules somebody can be in two clusters.
    count: new Set(output.items.flatMap(({ persons }) => persons.map(({ id }) => id))).size,
    note: { clusters: output.items.length, profile: output.profile },
  }),
})
