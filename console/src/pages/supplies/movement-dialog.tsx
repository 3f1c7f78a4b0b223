import { useInfiniteQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { amountText } from './amounts.ts'
import { type Fact, FactDialog, TextField } from './fact-dialog.tsx'
import { useItems } from './goods.tsx'
import { onlyOne } from './only-one.ts'
import { type StockLine, type StoreStock, storesQuery } from './queries.ts'
import styles from './supplies.module.css'

export type MovementForm = 'received' | 'issued' | 'sent' | 'sold' | 'written-off'
interface Said {
  goods: string
  amount: string
  packId?: string
  account?: string
  party?: string
  documentNo?: string
  makerNo?: string
  expiresOn?: string
  toKind?: (typeof TO)[number]
  toStoreId?: string
  why?: string
}
const TO = ['checkpoint', 'site', 'hospital', 'township', 'village', 'team', 'residents', 'other'] as const
const SOURCES = ['allocated', 'bought', 'donated', 'returned'] as const
const LOSSES = ['expired', 'written-off'] as const

/** A lot of its own when the goods have a number, else that of their item. */
async function lotFor(itemId: string, { makerNo, expiresOn }: Said): Promise<string> {
  if (!makerNo?.trim()) return itemId
  const { items } = await answer(api.GET('/supplies/lots', { params: { query: { itemId, search: makerNo.trim() } } }))
  const known = items.find((lot) => lot.makerNo === makerNo.trim())
  if (known) return known.id
  const lot = { id: newId(), itemId, makerNo: makerNo.trim(), ...(expiresOn ? { expiresOn } : {}) }
  onlyOne(await answer(api.POST('/supplies/lots/batch', { body: { items: [lot] } })))
  return lot.id
}

async function send(form: MovementForm, storeId: string, said: Fact & Said): Promise<unknown> {
  const [itemId = '', lot = ''] = said.goods.split(' ')
  const lotId = form === 'received' ? await lotFor(itemId, said) : lot
  const lines = [{ itemId, lotId, amount: said.amount.trim(), packId: said.packId || null }]
  const { id, at } = said
  const base = { id, storeId, at, lines }
  const documentNo = said.documentNo?.trim() || null
  const params = { path: { storeId } }
  if (form === 'issued') {
    const to = { kind: said.toKind ?? ('other' as const), party: said.party ?? '' }
    return answer(api.POST('/supplies/stores/{storeId}/slips', { params, body: { ...base, to, documentNo } }))
  }
  return answer(
    api.POST('/supplies/stores/{storeId}/movements', { params, body: bodyOf(form, base, said, documentNo) }),
  )
}

type Base = {
  id: string
  storeId: string
  at: string
  lines: Array<{ itemId: string; lotId: string; amount: string; packId: string | null }>
}
function bodyOf(form: Exclude<MovementForm, 'issued'>, base: Base, said: Said, documentNo: string | null) {
  switch (form) {
    case 'received': {
      const account = SOURCES.find((one) => one === said.account) ?? 'bought'
      return { ...base, kind: form, account, party: said.party?.trim() || null, documentNo }
    }
    case 'sent':
      return { ...base, kind: form, toStoreId: said.toStoreId ?? '', documentNo }
    case 'sold':
      return { ...base, kind: form }
    case 'written-off': {
      const account = LOSSES.find((one) => one === said.account) ?? 'written-off'
      return { ...base, kind: form, account, documentNo: documentNo ?? '', why: said.why ?? '' }
    }
    default:
      return form satisfies never
  }
}

/** Goods come, go to somebody, to another store, to customers, or are lost. */
export function MovementDialog({ form, store, onClose }: { form: MovementForm; store: StoreStock; onClose(): void }) {
  const { t } = useTranslation()
  return (
    <FactDialog<Said>
      name="movement"
      title={t(`supplies.form.${form}`)}
      about={form === 'issued' ? t('supplies.twoPersons') : undefined}
      initial={{ account: form === 'written-off' ? 'expired' : 'bought', toKind: 'checkpoint' }}
      send={(said) => send(form, store.storeId, said)}
      onClose={onClose}
    >
      <GoodsFields isNew={form === 'received'} lines={store.items} />
      <MoreFields form={form} storeId={store.storeId} />
    </FactDialog>
  )
}

function GoodsFields({ isNew, lines }: { isNew: boolean; lines: readonly StockLine[] }) {
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

function MoreFields({ form, storeId }: { form: MovementForm; storeId: string }) {
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
