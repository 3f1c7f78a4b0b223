import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ReadingsSearch } from '../../paths.ts'
import type { Column } from '../../ui/data-table.tsx'
import { Choice } from '../../ui/filters.tsx'
import { dateTime } from '../../ui/format.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { PurposeChoice, usePurpose } from '../../ui/purpose.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'
import { type Climbing, climbingQuery } from './readings-queries.ts'
import { useWho } from './who-columns.tsx'

const tones: Record<Climbing['level'], Tone> = { village: 'plain', township: 'caution', county: 'alarm' }
const levels = ['village', 'township', 'county'] as const

export function ClimbingView({ search, onGo }: { search: ReadingsSearch; onGo(patch: ReadingsSearch): void }) {
  const { t } = useTranslation()
  const { header } = usePurpose()
  const query = useInfiniteQuery(climbingQuery(search, header))
  const columns: Column<Climbing>[] = [
    ...useWho<Climbing>(),
    {
      key: 'missed',
      title: t('readings.firstMissed'),
      cell: ({ day, slot }) => (
        <span className="number">
          {day} {t(`readings.slot.${slot}`)}
        </span>
      ),
    },
    {
      key: 'last',
      title: t('readings.lastMet'),
      cell: ({ lastReadingAt }) =>
        lastReadingAt ? <time className="number">{dateTime(lastReadingAt)}</time> : t('readings.neverMet'),
    },
    {
      key: 'level',
      title: t('readings.level'),
      cell: ({ level }) => <Tag tone={tones[level]}>{t(`readings.levels.${level}`)}</Tag>,
    },
  ]
  return (
    <Card
      flush
      title={t('readings.view.climbing')}
      extra={
        <>
          <Choice
            label={t('readings.level')}
            value={search.level}
            any={t('readings.anyLevel')}
            options={levels.map((level) => [level, t(`readings.levels.${level}`)] as const)}
            onChange={(level) => onGo({ level: levels.find((one) => one === level) })}
          />
          <PurposeChoice />
        </>
      }
    >
      <PagedTable
        query={query}
        skeleton={<Skeleton lines={8} height={26} />}
        none={<Nothing title={t('readings.nobodyMissed')}>{t('readings.nobodyMissedWhy')}</Nothing>}
        caption={t('readings.view.climbing')}
        columns={columns}
        rowKey={({ orderId }) => orderId}
        rowTone={({ level }) => (level === 'county' ? 'alarm' : undefined)}
      />
    </Card>
  )
}
