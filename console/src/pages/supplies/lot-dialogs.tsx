import { useQuery } from '@tanstack/react-query'
import { Form, InputNumber, Modal, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Skeleton } from '../../ui/page.tsx'
import { amountText } from './amounts.ts'
import { FactDialog, TextField } from './fact-dialog.tsx'
import { type Recall, traceQuery } from './queries.ts'
import styles from './supplies.module.css'

/** Where a lot came in, what is left of it, and whom the rest was given to. */
export function LotDialog({ lotId, onClose }: { lotId: string; onClose(): void }) {
  const { t } = useTranslation()
  const query = useQuery(traceQuery(lotId))
  return (
    <Modal open title={t('supplies.trace')} footer={null} onCancel={onClose} width={640} destroyOnHidden>
      <Loaded query={query} skeleton={<Skeleton lines={6} />} empty="never">
        {({ lot, itemName, unit, received, used, underWay, stores, uses, more }) => (
          <div className="stack">
            <p>
              <strong>{itemName}</strong> {lot.makerNo} {lot.maker} {lot.expiresOn}
            </p>
            <p className="number">
              {t('supplies.received')} {amountText(t, unit, received)} · {t('supplies.used')}{' '}
              {amountText(t, unit, used)} · {t('supplies.underWay')} {amountText(t, unit, underWay)}
            </p>
            <h3>{t('supplies.left')}</h3>
            <ul className={styles.lines}>
              {stores.map(({ storeId, storeName, quantity }) => (
                <li key={storeId}>
                  {storeName} <span className="number">{amountText(t, unit, quantity)}</span>
                </li>
              ))}
            </ul>
            <h3>{t('supplies.uses')}</h3>
            <ul className={styles.lines}>
              {uses.map(({ movementId, storeName, at, party, quantity }) => (
                <li key={movementId}>
                  <span className="number">{dateTime(at)}</span> {storeName} → {party}{' '}
                  <span className="number">{amountText(t, unit, quantity)}</span>
                </li>
              ))}
            </ul>
            {more && <p className="muted">{t('supplies.moreUses')}</p>}
          </div>
        )}
      </Loaded>
    </Modal>
  )
}

export function RecallDialog({ lotId, onClose }: { lotId: string; onClose(): void }) {
  const { t } = useTranslation()
  return (
    <FactDialog<{ notice: string; documentNo?: string }>
      name="recall"
      title={t('supplies.form.recall')}
      danger
      send={({ documentNo, ...said }) =>
        answer(api.POST('/supplies/recalls', { body: { ...said, lotId, documentNo: documentNo?.trim() || null } }))
      }
      onClose={onClose}
    >
      <TextField name="notice" label={t('supplies.notice')} needed max={400} />
      <TextField name="documentNo" label={t('supplies.documentNo')} />
    </FactDialog>
  )
}

const DONE = ['set-aside', 'sent-back', 'destroyed', 'nothing-left'] as const
interface Said {
  found: number
  done: (typeof DONE)[number]
}
export function AnswerDialog({ recall, storeId, onClose }: { recall: Recall; storeId: string; onClose(): void }) {
  const { t } = useTranslation()
  const params = { path: { recallId: recall.id } }
  return (
    <FactDialog<Said>
      name="recall-answer"
      title={t('supplies.form.answer')}
      initial={{ done: 'set-aside' }}
      send={(said) => answer(api.POST('/supplies/recalls/{recallId}/answers', { params, body: { ...said, storeId } }))}
      onClose={onClose}
    >
      <Form.Item
        name="found"
        label={`${t('supplies.foundOf')} (${t(`supplies.unit.${recall.unit}`)})`}
        rules={[{ required: true, message: t('supplies.needed') }]}
      >
        <InputNumber min={0} precision={0} style={{ width: 180 }} />
      </Form.Item>
      <Form.Item name="done" label={t('supplies.what')}>
        <Select options={DONE.map((one) => ({ value: one, label: t(`supplies.done.${one}`) }))} />
      </Form.Item>
    </FactDialog>
  )
}
