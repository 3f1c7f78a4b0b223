import { cell } from '../ui/cell.ts'
import type { Entry, State } from './entry.ts'

/** Records that a request carries just now. A screen shows them as on their way; the disk has them as saved until they are answered. */
export const onItsWay = cell<{ ids: ReadonlySet<string> }>({ ids: new Set() })

export const stateShown = ({ id, state }: Pick<Entry, 'id' | 'state'>, { ids }: { ids: ReadonlySet<string> }): State =>
  ids.has(id) && state !== 'delivered' ? 'sending' : state
