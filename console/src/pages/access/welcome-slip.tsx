import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { welcomeLink } from '../../paths.ts'
import { useCopied } from '../../ui/copied.ts'
import { dateTime } from '../../ui/format.ts'
import { QrCode } from '../../ui/qr-code.tsx'
import type { Welcome } from './calls.ts'
import styles from './settings.module.css'

/** Shown once: handed over in person, as a square to scan or a code to type. */
export function WelcomeSlip({ name, welcome, onClose }: { name: string; welcome: Welcome; onClose(): void }) {
  const { t } = useTranslation()
  const { copied, copy } = useCopied()
  const link = welcomeLink(welcome.code)
  return (
    <Modal
      open
      title={t('slip.title', { name })}
      onCancel={onClose}
      footer={[
        <Button key="copy" onClick={() => copy(link)}>
          {copied ? t('forms.copied') : t('slip.copyLink')}
        </Button>,
        <Button key="done" type="primary" onClick={onClose}>
          {t('forms.done')}
        </Button>,
      ]}
    >
      <div className="stack">
        <p>{t('slip.about', { until: dateTime(welcome.expiresAt) })}</p>
        <QrCode text={link} label={t('slip.qr', { name })} />
        <code className={styles.secret} style={{ textAlign: 'center' }}>
          {welcome.code}
        </code>
      </div>
    </Modal>
  )
}
