import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import type { Column } from '../../ui/data-table.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { usePurpose } from '../../ui/purpose.tsx'
import { Way } from '../../ui/way.tsx'
import { relationName } from '../../ui/words.ts'
import { useDivisionName } from '../places/queries.ts'
import styles from './people.module.css'
import { type Found, searchQuery } from './queries.ts'

/** What was searched for last, as long as the page lives: it may be somebody's number, so no address and no storage has it. */
let last = ''

function useColumns(): Column<Found>[] {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  return [
    {
      key: 'name',
      title: t('people.name'),
      phone: 'heading',
      cell: ({ person }) => <Way {...paths.person(person.id)}>{person.name ?? t('people.unnamed')}</Way>,
    },
    {
      key: 'document',
      title: t('people.document'),
      cell: ({ person }) => person.document && <span className="number">{person.document}</span>,
    },
    {
      key: 'phone',
      title: t('people.phone'),
      cell: ({ person }) => person.phone && <span className="number">{person.phone}</span>,
    },
    {
      key: 'home',
      title: t('people.home'),
      phone: 'wide',
      cell: ({ home }) =>
        home ? (
          <Link {...paths.household(home.householdId)}>
            {divisionName(home.division)} {home.block} · {relationName(t, home.relation)}
          </Link>
        ) : (
          <span className="muted">{t('people.noHome')}</span>
        ),
    },
  ]
}

export function SearchView() {
  const { t } = useTranslation()
  const { header } = usePurpose()
  const [typed, setTyped] = useState(last)
  const [q, setQ] = useState(last)
  const query = useInfiniteQuery(searchQuery(q, header))
  const columns = useColumns()
  const ask = (event: FormEvent) => {
    event.preventDefault()
    last = typed.trim()
    setQ(last)
  }
  return (
    <Card flush label={t('people.view.search')}>
      <search>
        <form className={styles.search} onSubmit={ask}>
          <input
            type="search"
            className={styles.searchBox}
            aria-label={t('people.searchLabel')}
            aria-describedby="people-search-hint"
            placeholder={t('people.searchLabel')}
            value={typed}
            maxLength={60}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button type="primary" htmlType="submit" loading={query.isFetching && !query.isFetchingNextPage}>
            {t('people.searchButton')}
          </Button>
          <p id="people-search-hint" className="muted small">
            {t('people.searchHint')}
          </p>
        </form>
      </search>
      {q === '' ? (
        <Nothing title={t('people.searchFirst')} />
      ) : (
        <PagedTable
          query={query}
          skeleton={<Skeleton lines={5} height={26} />}
          none={<Nothing title={t('people.searchNone')}>{t('people.searchNoneWhy')}</Nothing>}
          caption={t('people.view.search')}
          columns={columns}
          rowKey={({ person }) => person.id}
        />
      )}
    </Card>
  )
}
