import type { ComponentChildren } from 'preact'

/** The button at the end of a form, and what is said below it. */
export function SaveBar({
  said,
  onSave,
  children,
}: {
  said: string | null
  onSave(): void
  children: ComponentChildren
}) {
  return (
    <>
      <button type="button" class="primary wide" onClick={onSave}>
        {children}
      </button>
      <p class="verdict" role="status">
        {said}
      </p>
    </>
  )
}
