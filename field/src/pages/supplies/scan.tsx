import '../../ui/styles/carry.css'
import { stockRules } from '@qunfang/client/rules'
import { useState } from 'preact/hooks'
import type { Shelf } from '../../replica/stores.ts'
import { Camera } from '../../ui/camera.tsx'
import { goTo, paths } from '../../ui/router.ts'
import { useSuppliesText } from './texts.ts'

/** Puts the cursor where a lot is filled in. */
export function goToLot(lotId: string): void {
  const field = document.querySelector<HTMLInputElement>(`input[name="${lotId}"]`)
  field?.focus()
  field?.scrollIntoView({ block: 'center' })
}

interface ScanProps {
  stores: readonly Shelf[]
  /** The store whose count is open. */
  here?: string
}
/** A label or slip leads to its store and lot without a network: what it means is on the phone already. */
export function Scan({ stores, here }: ScanProps) {
  const t = useSuppliesText()
  const [isOpen, setOpen] = useState(false)
  const [wrong, setWrong] = useState<'notStock' | 'notMine' | 'notInBook' | null>(null)
  const follow = (text: string) => {
    const code = stockRules.stockCodeIn(text)
    if (!code) return setWrong('notStock')
    const shelf = stores.find(({ id }) => id === code.storeId)
    if (!shelf) return setWrong('notMine')
    if (code.lotId && !shelf.lots.some(({ lotId }) => lotId === code.lotId)) return setWrong('notInBook')
    setOpen(false)
    if (shelf.id !== here) goTo(paths.store(shelf.id, code.lotId))
    else if (code.lotId) goToLot(code.lotId)
  }
  const turn = () => {
    setWrong(null)
    setOpen(!isOpen)
  }
  return (
    <section class="scan">
      {isOpen && <Camera onCode={follow} />}
      <p role="alert" class="bad">
        {isOpen && wrong && t(wrong)}
      </p>
      <button type="button" class="wide" onClick={turn}>
        {t(isOpen ? 'scanShut' : 'scan')}
      </button>
    </section>
  )
}
