import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useOperation } from '../../ui/operation.ts'
import type { Subject } from './fact-dialog.tsx'
import { type ContactFact, type IllnessFact, type StayFact, type TravelFact, touched } from './queries.ts'

export type Voided =
  | { kind: 'travel'; fact: TravelFact }
  | { kind: 'contacts'; fact: ContactFact }
  | { kind: 'stays'; fact: StayFact }
  | { kind: 'illness'; fact: IllnessFact }

/** The same content once more, with the word that it never happened. */
function sendVoided(voided: Voided, { personId, division }: Subject, why: string) {
  const { fact } = voided
  const said = {
    id: newId(),
    division,
    recordedAt: new Date().toISOString(),
    person: { personId },
    learnedFrom: fact.learnedFrom,
    corrects: fact.id,
    why,
    voided: true,
  }
  switch (voided.kind) {
    case 'travel': {
      const { from, via, to, leftAt, arrivedAt, means } = voided.fact
      const nowhere = { place: '—' }
      return answer(
        api.POST('/exposures/travel', {
          body: { ...said, from: from ?? nowhere, via, to: to ?? nowhere, leftAt, arrivedAt, means },
        }),
      )
    }
    case 'contacts': {
      const { with: other, gathering, firstAt, lastAt, kind } = voided.fact
      const target = gathering ? { gatheringId: gathering.id } : { personId: other ?? '' }
      return answer(api.POST('/exposures/contacts', { body: { ...said, with: target, firstAt, lastAt, kind } }))
    }
    case 'stays': {
      const { key, lon, lat, arrivedAt, leftAt } = voided.fact
      const at = key ? { key } : { lon: lon ?? 0, lat: lat ?? 0 }
      return answer(api.POST('/exposures/stays', { body: { ...said, at, arrivedAt, leftAt } }))
    }
    default: {
      const { onsetAt, state } = voided.fact
      return answer(api.POST('/exposures/illness', { body: { ...said, onsetAt, state } }))
    }
  }
}

interface VoidDialogProps {
  voided: Voided
  subject: Subject
  onClose(): void
}

export function VoidDialog({ voided, subject, onClose }: VoidDialogProps) {
  const { t } = useTranslation()
  const record = useOperation(({ why }: { why: string }) => sendVoided(voided, subject, why), {
    touches: touched(),
    onDone: onClose,
  })
  return (
    <Dialog
      title={t('facts.voidOf', { what: t(`facts.${voided.kind}`) })}
      verb={t('facts.void')}
      danger
      busy={record.busy}
      refusal={record.refusal}
      form="void-fact"
      onClose={onClose}
    >
      <Form<{ why: string }> name="void-fact" layout="vertical" requiredMark={false} onFinish={record.send}>
        <Form.Item
          name="why"
          label={t('facts.why')}
          rules={[{ required: true, min: 2, message: t('facts.whyNeeded') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
