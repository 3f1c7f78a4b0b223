import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

declare const self: ServiceWorkerGlobalScope
/** Every file of the build with its revision; filled in by build/precache.ts. */
declare const PRECACHE: Array<{ url: string; revision: string | null }>

// The app itself, and nothing else: no answer of the API is ever kept here, and no record leaves through here.
precacheAndRoute(PRECACHE)
cleanupOutdatedCaches()
registerRoute(new NavigationRoute(createHandlerBoundToURL('/field/index.html')))

// The very first start: take charge at once, so that the phone works offline without being opened twice.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') void self.skipWaiting()
})
