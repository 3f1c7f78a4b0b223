import { Form, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { amountText } from './amounts.ts'
import { type Fact, FactDialog, TextField } from './fact-dialog.tsx'
import { useItems } from './goods.tsx'
import type { Consignment, StoreStock } from './queries.ts'
import styles from './supplies.module.css'

interface Said {
  found: Record<string, number | null | undefined>
  why?: string
}
interface Counted {
  itemId: string
  lotId: string
}
const linesOf = (goods: readonly Counted[], found: Said['found']) =>
  goods.flatMap(({ itemId, lotId }) => {
    const amount = found[lotId]
    return amount === null || amount === undefined ? [] : [{ itemId, lotId, amount: String(amount) }]
  })

interface Row extends Counted {
  name: string
  about: string
}
function FoundFields({ rows, needed }: { rows: readonly Row[]; needed: boolean }) {
  const { t } = useTranslation()
  return (
    <div className={styles.counting}>
      {rows.map(({ lotId, name, about }) => (
        <Form.Item
          key={lotId}
          name={['found', lotId]}
          label={
            <span>
              {name} <span className="muted small">{about}</span>
            </span>
          }
          rules={needed ? [{ required: true, message: t('supplies.needed') }] : []}
          style={{ gridColumn: '1 / -1' }}
        >
          <InputNumber min={0} precision={0} style={{ width: 180 }} />
        </Form.Item>
      ))}
    </div>
  )
}

/** What was found of each lot; what was not counted is left empty. */
export function CountDialog({ store, onClose }: { store: StoreStock; onClose(): void }) {
  const { t } = useTranslation()
  const { storeId } = store
  const rows = store.items.map(({ itemId, itemName, unit, quantity, lot }) => ({
    ...{ itemId, lotId: lot.id, name: itemName },
    about: `${lot.makerNo ?? t('supplies.noLot')} · ${t('supplies.book', { book: amountText(t, unit, quantity) })}`,
  }))
  const send = ({ id, at, found, why }: Fact & Said) => {
    const body = {
      id,
      storeId,
      at,
      kind: 'counted' as const,
      lines: linesOf(rows, found ?? {}),
      why: why?.trim() || null,
    }
    return answer(api.POST('/supplies/stores/{storeId}/movements', { params: { path: { storeId } }, body }))
  }
  return (
    <FactDialog<Said>
      name="count"
      title={t('supplies.form.counted')}
      about={t('supplies.countAbout')}
      send={send}
      onClose={onClose}
    >
      <FoundFields rows={rows} needed={false} />
      <TextField name="why" label={t('supplies.why')} max={200} />
    </FactDialog>
  )
}

/** Each line of a transfer with what came of it. */
export function ArriveDialog({ way, onClose }: { way: Consignment; onClose(): void }) {
  const { t } = useTranslation()
  const { itemOf } = useItems()
  const rows = way.lines.map(({ itemId, lotId, quantity }) => {
    const item = itemOf(itemId)
    return {
      itemId,
      lotId,
      name: item?.name ?? '',
      about: item ? amountText(t, item.unit, quantity) : String(quantity),
    }
  })
  const found = Object.fromEntries(way.lines.map(({ lotId, quantity }) => [lotId, quantity]))
  const params = { path: { storeId: way.toStoreId } }
  const send = ({ id, at, found: came, why }: Fact & Said) => {
    const base = { id, storeId: way.toStoreId, at, consignmentId: way.id, lines: linesOf(rows, came) }
    const body = { ...base, kind: 'arrived' as const, why: why?.trim() || null }
    return answer(api.POST('/supplies/stores/{storeId}/movements', { params, body }))
  }
  return (
    <FactDialog<Said>
      name="arrive"
      title={t('supplies.form.arrived')}
      initial={{ found }}
      send={send}
      onClose={onClose}
    >
      <FoundFields rows={rows} needed />
      <TextField name="why" label={t('supplies.why')} max={200} />
    </FactDialog>
  )
}
