import { Form, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { language } from '../../i18n/i18n.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { fromLocalInput, toLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import styles from './exposures.module.css'
import { type ExposurePlace, touched } from './queries.ts'

interface PlaceForm {
  zh: string
  en: string
  key: string
  lon: number
  lat: number
  datum: 'wgs84' | 'gcj02'
  radiusM: number
  openFrom?: string
  openUntil?: string
}

const initial = (change: ExposurePlace | undefined): Partial<PlaceForm> =>
  change
    ? ({
        ...change,
        datum: 'wgs84',
        openFrom: change.openFrom ? toLocalInput(change.openFrom) : undefined,
        openUntil: change.openUntil ? toLocalInput(change.openUntil) : undefined,
      } as PlaceForm)
    : { datum: 'wgs84', radiusM: 1000 }

export function PlaceDialog({ change, onClose }: { change: ExposurePlace | undefined; onClose(): void }) {
  const { t } = useTranslation()
  const instant = (said: string | undefined) => (said ? fromLocalInput(said) : null)
  const define = useOperation(
    ({ openFrom, openUntil, ...form }: PlaceForm) =>
      answer(
        api.POST('/exposures/places', {
          body: {
            ...form,
            version: (change?.version ?? 0) + 1,
            code: change?.code ?? null,
            openFrom: instant(openFrom),
            openUntil: instant(openUntil),
          },
        }),
      ),
    { touches: [['exposure-places'], ...touched()], onDone: onClose },
  )
  const named = [{ required: true, min: 2, message: t('definitions.nameNeeded') }]
  const number = [{ required: true, message: t('definitions.choose') }]
  return (
    <Dialog
      title={change ? t('definitions.changeOf', { name: change[language()] }) : t('definitions.addPlace')}
      verb={t('forms.save')}
      busy={define.busy}
      refusal={define.refusal}
      form="exposure-place"
      onClose={onClose}
    >
      <Form<PlaceForm>
        name="exposure-place"
        layout="vertical"
        requiredMark={false}
        onFinish={define.send}
        initialValues={initial(change)}
      >
        <div className={styles.pair}>
          <Form.Item name="zh" label={t('definitions.zh')} rules={named}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="en" label={t('definitions.en')} rules={named}>
            <Input maxLength={80} />
          </Form.Item>
          <Form.Item
            name="key"
            label={t('definitions.key')}
            rules={[{ required: true, pattern: /^[a-z][a-z0-9-]{1,38}$/, message: t('definitions.codeNeeded') }]}
          >
            <Input maxLength={39} disabled={change !== undefined} />
          </Form.Item>
          <Form.Item name="radiusM" label={t('definitions.radius')} rules={number}>
            <InputNumber min={1} max={50_000} style={{ width: '100%' }} suffix="m" />
          </Form.Item>
          <Form.Item name="lon" label={t('places.longitude')} rules={number}>
            <InputNumber min={-180} max={180} step={0.0001} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="lat" label={t('places.latitude')} rules={number}>
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
          <span />
          <Form.Item name="openFrom" label={t('definitions.openFrom')}>
            <Input type="datetime-local" />
          </Form.Item>
          <Form.Item name="openUntil" label={t('definitions.openUntil')}>
            <Input type="datetime-local" />
          </Form.Item>
        </div>
      </Form>
    </Dialog>
  )
}
