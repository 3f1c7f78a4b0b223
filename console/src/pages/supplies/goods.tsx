import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { amountText } from './amounts.ts'
import { type Item, itemsQuery, type Movement } from './queries.ts'
import styles from './supplies.module.css'

export function useItems(): { items: readonly Item[]; itemOf(id: string): Item | undefined } {
  const items = useQuery(itemsQuery).data?.items ?? []
  return { items, itemOf: (id) => items.find((one) => one.id === id) }
}

type Line = Movement['lines'][number]
/** Goods of a movement, in the words they were said in: with the pack, where there was one. */
export function Lines({ lines }: { lines: readonly Line[] }) {
  const { t } = useTranslation()
  const { itemOf } = useItems()
  return (
    <ul className={styles.lines}>
      {lines.map(({ itemId, lotId, quantity, packId, amount, book }) => {
        const item = itemOf(itemId)
        const pack = item?.packs.find(({ id }) => id === packId)
        const differs = book !== null && book !== quantity
        return (
          <li key={lotId}>
            {item?.name} <span className="number">{item ? amountText(t, item.unit, quantity) : quantity}</span>
            {pack && (
              <span className="muted small">
                {' '}
                ({amount} × {pack.label})
              </span>
            )}
            {differs && item && (
              <span className="small">
                {' '}
                {t('supplies.difference')} {amountText(t, item.unit, quantity - (book ?? 0))}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
