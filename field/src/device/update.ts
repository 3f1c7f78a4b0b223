import { cell } from '../ui/cell.ts'

/** A new version waits until a person says so: a form is never replaced under somebody's hands. */
export const update = cell<{ waiting: boolean; apply: (() => void) | null; offlineReady: boolean }>({
  waiting: false,
  apply: null,
  offlineReady: false,
})

const FIRST_SCREEN_MS = 3000
/** Everything that is to be kept for later must not stand in the way of what somebody waits for now. */
const firstScreen = (): Promise<unknown> =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback === 'undefined') setTimeout(resolve, FIRST_SCREEN_MS / 3)
    else requestIdleCallback(resolve, { timeout: FIRST_SCREEN_MS })
  })

export async function startServiceWorker(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  await firstScreen()
  const registration = await navigator.serviceWorker
    .register(`${import.meta.env.BASE_URL}service-worker.js`)
    .catch(() => null)
  if (!registration) return
  void navigator.serviceWorker.ready.then(() => update.set({ offlineReady: true }))
  const look = () => {
    const { waiting } = registration
    // Without a controller this is the first installation, not an update.
    if (!waiting || !navigator.serviceWorker.controller) return
    update.set({ waiting: true, apply: () => waiting.postMessage('take-over') })
  }
  look()
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look)
  })
  let reloading = false
  let first = !navigator.serviceWorker.controller
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    // The first to take charge is no update; whatever comes after it is, and this page's later parts go with the old one.
    if (reloading || first) {
      first = false
      return
    }
    reloading = true
    location.reload()
  })
  setInterval(() => void registration.update().catch(() => undefined), 3_600_000)
}
