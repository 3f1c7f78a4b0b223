import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths, type ReadingsSearch } from '../../paths.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Choice, Views } from '../../ui/filters.tsx'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { More } from '../../ui/more.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PurposeChoice, usePurpose } from '../../ui/purpose.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'
import { useDivisionName } from '../places/queries.ts'
import styles from './readings.module.css'
import {
  type Check,
  type Climbing,
  climbingQuery,
  type Doubtful,
  doubtfulQuery,
  symptomWord,
  type Work,
  workQuery,
} from './readings-queries.ts'

interface Watched {
  orderId: string
  division: string
  kind: 'home' | 'central'
  person: Work['person']
}

/** Who, where, and a way to everything that was read of them. */
function useWho<Row extends Watched>(): Column<Row>[] {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  return [
    {
      key: 'person',
      title: t('readings.person'),
      phone: 'heading',
      cell: ({ orderId, person }) => (
        <Link {...paths.orderReadings(orderId)}>{person?.name ?? t('readings.unnamed')}</Link>
      ),
    },
    {
      key: 'area',
      title: t('readings.area'),
      cell: ({ division }) =>
        [division.slice(0, 9), division]
          .filter((one, nth, all) => all.indexOf(one) === nth)
          .map(divisionName)
          .join(' '),
    },
    { key: 'kind', title: t('readings.kind'), cell: ({ kind }) => t(`readings.kinds.${kind}`) },
  ]
}

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
      <Loaded
        query={query}
        skeleton={<Skeleton lines={8} height={26} />}
        empty={{
          when: (data) => data.pages.every(({ items }) => items.length === 0),
          show: <Nothing title={t('readings.nobodyMissed')}>{t('readings.nobodyMissedWhy')}</Nothing>,
        }}
      >
        {(data) => (
          <>
            <DataTable
              caption={t('readings.view.climbing')}
              columns={columns}
              rows={data.pages.flatMap(({ items }) => items)}
              rowKey={({ orderId }) => orderId}
              rowTone={({ level }) => (level === 'county' ? 'alarm' : undefined)}
            />
            <More query={query} />
          </>
        )}
      </Loaded>
    </Card>
  )
}

const standingTones: Record<Check['standing'], Tone> = {
  ahead: 'plain',
  due: 'brand',
  done: 'ok',
  late: 'caution',
  missed: 'alarm',
}
export function CheckTag({ check }: { check: Check }) {
  const { t } = useTranslation()
  const { reading, slot, standing } = check
  const hot = reading !== null && (reading.fever || reading.symptoms.length > 0)
  return (
    <Tag tone={hot ? 'alarm' : standingTones[standing]}>
      {t(`readings.slot.${slot}`)} {reading?.temperatureC?.toFixed(1) ?? t(`readings.standing.${standing}`)}
    </Tag>
  )
}

type WorkState = 'open' | 'abnormal' | 'all'
export function WorkView({ area }: { area: string | undefined }) {
  const { t } = useTranslation()
  const { header } = usePurpose()
  const [state, setState] = useState<WorkState>('open')
  const query = useInfiniteQuery(workQuery({ area, state }, header))
  const columns: Column<Work>[] = [
    ...useWho<Work>(),
    { key: 'door', title: t('readings.door'), cell: ({ block, door }) => [block, door].filter(Boolean).join(' ') },
    {
      key: 'day',
      title: t('readings.dayNumber'),
      align: 'end',
      cell: ({ dayNumber }) => <span className="number">{dayNumber}</span>,
    },
    {
      key: 'checks',
      title: t('readings.today'),
      phone: 'wide',
      cell: ({ checks }) => (
        <span className="row">
          {checks.map((check) => (
            <CheckTag key={check.slot} check={check} />
          ))}
        </span>
      ),
    },
    {
      key: 'enter',
      title: '',
      align: 'end',
      cell: ({ orderId }) => <Link {...paths.orderReadings(orderId, { enter: 'paper' })}>{t('readings.enter')}</Link>,
    },
  ]
  return (
    <Card
      flush
      title={t('readings.view.work')}
      extra={
        <>
          <Views<WorkState>
            label={t('readings.which')}
            value={state}
            options={(['open', 'abnormal', 'all'] as const).map((one) => [one, t(`readings.states.${one}`)] as const)}
            onChange={setState}
          />
          <PurposeChoice />
        </>
      }
    >
      <Loaded
        query={query}
        skeleton={<Skeleton lines={8} height={26} />}
        empty={{
          when: (data) => data.pages.every(({ items }) => items.length === 0),
          show: <Nothing title={t(`readings.none.${state}`)} />,
        }}
      >
        {(data) => (
          <>
            <DataTable
              caption={t('readings.view.work')}
              columns={columns}
              rows={data.pages.flatMap(({ items }) => items)}
              rowKey={({ orderId }) => orderId}
            />
            <More query={query} />
          </>
        )}
      </Loaded>
    </Card>
  )
}

export function DoubtfulView({ search }: { search: ReadingsSearch }) {
  const { t } = useTranslation()
  const { header } = usePurpose()
  const query = useInfiniteQuery(doubtfulQuery(search, header))
  const columns: Column<Doubtful>[] = [
    ...useWho<Doubtful>(),
    {
      key: 'for',
      title: t('readings.countsFor'),
      cell: ({ day, slot }) => (
        <span className="number">
          {day} {t(`readings.slot.${slot}`)}
        </span>
      ),
    },
    {
      key: 'shown',
      title: t('readings.phoneShowed'),
      cell: ({ recordedAt }) => <time className="number">{dateTime(recordedAt)}</time>,
    },
    {
      key: 'received',
      title: t('readings.received'),
      cell: ({ receivedAt }) => <time className="number">{dateTime(receivedAt)}</time>,
    },
    {
      key: 'doubt',
      title: t('readings.doubt'),
      cell: ({ doubt }) => doubt && <Tag tone="caution">{t(`readings.doubts.${doubt}`)}</Tag>,
    },
    {
      key: 'reading',
      title: t('readings.reading'),
      cell: ({ temperatureC, symptoms }) => (
        <span className={styles.reading}>
          {[temperatureC?.toFixed(1), ...symptoms.map(symptomWord)].filter(Boolean).join(' ')}
        </span>
      ),
    },
  ]
  return (
    <Card flush title={t('readings.view.doubtful')} extra={<PurposeChoice />}>
      <Loaded
        query={query}
        skeleton={<Skeleton lines={6} height={26} />}
        empty={{
          when: (data) => data.pages.every(({ items }) => items.length === 0),
          show: <Nothing title={t('readings.noDoubt')}>{t('readings.noDoubtWhy')}</Nothing>,
        }}
      >
        {(data) => (
          <>
            <DataTable
              caption={t('readings.view.doubtful')}
              columns={columns}
              rows={data.pages.flatMap(({ items }) => items)}
              rowKey={({ id }) => id}
            />
            <More query={query} />
          </>
        )}
      </Loaded>
    </Card>
  )
}
