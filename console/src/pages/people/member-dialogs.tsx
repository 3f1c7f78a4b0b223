import { peopleRules } from '@qunfang/client/rules'
import { Form, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { dayOf } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { homeEndName, relationName } from '../../ui/words.ts'
import { HouseholdBox } from './household-box.tsx'
import { type Asked, DayField, said } from './household-form.tsx'
import { type Member, touchesPeople } from './queries.ts'

const endings = ['left-county', 'died', 'entered-wrongly'] as const

export function MemberMoveDialog({ household, member, onClose }: Asked & { member: Member }) {
  const { t } = useTranslation()
  type Going = { householdId: string; relation: (typeof peopleRules.relations)[number]; on: string }
  const move = useOperation(
    (form: Going) =>
      answer(
        api.POST('/memberships/{membershipId}/move', {
          params: { path: { membershipId: member.membershipId } },
          body: { ...said(), ...form },
        }),
      ),
    { touches: touchesPeople, onDone: onClose },
  )
  return (
    <Dialog
      title={t('household.memberMove')}
      verb={t('household.moveVerb')}
      busy={move.busy}
      refusal={move.refusal}
      form="move-member"
      onClose={onClose}
    >
      <Form<Going>
        name="move-member"
        layout="vertical"
        requiredMark={false}
        onFinish={move.send}
        initialValues={{ relation: 'not-said', on: dayOf(new Date()) }}
      >
        <Form.Item
          name="householdId"
          label={t('household.toHousehold')}
          extra={t('household.toHouseholdHint')}
          rules={[{ required: true, message: t('household.toHousehold') }]}
        >
          <HouseholdBox label={t('household.toHousehold')} division={household.division} except={household.id} />
        </Form.Item>
        <Form.Item name="relation" label={t('entry.relation')}>
          <Select options={peopleRules.relations.map((value) => ({ value, label: relationName(t, value) }))} />
        </Form.Item>
        <DayField />
      </Form>
    </Dialog>
  )
}

interface MemberDialogProps<Values> {
  title: string
  verb: string
  form: string
  about: string
  initial: Partial<Values>
  send(values: Values): Promise<unknown>
  onClose(): void
  children: ReactNode
}

/** What changes about somebody in their household: in a few words, a choice, and since when. */
function MemberDialog<Values extends { on: string }>(props: MemberDialogProps<Values>) {
  const { title, verb, form, about, initial, send, onClose, children } = props
  const change = useOperation(send, { touches: touchesPeople, onDone: onClose })
  return (
    <Dialog title={title} verb={verb} busy={change.busy} refusal={change.refusal} form={form} onClose={onClose}>
      <p>{about}</p>
      <Form<Values>
        name={form}
        layout="vertical"
        requiredMark={false}
        onFinish={change.send}
        initialValues={{ ...initial, on: dayOf(new Date()) }}
      >
        {children}
        <DayField />
      </Form>
    </Dialog>
  )
}

type Ending = { reason: (typeof endings)[number]; on: string }

export function MemberEndDialog({ member, onClose }: Asked & { member: Member }) {
  const { t } = useTranslation()
  return (
    <MemberDialog<Ending>
      title={t('household.memberEnd')}
      verb={t('household.endVerb')}
      form="end-membership"
      about={t('household.endAbout', { name: member.person.name ?? t('people.unnamed') })}
      initial={{ reason: 'left-county' }}
      send={(values) =>
        answer(
          api.POST('/memberships/{membershipId}/end', {
            params: { path: { membershipId: member.membershipId } },
            body: { ...said(), ...values },
          }),
        )
      }
      onClose={onClose}
    >
      <Form.Item name="reason" label={t('household.closeReason')}>
        <Select options={endings.map((value) => ({ value, label: homeEndName(t, value) }))} />
      </Form.Item>
    </MemberDialog>
  )
}

type Relating = { relation: (typeof peopleRules.relations)[number]; on: string }

export function MemberRelateDialog({ member, onClose }: Asked & { member: Member }) {
  const { t } = useTranslation()
  return (
    <MemberDialog<Relating>
      title={t('entry.relation')}
      verb={t('forms.save')}
      form="relate-member"
      about={t('household.relateAbout', { name: member.person.name ?? t('people.unnamed') })}
      initial={{ relation: member.relation }}
      send={(values) =>
        answer(
          api.POST('/memberships/{membershipId}/relation', {
            params: { path: { membershipId: member.membershipId } },
            body: { ...said(), ...values },
          }),
        )
      }
      onClose={onClose}
    >
      <Form.Item name="relation" label={t('entry.relation')}>
        <Select options={peopleRules.relations.map((value) => ({ value, label: relationName(t, value) }))} />
      </Form.Item>
    </MemberDialog>
  )
}
