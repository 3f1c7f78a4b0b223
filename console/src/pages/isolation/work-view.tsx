import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import type { Column } from '../../ui/data-table.tsx'
import { Views } from '../../ui/filters.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { PurposeChoice, usePurpose } from '../../ui/purpose.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'
import { type Check, type Work, workQuery } from './readings-queries.ts'
import { useWho } from './who-columns.tsx'

const standingTones: Record<Check['standing'], Tone> = {
  ahead: 'plain',
  due: 'brand',
  done: 'ok',
  late: 'caution',
  missed: 'alarm',
}
function CheckTag({ check }: { check: Check }) {
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
      <PagedTable
        query={query}
        skeleton={<Skeleton lines={8} height={26} />}
        none={<Nothing title={t(`readings.none.${state}`)} />}
        caption={t('readings.view.work')}
        columns={columns}
        rowKey={({ orderId }) => orderId}
      />
    </Card>
  )
}
