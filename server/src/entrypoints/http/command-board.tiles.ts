/** Asks one of the product's own operations, by its route, under the rights of whoever looks at the board. */
export type Ask = (route: string, input?: Record<string, unknown>) => Promise<unknown>

export interface Tile {
  /** Kinds of settled things after which it is read again at once; whatever else changes it waits for the next round. */
  after: readonly string[]
  read(ask: Ask): Promise<unknown>
}

const figuresOf = (owner: string, after: readonly string[]): Tile => ({
  after,
  read: (ask) => ask('GET /figure-table', { owner }),
})
const trendOf = (figure: string, after: readonly string[]): Tile => ({
  after,
  read: (ask) => ask('GET /figures/:figure/trend', { figure, days: TREND_DAYS }),
})
const TREND_DAYS = 14
const LISTED = 8

const screening = ['passage', 'tally', 'passage-correction', 'hand-over', 'checkpoint']
const cases = ['hand-over', 'case']
const grid = ['household', 'responsibility-post', 'responsibility-team']
const work = ['document', 'measure', 'task', 'task-reminder']
const observed = ['isolation-order', 'missed-check']

/** The measures of the order issued last, and how each township and village stands with that order. */
async function lastOrder(ask: Ask) {
  const { items } = (await ask('GET /measures', { standing: 'true', limit: 1 })) as { items: { documentId: string }[] }
  const [last] = items
  return last ? ask('GET /documents/:documentId/chain', { documentId: last.documentId, limit: 60 }) : null
}

/** What stands on the command board. Each is a reading that any page could ask for by itself. */
export const tiles = {
  checkpoints: { after: screening, read: (ask) => ask('GET /checkpoint-board') },
  coverage: { after: grid, read: (ask) => ask('GET /responsibility/coverage') },
  order: { after: work, read: lastOrder },
  late: { after: work, read: (ask) => ask('GET /tasks', { state: 'late', limit: LISTED }) },
  dailies: { after: ['daily-report'], read: (ask) => ask('GET /daily-reports') },
  rumours: { after: [], read: (ask) => ask('GET /rumour-topics', { show: 'overdue', limit: LISTED }) },
  cover: {
    after: ['movement', 'issue-slip'],
    read: (ask) => ask('GET /supplies/cover', { kind: 'medical', limit: 200 }),
  },
  command: figuresOf('command', work),
  cases: figuresOf('cases', cases),
  inspections: figuresOf('inspections', ['inspection']),
  'trend.screened': trendOf('screened', screening),
  'trend.turned-back': trendOf('turned-back', screening),
  'trend.fevers-open': trendOf('fevers-open', cases),
  'trend.isolated-home': trendOf('isolated-home', observed),
  'trend.isolated-central': trendOf('isolated-central', observed),
  'trend.households-uncovered': trendOf('households-uncovered', grid),
  'trend.tasks-late': trendOf('tasks-late', work),
} satisfies Record<string, Tile>
