import { operation } from '../../kernel/operation.ts'
import { maskedMany, mayLookFor } from '../people/index.ts'
import { nameOfDivisions } from '../places/index.ts'
import { accountNames } from './holders.ts'
import { loadPost } from './operations.posts.ts'
import { mayRead, mayReadOpenWork } from './policy.ts'
import { rulesInForce } from './rulebook.ts'
import { levels, missingAbove, rolesLacking } from './rules.ts'
import { AskHandOver, HandOverSheet } from './schema.plans.ts'
import { listUpper } from './sql.coverage.ts'
import { listPostHomes } from './sql.duties.ts'
import { listOpenWork } from './sql.neighbours.ts'
import { findKept, type Held, listOccupancyRows, type OccupancyRow } from './sql.posts.ts'
import { listTeamsOf } from './sql.teams.ts'

const HOUSEHOLDS_SHOWN = 500
const TEAMS_SHOWN = 200
const nothingOpen = { visits: [], followUps: [] }

export const readHandOver = operation({
  name: 'responsibility.post.hand-over',
  summary: { zh: '责任岗位交接单', en: 'What the outgoing person of a post hands to the incoming' },
  kind: 'read',
  personal: true,
  input: AskHandOver,
  output: HandOverSheet,
  load: async (ctx, input) => ({ post: await loadPost(ctx, input), purpose: ctx.purpose }),
  allow: (actor, { post, purpose }) => mayRead(actor, post.division) && mayLookFor(actor, purpose),
  async run(ctx, { postId }, { post }) {
    const { tx, now } = ctx
    const [incoming, outgoing] = turnOver(await listOccupancyRows(tx, postId, null, 3))
    const homes = await listPostHomes(tx, postId, { moment: now, after: null, limit: HOUSEHOLDS_SHOWN })
    const found = mayReadOpenWork(ctx.actor) ? await listOpenWork(tx, homes) : []
    const work = new Map(found.map(({ householdId, ...open }) => [householdId, open]))
    const kept = await findKept(tx, postId)
    const teams = await listTeamsOf(tx, postId, now, TEAMS_SHOWN)
    const upper = (await listUpper(tx, post.division, now)).filter(({ reachDivision }) =>
      post.division.startsWith(reachDivision),
    )
    const names = await nameOfDivisions(tx)
    const rules = (await rulesInForce(ctx)).teams
    const named = new Set(
      upper.flatMap((row) => (row.accountId || row.personId ? [`${row.rank}/${row.reachDivision}`] : [])),
    )
    const people: Held[] = [incoming, outgoing, ...upper].flatMap((one) => one ?? [])
    const accounts = await accountNames(ctx, people)
    const persons = await maskedMany(
      ctx,
      people.flatMap(({ personId }) => personId ?? []),
    )
    const nameOf = (one: Held) => accounts(one) ?? (one.personId ? (persons.get(one.personId)?.name ?? null) : null)
    return {
      postId,
      title: post.title,
      kind: post.kind,
      division: post.division,
      divisionName: names.get(post.division) ?? post.division,
      outgoing: outgoing && {
        name: nameOf(outgoing),
        since: outgoing.since.toISOString(),
        until: outgoing.until?.toISOString() ?? null,
      },
      incoming: incoming && { name: nameOf(incoming), since: incoming.since.toISOString() },
      households: homes.map((home) => ({
        ...home,
        lacking: missingAbove(home.division, named),
        ...(work.get(home.id) ?? nothingOpen),
      })),
      open: {
        visits: found.filter(({ visits }) => visits.length > 0).length,
        followUps: found.reduce((sum, { followUps }) => sum + followUps.length, 0),
      },
      householdCount: post.rank === 'household' ? Math.max(kept.households, homes.length) : homes.length,
      teams: teams.map(({ id, rule, division, members }) => {
        const known = rules.get(rule)
        return { id, rule, division, lacking: known ? rolesLacking(known, members).map(({ role }) => role) : [] }
      }),
      above: upper
        .map((row) => ({
          level: levels.find((level) => level === row.rank) ?? ('village' as const),
          title: row.title,
          name: nameOf(row),
        }))
        .sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level)),
    }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.postId,
    division: loaded.post.division,
    count: [output.outgoing, output.incoming, ...output.above].filter((one) => one?.name).length,
    note: { households: output.householdCount },
  }),
})

const isSomebody = (row: OccupancyRow | undefined): row is OccupancyRow =>
  row !== undefined && (row.accountId !== null || row.personId !== null)

/** Who sits there now, and who sat there last before; while the post is vacant nobody comes in. */
function turnOver(rows: readonly OccupancyRow[]): [OccupancyRow | null, OccupancyRow | null] {
  const [latest] = rows
  const present = isSomebody(latest) && latest.until === null ? latest : null
  const before = rows.find((row) => row !== present && isSomebody(row)) ?? null
  return [present, before]
}
