import { answer, type Sent, type Session, sentBy } from './api.ts'
import { instant, type Scenario } from './events.ts'
import { type FiguresFile, momentOf, ScenarioError } from './figures.ts'
import type { Division } from './plan.ts'
import { namedId } from './random.ts'

const PAGE = 1000
const BATCH = 500

interface Page<T> {
  items: T[]
  next: string | null
}

async function all<T>(ask: (query: { limit: number; after?: string }) => Promise<Page<T>>): Promise<T[]> {
  const found: T[] = []
  for (let after: string | null = null; ; ) {
    const page: Page<T> = await ask({ limit: PAGE, ...(after ? { after } : {}) })
    found.push(...page.items)
    after = page.next
    if (!after) return found
  }
}

export async function importDivisions(desk: Session, county: string): Promise<Division[]> {
  await answer(`county ${county}`, () => desk.POST('/places/county', { body: { code: county } }))
  const divisions = await all((query) =>
    answer('divisions', () => desk.GET('/places/divisions', { params: { query } })),
  )
  return divisions.map(({ code, name }) => ({ code, name }))
}

/**
 * Everybody in it is made up and its event is long over: nothing of it is forgotten before somebody closes that event, and what was
 * due or standing is shown as of the last day that the file speaks of.
 */
export async function liveInThePast(desk: Session, county: string, { figures, calendar }: FiguresFile): Promise<void> {
  const { offset } = calendar
  const lastMs = Math.max(...figures.map(({ asOf }) => momentOf(asOf, offset)), Date.parse(calendar.endsAt))
  const body = {
    id: namedId(county, 'calendar', lastMs),
    kind: 'historical' as const,
    moment: instant(lastMs - 1000, offset),
    ground: '参照县:2020年的合成数据',
  }
  await answer('calendar', () => desk.POST('/retention/calendars', { body }))
}

/** Records of another scenario in the same county would add up with ours to a figure that is nobody's. */
export async function refuseStrangers(desk: Session, scenario: Scenario): Promise<void> {
  const own = new Set(scenario.checkpoints.map(({ id }) => id))
  const there = await all((query) =>
    answer('checkpoints', () => desk.GET('/places/checkpoints', { params: { query } })),
  )
  const strangers = there.filter(({ id }) => !own.has(id))
  const [first] = strangers
  if (!first) return
  throw new ScenarioError(
    `县里已有 ${strangers.length} 个不属于本情景的检查点(如“${first.name}”),请用空库装入 / The county already has ${strangers.length} checkpoints that are not of this scenario (such as ${first.name}); load it into an empty database`,
  )
}

export async function openCheckpoints(desk: Session, scenario: Scenario): Promise<Sent> {
  const sent = { fresh: 0, again: 0 }
  for (let from = 0; from < scenario.checkpoints.length; from += BATCH) {
    const items = scenario.checkpoints
      .slice(from, from + BATCH)
      .map(({ id, name, kind, division, openedAt }) => ({ id, name, kind, division, openedAt, recordedAt: openedAt }))
    const { verdicts } = await answer('checkpoints', () => desk.POST('/places/checkpoints/batch', { body: { items } }))
    const { fresh, again } = sentBy('checkpoint', verdicts)
    sent.fresh += fresh
    sent.again += again
  }
  return sent
}
