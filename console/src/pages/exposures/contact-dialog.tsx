import { useInfiniteQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { Views } from '../../ui/filters.tsx'
import { dateTime, fromLocalInput, toLocalInput } from '../../ui/format.ts'
import styles from './exposures.module.css'
import { FactDialog, type Subject, TimeField } from './fact-dialog.tsx'
import { type ContactFact, gatheringsQuery, type NewContact } from './queries.ts'
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

interface ContactForm {
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

const initial = (fact: ContactFact | undefined): Partial<ContactForm> =>
  (fact
    ? {
        ...fact,
        gatheringId: fact.gathering?.id,
        firstAt: toLocalInput(fact.firstAt),
        lastAt: toLocalInput(fact.lastAt),
      }
    : {
        kind: 'household',
        relation: 'family',
        protection: 'none',
        duration: 'unknown',
        certainty: 'high',
      }) as ContactForm

interface ContactDialogProps {
  subject?: Subject | undefined
  fact?: ContactFact | undefined
  onClose(): void
}

export function ContactDialog({ subject, fact, onClose }: ContactDialogProps) {
  const { t } = useTranslation()
  const what = t('facts.contacts')
  const [to, setTo] = useState<'person' | 'gathering'>(fact?.gathering ? 'gathering' : 'person')
  const [other, setOther] = useState<Who | null>(fact?.with ? { personId: fact.with } : null)
  const gatherings = useInfiniteQuery(gatheringsQuery).data?.pages.flatMap(({ items }) => items) ?? []
  const withOf = ({ gatheringId }: ContactForm): NewContact['with'] =>
    to === 'gathering'
      ? { gatheringId: gatheringId ?? '' }
      : { personId: other && 'personId' in other ? other.personId : '' }
  const choice = <T extends string>(values: readonly T[], label: (value: T) => string) =>
    values.map((value) => ({ value, label: label(value) }))
  return (
    <FactDialog<ContactForm>
      form="contact"
      title={t(fact ? 'facts.correctOf' : 'facts.add', { what })}
      subject={subject}
      corrects={fact?.id}
      initial={initial(fact)}
      send={(said, { firstAt, firstEstimated, lastAt, lastEstimated, kind, relation, ...form }) =>
        answer(
          api.POST('/exposures/contacts', {
            body: {
              ...said,
              with: withOf({ ...form, firstAt, lastAt, kind, relation }),
              firstAt: fromLocalInput(firstAt),
              firstEstimated: firstEstimated ?? false,
              lastAt: fromLocalInput(lastAt),
              lastEstimated: lastEstimated ?? false,
              kind,
              relation,
              protection: form.protection,
              duration: form.duration,
              certainty: form.certainty,
            },
          }),
        )
      }
      onClose={onClose}
    >
      {!fact && (
        <Form.Item label={t('facts.with')}>
          <Views<'person' | 'gathering'>
            label={t('facts.with')}
            value={to}
            options={[
              ['person', t('facts.aPerson')],
              ['gathering', t('facts.gathering')],
            ]}
            onChange={setTo}
          />
        </Form.Item>
      )}
      {to === 'person' && !fact && (
        <WhoFields label={t('facts.with')} mayBeNew={false} who={other} onWho={(chosen) => setOther(chosen)} />
      )}
      {to === 'gathering' && (
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
    </FactDialog>
  )
}
