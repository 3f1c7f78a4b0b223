import { answer, type Sent, type Session, sentBy } from './api.ts'
import { planCommandPosts } from './command.ts'
import { instant } from './events.ts'
import { crowdOf, figureOf, filledAt, type Ground, type PostPlan, planCountry, planLeaders, planTown } from './grid.ts'
import { chance, namedId } from './random.ts'
import { planSitePosts } from './sites.ts'
import { runQueues } from './upload.ts'

export interface TeamPlan {
  id: string
  division: string
  rule: 'three-on-one'
  formedAt: string
  members: Array<{ id: string; postId: string; role: string }>
}
export interface RollCallPlan {
  id: string
  division: string
  how: 'phone' | 'report'
  at: string
  postIds: string[]
}
export interface Responsibility {
  county: string
  posts: PostPlan[]
  teams: TeamPlan[]
  rollCalls: RollCallPlan[]
  /** Communities whose households are dealt out to the volunteers, and when. */
  plans: Array<{ id: string; division: string; at: string }>
  /** Left without anybody on purpose: coverage has to find it. */
  left: { id: string; division: string } | null
}

const DAY = 86_400_000

/**
 * Who answers for whom, as of the account: four levels for every household but one. Pure and seeded; nothing of it is made for a
 * county whose figures say nothing of volunteers and cadres.
 */
export function planResponsibility(ground: Ground): Responsibility {
  const { county, residents } = ground
  const none: Responsibility = { county, posts: [], teams: [], rollCalls: [], plans: [], left: null }
  if (residents.households.length === 0 || figureOf({ ...ground, scale: 1 }, 'volunteers') === 0) return none
  const holder = crowdOf(residents.households)
  const country = planCountry(ground, holder)
  const town = planTown(ground, holder)
  const leaders = planLeaders(ground, holder)
  const pairs = planPairs(ground, leaders, holder)
  const commanding = planSitePosts(ground, filledAt(ground, 'villages'), holder)
  const leading = planCommandPosts(ground, filledAt(ground, 'villages'), holder)
  const posts = [...leaders, ...pairs.posts, ...town, ...country.posts, ...commanding, ...leading]
  const dealt = [...new Set(town.filter(({ kind }) => kind === 'volunteer').map(({ division }) => division))]
  const at = instant(Date.parse(filledAt(ground, 'households')) + DAY / 4, ground.file.calendar.offset)
  return {
    county,
    posts,
    teams: pairs.teams,
    rollCalls: planRollCalls(ground, posts),
    plans: dealt.map((division) => ({ id: namedId(ground.file.seed, county, 'plan', division), division, at })),
    left: country.left && { id: country.left.id, division: country.left.division },
  }
}

/** A police officer and a health worker for every village; with its cadre they are the three on one. */
function planPairs(ground: Ground, leaders: readonly PostPlan[], holder: (division: string) => PostPlan['holder']) {
  const { file, county } = ground
  const cadres = leaders.filter(({ kind, division }) => kind === 'village-cadre' && '23'.includes(division.charAt(9)))
  const openedAt = filledAt(ground, 'villages')
  const made = cadres.map((cadre) => {
    const { division } = cadre
    const post = (kind: string, title: string): PostPlan => ({
      id: namedId(file.seed, county, 'post', kind, division),
      division,
      kind,
      title,
      openedAt,
      holder: holder(division),
      duties: [{ reach: 'division', division }],
    })
    const [police, health] = [post('police', '包村民警'), post('health-worker', '村医')]
    const id = namedId(file.seed, county, 'team', division)
    const member = (postId: string, role: string) => ({ id: namedId(id, role), postId, role })
    const members = [member(cadre.id, 'cadre'), member(police.id, 'police'), member(health.id, 'health')]
    return {
      posts: [police, health],
      team: { id, division, rule: 'three-on-one' as const, formedAt: openedAt, members },
    }
  })
  return { posts: made.flatMap(({ posts }) => posts), teams: made.map(({ team }) => team) }
}

const SILENT_SHARE = 0.01

/** The evening before the account every place calls its people; a few do not answer. */
function planRollCalls({ file, county }: Ground, posts: readonly PostPlan[]): RollCallPlan[] {
  const asOf = file.figures.find(({ name }) => name === 'responsibility.volunteers')?.asOf ?? file.calendar.endsAt
  const evening = Date.parse(`${asOf.slice(0, 10)}T00:00:00${file.calendar.offset}`) - DAY / 4
  const draw = chance(file.seed, county, 'roll calls')
  const byPlace = new Map<string, string[]>()
  for (const { id, division, kind } of posts) {
    if (kind === 'volunteer' && draw.may(SILENT_SHARE)) continue
    byPlace.set(division, [...(byPlace.get(division) ?? []), id])
  }
  return [...byPlace].map(([division, postIds]) => ({
    id: namedId(file.seed, county, 'roll call', division),
    division,
    how: division.length === 12 ? 'phone' : 'report',
    at: instant(evening + draw.whole(0, 90) * 60_000, file.calendar.offset),
    postIds,
  }))
}

const POSTS_AT_ONCE = 1000
const TEAMS_AT_ONCE = 500
const ABREAST = 3
type Add = (sent: Sent, label: string) => void
const one = (arrival: 'new' | 'again'): Sent => (arrival === 'new' ? { fresh: 1, again: 0 } : { fresh: 0, again: 1 })

export const countResponsibility = ({ posts, teams, rollCalls, plans }: Responsibility): number =>
  posts.length + teams.length + rollCalls.length + plans.length

export async function sendResponsibility(planned: Responsibility, desk: Session, add: Add): Promise<void> {
  const { posts, teams, rollCalls, plans } = planned
  await runQueues(
    inParts(posts, POSTS_AT_ONCE).map((items) => [
      async () => {
        const { verdicts } = await answer('posts', () => desk.POST('/responsibility/posts/batch', { body: { items } }))
        add(sentBy('post', verdicts), '责任岗位 posts')
      },
    ]),
    ABREAST,
  )
  for (const plan of plans) add(await dealOut(plan, desk), '分派方案 plans')
  for (const items of inParts(teams, TEAMS_AT_ONCE)) {
    const { verdicts } = await answer('teams', () => desk.POST('/responsibility/teams/batch', { body: { items } }))
    add(sentBy('team', verdicts), '三包一 teams')
  }
  await runQueues(
    rollCalls.map((body) => [
      async () => {
        const { arrival } = await answer('roll call', () => desk.POST('/responsibility/roll-calls', { body }))
        add(one(arrival), '点名 roll calls')
      },
    ]),
    ABREAST,
  )
}

/** Asks for a plan and applies what was shown. A plan that would change nothing was applied by an earlier run. */
async function dealOut({ id, division, at }: Responsibility['plans'][number], desk: Session): Promise<Sent> {
  const query = { division, kind: 'volunteer', mode: 'anew' } as const
  const shown = await answer('plan', () => desk.GET('/responsibility/plan', { params: { query } }))
  if (shown.begins + shown.ends === 0) return one('again')
  const body = { id, division, kind: shown.kind, mode: shown.mode, basis: shown.basis, at }
  const { arrival } = await answer('plan', () => desk.POST('/responsibility/plans', { body }))
  return one(arrival)
}

function inParts<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, nth) => all.slice(nth * size, (nth + 1) * size))
}
