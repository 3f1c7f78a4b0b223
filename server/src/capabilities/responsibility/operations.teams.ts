import { announce } from '../../kernel/feed.ts'
import { batchOperation, type Ctx, operation, type Verdict } from '../../kernel/operation.ts'
import { idTaken, type Problem } from '../../kernel/problem.ts'
import { digestOf } from '../../kernel/seal.ts'
import { listMet } from '../people/index.ts'
import { findDivisions, nameOfDivisions } from '../places/index.ts'
import { afterDivision, cursorByDivision } from '../places/rules.cursors.ts'
import { origin, timeProblem } from './operations.posts.ts'
import { mayManage, mayRead } from './policy.ts'
import {
  divisionUnknown,
  householdUnknown,
  personUnknown,
  postUnknown,
  roleRefused,
  ruleUnknown,
  teamOver,
  teamUnknown,
} from './problems.ts'
import { rulesInForce } from './rulebook.ts'
import { rolesLacking, type TeamRule } from './rules.ts'
import { DissolveTeam, FormTeam, JoinTeam, LeaveTeam, ListTeams, TeamKept, TeamPage } from './schema.plans.ts'
import { findHomes } from './sql.duties.ts'
import { findPosts, type PostStanding } from './sql.posts.ts'
import {
  findTeams,
  keepMemberEnd,
  keepMembers,
  keepTeamEnd,
  keepTeams,
  listTeamRows,
  type NewMember,
} from './sql.teams.ts'

const tell = (ctx: Ctx, teams: ReadonlyArray<{ id: string; division: string }>) =>
  announce(
    ctx,
    teams.map(({ id, division }) => ({ kind: 'responsibility-team', division, ids: [id] })),
  )

interface Known {
  rules: ReadonlyMap<string, TeamRule>
  posts: ReadonlyMap<string, PostStanding>
  homes: ReadonlyMap<string, { division: string }>
  persons: ReadonlySet<string>
  divisions: ReadonlyMap<string, unknown>
}

export const formTeams = batchOperation({
  name: 'responsibility.team.form',
  summary: { zh: '组成包保小组(三包一、五包一)', en: 'Form teams for a household, a person or a village' },
  kind: 'write',
  item: FormTeam,
  done: TeamKept,
  max: 1_000,
  async load(ctx, items): Promise<Known> {
    const persons = items.flatMap(({ personId }) => personId ?? [])
    return {
      rules: (await rulesInForce(ctx)).teams,
      posts: await findPosts(
        ctx.tx,
        items.flatMap(({ members }) => members.map(({ postId }) => postId)),
      ),
      homes: await findHomes(
        ctx.tx,
        items.flatMap(({ householdId }) => householdId ?? []),
      ),
      persons: persons.length > 0 ? await listMet(ctx.tx, persons) : new Set(),
      divisions: await findDivisions(
        ctx.tx,
        items.map(({ division }) => division),
      ),
    }
  },
  allow: (actor, _known, { division }) => mayManage(actor, division),
  async runMany(ctx, items, known) {
    const problems = items.map((item) => problemOf(ctx, item, known))
    const sound = items.filter((_, index) => !problems[index])
    const arrivals = await keepTeams(
      ctx.tx,
      sound.map((item) => ({
        ...origin(ctx),
        id: item.id,
        division: item.division,
        rule: item.rule,
        household_id: item.householdId,
        person_id: item.personId,
        formed_at: new Date(item.formedAt),
        digest: digestOf(item),
      })),
    )
    const fresh = sound.filter((_, index) => arrivals[index] === 'new')
    await keepMembers(
      ctx.tx,
      fresh.flatMap((team) => team.members.map((member) => memberRow(ctx, team, member, new Date(team.formedAt)))),
    )
    tell(ctx, fresh)
    const arrivalOf = new Map(sound.map(({ id }, index) => [id, arrivals[index]]))
    return items.map(({ id }, index): Verdict<{ id: string; arrival: 'new' | 'again' }> => {
      const [problem, arrival] = [problems[index], arrivalOf.get(id)]
      if (problem) return { ok: false, problem }
      return arrival === 'new' || arrival === 'again'
        ? { ok: true, arrival, value: { id, arrival } }
        : { ok: false, problem: idTaken({ id }) }
    })
  },
  audit: (items, verdicts) => ({
    count: verdicts.filter((one) => one.ok && one.arrival === 'new').length,
    ...(items.length === 1 && items[0] ? { subject: items[0].id, division: items[0].division } : {}),
    note: { sent: items.length, refused: verdicts.filter((one) => !one.ok).length },
  }),
})

function problemOf(ctx: Ctx, item: FormTeam, { rules, posts, homes, persons, divisions }: Known): Problem | null {
  const rule = rules.get(item.rule)
  if (!rule) return ruleUnknown({ rule: item.rule })
  if (!divisions.has(item.division)) return divisionUnknown({ division: item.division })
  const { householdId, personId } = item
  if (householdId && homes.get(householdId)?.division !== item.division) return householdUnknown({ id: householdId })
  if (personId && !persons.has(personId)) return personUnknown({ id: personId })
  for (const { postId, role } of item.members) {
    const post = posts.get(postId)
    if (!post) return postUnknown({ id: postId })
    if (!mayTake(rule, role, post)) return roleRefused({ role })
  }
  return timeProblem(new Date(item.formedAt), ctx.now)
}

const mayTake = ({ roles }: TeamRule, role: string, { kind, closedAt }: PostStanding): boolean =>
  closedAt === null && roles.some((one) => one.role === role && one.kinds.includes(kind))

function memberRow(
  ctx: Ctx,
  team: { id: string; division: string },
  { id, postId, role }: { id: string; postId: string; role: string },
  joined_at: Date,
): NewMember {
  const said = { id, team_id: team.id, post_id: postId, role }
  return { ...origin(ctx), ...said, division: team.division, joined_at, digest: digestOf(said) }
}

async function loadTeam(ctx: Ctx, { teamId }: { teamId: string }) {
  const team = (await findTeams(ctx.tx, [teamId], ctx.now)).get(teamId)
  if (!team) throw teamUnknown({ id: teamId })
  return team
}

export const joinTeam = operation({
  name: 'responsibility.team.join',
  summary: { zh: '岗位加入包保小组', en: 'Put a post into a team' },
  kind: 'write',
  input: JoinTeam,
  output: TeamKept,
  load: loadTeam,
  allow: (actor, team) => mayManage(actor, team.division),
  async run(ctx, input, team) {
    const { postId, role, id } = input
    if (team.endedAt) throw teamOver({ id: team.id })
    const rule = (await rulesInForce(ctx)).teams.get(team.rule)
    const post = (await findPosts(ctx.tx, [postId])).get(postId)
    if (!post) throw postUnknown({ id: postId })
    if (!rule || !mayTake(rule, role, post)) throw roleRefused({ role })
    const late = timeProblem(new Date(input.at), ctx.now)
    if (late) throw late
    const [arrival] = await keepMembers(ctx.tx, [memberRow(ctx, team, input, new Date(input.at))])
    if (!arrival || arrival === 'taken') throw idTaken({ id })
    if (arrival === 'new') tell(ctx, [team])
    return { id, arrival }
  },
  audit: ({ input, loaded, output }) => ({
    subject: input.postId,
    division: loaded.division,
    note: { team: loaded.id, role: input.role, arrival: output.arrival },
  }),
})

export const leaveTeam = operation({
  name: 'responsibility.team.leave',
  summary: { zh: '岗位退出包保小组', en: 'Take a post out of a team' },
  kind: 'write',
  input: LeaveTeam,
  output: TeamKept,
  load: loadTeam,
  allow: (actor, team) => mayManage(actor, team.division),
  async run(ctx, { memberId, at }, team) {
    const late = timeProblem(new Date(at), ctx.now)
    if (late) throw late
    const isThere = team.members.some(({ id }) => id === memberId)
    const row = { ...origin(ctx), member_id: memberId, division: team.division, left_at: new Date(at) }
    const kept = isThere && (await keepMemberEnd(ctx.tx, row))
    if (kept) tell(ctx, [team])
    return { id: memberId, arrival: kept ? ('new' as const) : ('again' as const) }
  },
  audit: ({ input, loaded, output }) => ({
    division: loaded.division,
    note: { team: loaded.id, member: input.memberId, arrival: output.arrival },
  }),
})

export const dissolveTeam = operation({
  name: 'responsibility.team.dissolve',
  summary: { zh: '解除包保小组', en: 'Dissolve a team' },
  kind: 'write',
  input: DissolveTeam,
  output: TeamKept,
  load: loadTeam,
  allow: (actor, team) => mayManage(actor, team.division),
  async run(ctx, { at, ground }, team) {
    const late = timeProblem(new Date(at), ctx.now)
    if (late) throw late
    const row = { ...origin(ctx), team_id: team.id, division: team.division, ended_at: new Date(at), ground }
    const kept = await keepTeamEnd(ctx.tx, row)
    if (kept) tell(ctx, [team])
    return { id: team.id, arrival: kept ? ('new' as const) : ('again' as const) }
  },
  audit: ({ loaded, output }) => ({
    subject: loaded.id,
    division: loaded.division,
    note: { arrival: output.arrival },
  }),
})

export const listTeams = operation({
  name: 'responsibility.team.list',
  summary: { zh: '包保小组和缺少的角色', en: 'Teams, and the roles they lack' },
  kind: 'read',
  input: ListTeams,
  output: TeamPage,
  allow: (actor, _loaded, { area }) => mayRead(actor, area ?? actor.division),
  async run(ctx, { area = ctx.actor.division, rule, state, after, limit }) {
    const { teams } = await rulesInForce(ctx)
    const asks = [...teams.values()].flatMap(({ code, roles }) =>
      roles.map(({ role, least }) => ({ rule: code, role, least })),
    )
    const filter = { area, rule: rule ?? null, asks, state, moment: ctx.now, after: afterDivision(after), limit }
    const [rows, names] = [await listTeamRows(ctx.tx, filter), await nameOfDivisions(ctx.tx)]
    const items = rows.map(({ endedAt: _, formedAt, ...team }) => {
      const known = teams.get(team.rule)
      return {
        ...team,
        divisionName: names.get(team.division) ?? team.division,
        formedAt: formedAt.toISOString(),
        lacking: known ? rolesLacking(known, team.members).map(({ role, missing }) => ({ role, missing })) : [],
      }
    })
    return { items, next: cursorByDivision(items, limit, (row) => row) }
  },
  audit: () => null,
})
