import { useQuery } from '@tanstack/react-query'
import { Form, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { meQuery } from '../../session.ts'
import { dayOf } from '../../ui/format.ts'
import { divisionsQuery } from '../places/queries.ts'
import { type Fact, FactDialog, TextField } from './fact-dialog.tsx'
import { onlyOne } from './only-one.ts'
import type { Owner, Unit } from './queries.ts'
import styles from './supplies.module.css'

const UNITS: Unit[] = ['piece', 'pair', 'set', 'bottle', 'bag', 'barrel', 'gram', 'millilitre']
const OWNERS: Owner[] = [
  'county-depot',
  'hospital',
  'township',
  'grain-outlet',
  'supermarket',
  'reserve-company',
  'other',
]

interface NewItem {
  code: string
  name: string
  kind: 'medical' | 'daily'
  unit: Unit
  packLabel?: string
  packHolds?: number
}
export function AddItem({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const send = ({ id, at, packLabel, packHolds, ...item }: Fact & NewItem) => {
    const packs =
      packLabel?.trim() && packHolds
        ? [{ id: newId(), label: packLabel.trim(), holds: packHolds, from: dayOf(at) }]
        : []
    return answer(api.POST('/supplies/items/batch', { body: { items: [{ id, ...item, packs }] } })).then(onlyOne)
  }
  return (
    <FactDialog<NewItem>
      name="item"
      title={t('supplies.form.item')}
      initial={{ kind: 'medical', unit: 'piece' }}
      send={send}
      onClose={onClose}
    >
      <TextField name="name" label={t('supplies.name')} needed />
      <Form.Item
        name="code"
        label={t('supplies.code')}
        rules={[{ required: true, pattern: /^[a-z0-9-]{2,40}$/, message: t('supplies.codeWrong') }]}
      >
        <Input maxLength={40} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="kind" label={t('supplies.kindOf')}>
          <Select
            options={(['medical', 'daily'] as const).map((one) => ({ value: one, label: t(`supplies.kind.${one}`) }))}
          />
        </Form.Item>
        <Form.Item name="unit" label={t('supplies.unitOf')}>
          <Select options={UNITS.map((one) => ({ value: one, label: t(`supplies.unit.${one}`) }))} />
        </Form.Item>
        <TextField name="packLabel" label={t('supplies.packLabel')} max={30} />
        <Form.Item name="packHolds" label={t('supplies.packHolds')}>
          <InputNumber min={1} max={1_000_000_000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </div>
    </FactDialog>
  )
}

interface NewStore {
  name: string
  post: string
  owner: Owner
  division: string
}
export function AddStore({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const seat = useQuery(meQuery).data?.seat?.division ?? ''
  const divisions = useQuery(divisionsQuery).data ?? []
  const places = divisions.filter(({ code }) => code.startsWith(seat) && (code.length <= 9 || code === seat))
  const send = ({ id, at, ...store }: Fact & NewStore) =>
    answer(api.POST('/supplies/stores/batch', { body: { items: [{ id, openedAt: at, ...store }] } })).then(onlyOne)
  return (
    <FactDialog<NewStore>
      name="store"
      title={t('supplies.form.store')}
      initial={{ owner: 'township', division: seat }}
      send={send}
      onClose={onClose}
    >
      <TextField name="name" label={t('supplies.name')} needed />
      <Form.Item name="owner" label={t('supplies.ownerOf')}>
        <Select options={OWNERS.map((one) => ({ value: one, label: t(`supplies.owner.${one}`) }))} />
      </Form.Item>
      <Form.Item name="division" label={t('supplies.division')}>
        <Select
          showSearch
          optionFilterProp="label"
          options={places.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Form.Item>
      <TextField name="post" label={t('supplies.post')} needed />
    </FactDialog>
  )
}
