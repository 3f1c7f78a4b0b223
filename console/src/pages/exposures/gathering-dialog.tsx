import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { fromLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import styles from './exposures.module.css'

const settings = [
  'meal',
  'wedding',
  'funeral',
  'meeting',
  'class',
  'workplace',
  'fair',
  'worship',
  'journey',
  'performance',
  'other',
] as const

interface GatheringForm {
  name: string
  setting: (typeof settings)[number]
  startedAt: string
  endedAt: string
}

export function GatheringDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const record = useOperation(
    (form: GatheringForm) =>
      answer(
        api.POST('/exposures/gatherings', {
          body: {
            ...form,
            id: newId(),
            recordedAt: new Date().toISOString(),
            startedAt: fromLocalInput(form.startedAt),
            endedAt: fromLocalInput(form.endedAt),
          },
        }),
      ),
    { touches: [['gatherings']], onDone: onClose },
  )
  const timed = [{ required: true, message: t('facts.timeNeeded') }]
  return (
    <Dialog
      title={t('definitions.addGathering')}
      verb={t('facts.save')}
      busy={record.busy}
      refusal={record.refusal}
      form="gathering"
      onClose={onClose}
    >
      <Form<GatheringForm>
        name="gathering"
        layout="vertical"
        requiredMark={false}
        onFinish={record.send}
        initialValues={{ setting: 'meal' }}
      >
        <Form.Item
          name="name"
          label={t('definitions.gatheringName')}
          rules={[{ required: true, min: 2, message: t('definitions.nameNeeded') }]}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="setting" label={t('definitions.setting')}>
          <Select options={settings.map((value) => ({ value, label: t(`exposureWords.setting.${value}`) }))} />
        </Form.Item>
        <div className={styles.pair}>
          <Form.Item name="startedAt" label={t('definitions.startedAt')} rules={timed}>
            <Input type="datetime-local" />
          </Form.Item>
          <Form.Item name="endedAt" label={t('definitions.endedAt')} rules={timed}>
            <Input type="datetime-local" />
          </Form.Item>
        </div>
      </Form>
    </Dialog>
  )
}
