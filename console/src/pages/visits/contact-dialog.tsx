import { Form } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useOperation } from '../../ui/operation.ts'
import {
  ContactFields,
  type ContactForm,
  contactOf,
  isMetSaid,
  type Met,
  usualContact,
} from '../exposures/contact-fields.tsx'
import { type FollowUp, touchesVisits } from './queries.ts'

/** Whom somebody met, as it was told at the door; the contact is recorded and the follow-up closed as one. */
export function ContactDialog({ followUp, onClose }: { followUp: FollowUp; onClose(): void }) {
  const { t } = useTranslation()
  const [met, setMet] = useState<Met>({ to: 'person', other: null })
  const [missing, setMissing] = useState(false)
  const record = useOperation(
    (form: ContactForm) =>
      answer(
        api.POST('/visits/follow-ups/{followUpId}/contact', {
          params: { path: { followUpId: followUp.id } },
          body: {
            id: newId(),
            contactId: newId(),
            recordedAt: new Date().toISOString(),
            ...contactOf(form, met),
          },
        }),
      ),
    { touches: [...touchesVisits, ['line-list'], ['person-exposures']], onDone: onClose },
  )
  return (
    <Dialog
      title={t('followUps.contactTitle', { who: followUp.person?.name ?? t('doors.unnamed') })}
      verb={t('followUps.contact')}
      busy={record.busy}
      refusal={record.refusal}
      form="follow-up-contact"
      onClose={onClose}
    >
      <p>{t('followUps.contactAbout')}</p>
      <Form<ContactForm>
        name="follow-up-contact"
        layout="vertical"
        requiredMark={false}
        initialValues={usualContact}
        onFinish={(form) => (isMetSaid(met) ? record.send(form) : setMissing(true))}
      >
        <ContactFields met={met} fixed={false} onMet={setMet} />
      </Form>
      {missing && !isMetSaid(met) && <p role="alert">{t('facts.whoNeeded')}</p>}
    </Dialog>
  )
}
