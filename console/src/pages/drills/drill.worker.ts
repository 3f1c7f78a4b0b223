import { drillRules } from '@qunfang/client/rules'

/** Runs beside the page, so that it can be watched and stopped. Sends how far it is, then the outcome. */
const STEPS = 50

addEventListener('message', ({ data }: MessageEvent<{ setting: { runs: number } }>) => {
  const step = Math.max(1, Math.floor(data.setting.runs / STEPS))
  try {
    const outcome = drillRules.simulate(data.setting, (done) => {
      if (done % step === 0) postMessage({ done })
    })
    postMessage({ outcome })
  } catch {
    postMessage({ refused: true })
  }
})
