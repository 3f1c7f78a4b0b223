import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type ClosuresSearch, paths } from '../../paths.ts'
import type { Column } from '../../ui/data-table.tsx'
import { Choice, FilterBar } from '../../ui/filters.tsx'
import { dateTime, dayOf } from '../../ui/format.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { useDivisionName } from '../places/queries.ts'
import {
  type Class,
  classesOf,
  type Kind,
  type SubjectRow,
  type SubjectState,
  subjectStates,
  subjectsQuery,
} from './queries.ts'
import { SubjectTag } from './state-tag.tsx'

function useColumns(kind: Kind): Column<SubjectRow>[] {
  const { t } = useTranslation()
  const held: Column<SubjectRow> = {
    key: 'held',
    title: t('closures.heldOn'),
    cell: ({ heldFrom }) => <span className="number">{heldFrom ? dateTime(heldFrom) : '—'}</span>,
  }
  const until: Column<SubjectRow> = {
    key: 'until',
    title: t('closures.until'),
    cell: (one) => <span className="number">{one.until ? dayOf(new Date(Date.parse(one.until) - 1)) : '—'}</span>,
  }
  return [
    {
      key: 'name',
      title: t('closures.name'),
      phone: 'heading',
      cell: (one) => <Link {...paths.closureSubject(one.id)}>{one.name}</Link>,
    },
    { key: 'class', title: t('closures.class'), cell: (one) => t(`closures.classes.${one.class}`) },
    { key: 'division', title: t('closures.division'), cell: (one) => one.divisionName },
    { key: 'state', title: t('closures.state'), cell: (one) => <SubjectTag state={one.state} /> },
    {
      key: 'since',
      title: t('closures.since'),
      cell: (one) => <span className="number">{one.since ? dayOf(one.since) : '—'}</span>,
    },
    kind === 'gathering' ? held : until,
    {
      key: 'found',
      title: t('closures.lastSeen'),
      cell: (one) => <span className="number">{one.foundAt ? dateTime(one.foundAt) : '—'}</span>,
    },
  ]
}

interface SubjectsViewProps {
  kind: Kind
  search: ClosuresSearch
  onChange(patch: ClosuresSearch): void
}
export function SubjectsView({ kind, search, onChange }: SubjectsViewProps) {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  const { area, asOf } = search
  const chosen = classesOf[kind].find((one) => one === search.class)
  const state = [...subjectStates, 'held' as const].find((one) => one === search.state)
  const query = useInfiniteQuery(subjectsQuery({ kind, class: chosen, state, area, asOf }))
  const columns = useColumns(kind)
  return (
    <Card flush>
      <FilterBar>
        <Choice
          label={t('closures.class')}
          value={chosen}
          any={t('closures.anyClass')}
          options={classesOf[kind].map((one) => [one, t(`closures.classes.${one}`)] as const)}
          onChange={(one) => onChange({ class: one as Class | undefined })}
        />
        <Choice
          label={t('closures.state')}
          value={state}
          any={t('closures.anyState')}
          options={[
            ['held', t('closures.held')] as const,
            ...subjectStates.map((one: SubjectState) => [one, t(`closures.states.${one}`)] as const),
          ]}
          onChange={(one) => onChange({ state: one })}
        />
        {area && (
          <Choice
            label={t('closures.township')}
            value={area}
            any={t('filters.clear')}
            options={[[area, divisionName(area)]]}
            onChange={(one) => onChange({ area: one })}
          />
        )}
      </FilterBar>
      <PagedTable
        query={query}
        skeleton={<Skeleton lines={8} height={30} />}
        none={<Nothing title={t('closures.none')}>{t('closures.noneWhy')}</Nothing>}
        caption={t(`closures.view.${kind}`)}
        columns={columns}
        rowKey={({ id }) => id}
        rowTone={({ state: at }) => (at === 'breach' ? 'alarm' : at === 'open' ? 'quiet' : undefined)}
      />
    </Card>
  )
}
