import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useText } from '../i18n/index.ts'

/** Comes up from the bottom, where the thumb is. The browser's own dialog keeps focus and Escape right. */
export function Sheet(props: { title: string; onClose(): void; children: ComponentChildren }) {
  const t = useText()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog without our help
    <dialog
      ref={dialog}
      class="sheet"
      aria-label={props.title}
      onClose={props.onClose}
      onClick={(event) => event.target === dialog.current && props.onClose()}
    >
      <header>
        <h2>{props.title}</h2>
        <button type="button" class="close" aria-label={t('shift.no')} onClick={props.onClose}>
          ✕
        </button>
      </header>
      <div class="sheet-body">{props.children}</div>
    </dialog>
  )
}
