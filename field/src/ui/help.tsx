import { useState } from 'preact/hooks'

const keyOf = (name: string): string => `qunfang.field.help.${name}`

function wasSeen(name: string): boolean {
  try {
    return localStorage.getItem(keyOf(name)) !== null
  } catch {
    return false
  }
}

/** A few steps in place of a manual: open the first time on this phone, a tap away ever after. */
export function Help(props: { name: string; title: string; ok: string; children: string[] }) {
  const [open, setOpen] = useState(() => !wasSeen(props.name))
  const close = () => {
    setOpen(false)
    try {
      localStorage.setItem(keyOf(props.name), '1')
    } catch {
      // It is shown again next time.
    }
  }
  if (!open) {
    return (
      <button type="button" class="help-again" aria-label={props.title} onClick={() => setOpen(true)}>
        ?
      </button>
    )
  }
  return (
    <section class="help" aria-label={props.title}>
      <h2>{props.title}</h2>
      <ol>
        {props.children.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <button type="button" class="wide primary" onClick={close}>
        {props.ok}
      </button>
    </section>
  )
}
