import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import type { Column } from '../../ui/data-table.tsx'
import { dateTime } from '../../ui/format.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { PurposeChoice, usePurpose } from '../../ui/purpose.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useDivisionName } from '../places/queries.ts'
import { usePlaceName } from '../responsibility/where.tsx'
import { type DoorsState, doorsQuery, type Home } from './queries.ts'
import { StateTag } from './state-tag.tsx'

function useColumns(state: DoorsState): Column<Home>[] {
  const { t } = useTranslation()
  const placeName = usePlaceName()
  const divisionName = useDivisionName()
  const known: Column<Home>[] = [
    {
      key: 'door',
      title: t('doors.door'),
      phone: 'heading',
      cell: ({ householdId, compoundId, block, door, walkOrder }) => (
        <Link {...paths.householdVisits(householdId)}>
          {[placeName(compoundId, block), door ?? t('doors.walk', { order: walkOrder })].filter(Boolean).join(' ')}
        </Link>
      ),
    },
    {
      key: 'area',
      title: t('visits.area'),
      cell: ({ division }) => `${divisionName(division.slice(0, 9))} ${divisionName(division)}`,
    },
    {
      key: 'head',
      title: t('doors.head'),
      cell: ({ members: [head] }) =>
        head && (
          <span>
            {head.person.name ?? t('doors.unnamed')} <span className="small muted number">{head.person.phone}</span>
          </span>
        ),
    },
  ]
  if (state === 'to-visit') return known
  return [
    ...known,
    { key: 'state', title: t('doors.state'), cell: (home) => <StateTag state={home.state} /> },
    {
      key: 'attempts',
      title: t('doors.attempts'),
      cell: ({ attempts }) =>
        attempts > 0 && <Tag tone={attempts > 2 ? 'alarm' : 'caution'}>{t('doors.attempt', { count: attempts })}</Tag>,
    },
    {
      key: 'last',
      title: t('doors.last'),
      cell: ({ lastAt }) => lastAt && <time className="number">{dateTime(lastAt)}</time>,
    },
    {
      key: 'chain',
      title: '',
      align: 'end',
      cell: ({ householdId }) => <Link {...paths.chain(householdId)}>{t('doors.whoIsResponsible')}</Link>,
    },
  ]
}

interface DoorsViewProps {
  roundId: string
  state: DoorsState
  area: string
  /** A moment of the past is looked at. */
  isPast: boolean
}

/** The doors of a round in one state, in the order they are passed. */
export function DoorsView({ roundId, state, area, isPast }: DoorsViewProps) {
  const { t } = useTranslation()
  const { header } = usePurpose()
  const query = useInfiniteQuery(doorsQuery({ roundId, state, area }, header))
  const columns = useColumns(state)
  return (
    <Card flush title={t(`visits.view.${state}`)} extra={<PurposeChoice />}>
      {isPast && (
        <p className="muted small" style={{ padding: '8px 18px 0' }}>
          {t('doors.now')}
        </p>
      )}
      <PagedTable
        query={query}
        skeleton={<Skeleton lines={8} height={26} />}
        none={
          <Nothing
            title={
              state === 'not-met' || state === 'refused' || state === 'to-visit'
                ? t(`doors.none.${state}`)
                : t('doors.noneElse')
            }
          >
            {t('doors.noneWhy')}
          </Nothing>
        }
        caption={t(`visits.view.${state}`)}
        columns={columns}
        rowKey={({ householdId }) => householdId}
      />
    </Card>
  )
}
