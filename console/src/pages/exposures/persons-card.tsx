import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ExposuresSearch, paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import type { Column } from '../../ui/data-table.tsx'
import { dateTime } from '../../ui/format.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Way } from '../../ui/way.tsx'
import { useDivisionName } from '../places/queries.ts'
import styles from './exposures.module.css'
import { categoryName, categoryNameOf, personName } from './names.ts'
import { type Category, type ListRow, lineListQuery } from './queries.ts'

const TravelDialog = lazy(() => import('./travel-dialog.tsx').then((module) => ({ default: module.TravelDialog })))
const ContactDialog = lazy(() => import('./contact-dialog.tsx').then((module) => ({ default: module.ContactDialog })))
const WhyDialog = lazy(() => import('./why-dialog.tsx').then((module) => ({ default: module.WhyDialog })))

interface PersonsProps {
  category: Category
  all: readonly Category[]
  search: ExposuresSearch
}

function useColumns({ category, all, search }: PersonsProps, onWhy: (row: ListRow) => void): Column<ListRow>[] {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  return [
    {
      key: 'person',
      title: t('exposures.person'),
      phone: 'heading',
      cell: ({ person }) => (
        <Way className={styles.whole} {...paths.personExposures(person.id)}>
          {personName(t, person)}
        </Way>
      ),
    },
    {
      key: 'phone',
      title: t('who.phone'),
      cell: ({ person }) => <span className="number">{person.phone ?? '—'}</span>,
    },
    {
      key: 'division',
      title: t('exposures.division'),
      cell: ({ division }) => <span className={styles.whole}>{divisionName(division)}</span>,
    },
    {
      key: 'since',
      title: t('exposures.since'),
      cell: ({ since }) => <time className="number">{dateTime(since)}</time>,
    },
    {
      key: 'categories',
      title: t('exposures.alsoIn'),
      phone: 'wide',
      cell: ({ categories }) => (
        <span className="row">
          {categories
            .filter((code) => code !== category.code)
            .map((code) => (
              <Tag key={code} tone="plain">
                {categoryNameOf(all, code)}
              </Tag>
            ))}
        </span>
      ),
    },
    {
      key: 'actions',
      title: '',
      align: 'end',
      cell: (row) => {
        const name = personName(t, row.person)
        return (
          <span className={styles.acts}>
            <button
              type="button"
              className="plain-button"
              onClick={() => onWhy(row)}
              aria-label={`${t('exposures.why')} ${t('exposures.whyOf', { name })}`}
            >
              {t('exposures.why')}
            </button>
            <Link
              {...paths.exposures({ tab: 'rings', person: row.person.id, asOf: search.asOf })}
              aria-label={t('exposures.ringsOf', { name })}
            >
              {t('exposures.rings')}
            </Link>
          </span>
        )
      },
    },
  ]
}

/** Who is in one category, newest first. */
export function PersonsCard(props: PersonsProps) {
  const { category, search } = props
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const [asked, setAsked] = useState<ListRow | null>(null)
  const [adding, setAdding] = useState<'travel' | 'contact' | null>(null)
  const query = useInfiniteQuery(lineListQuery({ category: category.code, area: search.area, asOf: search.asOf }))
  const columns = useColumns(props, setAsked)
  return (
    <Card
      title={categoryName(category)}
      extra={
        <>
          {t('exposures.members', { count: category.members })}
          {may(me, 'exposures.travel.record') && (
            <Button size="small" onClick={() => setAdding('travel')}>
              {t('facts.add', { what: t('facts.travel') })}
            </Button>
          )}
          {may(me, 'exposures.contact.record') && (
            <Button size="small" onClick={() => setAdding('contact')}>
              {t('facts.add', { what: t('facts.contacts') })}
            </Button>
          )}
        </>
      }
      flush
    >
      <PagedTable
        query={query}
        skeleton={<Skeleton lines={10} height={26} />}
        none={<Nothing title={t('exposures.none')}>{t('exposures.noneWhy')}</Nothing>}
        caption={categoryName(category)}
        columns={columns}
        rowKey={({ person }) => person.id}
      />
      <Suspense>
        {adding === 'travel' && <TravelDialog onClose={() => setAdding(null)} />}
        {adding === 'contact' && <ContactDialog onClose={() => setAdding(null)} />}
      </Suspense>
      {asked && (
        <Suspense>
          <WhyDialog
            row={asked}
            category={category}
            all={props.all}
            asOf={search.asOf}
            onClose={() => setAsked(null)}
          />
        </Suspense>
      )}
    </Card>
  )
}
