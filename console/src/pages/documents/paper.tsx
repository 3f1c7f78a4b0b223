import { useTranslation } from 'react-i18next'
import styles from './documents.module.css'

const asSource = (svg: string): string => {
  const bytes = new TextEncoder().encode(svg)
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return `data:image/svg+xml;base64,${btoa(text)}`
}

/** The pages as they come out of the printer, one below the other. */
export function Paper({ svg, encoded, title }: { svg?: string; encoded?: string; title: string }) {
  const { t } = useTranslation()
  const source = encoded ? `data:image/svg+xml;base64,${encoded}` : svg ? asSource(svg) : undefined
  if (!source) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={styles.paper} tabIndex={0} aria-label={t('documents.paper')}>
      <img src={source} alt={t('documents.paperOf', { title })} />
    </section>
  )
}
