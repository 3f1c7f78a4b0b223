import type { ReactNode } from 'react'
import { DataTable, type DataTableProps } from './data-table.tsx'
import { Loaded, type QueryLike } from './loaded.tsx'
import { More, type MoreProps } from './more.tsx'
import { Card } from './page.tsx'

interface PagedTableProps<Row> extends Omit<DataTableProps<Row>, 'rows'> {
  query: QueryLike<{ pages: ReadonlyArray<{ items: readonly Row[] }> }> & MoreProps['query']
  skeleton: ReactNode
  /** What is said when there is nothing. */
  none: ReactNode
  /** On a card of its own, which is not there when there is nothing. */
  card?: boolean
}

/** A table of what the server gives page by page, in its four states, and a button for more of it. */
export function PagedTable<Row>({ query, skeleton, none, card = false, ...table }: PagedTableProps<Row>) {
  return (
    <Loaded
      query={query}
      skeleton={skeleton}
      empty={{ when: ({ pages }) => pages.every(({ items }) => items.length === 0), show: none }}
    >
      {({ pages }) => {
        const shown = (
          <>
            <DataTable {...table} rows={pages.flatMap(({ items }) => items)} />
            <More query={query} />
          </>
        )
        return card ? <Card flush>{shown}</Card> : shown
      }}
    </Loaded>
  )
}
