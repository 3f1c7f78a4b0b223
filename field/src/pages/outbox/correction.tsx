import { useState } from 'preact/hooks'
import type { StoredSession } from '../../database.ts'
import { instant } from '../../device/clock.ts'
import { newId } from '../../device/ids.ts'
import { storage, storageTrouble } from '../../device/storage.ts'
import { useText } from '../../i18n/index.ts'
import type { Entry } from '../../outbox/entry.ts'
import { keepEntry } from '../../outbox/store.ts'
import { goTo, paths } from '../../ui/router.ts'
import { inRange, temperatureOf } from '../checkpoints/form.ts'

const reasons = ['typing', 'twice', 'other-person'] as const

/** Nothing is edited: a correction is a record of its own that names the passage and says why. */
export function CorrectionForm({ entry, session }: { entry: Entry; session: StoredSession }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const [temperature, setTemperature] = useState('')
  const typed = temperature.replace(/\D/g, '').slice(0, 3)
  const temperatureC = temperatureOf(typed)
  const ready = typed.length === 3 && temperatureC !== null && inRange(temperatureC)

  async function keep(why: string, change: { voided: true } | { temperatureC: number }) {
    const id = newId()
    const recordedAt = instant()
    const gist = { outcome: 'correction', screened: 0, turnedBack: 0, vehicles: 0, fever: false }
    const content = { id, passageId: entry.id, recordedAt, why, ...change }
    try {
      await keepEntry({ id, owner: session.accountId, kind: 'correction', recordedAt, gist, content })
      storage.set({ trouble: null })
      goTo(paths.outbox)
    } catch (error) {
      storage.set({ trouble: storageTrouble(error) })
    }
  }

  if (!open) {
    return (
      <button type="button" class="wide" onClick={() => setOpen(true)}>
        {t('correction.open')}
      </button>
    )
  }
  return (
    <section class="card">
      <h2>{t('correction.temperature')}</h2>
      <div class="row">
        <label class="box">
          <span class="sr">{t('correction.temperature')}</span>
          <input
            name="corrected-temperature"
            inputMode="numeric"
            autocomplete="off"
            placeholder="––.–"
            value={typed.length === 3 ? `${typed.slice(0, 2)}.${typed.slice(2)}` : typed}
            onInput={(event) => setTemperature(event.currentTarget.value)}
          />
          <span class="unit">℃</span>
        </label>
        <button
          type="button"
          class="next primary"
          disabled={!ready}
          onClick={() => temperatureC !== null && void keep(t('correction.why.typing'), { temperatureC })}
        >
          {t('correction.keep')}
        </button>
      </div>
      <h2 class="again">{t('correction.void')}</h2>
      <div class="grid">
        {reasons.map((reason) => (
          <button type="button" key={reason} onClick={() => void keep(t(`correction.why.${reason}`), { voided: true })}>
            {t(`correction.why.${reason}`)}
          </button>
        ))}
      </div>
      <button type="button" class="wide soft" onClick={() => setOpen(false)}>
        {t('shift.no')}
      </button>
    </section>
  )
}
