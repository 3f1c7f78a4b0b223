import { answer, type Session } from './api.ts'
import type { Hold } from './compare.ts'
import { listUncovered } from './count-responsibility.ts'
import { instant } from './events.ts'
import { type FiguresFile, momentOf } from './figures.ts'
import type { Residents } from './households.ts'
import { chance } from './random.ts'
import type { Responsibility } from './responsibility.ts'

/** The file's figure and the server's name for it. */
const named = {
  'responsibility.group-leaders': 'group-leaders',
  'responsibility.volunteers': 'volunteers',
  'responsibility.resident-cadres': 'resident-cadres',
  'responsibility.household-cadres': 'household-cadres',
  'responsibility.posted-department': 'posted-department',
  'responsibility.posted-community': 'posted-community',
  'responsibility.three-on-one-villages': 'three-on-one-teams',
  'responsibility.households-uncovered': 'households-uncovered',
} as const

const CHAINS_ASKED = 40

/** Everybody answers for whom they should: the figures of the file, every household but one, and the chain of some of them. */
export async function compareResponsibility(
  session: Session,
  { responsibility, residents }: { responsibility: Responsibility; residents: Residents },
  { file, offset }: { file: FiguresFile | null; offset: string },
  hold: Hold,
): Promise<void> {
  const { county, posts, left } = responsibility
  if (posts.length === 0) return
  const ask = async (
    figure: (typeof named)[keyof typeof named] | 'households-covered' | 'responsibility-posts',
    asOf: string,
  ) => {
    const query = { asOf, area: county }
    const path = { figure }
    return (await answer(figure, () => session.GET('/figures/{figure}', { params: { path, query } }))).value ?? -1
  }
  for (const { name, value, asOf: said } of file?.figures ?? []) {
    const asOf = instant(momentOf(said, offset), offset)
    if (name in named) hold(`file: ${name}`, county, asOf, value, await ask(named[name as keyof typeof named], asOf))
    else if (name === 'responsibility.households-per-volunteer')
      hold(name, county, asOf, value, await volunteersLoad(session))
  }
  const last = posts.reduce((latest, { openedAt }) => (openedAt > latest ? openedAt : latest), '')
  const asOf = instant(Date.parse(last) + 86_400_000, offset)
  hold('posts', county, asOf, posts.length, await ask('responsibility-posts', asOf))
  const open = listUncovered(responsibility, residents)
  hold(
    'households covered',
    county,
    asOf,
    residents.households.length - open.size,
    await ask('households-covered', asOf),
  )
  const query = { limit: 200 }
  const told = await answer('uncovered', () => session.GET('/responsibility/uncovered', { params: { query } }))
  hold('uncovered', county, asOf, Math.min(open.size, query.limit), told.items.length)
  hold('uncovered that should not be', county, asOf, 0, told.items.filter(({ id }) => !open.has(id)).length)
  if (left) hold('the household left out', left.division, asOf, 1, open.has(left.id) ? 1 : 0)
  const draw = chance(county, posts.length, 'chains')
  for (let nth = 0; nth < CHAINS_ASKED; nth += 1) {
    const { id: householdId, division } = draw.pick(residents.households)
    const chain = await answer('chain', () =>
      session.GET('/responsibility/households/{householdId}/chain', {
        params: { path: { householdId }, header: { 'Qunfang-Purpose': 'supervision' } },
      }),
    )
    hold(
      `levels without anybody for ${householdId}`,
      division,
      asOf,
      open.has(householdId) ? 1 : 0,
      chain.lacking.length,
    )
  }
}

/** Households a volunteer, to the whole number. */
async function volunteersLoad(session: Session): Promise<number> {
  let [sum, count] = [0, 0]
  for (let after: string | undefined; ; ) {
    const query = { kind: 'volunteer', limit: 200, ...(after ? { after } : {}) }
    const page = await answer('volunteers', () => session.GET('/responsibility/posts', { params: { query } }))
    for (const { households } of page.items) sum += households ?? 0
    count += page.items.length
    if (!page.next) return count === 0 ? 0 : Math.round(sum / count)
    after = page.next
  }
}
