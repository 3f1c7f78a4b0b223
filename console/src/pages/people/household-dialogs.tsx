import { Form, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { dayOf } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { homeEndName } from '../../ui/words.ts'
import { CompoundBox } from '../places/compound-box.tsx'
import { DivisionBox } from './division-box.tsx'
import { type Asked, DayField, said } from './household-form.tsx'
import type { Asking } from './household-page.tsx'
import { MemberEndDialog, MemberMoveDialog, MemberRelateDialog } from './member-dialogs.tsx'
import { touchesPeople } from './queries.ts'

const closings = ['empty', 'left-county', 'joined-another', 'entered-wrongly'] as const
interface MoveForm {
  division: string
  compoundId?: string
  block?: string
  door?: string
  walkOrder?: number
  on: string
}

function MoveDialog({ household, onClose }: Asked) {
  const { t } = useTranslation()
  const [form] = Form.useForm<MoveForm>()
  const division = Form.useWatch('division', form)
  const move = useOperation(
    ({ division, compoundId, block, door, walkOrder, on }: MoveForm) =>
      answer(
        api.POST('/households/{householdId}/move', {
          params: { path: { householdId: household.id } },
          body: {
            ...said(),
            division,
            compoundId: compoundId ?? null,
            block: block?.trim() || null,
            door: door?.trim() || null,
            walkOrder: walkOrder ?? 0,
            on,
          },
        }),
      ),
    { touches: touchesPeople, onDone: onClose },
  )
  return (
    <Dialog
      title={t('household.move')}
      verb={t('household.moveVerb')}
      busy={move.busy}
      refusal={move.refusal}
      form="move-household"
      onClose={onClose}
    >
      <p>{t('household.moveAbout')}</p>
      <Form<MoveForm>
        name="move-household"
        form={form}
        onValuesChange={(changed) => 'division' in changed && form.setFieldValue('compoundId', undefined)}
        layout="vertical"
        requiredMark={false}
        onFinish={move.send}
        initialValues={{ on: dayOf(new Date()) }}
      >
        <Form.Item
          name="division"
          label={t('people.division')}
          rules={[{ required: true, message: t('entry.divisionNeeded') }]}
        >
          <DivisionBox homes label={t('people.division')} />
        </Form.Item>
        <Form.Item name="compoundId" label={t('people.inCompound')} extra={t('forms.optional')}>
          <CompoundBox label={t('people.inCompound')} division={division} />
        </Form.Item>
        <Form.Item name="block" label={t('people.block')} extra={t('entry.blockHint')}>
          <Input maxLength={30} autoComplete="off" />
        </Form.Item>
        <Form.Item name="door" label={t('people.door')} extra={t('entry.doorHint')}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item name="walkOrder" label={t('entry.walkOrder')} extra={t('forms.optional')}>
          <InputNumber min={0} max={1_000_000} />
        </Form.Item>
        <DayField />
      </Form>
    </Dialog>
  )
}

function CloseDialog({ household, onClose }: Asked) {
  const { t } = useTranslation()
  type Closing = { reason: (typeof closings)[number]; on: string }
  const close = useOperation(
    (form: Closing) =>
      answer(
        api.POST('/households/{householdId}/close', {
          params: { path: { householdId: household.id } },
          body: { ...said(), ...form },
        }),
      ),
    { touches: touchesPeople, onDone: onClose },
  )
  return (
    <Dialog
      danger
      title={t('household.close')}
      verb={t('household.closeVerb')}
      busy={close.busy}
      refusal={close.refusal}
      form="close-household"
      onClose={onClose}
    >
      <p>{t('household.closeAbout')}</p>
      <Form<Closing>
        name="close-household"
        layout="vertical"
        requiredMark={false}
        onFinish={close.send}
        initialValues={{ reason: 'empty', on: dayOf(new Date()) }}
      >
        <Form.Item name="reason" label={t('household.closeReason')}>
          <Select options={closings.map((value) => ({ value, label: homeEndName(t, value) }))} />
        </Form.Item>
        <DayField />
      </Form>
    </Dialog>
  )
}

export function HouseholdDialogs({ asking, ...rest }: Asked & { asking: Asking }) {
  switch (asking.what) {
    case 'move':
      return <MoveDialog {...rest} />
    case 'close':
      return <CloseDialog {...rest} />
    case 'member-move':
      return <MemberMoveDialog {...rest} member={asking.member} />
    case 'member-relate':
      return <MemberRelateDialog {...rest} member={asking.member} />
    case 'member-end':
      return <MemberEndDialog {...rest} member={asking.member} />
    default:
      return asking satisfies never
  }
}
