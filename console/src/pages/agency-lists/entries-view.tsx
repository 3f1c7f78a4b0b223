import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type EntryState, type ListEntriesSearch, paths } from '../../paths.ts'
import type { Column } from '../../ui/data-table.tsx'
import { Choice, FilterBar, Views } from '../../ui/filters.tsx'
import { dateTime } from '../../ui/format.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useDivisionName } from '../places/queries.ts'
import { type Entry, entriesQuery } from './queries.ts'
import { Reasons } from './reasons.tsx'

const outcomes = ['matched', 'conflict', 'created', 'rejected'] as const

export function OutcomeTag({ entry }: { entry: Pick<Entry, 'outcome' | 'undecided'> }) {
  const { t } = useTranslation()
  const { outcome, undecided } = entry
  const tone = undecided || outcome === 'rejected' ? 'caution' : outcome === 'created' ? 'brand' : 'ok'
  return <Tag tone={tone}>{t(`listEntries.outcomes.${outcome}`)}</Tag>
}

function useColumns(isOfOneList: boolean): Column<Entry>[] {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  const sender: Column<Entry> = {
    key: 'sender',
    title: isOfOneList ? t('listEntries.row') : t('lists.sender'),
    cell: ({ sender: name, nth }) => (
      <>
        {isOfOneList ? null : <div>{name}</div>}
        <span className="muted small">{t('listEntries.nth', { nth })}</span>
      </>
    ),
  }
  return [
    {
      key: 'person',
      title: t('listEntries.person'),
      phone: 'heading',
      cell: (entry) => <Link {...paths.listEntry(entry.id)}>{entry.said.name ?? t('listEntries.nameless')}</Link>,
    },
    {
      key: 'number',
      title: t('listEntries.number'),
      cell: ({ said }) => (
        <div className="number">
          {said.document && <div>{said.document}</div>}
          {said.phone && <div>{said.phone}</div>}
        </div>
      ),
    },
    {
      key: 'place',
      title: t('listEntries.place'),
      cell: ({ division, said, passedTo }) => (
        <>
          <div>{divisionName(division)}</div>
          {passedTo && <Tag tone="brand">{t('listEntries.passedTo', { name: divisionName(passedTo) })}</Tag>}
          {said.address && <span className="muted small">{said.address}</span>}
        </>
      ),
    },
    {
      key: 'outcome',
      title: t('listEntries.outcome'),
      phone: 'wide',
      cell: (entry) => (
        <div className="row">
          <OutcomeTag entry={entry} />
          <Reasons codes={entry.reasons} />
        </div>
      ),
    },
    sender,
    {
      key: 'answer',
      title: t('listEntries.answer'),
      cell: ({ answer, answeredAt, outcome }) =>
        answer ? (
          <>
            <div>{t(`listEntry.answers.${answer}`)}</div>
            {answeredAt && <time className="muted small">{dateTime(answeredAt)}</time>}
          </>
        ) : (
          <span className="muted">{outcome === 'rejected' ? '—' : t('listEntries.notYet')}</span>
        ),
    },
  ]
}

interface EntriesViewProps {
  listId?: string
  state: EntryState
  onState(state: EntryState): void
  outcome?: ListEntriesSearch['outcome']
  onOutcome?(outcome: ListEntriesSearch['outcome']): void
}

export function EntriesView({ listId, state, onState, outcome, onOutcome }: EntriesViewProps) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(entriesQuery(listId, state, outcome))
  const columns = useColumns(listId !== undefined)
  const states: EntryState[] = ['open', 'undecided', 'answered', 'rejected', 'passed', 'all']
  return (
    <Card flush>
      <FilterBar>
        <Views<EntryState>
          label={t('lists.state')}
          value={state}
          options={states.map((one) => [one, t(`listEntries.state.${one}`)] as const)}
          onChange={onState}
        />
        {onOutcome && (
          <Choice
            label={t('listEntries.outcome')}
            value={outcome}
            any={t('listEntries.anyOutcome')}
            options={outcomes.map((one) => [one, t(`listEntries.outcomes.${one}`)] as const)}
            onChange={(wanted) => onOutcome(outcomes.find((one) => one === wanted))}
          />
        )}
      </FilterBar>
      <PagedTable
        query={query}
        skeleton={<Skeleton lines={8} height={34} />}
        none={<Nothing title={t('listEntries.none')}>{t('listEntries.noneWhy')}</Nothing>}
        caption={t('oneList.entries')}
        columns={columns}
        rowKey={({ id }) => id}
      />
    </Card>
  )
}
