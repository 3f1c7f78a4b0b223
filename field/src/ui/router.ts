import { useEffect, useState } from 'preact/hooks'

/** The screen is in the address, so a reload or a killed browser comes back to it. */
export const paths = {
  screening: '#/screening',
  tally: '#/tally',
  watch: '#/watch',
  reading: (orderId: string) => `#/watch/${orderId}`,
  visits: '#/visits',
  visit: (householdId: string) => `#/visits/${householdId}`,
  'reading-out': '#/reading-out',
  tasks: '#/tasks',
  task: (taskId: string) => `#/tasks/${taskId}`,
  stores: '#/stores',
  store: (storeId: string, lotId?: string | null) => `#/stores/${storeId}${lotId ? `/${lotId}` : ''}`,
  closures: '#/closures',
  closure: (subjectId: string) => `#/closures/${subjectId}`,
  inspections: '#/inspections',
  finding: (findingId: string) => `#/inspections/${findingId}`,
  site: '#/site',
  outbox: '#/outbox',
  carry: '#/carry',
  entry: (id: string) => `#/outbox/${id}`,
  shift: '#/shift',
  settings: '#/settings',
  more: '#/more',
}
export type Tab =
  | 'screening'
  | 'tally'
  | 'watch'
  | 'visits'
  | 'reading-out'
  | 'tasks'
  | 'closures'
  | 'stores'
  | 'inspections'
  | 'site'
  | 'outbox'
  | 'carry'
  | 'shift'
  | 'settings'
  | 'more'

export interface Route {
  page: string
  id: string | null
}

const read = (): Route => {
  // The square on the desk's screen is an address of this app; a phone's own camera opens it.
  const code = /^#enrol=(.+)$/.exec(location.hash)?.[1]
  if (code) return { page: 'enrol', id: code }
  const [, page = '', id = null] = location.hash.split('/')
  return { page: page || 'screening', id }
}

export function useRoute(): Route {
  const [route, setRoute] = useState(read)
  useEffect(() => {
    const follow = () => setRoute(read())
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return route
}

export const goTo = (path: string): void => {
  location.hash = path
}
