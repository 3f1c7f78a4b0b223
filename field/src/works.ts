import { type ComponentType, h } from 'preact'
import type { StoredSession } from './database.ts'
import ScreeningPage from './pages/checkpoints/screening.tsx'
import ShiftPage from './pages/checkpoints/shift.tsx'
import TallyPage from './pages/checkpoints/tally.tsx'
import EntryPage from './pages/outbox/item.tsx'
import OutboxPage from './pages/outbox/list.tsx'
import SettingsPage from './pages/settings/settings.tsx'
import { goesToDoors } from './replica/closures.ts'
import { hasFindings } from './replica/inspections.ts'
import type { Reference } from './replica/reference.ts'
import { worksAtSite } from './replica/site.ts'
import { countsStock } from './replica/stores.ts'
import { hasTasks } from './replica/tasks.ts'
import { hasVillage } from './replica/village.ts'
import { looksAfter } from './replica/watched.ts'
import type { RunningShift } from './shift.ts'
import { later } from './ui/later.tsx'
import type { Tab } from './ui/router.ts'

export interface PageProps {
  session: StoredSession
  reference: Reference
  shift: RunningShift | null
  /** What stands in the address behind the page: one record, one door. */
  id: string | null
}

export interface Work {
  tab: Tab
  /** Reached from another page rather than from a tab. */
  within?: Tab
  isOf(session: StoredSession): boolean
  Page: ComponentType<PageProps>
}

const standsAtBarrier = (session: StoredSession): boolean =>
  session.role !== 'supplies-keeper' &&
  (!looksAfter(session) || (session.role !== 'isolation-staff' && session.placeId !== null))

/** Whoever has a loudspeaker near. */
const readsOut = ({ role }: StoredSession): boolean =>
  ['village-cadre', 'township-officer', 'publicity-editor', 'county-desk'].includes(role)

const RecordsPage = (props: PageProps) =>
  props.id ? h(EntryPage, { session: props.session, id: props.id }) : h(OutboxPage, props)

/**
 * What is done on a phone, in the order of its tabs: a line for each capability's field work. The barrier's pages are there from
 * the first moment, everybody else's come `later` (docs/adr/0121).
 */
export const works: readonly Work[] = [
  { tab: 'screening', isOf: standsAtBarrier, Page: ScreeningPage },
  { tab: 'tally', isOf: standsAtBarrier, Page: TallyPage },
  { tab: 'watch', isOf: looksAfter, Page: later(() => import('./pages/isolation/watch.tsx')) },
  { tab: 'visits', isOf: hasVillage, Page: later(() => import('./pages/visits/visits.tsx')) },
  { tab: 'tasks', isOf: hasTasks, Page: later(() => import('./pages/command/tasks.tsx')) },
  { tab: 'closures', isOf: goesToDoors, Page: later(() => import('./pages/closures/closures.tsx')) },
  { tab: 'stores', isOf: countsStock, Page: later(() => import('./pages/supplies/counting.tsx')) },
  { tab: 'inspections', isOf: hasFindings, Page: later(() => import('./pages/inspections/inspections.tsx')) },
  { tab: 'site', isOf: worksAtSite, Page: later(() => import('./pages/sites/duty.tsx')) },
  { tab: 'reading-out', isOf: readsOut, Page: later(() => import('./pages/publicity/reading-out.tsx')) },
]
/** Stand behind the work, on every phone. */
export const ends: readonly Work[] = [
  { tab: 'outbox', isOf: () => true, Page: RecordsPage },
  { tab: 'carry', within: 'outbox', isOf: () => true, Page: later(() => import('./pages/carry/carry.tsx')) },
  { tab: 'shift', isOf: standsAtBarrier, Page: ShiftPage },
  { tab: 'settings', isOf: () => true, Page: SettingsPage },
]

export const worksOf = (session: StoredSession): Work[] => [...works, ...ends].filter(({ isOf }) => isOf(session))

/** As many tabs as a thumb can tell apart on 320 px; what does not fit stands behind the last of them. */
const TABS_MOST = 5
const IN_FRONT = 3
export function tabsOf(session: StoredSession): { front: Tab[]; behind: Tab[] } {
  const all = worksOf(session).flatMap(({ tab, within }) => (within ? [] : [tab]))
  if (all.length <= TABS_MOST) return { front: all, behind: [] }
  const front: Tab[] = [...all.slice(0, IN_FRONT), 'outbox']
  return { front: [...front, 'more'], behind: all.filter((tab) => !front.includes(tab)) }
}
