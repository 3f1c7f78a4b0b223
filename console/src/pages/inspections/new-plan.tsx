import { useQuery } from '@tanstack/react-query'
import { Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { meQuery } from '../../session.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { dayOf, moveDay } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { PostBox } from '../command/post-box.tsx'
import { questionnairesQuery, said } from '../visits/queries.ts'
import { touchesInspections } from './queries.ts'
import { type PlaceKind, placeKinds } from './words.tsx'

interface Said {
  title: string
  placeKinds: PlaceKind[]
  from: string
  to: string
  wanted?: number | null
  unannounced?: boolean
  checklist?: string
  team?: string
  leader?: string
}

export function NewPlan({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const area = useQuery(meQuery).data?.seat?.division ?? ''
  const livesAt = useCountyMoment()
  const lists = useQuery(questionnairesQuery).data?.items.filter((one) => one.of === 'places') ?? []
  const keep = useOperation(
    ({ wanted, checklist, team, leader, unannounced, ...more }: Said) => {
      const [key, version] = checklist?.split('/') ?? []
      const asked = key ? { key, version: Number(version) } : null
      const teams = leader ? [{ id: newId(), title: team?.trim() || t('inspections.team'), postIds: [leader] }] : []
      const body = { ...more, id: newId(), area, wanted: wanted ?? null, unannounced: unannounced ?? false, teams }
      return answer(api.POST('/inspection-plans', { body: { ...body, checklist: asked } }))
    },
    { touches: touchesInspections, onDone: onClose },
  )
  const needed = [{ required: true, message: t('inspections.needed') }]
  const today = dayOf(livesAt ?? new Date())
  return (
    <Dialog
      title={t('inspections.newPlan')}
      verb={t('forms.save')}
      busy={keep.busy}
      refusal={keep.refusal}
      form="new-plan"
      onClose={onClose}
    >
      <Form
        name="new-plan"
        layout="vertical"
        requiredMark={false}
        initialValues={{ placeKinds: ['village', 'checkpoint'], from: today, to: moveDay(today, 7) }}
        onFinish={keep.send}
      >
        <Form.Item name="title" label={t('inspections.planTitle')} rules={needed}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="placeKinds" label={t('inspections.kindOf')} rules={needed}>
          <Select
            mode="multiple"
            options={placeKinds.map((value) => ({ value, label: t(`inspections.kind.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="from" label={t('inspections.from')} rules={needed}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="to" label={t('inspections.to')} rules={needed}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="wanted" label={t('inspections.wanted')}>
          <InputNumber min={1} max={100000} precision={0} />
        </Form.Item>
        <Form.Item name="checklist" label={t('inspections.checklist')}>
          <Select
            allowClear
            options={lists.map((one) => {
              const version = one.versions.at(-1)?.version ?? 1
              return { value: `${one.key}/${version}`, label: said(one) }
            })}
          />
        </Form.Item>
        <Form.Item name="team" label={t('inspections.team')}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="leader" label={t('inspections.teamPost')}>
          <PostBox label={t('inspections.teamPost')} />
        </Form.Item>
        <Form.Item name="unannounced" valuePropName="checked">
          <Checkbox>{t('inspections.manner.unannounced')}</Checkbox>
        </Form.Item>
      </Form>
    </Dialog>
  )
}
