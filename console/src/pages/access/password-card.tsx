import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { PasswordForm } from './password-form.tsx'

export function PasswordCard() {
  const { t } = useTranslation()
  const [changed, setChanged] = useState(false)
  return (
    <Card title={<span id="password">{t('password.title')}</span>}>
      {changed && (
        <p role="status">
          <Tag tone="ok">{t('password.changed')}</Tag>
        </p>
      )}
      <PasswordForm withCurrent verb={t('password.change')} onDone={() => setChanged(true)} />
    </Card>
  )
}
