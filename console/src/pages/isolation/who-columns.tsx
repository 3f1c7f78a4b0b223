import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import type { Column } from '../../ui/data-table.tsx'
import { useDivisionName } from '../places/queries.ts'
import type { Work } from './readings-queries.ts'

interface Watched {
  orderId: string
  division: string
  kind: 'home' | 'central'
  person: Work['person']
}

/** Who, where, and a way to everything that was read of them. */
export function useWho<Row extends Watched>(): Column<Row>[] {
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
