import { useTranslation } from 'react-i18next'
import styles from './county-map.module.css'

const shapes = [
  ['county-border', 'M6 1 11 11H1z'],
  ['expressway-exit', 'M1.5 1.5h9v9h-9z'],
  ['village-turn-back', 'M6 1.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9'],
  ['compound-gate', 'M6 0.5 11.5 6 6 11.5.5 6z'],
] as const

/** Twelve units across. */
export const shapeOf = (kind: string): string => shapes.find(([known]) => known === kind)?.[1] ?? shapes[2][1]

export function MapLegend({ kinds }: { kinds: ReadonlySet<string> }) {
  const { t } = useTranslation()
  return (
    <ul className={styles.legend} aria-label={t('map.legend')}>
      {shapes
        .filter(([kind]) => kinds.has(kind))
        .map(([kind, shape]) => (
          <li key={kind}>
            <svg viewBox="0 0 12 12" aria-hidden="true">
              <path d={shape} />
            </svg>
            {t(`words.kind.${kind}`)}
          </li>
        ))}
      <li>
        <svg viewBox="0 0 12 12" className={styles.red} aria-hidden="true">
          <circle cx="6" cy="6" r="4.5" />
        </svg>
        {t('map.openFever')}
      </li>
      <li>
        <svg viewBox="0 0 12 12" className={styles.hollow} aria-hidden="true">
          <circle cx="6" cy="6" r="4.5" />
        </svg>
        {t('map.silent')}
      </li>
    </ul>
  )
}
