import { Form, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Board } from './queries.ts'

export interface BesideForm {
  roomId: string
  ground?: 'child' | 'carer' | 'cannot-be-alone'
}
const grounds = ['child', 'carer', 'cannot-be-alone'] as const

/** Whose room it is, when it is somebody's; null for a room of one's own. */
export function besideOf(board: Board, { roomId, ground }: BesideForm) {
  const host = board.rooms.find(({ id }) => id === roomId)?.lodgers.find(({ shares }) => !shares)
  return host && ground ? { lodgingId: host.lodgingId, ground } : null
}

/** A free room; or one that somebody lives in, with the ground for which it may be shared. */
export function BesideFields({ board, without }: { board: Board; without?: string }) {
  const { t } = useTranslation()
  const chosen = Form.useWatch('roomId')
  const rooms = board.rooms.filter(
    ({ id, state }) => (state === 'free' || state === 'occupied' || state === 'to-disinfect') && id !== without,
  )
  const isTaken = rooms.find(({ id }) => id === chosen)?.state === 'occupied'
  return (
    <>
      <Form.Item name="roomId" label={t('sites.room')} rules={[{ required: true, message: t('sites.roomNeeded') }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('sites.roomNeeded')}
          options={rooms
            .toSorted((a, b) => Number(a.state !== 'free') - Number(b.state !== 'free'))
            .map(({ id, label, state }) => ({
              value: id,
              label: `${label} · ${t(`sites.state.${state}`)}`,
              disabled: state === 'to-disinfect',
            }))}
        />
      </Form.Item>
      {isTaken && (
        <Form.Item
          name="ground"
          label={t('sites.groundLabel')}
          extra={t('sites.groundHint')}
          rules={[{ required: true, message: t('sites.groundNeeded') }]}
        >
          <Radio.Group options={grounds.map((value) => ({ value, label: t(`sites.ground.${value}`) }))} />
        </Form.Item>
      )}
    </>
  )
}
