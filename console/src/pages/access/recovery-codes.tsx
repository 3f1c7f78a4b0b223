import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCopied } from '../../ui/copied.ts'
import styles from './settings.module.css'

export function RecoveryCodes({ codes }: { codes: string[] }) {
  const { t } = useTranslation()
  const { copied, copy } = useCopied()
  return (
    <div className="stack">
      <p>{t('recovery.about')}</p>
      <ul className={styles.codes} aria-label={t('recovery.title')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="row">
        <Button onClick={() => copy(codes.join('\n'))}>{copied ? t('forms.copied') : t('forms.copy')}</Button>
        <Button onClick={() => print()}>{t('recovery.print')}</Button>
      </div>
    </div>
  )
}
