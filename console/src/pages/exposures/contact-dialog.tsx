import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { toLocalInput } from '../../ui/format.ts'
import { ContactFields, type ContactForm, contactOf, type Met, usualContact } from './contact-fields.tsx'
import { FactDialog, type Subject } from './fact-dialog.tsx'
import type { ContactFact } from './queries.ts'

const initial = (fact: ContactFact | undefined): Partial<ContactForm> =>
  (fact
    ? {
        ...fact,
        gatheringId: fact.gathering?.id,
        firstAt: toLocalInput(fact.firstAt),
        lastAt: toLocalInput(fact.lastAt),
      }
    : usualContact) as ContactForm

interface ContactDialogProps {
  subject?: Subject | undefined
  fact?: ContactFact | undefined
  onClose(): void
}

export function ContactDialog({ subject, fact, onClose }: ContactDialogProps) {
  const { t } = useTranslation()
  const what = t('facts.contacts')
  const [met, setMet] = useState<Met>({
    to: fact?.gathering ? 'gathering' : 'person',
    other: fact?.with ? { personId: fact.with } : null,
  })
  return (
    <FactDialog<ContactForm>
      form="contact"
      title={t(fact ? 'facts.correctOf' : 'facts.add', { what })}
      subject={subject}
      corrects={fact?.id}
      initial={initial(fact)}
      send={(said, form) => answer(api.POST('/exposures/contacts', { body: { ...said, ...contactOf(form, met) } }))}
      onClose={onClose}
    >
      <ContactFields met={met} fixed={fact !== undefined} onMet={setMet} />
    </FactDialog>
  )
}
