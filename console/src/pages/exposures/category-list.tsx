import { useTranslation } from 'react-i18next'
import { FigureLink, type FigureName } from '../../ui/figure-link.tsx'
import { number } from '../../ui/format.ts'
import styles from './exposures.module.css'
import { categoryName } from './names.ts'
import type { Category } from './queries.ts'

interface CategoryListProps {
  categories: readonly Category[]
  chosen: string | undefined
  onChoose(code: string): void
}

/** Categories of the account that the catalogue of figures counts. */
const OF_FIGURES: ReadonlySet<string> = new Set<FigureName>([
  ...(['from-hubei', 'from-wuhan', 'near-huanan-market', 'contacts-both', 'contacts-wuhan', 'from-elsewhere'] as const),
])

/** What nests is shown nested: nobody is in the lower one without being in the upper. */
export function CategoryList({ categories, chosen, onChoose }: CategoryListProps) {
  const codes = new Set(categories.map(({ code }) => code))
  const tops = categories.filter(({ within }) => within === null || !codes.has(within))
  return <Level of={tops} {...{ categories, chosen, onChoose }} />
}

function Level({ of, ...rest }: CategoryListProps & { of: readonly Category[] }) {
  const { t } = useTranslation()
  if (of.length === 0) return null
  return (
    <ul>
      {of.map((category) => (
        <li key={category.code}>
          <button
            type="button"
            className={styles.category}
            aria-pressed={rest.chosen === category.code}
            onClick={() => rest.onChoose(category.code)}
          >
            <span>{categoryName(category)}</span>
            <b className={styles.count} title={t('exposures.members', { count: category.members })}>
              {number(category.members)}
            </b>
          </button>
          {OF_FIGURES.has(category.code) && (
            <FigureLink figure={category.code as FigureName}>
              <span className="small">{t('figures.name')}</span>
            </FigureLink>
          )}
          <Level of={rest.categories.filter(({ within }) => within === category.code)} {...rest} />
        </li>
      ))}
    </ul>
  )
}
