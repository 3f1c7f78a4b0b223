import { useRef, useState } from 'preact/hooks'
import type { StoredSession } from '../../database.ts'
import { instant } from '../../device/clock.ts'
import { storage, storageTrouble } from '../../device/storage.ts'
import { useText } from '../../i18n/index.ts'
import { keepEntry } from '../../outbox/store.ts'
import type { Reference } from '../../replica/reference.ts'
import { keepDraft } from '../../roster/drafts.ts'
import type { RunningShift } from '../../shift.ts'
import { goTo, paths } from '../../ui/router.ts'
import { useNow } from '../../ui/status-bar.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { type Count, type Counted, emptyCount, isLong, tallyGist, tapped, toTally, totalOf, undone } from './count.ts'
import { emptyForm } from './form.ts'
import { screeningDraft } from './screening.tsx'

const LANES = [1, 2, 3, 4]

/** A rush: heads are counted now, names are not asked. */
export default function TallyPage(props: { session: StoredSession; reference: Reference; shift: RunningShift | null }) {
  const { session, reference, shift } = props
  const t = useText()
  const draft = `tally:${session.accountId}`
  const [count, change, replace] = useDraft<Count>(draft, session.accountId, emptyCount)
  const [saved, setSaved] = useState<string | null>(null)
  const saving = useRef(false)
  const now = useNow(5000)
  if (!count) return null

  const tap = (of: Counted, by: number) => () => {
    navigator.vibrate?.(8)
    setSaved(null)
    change(tapped(count, of, by, Date.now()))
  }
  const time = count.startedAt === null ? '' : instant(count.startedAt).slice(11, 16)

  async function close(current: Count) {
    if (!session.placeId || !current.id || saving.current) return
    saving.current = true
    const at = Date.now()
    const content = toTally(current, { id: current.id, checkpointId: session.placeId, shiftId: shift?.id ?? null, at })
    try {
      await keepEntry({
        id: current.id,
        owner: session.accountId,
        kind: 'tally',
        recordedAt: content.recordedAt,
        gist: tallyGist(current),
        content,
        draftKey: draft,
      })
      storage.set({ trouble: null })
      setSaved(
        t('tally.savedSpan', { time: `${time}–${instant(at).slice(11, 16)}`, screened: totalOf(current, 'screened') }),
      )
      replace(emptyCount(current.lane))
    } catch (error) {
      storage.set({ trouble: storageTrouble(error) })
    } finally {
      saving.current = false
    }
  }

  /** The person is in this tally's number already; the record only says who. */
  async function recordOne(current: Count) {
    const content = { ...emptyForm(reference.site), fromTallyId: current.id }
    await keepDraft(screeningDraft(session), session.accountId, content)
    goTo(paths.screening)
  }

  const empty = count.taps.length === 0
  return (
    <main class="tally">
      <div class="scroll">
        <header class="row">
          <h1>{t('tally.title')}</h1>
          <fieldset class="segments lanes" aria-label={t('tally.lane', { lane: '' })}>
            {LANES.map((lane) => (
              <button
                type="button"
                key={lane}
                aria-pressed={count.lane === lane}
                aria-label={t('tally.lane', { lane })}
                disabled={!empty}
                onClick={() => change({ lane })}
              >
                {lane}
              </button>
            ))}
          </fieldset>
        </header>
        <p class="span" role="status">
          {saved ?? (empty ? t('tally.notStarted') : t('tally.since', { time }))}
        </p>
        <output class="total" aria-label={t('tally.screened')}>
          {totalOf(count, 'screened')}
        </output>
        <dl class="others">
          <div>
            <dt>{t('tally.turnedBack')}</dt>
            <dd>{totalOf(count, 'turnedBack')}</dd>
          </div>
          <div>
            <dt>{t('tally.vehicles')}</dt>
            <dd>{totalOf(count, 'vehicles')}</dd>
          </div>
        </dl>
        {isLong(count, now) && <p class="hint">{t('tally.tooLong')}</p>}
        <button type="button" class="wide" disabled={empty} onClick={() => void recordOne(count)}>
          {t('tally.recordOne')}
        </button>
        <p class="small tall-only">{t('tally.recordOneHint')}</p>
      </div>
      <div class="pads">
        <div class="pair">
          <button type="button" class="amber" onClick={tap('turnedBack', 1)}>
            {t('tally.turnedBack')} +1
          </button>
          <button type="button" onClick={tap('vehicles', 1)}>
            {t('tally.vehicles')} +1
          </button>
        </div>
        <div class="pair big">
          <button type="button" class="five" onClick={tap('screened', 5)}>
            +5
          </button>
          <button type="button" class="one" onClick={tap('screened', 1)}>
            +1
          </button>
        </div>
        <div class="pair">
          <button type="button" class="soft" disabled={empty} onClick={() => change(undone(count))}>
            ↶ {t('tally.undo')}
          </button>
          <button type="button" class="primary" disabled={empty || !session.placeId} onClick={() => void close(count)}>
            {t('tally.close')}
          </button>
        </div>
      </div>
    </main>
  )
}
