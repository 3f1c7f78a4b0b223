import { paths } from '../paths.ts'
import { type Me, may } from '../session.ts'
import type { IconName } from './icons.tsx'

export interface Entry {
  icon: IconName
  to: () => { to: string }
  verb?: string
  /** Other addresses that belong to this entry, by how they begin. */
  also?: readonly string[]
}

export const overview = {
  icon: 'overview',
  to: paths.overview,
  verb: 'checkpoints.board.read',
} as const satisfies Entry

/** The text of an entry is `shell.<icon>`, that of a group `shell.group.<name>`. */
export const groups = [
  {
    name: 'command',
    entries: [
      { icon: 'board', to: paths.board },
      { icon: 'command', to: paths.command, verb: 'command.ladder.list' },
      { icon: 'documents', to: paths.documents, verb: 'command.document.list' },
      { icon: 'inspections', to: paths.inspections, verb: 'inspections.inspection.list' },
      { icon: 'measures', to: paths.measures, verb: 'command.measure.list', also: ['/command/tasks'] },
      { icon: 'decisions', to: paths.decisions, verb: 'command.decision.list' },
      { icon: 'closures', to: paths.closures, verb: 'closures.subject.list' },
    ],
  },
  {
    name: 'screening',
    entries: [
      { icon: 'checkpoints', to: paths.checkpoints, verb: 'checkpoints.board.read' },
      { icon: 'handOvers', to: paths.handOvers, verb: 'checkpoints.hand-over.list' },
      { icon: 'visits', to: paths.visits, verb: 'visits.progress.read' },
      { icon: 'exposures', to: paths.exposures, verb: 'exposures.category.list' },
      { icon: 'lists', to: paths.lists, verb: 'agency-lists.list.list' },
    ],
  },
  {
    name: 'care',
    entries: [
      { icon: 'cases', to: paths.cases, verb: 'cases.case.list', also: ['/epidemiology'] },
      {
        icon: 'isolation',
        to: paths.orders,
        verb: 'isolation.order.count',
        also: ['/isolation/orders', '/isolation/new'],
      },
      {
        icon: 'readings',
        to: paths.readings,
        verb: 'isolation.reading.read-board',
        also: ['/isolation/reading-plan', '/isolation/reading-sheets'],
      },
      { icon: 'sites', to: paths.sites, verb: 'sites.site.list' },
      { icon: 'profiles', to: paths.profiles, verb: 'cases.edition.list' },
    ],
  },
  {
    name: 'supplies',
    entries: [
      { icon: 'supplies', to: paths.supplies, verb: 'supplies.stock.read' },
      { icon: 'requests', to: paths.requests, verb: 'supplies.request.list', also: ['/supplies/allocation'] },
      { icon: 'cover', to: paths.cover, verb: 'supplies.cover.list' },
      { icon: 'shops', to: paths.shops, verb: 'supplies.price.tell' },
      { icon: 'gifts', to: paths.goodsDonations, verb: 'supplies.donation.list' },
      { icon: 'funds', to: paths.funds, verb: 'funds.balance.read' },
    ],
  },
  {
    name: 'publicity',
    entries: [
      { icon: 'publicity', to: paths.pieces, verb: 'publicity.piece.list' },
      { icon: 'loudspeakers', to: paths.loudspeakers, verb: 'publicity.coverage.read' },
      { icon: 'rumours', to: paths.rumours, verb: 'rumours.topic.list' },
    ],
  },
  {
    name: 'grid',
    entries: [
      { icon: 'people', to: paths.people, verb: 'people.search', also: ['/households'] },
      { icon: 'responsibility', to: paths.responsibility, verb: 'responsibility.coverage.read' },
      { icon: 'places', to: paths.places },
    ],
  },
  {
    name: 'reporting',
    entries: [
      { icon: 'reports', to: paths.reports, verb: 'reporting.report.list' },
      { icon: 'dailies', to: paths.dailies, verb: 'reporting.daily.board' },
      { icon: 'figures', to: paths.figures, verb: 'reporting.figure.read' },
      { icon: 'drills', to: paths.drills, verb: 'drills.ground.read' },
    ],
  },
  {
    name: 'administration',
    entries: [
      { icon: 'workbooks', to: paths.workbooks, verb: 'workbooks.workbook.list' },
      { icon: 'access', to: paths.access, verb: 'access.seat.list' },
      { icon: 'audit', to: paths.audit, verb: 'access.audit.list' },
      { icon: 'retention', to: paths.retention, verb: 'retention.field.list' },
    ],
  },
] as const satisfies ReadonlyArray<{ name: string; entries: readonly Entry[] }>

export type GroupName = (typeof groups)[number]['name']

const OWN_WORK: Partial<Record<Me['role'], () => { to: string }>> = {
  administrator: paths.access,
  'isolation-staff': paths.orders,
  'supplies-keeper': paths.supplies,
  'publicity-editor': paths.pieces,
}
/** Where somebody begins who is shown nothing of the checkpoints, and so no overview: at the work of their own. Null for the others. */
export const beginsAt = (me: Me | undefined): { to: string } | null =>
  me === undefined || may(me, overview.verb) ? null : (OWN_WORK[me.role] ?? paths.board)()
