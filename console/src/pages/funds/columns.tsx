import type { TFunction } from 'i18next'
import type { Column } from '../../ui/data-table.tsx'
import { yuan } from './money.ts'

/** What it is for, and who is paid. */
export const whatColumn = <Row extends { title: string; payee: string }>(t: TFunction): Column<Row> => ({
  key: 'title',
  title: t('funds.what'),
  phone: 'heading',
  cell: (one) => (
    <>
      <strong>{one.title}</strong>
      <div className="muted">{one.payee}</div>
    </>
  ),
})

export const amountColumn = <Row extends { fen: number }>(t: TFunction): Column<Row> => ({
  key: 'fen',
  title: t('funds.amount'),
  align: 'end',
  cell: ({ fen }) => <span className="number">{yuan(fen)}</span>,
})
