import { useTranslation } from 'react-i18next'
import { DataTable } from '../../ui/data-table.tsx'
import { Card } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import styles from './publicity.module.css'
import type { Coverage, Village } from './queries.ts'

const MARKS = {
  'no-loudspeaker': '○',
  broken: '×',
  'nothing-planned': '–',
  'not-reported': '?',
  'not-played': '!',
} as const
const QUIET = ['no-loudspeaker', 'broken', 'nothing-planned', 'not-reported', 'not-played'] as const

/** Every village as a tile in its township, and the silent ones once more in words. */
export function CoverageMap({ coverage: { items } }: { coverage: Coverage }) {
  const { t } = useTranslation()
  const townships = Map.groupBy(items, ({ township }) => township)
  const silent = items.filter(({ quiet }) => quiet !== null)
  return (
    <>
      <Card title={t('publicity.map')}>
        <div className="stack">
          <ul className={styles.days}>
            <li>
              <Tag tone="brand">✓</Tag> {t('publicity.heard')}
            </li>
            {QUIET.map((one) => (
              <li key={one}>
                <Tag>{MARKS[one]}</Tag> {t(`publicity.quiet.${one}`)}
              </li>
            ))}
          </ul>
          <div className={styles.map}>
            {[...townships].map(([name, villages]) => (
              <section key={name} aria-label={name}>
                <h3>
                  {name}{' '}
                  <span className="muted number">
                    {villages.filter(({ quiet }) => quiet === null).length}/{villages.length}
                  </span>
                </h3>
                <ul className={styles.tiles}>
                  {villages.map((one) => (
                    <Tile key={one.division} village={one} />
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </div>
      </Card>
      {silent.length > 0 && (
        <Card title={t('publicity.silentOnes', { count: silent.length })} flush>
          <DataTable
            caption={t('publicity.silent')}
            rows={silent}
            rowKey={({ division }) => division}
            height={420}
            columns={[
              { key: 'village', title: t('publicity.village'), phone: 'heading', cell: ({ name }) => name },
              { key: 'township', title: t('publicity.township'), cell: ({ township }) => township },
              {
                key: 'why',
                title: t('publicity.why'),
                cell: ({ quiet }) => quiet && <Tag tone="caution">{t(`publicity.quiet.${quiet}`)}</Tag>,
              },
            ]}
          />
        </Card>
      )}
    </>
  )
}

function Tile({ village: { name, quiet, played } }: { village: Village }) {
  const { t } = useTranslation()
  const told = quiet ? t(`publicity.quiet.${quiet}`) : t('publicity.playedTimesOf', { count: played })
  return (
    <li data-heard={quiet === null} data-quiet={quiet ?? undefined} title={`${name}: ${told}`}>
      <span aria-hidden="true">{quiet ? MARKS[quiet] : '✓'}</span>
      <span className="visually-hidden">
        {name}: {told}
      </span>
    </li>
  )
}
