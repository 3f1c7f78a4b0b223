import { useQuery } from '@tanstack/react-query'
import { Form, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { language } from '../../i18n/i18n.ts'
import { Views } from '../../ui/filters.tsx'
import { fromLocalInput, toLocalInput } from '../../ui/format.ts'
import styles from './exposures.module.css'
import { FactDialog, type Subject, TimeField } from './fact-dialog.tsx'
import { exposurePlacesQuery, type StayFact } from './queries.ts'

interface StayForm {
  key?: string
  lon?: number
  lat?: number
  datum: 'wgs84' | 'gcj02'
  arrivedAt: string
  arrivedEstimated?: boolean
  leftAt: string
  leftEstimated?: boolean
}

const initial = (fact: StayFact | undefined): Partial<StayForm> =>
  (fact
    ? { ...fact, datum: 'wgs84', arrivedAt: toLocalInput(fact.arrivedAt), leftAt: toLocalInput(fact.leftAt) }
    : { datum: 'wgs84' }) as StayForm

interface StayDialogProps {
  subject?: Subject | undefined
  fact?: StayFact | undefined
  onClose(): void
}

export function StayDialog({ subject, fact, onClose }: StayDialogProps) {
  const { t } = useTranslation()
  const what = t('facts.stays')
  const places = useQuery(exposurePlacesQuery).data?.items ?? []
  const [by, setBy] = useState<'list' | 'point'>(fact && fact.key === null ? 'point' : 'list')
  const needed = [{ required: true, message: t('definitions.choose') }]
  return (
    <FactDialog<StayForm>
      form="stay"
      title={t(fact ? 'facts.correctOf' : 'facts.add', { what })}
      subject={subject}
      corrects={fact?.id}
      initial={initial(fact)}
      send={(said, form) =>
        answer(
          api.POST('/exposures/stays', {
            body: {
              ...said,
              at:
                by === 'list' ? { key: form.key ?? '' } : { lon: form.lon ?? 0, lat: form.lat ?? 0, datum: form.datum },
              arrivedAt: fromLocalInput(form.arrivedAt),
              arrivedEstimated: form.arrivedEstimated ?? false,
              leftAt: fromLocalInput(form.leftAt),
              leftEstimated: form.leftEstimated ?? false,
            },
          }),
        )
      }
      onClose={onClose}
    >
      <Form.Item label={t('facts.placeKind')}>
        <Views<'list' | 'point'>
          label={t('facts.placeKind')}
          value={by}
          options={[
            ['list', t('facts.placeOfList')],
            ['point', t('facts.placeByPoint')],
          ]}
          onChange={setBy}
        />
      </Form.Item>
      {by === 'list' ? (
        <Form.Item name="key" label={t('facts.place')} rules={needed}>
          <Select options={places.map((place) => ({ value: place.key, label: place[language()] }))} />
        </Form.Item>
      ) : (
        <div className={styles.pair}>
          <Form.Item name="lon" label={t('places.longitude')} rules={needed}>
            <InputNumber min={-180} max={180} step={0.0001} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="lat" label={t('places.latitude')} rules={needed}>
            <InputNumber min={-90} max={90} step={0.0001} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="datum" label={t('places.datum')}>
            <Select
              options={[
                { value: 'wgs84', label: t('places.wgs84') },
                { value: 'gcj02', label: t('places.gcj02') },
              ]}
            />
          </Form.Item>
        </div>
      )}
      <div className={styles.pair}>
        <TimeField name="arrivedAt" label={t('facts.arrivedAt')} estimated="arrivedEstimated" />
        <TimeField name="leftAt" label={t('facts.leftAt')} estimated="leftEstimated" />
      </div>
    </FactDialog>
  )
}
