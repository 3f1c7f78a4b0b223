import { useInfiniteQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Views } from '../../ui/filters.tsx'
import { dateTime, fromLocalInput } from '../../ui/format.ts'
import styles from './exposures.module.css'
import { TimeField } from './fact-dialog.tsx'
import { gatheringsQuery, type NewContact } from './queries.ts'
import { type Who, WhoFields } from './who-fields.tsx'

const kinds = [
  'household',
  'caregiver',
  'shared-meal',
  'same-room',
  'same-vehicle',
  'visiting',
  'same-ward',
  'shared-utensils',
  'secretions',
  'aerosol-procedure',
  'judgement',
  'other',
] as const
const relations = [
  'family',
  'friend',
  'colleague',
  'classmate',
  'health-worker',
  'neighbour',
  'other',
  'unknown',
] as const
const protections = ['none', 'partial', 'full', 'unknown'] as const
const durations = ['under-5-minutes', '5-15-minutes', '15-60-minutes', '1-4-hours', 'over-4-hours', 'unknown'] as const
const certainties = ['high', 'medium', 'low'] as const

export interface ContactForm {
  gatheringId?: string
  firstAt: string
  firstEstimated?: boolean
  lastAt: string
  lastEstimated?: boolean
  kind: (typeof kinds)[number]
  relation: (typeof relations)[number]
  protection: (typeof protections)[number]
  duration: (typeof durations)[number]
  certainty: (typeof certainties)[number]
}

/** With whom: somebody the register knows, or everybody at a gathering. */
export interface Met {
  to: 'person' | 'gathering'
  other: Who | null
}
const withOf = ({ to, other }: Met, gatheringId: string | undefined): NewContact['with'] =>
  to === 'gathering'
    ? { gatheringId: gatheringId ?? '' }
    : { personId: other && 'personId' in other ? other.personId : '' }
export const isMetSaid = ({ to, other }: Met): boolean => to === 'gathering' || (other !== null && 'personId' in other)

export const contactOf = (form: ContactForm, met: Met) => ({
  with: withOf(met, form.gatheringId),
  firstAt: fromLocalInput(form.firstAt),
  firstEstimated: form.firstEstimated ?? false,
  lastAt: fromLocalInput(form.lastAt),
  lastEstimated: form.lastEstimated ?? false,
  kind: form.kind,
  relation: form.relation,
  protection: form.protection,
  duration: form.duration,
  certainty: form.certainty,
})

export const usualContact = {
  kind: 'household',
  relation: 'family',
  protection: 'none',
  duration: 'unknown',
  certainty: 'high',
} satisfies Partial<ContactForm>

const choice = <T extends string>(values: readonly T[], label: (value: T) => string) =>
  values.map((value) => ({ value, label: label(value) }))

interface ContactFieldsProps {
  met: Met
  /** A contact that is corrected stays with whom it was. */
  fixed: boolean
  onMet(met: Met): void
}

export function ContactFields({ met, fixed, onMet }: ContactFieldsProps) {
  const { t } = useTranslation()
  const gatherings = useInfiniteQuery(gatheringsQuery).data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <>
      {!fixed && (
        <Form.Item label={t('facts.with')}>
          <Views<Met['to']>
            label={t('facts.with')}
            value={met.to}
            options={[
              ['person', t('facts.aPerson')],
              ['gathering', t('facts.gathering')],
            ]}
            onChange={(to) => onMet({ ...met, to })}
          />
        </Form.Item>
      )}
      {met.to === 'person' && !fixed && (
        <WhoFields
          label={t('facts.with')}
          mayBeNew={false}
          who={met.other}
          onWho={(other) => onMet({ ...met, other })}
        />
      )}
      {met.to === 'gathering' && (
        <Form.Item
          name="gatheringId"
          label={t('facts.gathering')}
          rules={[{ required: true, message: t('definitions.choose') }]}
        >
          <Select
            options={gatherings.map(({ id, name, startedAt }) => ({
              value: id,
              label: `${name} ${dateTime(startedAt)}`,
            }))}
          />
        </Form.Item>
      )}
      <div className={styles.pair}>
        <TimeField name="firstAt" label={t('facts.firstAt')} estimated="firstEstimated" />
        <TimeField name="lastAt" label={t('facts.lastAt')} estimated="lastEstimated" />
        <Form.Item name="kind" label={t('facts.kind')}>
          <Select options={choice(kinds, (value) => t(`exposureWords.kind.${value}`))} />
        </Form.Item>
        <Form.Item name="relation" label={t('facts.relation')}>
          <Select options={choice(relations, (value) => t(`exposureWords.relation.${value}`))} />
        </Form.Item>
        <Form.Item name="protection" label={t('facts.protection')}>
          <Select options={choice(protections, (value) => t(`exposureWords.protection.${value}`))} />
        </Form.Item>
        <Form.Item name="duration" label={t('facts.duration')}>
          <Select options={choice(durations, (value) => t(`exposureWords.duration.${value}`))} />
        </Form.Item>
        <Form.Item name="certainty" label={t('facts.certainty')}>
          <Select options={choice(certainties, (value) => t(`exposureWords.certainty.${value}`))} />
        </Form.Item>
      </div>
    </>
  )
}
