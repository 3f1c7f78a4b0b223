import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ExposuresSearch } from '../../paths.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { CategoryList } from './category-list.tsx'
import styles from './exposures.module.css'
import { PersonsCard } from './persons-card.tsx'
import { categoriesQuery } from './queries.ts'
import { StartButton } from './start-button.tsx'

interface TabProps {
  search: ExposuresSearch
  onChange(patch: ExposuresSearch): void
}

export function ListTab({ search, onChange }: TabProps) {
  const { t } = useTranslation()
  const query = useQuery(categoriesQuery(search.area, search.asOf))
  return (
    <Loaded
      query={query}
      skeleton={
        <Card>
          <Skeleton lines={8} height={26} />
        </Card>
      }
      empty={{
        when: ({ items }) => items.length === 0,
        show: (
          <Card>
            <Nothing title={t('exposures.noCategories')}>
              <StartButton />
            </Nothing>
          </Card>
        ),
      }}
    >
      {({ items }) => {
        const chosen = items.find(({ code }) => code === search.category) ?? items[0]
        return (
          <div className={styles.columns}>
            <Card title={t('exposures.categories')} flush>
              <nav className={styles.categories} aria-label={t('exposures.categories')}>
                <CategoryList
                  categories={items}
                  chosen={chosen?.code}
                  onChoose={(category) => onChange({ category })}
                />
              </nav>
            </Card>
            {chosen && <PersonsCard key={chosen.code} category={chosen} all={items} search={search} />}
          </div>
        )
      }}
    </Loaded>
  )
}
