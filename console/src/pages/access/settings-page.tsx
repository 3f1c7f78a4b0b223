import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { meQuery } from '../../session.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Page, Skeleton } from '../../ui/page.tsx'
import { AuthenticatorCard } from './authenticator-card.tsx'
import { LanguageCard } from './language-card.tsx'
import { PasskeysCard } from './passkeys-card.tsx'
import { PasswordCard } from './password-card.tsx'
import { SeatsCard } from './seats-card.tsx'
import { SessionsCard } from './sessions-card.tsx'
import styles from './settings.module.css'

/** One's own account: nothing here touches anybody else. */
export default function SettingsPage() {
  const { t } = useTranslation()
  const me = useQuery(meQuery)
  return (
    <Page title={t('settings.title')} about={me.data && `${me.data.account.name} · ${me.data.account.signInName}`}>
      <Loaded
        query={me}
        skeleton={
          <Card>
            <Skeleton lines={8} height={26} />
          </Card>
        }
        empty="never"
      >
        {(data) => (
          <>
            {data.todo.length > 0 && (
              <div className={styles.todo} role="status">
                <b>{t('settings.todo')}</b>
                {data.todo.map((what) => (
                  <a key={what} href={`#${what}`}>
                    {t(`settings.todoItem.${what}`)}
                  </a>
                ))}
              </div>
            )}
            <div className={styles.grid}>
              <PasswordCard />
              <AuthenticatorCard security={data.security} />
              <PasskeysCard security={data.security} />
              <SeatsCard me={data} />
              <SessionsCard />
              <LanguageCard />
            </div>
          </>
        )}
      </Loaded>
    </Page>
  )
}
