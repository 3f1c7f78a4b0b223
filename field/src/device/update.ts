import { cell } from '../ui/cell.ts'

/** A new version waits until a person says so: a form is never replaced under somebody's hands. */
export const update = cell<{ waiting: boolean; apply: (() => void) | null; offlineReady: boolean }>({
  waiting: false,
  apply: null,
  offlineReady: false,
})

export async function startServiceWorker(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
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
