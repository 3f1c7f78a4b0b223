import { Form, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { FactDialog } from '../../ui/fact-dialog.tsx'
import type { Acting } from './dialog-words.tsx'
import { touchesClosures } from './queries.ts'

const WAYS = ['gone', 'entered-wrongly'] as const

/** What is not there any more, or never was; its past stays. */
export function StrikeOff({ subject, onClose }: Acting) {
  const { t } = useTranslation()
  return (
    <FactDialog<{ why: (typeof WAYS)[number] }>
      name="strike-off"
      title={`${subject.name} · ${t('closures.strikeOff')}`}
      verb={t('closures.strikeOff')}
      danger
      about={t('closures.strikeOffAbout')}
      touches={touchesClosures}
      initial={{ why: 'gone' }}
      send={(body) =>
        answer(api.POST('/closures/subjects/{subjectId}/end', { params: { path: { subjectId: subject.id } }, body }))
      }
      onClose={onClose}
    >
      <Form.Item name="why" label={t('closures.why')}>
        <Radio.Group options={WAYS.map((value) => ({ value, label: t(`closures.said.${value}`) }))} />
      </Form.Item>
    </FactDialog>
  )
}
