import { useQuery } from '@tanstack/react-query'
import { Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { fromLocalInput, toLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { Answers, type Given } from './answers.tsx'
import { checklistQuery, touchesInspections, type Whole } from './queries.ts'
import { manners } from './words.tsx'

interface Said {
  how: 'corrected' | 'voided'
  why: string
  at: string
  manner: (typeof manners)[number]
  note?: string
}

/** A record of the same place in the stead of this one: its findings stay, and go with it when it is voided. */
export function CorrectDialog({ inspection, onClose }: { inspection: Whole['inspection']; onClose(): void }) {
  const { t } = useTranslation()
  const { latestId, division, placeKind, placeId, placeName, checklist, posts, occurredAt } = inspection
  const { planId, teamId } = inspection
  const [form] = Form.useForm<Said>()
  const voided = Form.useWatch('how', form) === 'voided'
  const [answers, setAnswers] = useState<Given>(inspection.answers as Given)
  const asked = useQuery({
    ...checklistQuery(checklist?.key ?? '', checklist?.version ?? 0),
    enabled: checklist !== null,
  }).data
  const keep = useOperation(
    ({ why, at, manner, note }: Said) => {
      const where = { division, placeKind, placeId, placeName: placeKind === 'venue' ? placeName : null }
      const who = { manner, planId, teamId, postIds: posts.map(({ id }) => id) }
      // What nobody changed keeps its second.
      const recordedAt = at === toLocalInput(occurredAt) ? occurredAt : fromLocalInput(at)
      const said = { note: note?.trim() || null, checklist, answers: checklist ? answers : {}, recordedAt }
      const body = { ...where, ...who, ...said, id: newId(), corrects: latestId, why, voided }
      return answer(api.POST('/inspections', { body }))
    },
    { touches: touchesInspections, onDone: onClose },
  )
  const needed = [{ required: true, whitespace: true, message: t('inspections.needed') }]
  return (
    <Dialog
      title={`${placeName} · ${t('inspections.correct')}`}
      verb={t(voided ? 'inspections.voided' : 'inspections.correct')}
      danger={voided}
      busy={keep.busy}
      refusal={keep.refusal}
      form="correct-inspection"
      onClose={onClose}
    >
      <p>{t(voided ? 'inspections.voidAbout' : 'inspections.correctAbout')}</p>
      <Form
        form={form}
        name="correct-inspection"
        layout="vertical"
        requiredMark={false}
        initialValues={{
          how: 'corrected',
          at: toLocalInput(occurredAt),
          manner: inspection.manner,
          note: inspection.note ?? '',
        }}
        onFinish={keep.send}
      >
        <Form.Item name="how" label={t('inspections.how')}>
          <Radio.Group
            options={[
              { value: 'corrected', label: t('inspections.correct') },
              { value: 'voided', label: t('inspections.voided') },
            ]}
          />
        </Form.Item>
        <Form.Item name="why" label={t('inspections.why')} rules={needed}>
          <Input maxLength={200} />
        </Form.Item>
        <div hidden={voided}>
          <Form.Item name="at" label={t('inspections.at')} rules={needed}>
            <Input type="datetime-local" style={{ width: 220 }} />
          </Form.Item>
          <Form.Item name="manner" label={t('inspections.mannerOf')}>
            <Select
              options={manners
                .filter((value) => value !== 'led' || posts.length > 0)
                .map((value) => ({ value, label: t(`inspections.manner.${value}`) }))}
            />
          </Form.Item>
          <Form.Item name="note" label={t('inspections.note')}>
            <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
          </Form.Item>
        </div>
        {asked && !voided && <Answers checklist={asked} given={answers} onChange={setAnswers} />}
      </Form>
    </Dialog>
  )
}
