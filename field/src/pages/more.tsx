import { useText } from '../i18n/index.ts'
import { paths, type Tab } from '../ui/router.ts'

/** What does not fit into the row of tabs, each as large as a thumb. */
export function MorePage({ tabs }: { tabs: readonly Tab[] }) {
  const t = useText()
  return (
    <main class="page">
      <h1>{t('nav.more')}</h1>
      <nav class="tiles" aria-label={t('nav.more')}>
        {tabs.map((tab) => (
          <a key={tab} href={paths[tab]}>
            {t(`nav.${tab}`)}
          </a>
        ))}
      </nav>
    </main>
  )
}
