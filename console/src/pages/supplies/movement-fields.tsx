import { useInfiniteQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { amountText } from './amounts.ts'
import { TextField } from './fact-dialog.tsx'
import { useItems } from './goods.tsx'
import { type StockLine, storesQuery } from './queries.ts'
import styles from './supplies.module.css'

export type MovementForm = 'received' | 'issued' | 'sent' | 'sold' | 'written-off'
export const TO = ['checkpoint', 'site', 'hospital', 'township', 'village', 'team', 'residents', 'other'] as const
export const SOURCES = ['allocated', 'bought', 'donated', 'returned'] as const
export const LOSSES = ['expired', 'written-off'] as const

export function GoodsFields({ isNew, lines }: { isNew: boolean; lines: readonly StockLine[] }) {
  const { t } = useTranslation()
  const { items, itemOf } = useItems()
  const goods: string | undefined = Form.useWatch('goods')
  const item = itemOf(goods?.split(' ')[0] ?? '')
  const needed = [{ required: true, message: t('supplies.needed') }]
  const inStore = lines.map(({ itemId, itemName, unit, quantity, lot }) => ({
    value: `${itemId} ${lot.id}`,
    label: `${itemName} · ${lot.makerNo ?? t('supplies.noLot')}${lot.expiresOn ? ` · ${lot.expiresOn}` : ''} · ${amountText(t, unit, quantity)}`,
  }))
  const known = items.map(({ id, name }) => ({ value: id, label: name }))
  const packs = item?.packs.map(({ id, label }) => ({ value: id, label })) ?? []
  const base = item ? t(`supplies.unit.${item.unit}`) : t('supplies.base')
  return (
    <>
      <Form.Item name="goods" label={t(isNew ? 'supplies.item' : 'supplies.goods')} rules={needed}>
        <Select showSearch optionFilterProp="label" options={isNew ? known : inStore} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="amount" label={t('supplies.amount')} rules={needed}>
          <Input inputMode="decimal" maxLength={19} />
        </Form.Item>
        <Form.Item name="packId" label={t('supplies.pack')} initialValue="">
          <Select options={[{ value: '', label: base }, ...packs]} />
        </Form.Item>
      </div>
      {isNew && (
        <div className={styles.pair}>
          <TextField name="makerNo" label={t('supplies.makerNo')} />
          <Form.Item name="expiresOn" label={t('supplies.expiresOn')}>
            <Input type="date" />
          </Form.Item>
        </div>
      )}
    </>
  )
}

export function MoreFields({ form, storeId }: { form: MovementForm; storeId: string }) {
  const { t } = useTranslation()
  const choice = (name: string, label: string, options: Array<{ value: string; label: string }>) => (
    <Form.Item name={name} label={label}>
      <Select options={options} />
    </Form.Item>
  )
  switch (form) {
    case 'received':
      return (
        <>
          {choice(
            'account',
            t('supplies.from'),
            SOURCES.map((one) => ({ value: one, label: t(`supplies.account.${one}`) })),
          )}
          <TextField name="party" label={t('supplies.party')} />
          <TextField name="documentNo" label={t('supplies.documentNo')} />
        </>
      )
    case 'issued':
      return (
        <>
          {choice(
            'toKind',
            t('supplies.toWhom'),
            TO.map((one) => ({ value: one, label: t(`supplies.to.${one}`) })),
          )}
          <TextField name="party" label={t('supplies.party')} needed />
          <TextField name="documentNo" label={t('supplies.documentNo')} />
        </>
      )
    case 'sent':
      return (
        <>
          <ToStore storeId={storeId} />
          <TextField name="documentNo" label={t('supplies.documentNo')} />
        </>
      )
    case 'written-off':
      return (
        <>
          {choice(
            'account',
            t('supplies.what'),
            LOSSES.map((one) => ({ value: one, label: t(`supplies.account.${one}`) })),
          )}
          <TextField name="documentNo" label={t('supplies.documentNo')} needed />
          <TextField name="why" label={t('supplies.why')} needed max={200} />
        </>
      )
    case 'sold':
      return null
    default:
      return form satisfies never
  }
}

function ToStore({ storeId }: { storeId: string }) {
  const { t } = useTranslation()
  const { data } = useInfiniteQuery(storesQuery(undefined))
  const options = data?.pages
    .flatMap(({ items }) => items)
    .filter(({ id }) => id !== storeId)
    .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Form.Item
      name="toStoreId"
      label={t('supplies.toStore')}
      rules={[{ required: true, message: t('supplies.needed') }]}
    >
      <Select showSearch optionFilterProp="label" options={options ?? []} />
    </Form.Item>
  )
}
