import { render } from 'preact'
import { App } from './app.tsx'
import { applyPreferences } from './device/preferences.ts'
import { startServiceWorker } from './device/update.ts'
import { startCourier } from './outbox/courier.ts'
import { lookForLoss } from './outbox/loss.ts'
import { startLeases } from './replica/lease.ts'
import { startIdleLock } from './roster/lock.ts'
import './ui/field.css'

applyPreferences()
const root = document.getElementById('app')
if (root) render(<App />, root)
void lookForLoss().catch(() => undefined)
startCourier()
startIdleLock()
startLeases()
void startServiceWorker()
