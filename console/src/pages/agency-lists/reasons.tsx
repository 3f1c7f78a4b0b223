import { useTranslation } from 'react-i18next'
import { zh } from '../../i18n/zh/zh.ts'
import { Tag, type Tone } from '../../ui/tag.tsx'
import styles from './agency-lists.module.css'

const has = <T extends object>(words: T, code: string): code is Extract<keyof T, string> => Object.hasOwn(words, code)
const toneOf = (code: string): Tone =>
  /-(same|sound)$/.test(code) ? 'ok' : /-(other|slip|similar|near|invalid)$/.test(code) ? 'caution' : 'plain'

/** What agrees and what does not, each in a word. */
export function Reasons({ codes }: { codes: readonly string[] }) {
  const { t } = useTranslation()
  if (codes.length === 0) return null
  return (
    <ul className={styles.reasons}>
      {codes.map((code) => (
        <li key={code}>
          <Tag tone={toneOf(code)}>{has(zh.listEntry.reasons, code) ? t(`listEntry.reasons.${code}`) : code}</Tag>
        </li>
      ))}
    </ul>
  )
}
