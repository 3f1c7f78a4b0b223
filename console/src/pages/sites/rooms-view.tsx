import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOf } from '../../ui/format.ts'
import { Card, Nothing } from '../../ui/page.tsx'
import type { Board, Room, RoomState } from './queries.ts'
import styles from './sites.module.css'

const AddRooms = lazy(() => import('./add-rooms.tsx').then((module) => ({ default: module.AddRooms })))
const RoomDialog = lazy(() => import('./room-dialog.tsx').then((module) => ({ default: module.RoomDialog })))

/** An order ends with a day: the moment it ends at is the first that is free. The year stands elsewhere. */
const lastDay = (until: string): string => dayOf(new Date(Date.parse(until) - 1)).slice(5)

const states: RoomState[] = ['free', 'occupied', 'to-disinfect', 'out-of-use', 'not-for-living']

function Tile({ room, onOpen }: { room: Room; onOpen(): void }) {
  const { t } = useTranslation()
  const [first] = room.lodgers
  const more = first
    ? t('sites.until', { day: lastDay(first.until) })
    : room.disinfectionOverdue
      ? t('sites.overdue')
      : room.beds > 1
        ? t('sites.beds', { count: room.beds })
        : ''
  return (
    <button
      type="button"
      className={styles.tile}
      data-state={room.state}
      data-late={room.disinfectionOverdue}
      onClick={onOpen}
    >
      <b>{room.label}</b>
      <span>{t(`sites.state.${room.state}`)}</span>
      <span className={styles.tileMore}>
        {room.lodgers.length > 1 ? t('sites.shared', { count: room.lodgers.length }) : more}
      </span>
    </button>
  )
}

/** The building as it stands: the highest floor on top, every room a field that says its state. */
export function RoomsView({ board, asOf }: { board: Board; asOf: string | undefined }) {
  const { t } = useTranslation()
  const [openId, setOpen] = useState<string | null>(null)
  const [isAdding, setAdding] = useState(false)
  const floors = [...Map.groupBy(board.rooms, ({ floor }) => floor)].toSorted(([a], [b]) => b - a)
  const opened = board.rooms.find(({ id }) => id === openId)
  return (
    <Card
      title={t('sites.view.rooms')}
      extra={
        <>
          <ul className={styles.legend} aria-label={t('sites.legend')}>
            {states
              .filter((state) => board.rooms.some((room) => room.state === state))
              .map((state) => (
                <li key={state}>
                  <span className={styles.swatch} data-state={state} aria-hidden="true" />
                  {t(`sites.state.${state}`)}
                </li>
              ))}
          </ul>
          <Button size="small" onClick={() => setAdding(true)}>
            {t('sites.addRooms')}
          </Button>
        </>
      }
    >
      {floors.length === 0 ? (
        <Nothing title={t('sites.noRooms')}>{t('sites.noRoomsWhy')}</Nothing>
      ) : (
        <div className={styles.building}>
          {floors.map(([floor, rooms]) => (
            <section key={floor} className={styles.floor} aria-label={t('sites.floor', { floor })}>
              <h3>{t('sites.floor', { floor })}</h3>
              <div className={styles.tiles}>
                {rooms.map((room) => (
                  <Tile key={room.id} room={room} onOpen={() => setOpen(room.id)} />
                ))}
              </div>
            </section>
          ))}
        </div>
      )}
      <Suspense>
        {isAdding && <AddRooms board={board} onClose={() => setAdding(false)} />}
        {opened && <RoomDialog board={board} room={opened} asOf={asOf} onClose={() => setOpen(null)} />}
      </Suspense>
    </Card>
  )
}
