import { useTranslation } from 'react-i18next'
import { language } from '../../i18n/i18n.ts'
import { Tag } from '../../ui/tag.tsx'
import styles from './documents.module.css'
import type { Remark } from './queries.ts'

/** What is wrong with a draft: what stops it first. */
export function Remarks({ remarks }: { remarks: readonly Remark[] }) {
  const { t } = useTranslation()
  if (remarks.length === 0) return <p className="muted">{t('documents.faultless')}</p>
  const sorted = [...remarks].sort((a, b) => Number(a.weight === 'advice') - Number(b.weight === 'advice'))
  return (
    <ul className={styles.remarks} aria-live="polite">
      {sorted.map((one) => (
        <li key={`${one.code} ${one.path} ${one.zh}`}>
          <Tag tone={one.weight === 'stop' ? 'alarm' : 'caution'}>{t(`documents.weight.${one.weight}`)}</Tag>
          <span>
            {place(t, one.path)}
            {language() === 'en' ? one.en : one.zh}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Only a paragraph needs to be counted out; every other place is named by what is said of it. */
function place(t: (key: 'documents.paragraph', values: { nth: number }) => string, path: string): string {
  const [part, nth] = path.split('.')
  return part === 'body' && nth !== undefined ? t('documents.paragraph', { nth: Number(nth) + 1 }) : ''
}
