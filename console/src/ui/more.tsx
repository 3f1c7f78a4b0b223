import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import styles from './page.module.css'

export interface MoreProps {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage(): unknown }
}

/** The next part of a long list, when somebody wants it. */
export function More({ query }: MoreProps) {
  const { t } = useTranslation()
  if (!query.hasNextPage) return null
  return (
    <div className={styles.more}>
      <Button onClick={() => query.fetchNextPage()} loading={query.isFetchingNextPage}>
        {t('table.more')}
      </Button>
    </div>
  )
}
