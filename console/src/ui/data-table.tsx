import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './data-table.module.css'

export interface Column<Row> {
  key: string
  title: string
  cell(row: Row): ReactNode
  align?: 'end'
  /** On a phone every row becomes a card: its heading, a whole line of it, or left out. */
  phone?: 'heading' | 'wide' | 'leave-out'
  sortable?: true
}

export interface DataTableProps<Row> {
  /** Read aloud before the table; not drawn. */
  caption: string
  columns: Column<Row>[]
  rows: readonly Row[]
  rowKey(row: Row): string
  rowTone?(row: Row): 'alarm' | 'quiet' | undefined
  /** `-name` sorts downwards. */
  sort?: string | undefined
  onSort?(sort: string): void
  height?: number
}

const ariaSort = (key: string, sort: string | undefined) =>
  sort === key ? 'ascending' : sort === `-${key}` ? 'descending' : undefined

// The roles repeat what the elements are: as cards they are no longer laid out as a table, and would lose it.
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, rowTone, sort, onSort, height } = props
  const { t } = useTranslation()
  return (
    <section
      className={styles.box}
      style={height ? { maxHeight: height } : undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={caption}
    >
      {/* biome-ignore lint/a11y/noRedundantRoles: see above */}
      <table className={styles.table} role="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" data-align={column.align} aria-sort={ariaSort(column.key, sort)}>
                {column.sortable && onSort ? (
                  <button
                    type="button"
                    className={styles.sort}
                    onClick={() => onSort(sort === `-${column.key}` ? column.key : `-${column.key}`)}
                    title={t('table.sortBy', { column: column.title })}
                  >
                    {column.title}
                    <span aria-hidden="true">{sort === column.key ? '↑' : sort === `-${column.key}` ? '↓' : '↕'}</span>
                  </button>
                ) : (
                  column.title || <span className="visually-hidden">{t('table.actions')}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            // biome-ignore lint/a11y/noRedundantRoles: see above
            <tr key={rowKey(row)} role="row" data-tone={rowTone?.(row)}>
              {columns.map((column) => (
                <td
                  key={column.key}
                  // biome-ignore lint/a11y/noRedundantRoles: see above
                  role="cell"
                  data-label={column.title}
                  data-align={column.align}
                  data-phone={column.phone}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
