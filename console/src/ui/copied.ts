import { useState } from 'react'

/** Says for a moment that it was copied; a browser that forbids it changes nothing. */
export function useCopied() {
  const [copied, setCopied] = useState(false)
  const copy = (text: string) => {
    navigator.clipboard?.writeText(text).then(
      () => {
        setCopied(true)
        setTimeout(() => setCopied(false), 2500)
      },
      () => setCopied(false),
    )
  }
  return { copied, copy }
}
