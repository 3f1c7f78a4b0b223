import { Checkbox, Form, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { FactDialog } from '../../ui/fact-dialog.tsx'
import { type Acting, useNeeded, Words } from './dialog-words.tsx'
import { touchesClosures } from './queries.ts'

const ACTIONS = ['closed-on-the-spot', 'warned', 'handed-over'] as const
const CONDITIONS = [
  'ventilation',
  'disinfection',
  'masks',
  'temperature',
  'register',
  'distance',
  'staff',
  'plan',
] as const

type Found = 'closed' | 'open'
type Action = (typeof ACTIONS)[number]
export function InspectDialog({ subject, onClose }: Acting) {
  const { t } = useTranslation()
  const needed = useNeeded()
  const [found, setFound] = useState<Found>('closed')
  return (
    <FactDialog<{ found: Found; action?: Action; inspector: string }>
      name="inspect-closable"
      title={`${subject.name} · ${t('closures.inspect')}`}
      verb={t('forms.save')}
      touches={touchesClosures}
      initial={{ found: 'closed' }}
      send={({ action, ...said }) =>
        answer(
          api.POST('/closures/subjects/{subjectId}/inspections', {
            params: { path: { subjectId: subject.id } },
            body: { ...said, action: said.found === 'open' ? (action ?? null) : null },
          }),
        )
      }
      onClose={onClose}
    >
      <Form.Item name="found" label={t('closures.found')}>
        <Radio.Group
          options={[
            { value: 'closed', label: t('closures.foundClosed') },
            { value: 'open', label: t('closures.foundOpen') },
          ]}
          onChange={({ target }) => setFound(target.value)}
        />
      </Form.Item>
      {found === 'open' && (
        <Form.Item name="action" label={t('closures.action')} rules={needed}>
          <Radio.Group options={ACTIONS.map((value) => ({ value, label: t(`closures.actions.${value}`) }))} />
        </Form.Item>
      )}
      <Words name="inspector" label={t('closures.inspector')} />
    </FactDialog>
  )
}

export function ApplyDialog({ subject, onClose }: Acting) {
  const { t } = useTranslation()
  const params = { path: { subjectId: subject.id } }
  return (
    <FactDialog
      name="apply-to-reopen"
      title={`${subject.name} · ${t('closures.apply')}`}
      verb={t('forms.save')}
      about={t('closures.applyAbout')}
      touches={touchesClosures}
      send={(body) => answer(api.POST('/closures/subjects/{subjectId}/applications', { params, body }))}
      onClose={onClose}
    />
  )
}

type Condition = (typeof CONDITIONS)[number]
export function CheckDialog({ subject, onClose }: Acting) {
  const { t } = useTranslation()
  const params = { path: { applicationId: subject.openApplicationId ?? '' } }
  return (
    <FactDialog<{ met: Condition[]; inspector: string }>
      name="check-application"
      title={`${subject.name} · ${t('closures.check')}`}
      verb={t('forms.save')}
      about={t('closures.checkAbout')}
      touches={touchesClosures}
      initial={{ met: [] }}
      send={(body) => answer(api.POST('/closures/applications/{applicationId}/checks', { params, body }))}
      onClose={onClose}
    >
      <Form.Item name="met" label={t('closures.check')}>
        <Checkbox.Group
          style={{ display: 'grid', gap: 8 }}
          options={CONDITIONS.map((value) => ({ value, label: t(`closures.conditions.${value}`) }))}
        />
      </Form.Item>
      <Words name="inspector" label={t('closures.inspector')} />
    </FactDialog>
  )
}

export function DecideDialog({ subject, onClose }: Acting) {
  const { t } = useTranslation()
  const params = { path: { applicationId: subject.openApplicationId ?? '' } }
  return (
    <FactDialog<{ granted: boolean; decider: string; reason: string }>
      name="decide-application"
      title={`${subject.name} · ${t('closures.decide')}`}
      verb={t('forms.save')}
      touches={touchesClosures}
      initial={{ granted: true }}
      send={(body) => answer(api.POST('/closures/applications/{applicationId}/decision', { params, body }))}
      onClose={onClose}
    >
      <Form.Item name="granted" label={t('closures.outcome')}>
        <Radio.Group
          options={[
            { value: true, label: t('closures.granted') },
            { value: false, label: t('closures.refused') },
          ]}
        />
      </Form.Item>
      <Words name="decider" label={t('closures.decider')} />
      <Words name="reason" label={t('closures.reason')} rows />
    </FactDialog>
  )
}
