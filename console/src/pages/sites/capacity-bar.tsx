import { useTranslation } from 'react-i18next'
import type { Capacity } from './queries.ts'
import styles from './sites.module.css'

/** How full a site is. Rooms that wait for disinfection are neither taken nor free. */
export function CapacityBar({ capacity }: { capacity: Capacity }) {
  const { t } = useTranslation()
  const { rooms, occupied, toDisinfect, free } = capacity
  if (rooms === 0) return <span className="muted">{t('sites.noRooms')}</span>
  const width = (part: number) => ({ width: `${(part / rooms) * 100}%` })
  const told = t('sites.barTold', { rooms, occupied, toDisinfect, free })
  return (
    <span className={styles.barBox} title={told}>
      <span className={styles.bar} role="img" aria-label={told}>
        <span data-part="occupied" style={width(occupied)} />
        <span data-part="to-disinfect" style={width(toDisinfect)} />
      </span>
      <span className="number">
        {occupied}/{rooms}
      </span>
    </span>
  )
}
