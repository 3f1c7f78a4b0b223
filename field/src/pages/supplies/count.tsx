import { useEffect } from 'preact/hooks'
import type { StoredSession } from '../../database.ts'
import { instant } from '../../device/clock.ts'
import { newId } from '../../device/ids.ts'
import { keepEntry } from '../../outbox/store.ts'
import { type Lot, readStores, type Shelf } from '../../replica/stores.ts'
import { paths } from '../../ui/router.ts'
import { SaveBar } from '../../ui/save-bar.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { useLive } from '../../ui/use-live.ts'
import { useSaving } from '../../ui/use-saving.ts'
import { goToLot, Scan } from './scan.tsx'
import { useSuppliesText } from './texts.ts'

interface Form {
  found: Record<string, string>
  why: string
}
const emptyForm = (): Form => ({ found: {}, why: '' })

const isAmount = (text: string, { holds }: Lot): boolean =>
  (holds > 1 ? /^\d{1,9}(\.\d{1,3})?$/ : /^\d{1,12}$/).test(text)
const isAsInBook = (text: string, { holds, book }: Lot): boolean => Math.round(Number(text) * holds) === book
const filled = ({ lots }: Shelf, { found }: Form) =>
  lots.flatMap((lot) => {
    const text = found[lot.lotId]?.trim() ?? ''
    return text === '' ? [] : [{ lot, text }]
  })

type Lack = 'nothing' | 'wrong' | 'needsWhy'
function lackingIn(shelf: Shelf, form: Form): Lack | null {
  const said = filled(shelf, form)
  if (said.length === 0) return 'nothing'
  if (said.some(({ lot, text }) => !isAmount(text, lot))) return 'wrong'
  const differs = said.some(({ lot, text }) => !isAsInBook(text, lot))
  return differs && form.why.trim().length < 2 ? 'needsWhy' : null
}

export default function CountPage({ session, storeId }: { session: StoredSession; storeId: string }) {
  const t = useSuppliesText()
  const known = useLive(() => readStores(session), [session.accountId, session.seatId])
  if (!known) return null
  const shelf = known.stores.find(({ id }) => id === storeId)
  return (
    <main class="page tasks">
      <a class="backlink" href={paths.stores}>
        ← {t('back')}
      </a>
      {shelf ? <Count session={session} shelf={shelf} stores={known.stores} /> : <p>{t('gone')}</p>}
    </main>
  )
}

interface CountProps {
  session: StoredSession
  shelf: Shelf
  stores: readonly Shelf[]
}
/** What was counted, saved whether or not there is a network. */
function Count({ session, shelf, stores }: CountProps) {
  const t = useSuppliesText()
  const draft = `count:${session.accountId}:${shelf.id}`
  const [form, change, replace] = useDraft<Form>(draft, session.accountId, emptyForm)
  const { said, setSaid, save } = useSaving()
  const isReady = form !== null && form !== undefined
  useEffect(() => {
    // Behind the store in the address stands the lot whose label led here.
    const lotId = location.hash.split('/')[3]
    if (isReady && lotId) goToLot(lotId)
  }, [isReady])
  if (!form) return null
  const keepIt = () => {
    const lack = lackingIn(shelf, form)
    if (lack) return setSaid(t(lack))
    void save(async () => {
      await keep({ session, shelf, form, draft, agreed: t('agreed') })
      replace(emptyForm())
      return t('saved')
    })
  }
  const changed = (part: Partial<Form>) => {
    setSaid(null)
    change(part)
  }
  return (
    <>
      <h1>{shelf.name}</h1>
      <p class="sub">{t(shelf.lots.length === 0 ? 'empty' : 'about')}</p>
      {shelf.lots.length > 0 && <Scan stores={stores} here={shelf.id} />}
      <section class="acts">
        {shelf.lots.map((lot) => (
          <LotField
            key={lot.lotId}
            lot={lot}
            value={form.found[lot.lotId] ?? ''}
            onInput={(text) => changed({ found: { ...form.found, [lot.lotId]: text } })}
          />
        ))}
        <label class="field">
          {t('why')}
          <input
            name="why"
            maxLength={200}
            autocomplete="off"
            value={form.why}
            onInput={(event) => changed({ why: event.currentTarget.value })}
          />
        </label>
        <SaveBar said={said} onSave={keepIt}>
          {t('save')}
        </SaveBar>
      </section>
    </>
  )
}

function LotField({ lot, value, onInput }: { lot: Lot; value: string; onInput(text: string): void }) {
  const t = useSuppliesText()
  const unit = lot.packLabel ?? t(`unit.${lot.unit}`)
  return (
    <label class="field">
      {`${lot.name} ${lot.makerNo ?? t('noLot')}(${t('book', { book: lot.book / lot.holds })} ${unit})`}
      <input
        name={lot.lotId}
        inputMode="decimal"
        maxLength={13}
        autocomplete="off"
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </label>
  )
}

interface Keeping {
  session: StoredSession
  shelf: Shelf
  form: Form
  draft: string
  agreed: string
}
async function keep({ session, shelf, form, draft, agreed }: Keeping): Promise<void> {
  const now = Date.now()
  const at = instant(now)
  const id = newId(now)
  const lines = filled(shelf, form).map(({ lot: { itemId, lotId, packId }, text }) => ({
    itemId,
    lotId,
    packId,
    amount: text,
  }))
  // The book may have moved since the list was fetched; a count that then differs is not lost for want of a reason.
  const content = { id, storeId: shelf.id, kind: 'counted', at, lines, why: form.why.trim() || agreed }
  const gist = { outcome: 'counted', screened: 0, turnedBack: 0, vehicles: 0, fever: false }
  await keepEntry({ id, owner: session.accountId, kind: 'stock-count', recordedAt: at, gist, content, draftKey: draft })
}
