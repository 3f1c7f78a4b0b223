import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { dateTime } from '../../ui/format.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Proof } from './proof.tsx'
import { airingsQuery, playsQuery } from './queries.ts'

export function PlanView() {
  const { t } = useTranslation()
  const query = useInfiniteQuery(airingsQuery)
  return (
    <PagedTable
      query={query}
      card
      skeleton={<Skeleton lines={6} height={34} />}
      none={
        <Card>
          <Nothing title={t('publicity.noPlan')}>{t('publicity.noPlanWhy')}</Nothing>
        </Card>
      }
      caption={t('publicity.speakerView.plan')}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'village',
          title: t('publicity.village'),
          phone: 'heading',
          cell: ({ divisionName }) => divisionName,
        },
        {
          key: 'piece',
          title: t('publicity.what'),
          phone: 'wide',
          cell: (one) => (
            <>
              <Link {...paths.piece(one.pieceId)}>{one.title}</Link>{' '}
              {one.state === 'withdrawn' && <Tag tone="alarm">{t('publicity.state.withdrawn')}</Tag>}
            </>
          ),
        },
        {
          key: 'days',
          title: t('publicity.days'),
          cell: ({ fromOn, toOn }) => (
            <span className="number">
              {fromOn} – {toOn}
            </span>
          ),
        },
        {
          key: 'times',
          title: t('publicity.times'),
          cell: ({ times }) => (
            <span className="number">
              {times.map(({ at, minutes }) => t('publicity.slot', { at, minutes })).join(' ')}
            </span>
          ),
        },
        {
          key: 'played',
          title: t('publicity.playedTimes'),
          align: 'end',
          cell: ({ played, missed }) => <span className="number">{t('publicity.playedOf', { played, missed })}</span>,
        },
      ]}
    />
  )
}

export function PlaysView() {
  const { t } = useTranslation()
  const query = useInfiniteQuery(playsQuery)
  return (
    <PagedTable
      query={query}
      card
      skeleton={<Skeleton lines={6} height={34} />}
      none={
        <Card>
          <Nothing title={t('publicity.noPlays')}>{t('publicity.noPlaysWhy')}</Nothing>
        </Card>
      }
      caption={t('publicity.speakerView.plays')}
      rowKey={({ id }) => id}
      rowTone={({ played }) => (played ? undefined : 'alarm')}
      columns={[
        {
          key: 'village',
          title: t('publicity.village'),
          phone: 'heading',
          cell: ({ divisionName }) => divisionName,
        },
        { key: 'piece', title: t('publicity.what'), phone: 'wide', cell: ({ title }) => title },
        {
          key: 'due',
          title: t('publicity.due'),
          cell: ({ dueOn, dueAt }) => (
            <span className="number">
              {dueOn} {dueAt}
            </span>
          ),
        },
        {
          key: 'played',
          title: t('publicity.stateName'),
          cell: ({ played, minutes, reason }) =>
            played ? (
              <Tag tone="ok">{t('publicity.playedFor', { count: minutes ?? 0 })}</Tag>
            ) : (
              <Tag tone="alarm">{t(`publicity.hindrance.${reason ?? 'other'}`)}</Tag>
            ),
        },
        { key: 'proof', title: t('publicity.proof'), phone: 'wide', cell: (one) => <Proof play={one} /> },
        {
          key: 'said',
          title: t('publicity.saidAt'),
          cell: ({ at }) => <span className="number">{dateTime(at)}</span>,
        },
      ]}
    />
  )
}
