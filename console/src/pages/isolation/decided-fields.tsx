import { isolationRules } from '@qunfang/client/rules'
import { Checkbox, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { moveDay } from '../../ui/format.ts'
import styles from './orders.module.css'
import type { NewOrder } from './orders-queries.ts'

export type Decided = Pick<
  NewOrder,
  'documentNo' | 'authority' | 'decider' | 'ground' | 'anchorOn' | 'endsOn' | 'reviewOn' | 'appeal'
>

/** What the office writes on every document, kept in this browser: neither names a person. */
const KEPT = 'qunfang.isolation.words'
export function keptWords(): Partial<Pick<Decided, 'authority' | 'appeal'>> {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? '{}')
  } catch {
    return {}
  }
}
export const keepWords = ({ authority, appeal }: Pick<Decided, 'authority' | 'appeal'>): void =>
  localStorage.setItem(KEPT, JSON.stringify({ authority, appeal }))

/** The longest that one decision can reach, and the latest day of its review. */
export const suggestedDays = (startsOn: string) => ({
  endsOn: moveDay(startsOn, isolationRules.ORDER_DAYS - 1),
  reviewOn: moveDay(startsOn, isolationRules.REVIEW_DAYS - 1),
})

export function useNeeded() {
  const { t } = useTranslation()
  return [{ required: true, whitespace: true, message: t('isolation.needed') }]
}

function Day({ name, label, extra }: { name: string; label: string; extra?: string }) {
  const needed = useNeeded()
  return (
    <Form.Item name={name} label={label} extra={extra} rules={needed}>
      <Input type="date" />
    </Form.Item>
  )
}

/** The medical ground, and day 0 of the observation. */
export function GroundFields() {
  const { t } = useTranslation()
  return (
    <div className={styles.pair}>
      <Form.Item
        name="ground"
        label={t('isolation.ground')}
        rules={[{ required: true, message: t('isolation.needed') }]}
      >
        <Select options={isolationRules.grounds.map((value) => ({ value, label: t(`isolation.grounds.${value}`) }))} />
      </Form.Item>
      <Day name="anchorOn" label={t('isolation.anchor')} extra={t('isolation.anchorHint')} />
    </div>
  )
}

/** Everything that a decision has to say before anybody may be kept; the server refuses it without. */
export function DecidedFields() {
  const { t } = useTranslation()
  const needed = useNeeded()
  return (
    <>
      <div className={styles.pair}>
        <Form.Item name="documentNo" label={t('isolation.documentNo')} rules={needed}>
          <Input maxLength={60} autoComplete="off" placeholder="兴防办〔2020〕12号" />
        </Form.Item>
        <Form.Item name="decider" label={t('isolation.decider')} rules={needed}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="authority" label={t('isolation.authority')} rules={needed}>
        <Input maxLength={80} />
      </Form.Item>
      <GroundFields />
      <div className={styles.pair}>
        <Day name="endsOn" label={t('isolation.till')} extra={t('isolation.tillHint')} />
        <Day name="reviewOn" label={t('isolation.review')} extra={t('isolation.reviewHint')} />
      </div>
      <Form.Item name="appeal" label={t('isolation.appealWords')} rules={needed}>
        <Input.TextArea maxLength={300} autoSize={{ minRows: 2, maxRows: 4 }} />
      </Form.Item>
    </>
  )
}

/** That the home will do, and who saw it. */
export function HomeFields() {
  const { t } = useTranslation()
  const needed = useNeeded()
  const met = Form.useWatch<string[] | undefined>(['home', 'met'])
  const isWhole = (met ?? []).length === isolationRules.homeConditions.length
  return (
    <div>
      <h3>{t('isolation.homeCheck')}</h3>
      <Form.Item name={['home', 'met']}>
        <Checkbox.Group
          aria-label={t('isolation.homeCheck')}
          className={styles.conditions ?? ''}
          options={isolationRules.homeConditions.map((value) => ({
            value,
            label: t(`isolation.conditions.${value}`),
          }))}
        />
      </Form.Item>
      {!isWhole && <p className="muted small">{t('isolation.centralProposed')}</p>}
      <div className={styles.pair}>
        <Form.Item name={['home', 'checkedBy']} label={t('isolation.checkedBy')} rules={needed}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name={['home', 'checkedAt']} label={t('isolation.checkedAt')} rules={needed}>
          <Input type="datetime-local" />
        </Form.Item>
      </div>
    </div>
  )
}
