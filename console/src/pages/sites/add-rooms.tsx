import { Form, Input, InputNumber, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api, Refusal } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { FactDialog } from './fact-dialog.tsx'
import type { Board } from './queries.ts'

interface RoomsForm {
  labels: string
  floor: number
  beds: number
  zone: 'clean' | 'half' | 'contaminated'
}
const zones = ['contaminated', 'half', 'clean'] as const

/** `301-306, 308`: a stretch of numbers or single names, as they stand on the doors. */
export function labelsIn(text: string): string[] {
  return text
    .split(/[,,、;\s]+/)
    .filter((part) => part !== '')
    .flatMap((part) => {
      const [, from = '', to = ''] = /^(\d{1,5})[-~—-](\d{1,5})$/.exec(part) ?? []
      const count = Number(to) - Number(from) + 1
      if (from === '' || count < 1 || count > 200) return [part]
      return Array.from({ length: count }, (_, nth) => String(Number(from) + nth).padStart(from.length, '0'))
    })
}

export function AddRooms({ board, onClose }: { board: Board; onClose(): void }) {
  const { t } = useTranslation()
  const siteId = board.site.id
  return (
    <FactDialog<RoomsForm>
      name="add-rooms"
      title={t('sites.addRooms')}
      verb={t('sites.addRooms')}
      initial={{ floor: 1, beds: 1, zone: 'contaminated' }}
      send={async ({ at, labels, floor, beds, zone }) => {
        const items = labelsIn(labels).map((label) => ({ id: newId(), siteId, at, label, floor, beds, zone }))
        const { verdicts } = await answer(api.POST('/site-rooms/batch', { body: { items } }))
        const refused = verdicts.find((verdict) => !verdict.ok)
        if (refused?.ok === false) throw new Refusal(refused.problem, refused.problem.status, null)
      }}
      onClose={onClose}
    >
      <Form.Item
        name="labels"
        label={t('sites.labels')}
        extra={t('sites.labelsHint')}
        rules={[{ required: true, whitespace: true, message: t('sites.fieldNeeded') }]}
      >
        <Input maxLength={400} placeholder="301-306, 308" />
      </Form.Item>
      <Form.Item
        name="floor"
        label={t('sites.floorLabel')}
        rules={[{ required: true, message: t('sites.fieldNeeded') }]}
      >
        <InputNumber min={-3} max={60} precision={0} />
      </Form.Item>
      <Form.Item name="beds" label={t('sites.bedsLabel')} rules={[{ required: true, message: t('sites.fieldNeeded') }]}>
        <InputNumber min={1} max={12} precision={0} />
      </Form.Item>
      <Form.Item name="zone" label={t('sites.zoneLabel')}>
        <Radio.Group options={zones.map((value) => ({ value, label: t(`sites.zone.${value}`) }))} />
      </Form.Item>
    </FactDialog>
  )
}
