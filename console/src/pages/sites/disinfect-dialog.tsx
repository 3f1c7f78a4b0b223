import { AutoComplete, Checkbox, Form, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { FactDialog } from './fact-dialog.tsx'
import { areaName } from './names.ts'
import type { Board } from './queries.ts'

export const areas = ['corridors', 'lived-in-rooms', 'washrooms', 'canteen', 'entrance', 'waste', 'staff-area'] as const
export type Area = (typeof areas)[number]
const agents = ['84消毒液', '过氧乙酸', '含氯消毒片', '75%酒精', '过氧化氢']

interface Solution {
  agent: string
  mgPerLitre: number
}
interface DisinfectForm extends Solution {
  persons: number
  areas?: Area[]
  roomIds?: string[]
}

/** With what, and how strong. */
export function SolutionFields() {
  const { t } = useTranslation()
  return (
    <>
      <Form.Item
        name="agent"
        label={t('sites.agent')}
        rules={[{ required: true, whitespace: true, message: t('sites.fieldNeeded') }]}
      >
        <AutoComplete maxLength={40} options={agents.map((value) => ({ value }))} />
      </Form.Item>
      <Form.Item
        name="mgPerLitre"
        label={t('sites.strength')}
        rules={[{ required: true, message: t('sites.fieldNeeded') }]}
      >
        <InputNumber min={1} max={200_000} precision={0} addonAfter="mg/L" style={{ width: 180 }} />
      </Form.Item>
    </>
  )
}

export const usualSolution: Solution = { agent: '84消毒液', mgPerLitre: 1000 }

export function DisinfectDialog({
  board,
  roomIds = [],
  onClose,
}: {
  board: Board
  roomIds?: string[]
  onClose(): void
}) {
  const { t } = useTranslation()
  return (
    <FactDialog<DisinfectForm>
      name="disinfect"
      title={t('sites.disinfect')}
      verb={t('sites.disinfect')}
      about={t('sites.disinfectAbout')}
      initial={{ ...usualSolution, persons: 2, roomIds, areas: [] }}
      send={(body) =>
        answer(api.POST('/sites/{siteId}/disinfections', { params: { path: { siteId: board.site.id } }, body }))
      }
      onClose={onClose}
    >
      <Form.Item name="areas" label={t('sites.areas')}>
        <Checkbox.Group
          aria-label={t('sites.areas')}
          options={areas.map((value) => ({ value, label: areaName(t, value) }))}
        />
      </Form.Item>
      <Form.Item
        name="roomIds"
        label={t('sites.roomsDone')}
        dependencies={['areas']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, chosen?: string[]) =>
              (chosen ?? []).length + (getFieldValue('areas') ?? []).length > 0
                ? Promise.resolve()
                : Promise.reject(new Error(t('sites.whereNeeded'))),
          }),
        ]}
      >
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={board.rooms
            .toSorted((a, b) => Number(a.state !== 'to-disinfect') - Number(b.state !== 'to-disinfect'))
            .map(({ id, label, state }) => ({ value: id, label: `${label} · ${t(`sites.state.${state}`)}` }))}
        />
      </Form.Item>
      <SolutionFields />
      <Form.Item name="persons" label={t('sites.workers')}>
        <InputNumber min={1} max={50} precision={0} />
      </Form.Item>
    </FactDialog>
  )
}
