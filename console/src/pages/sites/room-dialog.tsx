import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { dateTime } from '../../ui/format.ts'
import { PurposeChoice, usePurpose } from '../../ui/purpose.tsx'
import { Tag } from '../../ui/tag.tsx'
import { DisinfectDialog } from './disinfect-dialog.tsx'
import { FactDialog } from './fact-dialog.tsx'
import { type LodgingVerb, lodgingDialogs, lodgingVerbs, type Who } from './lodging-dialogs.tsx'
import { groundName, needsName, toneOf } from './names.ts'
import { type Board, type Lodger, lodgersQuery, type Room } from './queries.ts'
import styles from './sites.module.css'
import { TakeIn } from './take-in.tsx'

interface RoomProps {
  board: Board
  room: Room
  asOf: string | undefined
  onClose(): void
}

function TurnRoom({ room, onClose }: { room: Room; onClose(): void }) {
  const { t } = useTranslation()
  const turn = room.state === 'out-of-use' ? 'in-use' : 'out-of-use'
  return (
    <FactDialog<{ why: string }>
      name="turn-room"
      title={`${room.label} · ${t(`sites.roomTurn.${turn}`)}`}
      verb={t(`sites.roomTurn.${turn}`)}
      send={({ id, at, why }) =>
        answer(
          api.POST('/site-rooms/{roomId}/turns', {
            params: { path: { roomId: room.id } },
            body: { id, at, turn, why },
          }),
        )
      }
      onClose={onClose}
    >
      <Form.Item
        name="why"
        label={t('sites.why')}
        rules={[{ required: true, whitespace: true, min: 2, message: t('sites.whyNeeded') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
    </FactDialog>
  )
}

interface PersonProps {
  lodger: Room['lodgers'][number]
  seen: Lodger | undefined
  onAsk(verb: LodgingVerb): void
}
function Person({ lodger, seen, onAsk }: PersonProps) {
  const { t } = useTranslation()
  return (
    <div className={styles.person}>
      <p>
        <b>{seen ? (seen.name ?? t('sites.unseen')) : '…'}</b> <span className="number">{seen?.phone}</span>{' '}
        {lodger.shares && <Tag>{seen?.ground ? groundName(t, seen.ground) : t('sites.sharing')}</Tag>}
      </p>
      <p className="small muted number">
        {t('sites.fromTo', { since: dateTime(lodger.since), until: dateTime(lodger.until) })}
      </p>
      {seen && <p className="small">{needsName(t, seen.needs)}</p>}
      <p className="row">
        {lodgingVerbs.map((verb) => (
          <Button key={verb} size="small" onClick={() => onAsk(verb)}>
            {t(`sites.verb.${verb}`)}
          </Button>
        ))}
      </p>
    </div>
  )
}

type Asking = { verb: LodgingVerb; who: Who } | 'take-in' | 'turn' | 'disinfect' | null

/** One room: who lives in it, and what can be done about it. */
export function RoomDialog({ board, room, asOf, onClose }: RoomProps) {
  const { t } = useTranslation()
  const { header } = usePurpose()
  const [asking, setAsking] = useState<Asking>(null)
  const lodgers = useInfiniteQuery({
    ...lodgersQuery(board.site.id, asOf, header),
    enabled: header !== undefined && room.lodgers.length > 0,
  })
  const seen = lodgers.data?.pages.flatMap(({ items }) => items) ?? []
  const seenOf = (id: string) => seen.find(({ lodgingId }) => lodgingId === id)
  const ask = (lodgingId: string) => (verb: LodgingVerb) => {
    const known = seenOf(lodgingId)
    const called = `${room.label} ${known?.name ?? ''}`.trim()
    setAsking({ verb, who: { lodgingId, roomId: room.id, called, needs: known?.needs ?? [] } })
  }
  const done = () => setAsking(null)
  if (asking === 'take-in') return <TakeIn board={board} roomId={room.id} onClose={onClose} />
  if (asking === 'turn') return <TurnRoom room={room} onClose={onClose} />
  if (asking === 'disinfect') return <DisinfectDialog board={board} roomIds={[room.id]} onClose={onClose} />
  if (asking) {
    const Asked = lodgingDialogs[asking.verb]
    return <Asked board={board} who={asking.who} onClose={done} />
  }
  return (
    <Modal
      open
      title={t('sites.roomTitle', { room: room.label })}
      footer={null}
      onCancel={onClose}
      width={520}
      destroyOnHidden
    >
      <div className="stack">
        <p className="row">
          <Tag tone={toneOf[room.state]}>{t(`sites.state.${room.state}`)}</Tag>
          <span className="small muted">
            {t('sites.floor', { floor: room.floor })} · {t('sites.beds', { count: room.beds })} ·{' '}
            {t(`sites.zone.${room.zone}`)}
          </span>
        </p>
        {room.state === 'to-disinfect' && room.vacatedAt && (
          <p>{t('sites.vacatedAt', { time: dateTime(room.vacatedAt) })}</p>
        )}
        {room.lodgers.length > 0 && <PurposeChoice />}
        {room.lodgers.map((lodger) => (
          <Person
            key={lodger.lodgingId}
            lodger={lodger}
            seen={seenOf(lodger.lodgingId)}
            onAsk={ask(lodger.lodgingId)}
          />
        ))}
        <p className="row">
          {(room.state === 'free' || room.state === 'occupied') && (
            <Button type={room.state === 'free' ? 'primary' : 'default'} onClick={() => setAsking('take-in')}>
              {t('sites.takeIn')}
            </Button>
          )}
          <Button type={room.state === 'to-disinfect' ? 'primary' : 'default'} onClick={() => setAsking('disinfect')}>
            {t('sites.disinfect')}
          </Button>
          {room.state !== 'occupied' && room.state !== 'not-for-living' && (
            <Button onClick={() => setAsking('turn')}>
              {t(`sites.roomTurn.${room.state === 'out-of-use' ? 'in-use' : 'out-of-use'}`)}
            </Button>
          )}
        </p>
      </div>
    </Modal>
  )
}
