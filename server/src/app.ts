import { accessCapability, useAccess } from './capabilities/access/index.ts'
import { agencyListsCapability } from './capabilities/agency-lists/index.ts'
import { casesCapability } from './capabilities/cases/index.ts'
import { checkpointsCapability } from './capabilities/checkpoints/index.ts'
import { closuresCapability } from './capabilities/closures/index.ts'
import { commandCapability } from './capabilities/command/index.ts'
import { drillsCapability } from './capabilities/drills/index.ts'
import { exposuresCapability } from './capabilities/exposures/index.ts'
import { fundsCapability } from './capabilities/funds/index.ts'
import { inspectionsCapability } from './capabilities/inspections/index.ts'
import { isolationCapability } from './capabilities/isolation/index.ts'
import { peopleCapability } from './capabilities/people/index.ts'
import { placesCapability } from './capabilities/places/index.ts'
import { publicityCapability, usePublicity } from './capabilities/publicity/index.ts'
import { reportingCapability, useUpper } from './capabilities/reporting/index.ts'
import { responsibilityCapability } from './capabilities/responsibility/index.ts'
import { retentionCapability } from './capabilities/retention/index.ts'
import { rumoursCapability } from './capabilities/rumours/index.ts'
import { sitesCapability } from './capabilities/sites/index.ts'
import { suppliesCapability } from './capabilities/supplies/index.ts'
import { visitsCapability } from './capabilities/visits/index.ts'
import { workbooksCapability } from './capabilities/workbooks/index.ts'
import type { Config } from './config.ts'
import { jobsRoutes } from './entrypoints/jobs/routes.ts'
import { openWorkers, type Workers } from './entrypoints/jobs/worker.ts'
import { syncRoutes } from './entrypoints/sync/feed.ts'
import { quarantineRoutes } from './entrypoints/sync/quarantine.ts'
import { replicaRoutes } from './entrypoints/sync/replica.ts'
import { sealedRoutes } from './entrypoints/sync/sealed.ts'
import { openDatabase } from './kernel/db.ts'
import { type Derivation, openClerk } from './kernel/feed.ts'
import { type Gatherer, openGatherer } from './kernel/gather.ts'
import { type Log, openMetrics } from './kernel/log.ts'
import type { Capability, Kernel, Route } from './kernel/operation.ts'
import { useKeys } from './kernel/seal.ts'

/** The only file that knows all parts. */
export const capabilities: readonly Capability[] = [
  accessCapability,
  placesCapability,
  peopleCapability,
  casesCapability,
  checkpointsCapability,
  exposuresCapability,
  isolationCapability,
  responsibilityCapability,
  visitsCapability,
  sitesCapability,
  suppliesCapability,
  commandCapability,
  publicityCapability,
  rumoursCapability,
  closuresCapability,
  fundsCapability,
  inspectionsCapability,
  workbooksCapability,
  agencyListsCapability,
  drillsCapability,
  reportingCapability,
  retentionCapability,
]

/** Every table that holds nothing but what follows from facts, in the order in which they can be made anew. */
export const derivations: readonly Derivation[] = capabilities.flatMap(({ derived }) => derived ?? [])

export interface App {
  kernel: Kernel
  gather: Gatherer
  /** Started by the process that serves; a test runs what it wants. */
  workers: Workers
  close(): Promise<void>
}

export function openApp(config: Config, log: Log): App {
  useKeys(config.keys)
  useAccess(config)
  const { publicUrl, smtpUrl, mailFrom, webhookHosts, upper } = config
  usePublicity({ publicUrl, smtpUrl, mailFrom, webhookHosts })
  useUpper({ upper })
  const db = openDatabase(config)
  const metrics = openMetrics()
  const followers = capabilities.flatMap((one) => one.followers ?? [])
  const clerk = openClerk(db, followers, log, metrics)
  const kernel: Kernel = { db, clerk, log, metrics }
  const workers = openWorkers(kernel, Object.assign({}, ...capabilities.map(({ jobs }) => jobs ?? {})))
  return {
    kernel,
    gather: openGatherer(kernel),
    workers,
    close: async () => {
      await workers.stop()
      await clerk.stop()
      await db.close()
    },
  }
}

/** Every route of every capability: `['POST', '/checkpoints/:checkpointId/passages', route]`. */
export function allRoutes(): Array<[method: string, path: string, route: Route]> {
  return [
    ...capabilities.map(({ routes }) => routes),
    syncRoutes,
    sealedRoutes,
    replicaRoutes,
    quarantineRoutes,
    jobsRoutes,
  ].flatMap((routes) =>
    Object.entries(routes).map(([line, route]): [string, string, Route] => {
      const [method = '', path = ''] = line.split(' ')
      return [method, path, route]
    }),
  )
}
