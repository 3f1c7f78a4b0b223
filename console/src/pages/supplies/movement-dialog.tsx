import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { type Fact, FactDialog } from './fact-dialog.tsx'
import { GoodsFields, LOSSES, MoreFields, type MovementForm, SOURCES, type TO } from './movement-fields.tsx'
import { onlyOne } from './only-one.ts'
import type { StoreStock } from './queries.ts'

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
