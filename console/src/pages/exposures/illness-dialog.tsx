import { Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { fromLocalInput, toLocalInput } from '../../ui/format.ts'
import styles from './exposures.module.css'
import { FactDialog, type Subject, TimeField } from './fact-dialog.tsx'
import type { IllnessFact } from './queries.ts'

const states = ['fever', 'suspected', 'confirmed', 'asymptomatic', 'excluded'] as const

interface IllnessForm {
  onsetAt: string
  onsetEstimated?: boolean
  state: (typeof states)[number]
}

interface IllnessDialogProps {
  subject?: Subject | undefined
  fact?: IllnessFact | undefined
  onClose(): void
}

export function IllnessDialog({ subject, fact, onClose }: IllnessDialogProps) {
  const { t } = useTranslation()
  const what = t('facts.illness')
  return (
    <FactDialog<IllnessForm>
      form="illness"
      title={t(fact ? 'facts.correctOf' : 'facts.add', { what })}
      subject={subject}
      corrects={fact?.id}
      initial={fact ? { ...fact, onsetAt: toLocalInput(fact.onsetAt) } : { state: 'fever' }}
      send={(said, form) =>
        answer(
          api.POST('/exposures/illness', {
            body: {
              ...said,
              onsetAt: fromLocalInput(form.onsetAt),
              onsetEstimated: form.onsetEstimated ?? false,
              state: form.state,
            },
          }),
        )
      }
      onClose={onClose}
    >
      <div className={styles.pair}>
        <TimeField name="onsetAt" label={t('facts.onset')} estimated="onsetEstimated" />
        <Form.Item name="state" label={t('facts.state')}>
          <Select options={states.map((value) => ({ value, label: t(`exposureWords.state.${value}`) }))} />
        </Form.Item>
      </div>
    </FactDialog>
  )
}
