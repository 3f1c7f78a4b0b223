import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { speak } from '../../i18n/i18n.ts'
import styles from './door.module.css'

/** What stands before the desk: one calm card in the middle, in either language. */
export function Door({ title, about, children }: { title: string; about?: ReactNode; children: ReactNode }) {
  const { t, i18n } = useTranslation()
  useEffect(() => {
    document.title = `${title} · ${t('shell.product')}`
  }, [title, t])
  const other = i18n.language === 'en' ? 'zh' : 'en'
  return (
    <main className={styles.door}>
      <div className={styles.card}>
        <div className={styles.brand}>
          <img src="/favicon.svg" alt="" width="44" height="44" />
          <div>
            <b>{t('shell.product')}</b>
            <div className="muted small">{t('shell.tagline')}</div>
          </div>
        </div>
        <div>
          <h1>{title}</h1>
          {about && <p className="muted">{about}</p>}
        </div>
        {children}
      </div>
      <button
        type="button"
        className={styles.language}
        lang={other === 'en' ? 'en' : 'zh-CN'}
        onClick={() => void speak(other)}
      >
        {t('shell.languageOther')}
      </button>
    </main>
  )
}
