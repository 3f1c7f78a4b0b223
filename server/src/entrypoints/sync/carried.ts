import { accessCapability } from '../../capabilities/access/index.ts'
import { checkpointsCapability } from '../../capabilities/checkpoints/index.ts'
import { closuresCapability } from '../../capabilities/closures/index.ts'
import { commandCapability } from '../../capabilities/command/index.ts'
import { inspectionsCapability } from '../../capabilities/inspections/index.ts'
import { isolationCapability } from '../../capabilities/isolation/index.ts'
import { publicityCapability } from '../../capabilities/publicity/index.ts'
import { sitesCapability } from '../../capabilities/sites/index.ts'
import { suppliesCapability } from '../../capabilities/supplies/index.ts'
import { visitsCapability } from '../../capabilities/visits/index.ts'
import type { AnyBatchOperation, AnyOperation, Capability, RouteTable } from '../../kernel/operation.ts'

export type Carried = { many: AnyBatchOperation } | { single: AnyOperation }

/**
 * What a phone may bring under the rights of the time of writing: records of the field and leaving, nothing that a desk does. A
 * new kind of record in the field app is a line here.
 */
const LINES: ReadonlyArray<[Capability, ReadonlyArray<keyof RouteTable>]> = [
  [
    checkpointsCapability,
    [
      'POST /passages/batch',
      'POST /tallies/batch',
      'POST /passages/:passageId/corrections',
      'POST /checkpoints/:checkpointId/shifts',
      'POST /shifts/:shiftId/close',
    ],
  ],
  [isolationCapability, ['POST /isolation/readings/batch']],
  [visitsCapability, ['POST /visits/batch', 'POST /visits/follow-ups/outcomes/batch']],
  [commandCapability, ['POST /task-steps/batch', 'POST /tasks/:taskId/photos']],
  [closuresCapability, ['POST /closure-inspections/batch']],
  [suppliesCapability, ['POST /supplies/counts/batch']],
  [publicityCapability, ['POST /plays/batch', 'POST /plays/:playId/photos']],
  [inspectionsCapability, ['POST /inspections/batch', 'POST /inspection-finding-steps/batch']],
  [
    sitesCapability,
    [
      'POST /sites/:siteId/disinfections',
      'POST /sites/:siteId/meals',
      'POST /sites/:siteId/shift-changes',
      'POST /shift-changes/:changeId/taking',
    ],
  ],
  [accessCapability, ['POST /sign-out']],
]

const table = new Map<string, Carried>()
for (const [{ routes }, keys] of LINES) {
  for (const key of keys) {
    const route = routes[key]
    if (!route) throw new Error(`sync: ${key} is carried and not served`)
    if ('many' in route) table.set(route.many.name, { many: route.many })
    else if (!('one' in route)) table.set(route.name, { single: route })
  }
}

export const findCarried = (operation: string): Carried | null => table.get(operation) ?? null
export const carriedNames = (): string[] => [...table.keys()].sort()
