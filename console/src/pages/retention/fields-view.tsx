import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { zh } from '../../i18n/zh/zh.ts'
import type { RetentionSearch } from '../../paths.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Choice, FilterBar, SearchBox } from '../../ui/filters.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { basisName, byNearness, fieldName, readersName, tableName, termName, toneOf } from './names.ts'
import { type FieldCard, fieldsQuery } from './queries.ts'

const CLASSES = Object.keys(zh.retention.classes) as FieldCard['class'][]
const PURPOSES = Object.keys(zh.retention.purposes) as FieldCard['purpose'][]

interface FieldsViewProps {
  search: RetentionSearch
  onChange(patch: RetentionSearch): void
}

export function FieldsView({ search, onChange }: FieldsViewProps) {
  const { t } = useTranslation()
  const query = useQuery(fieldsQuery)
  const named = (card: FieldCard) =>
    `${tableName(t, card.relation)} ${fieldName(t, card.field)} ${card.relation}.${card.field}`
  const wanted = (card: FieldCard) =>
    (!search.class || card.class === search.class) &&
    (!search.purpose || card.purpose === search.purpose) &&
    (!search.q || named(card).toLowerCase().includes(search.q.toLowerCase()))
  const columns: Column<FieldCard>[] = [
    {
      key: 'field',
      title: t('retention.what'),
      phone: 'heading',
      cell: ({ relation, field }) => (
        <>
          {fieldName(t, field)}
          <div className="muted small">{tableName(t, relation)}</div>
        </>
      ),
    },
    {
      key: 'purpose',
      title: t('retention.why'),
      phone: 'wide',
      cell: ({ purpose, words }) => (
        <>
          {t(`retention.purposes.${purpose}`)}
          {words && <div className="muted small">{words}</div>}
        </>
      ),
    },
    {
      key: 'class',
      title: t('retention.class'),
      cell: (card) => (
        <Tag tone={toneOf(card.class)}>
          {t(`retention.classes.${card.class}`)}
          {card.sealed && ` · ${t('retention.sealed')}`}
        </Tag>
      ),
    },
    { key: 'term', title: t('retention.howLong'), cell: ({ term }) => termName(t, term) },
    { key: 'readers', title: t('retention.who'), phone: 'wide', cell: ({ readers }) => readersName(t, readers) },
    {
      key: 'basis',
      title: t('retention.basis'),
      phone: 'leave-out',
      cell: ({ basis }) => <span className="muted small">{basisName(t, basis)}</span>,
    },
  ]
  const shown = query.data?.filter(wanted)
  return (
    <Card flush>
      <FilterBar {...(shown ? { result: t('retention.count', { count: shown.length }) } : {})}>
        <SearchBox
          label={t('retention.find')}
          value={search.q ?? ''}
          onChange={(q) => onChange({ q: q || undefined })}
        />
        <Choice
          label={t('retention.class')}
          value={search.class}
          any={t('retention.anyClass')}
          options={CLASSES.map((code) => [code, t(`retention.classes.${code}`)])}
          onChange={(chosen) => onChange({ class: chosen })}
        />
        <Choice
          label={t('retention.why')}
          value={search.purpose}
          any={t('retention.anyPurpose')}
          options={PURPOSES.map((code) => [code, t(`retention.purposes.${code}`)])}
          onChange={(chosen) => onChange({ purpose: chosen })}
        />
      </FilterBar>
      <Loaded
        query={query}
        skeleton={<Skeleton lines={12} height={24} />}
        empty={{
          when: (cards) => !cards.some(wanted),
          show: <Nothing title={t('retention.noField')}>{t('retention.noFieldWhy')}</Nothing>,
        }}
      >
        {(cards) => (
          <DataTable
            caption={t('retention.fieldsTitle')}
            columns={columns}
            rows={cards.filter(wanted).sort(byNearness)}
            rowKey={({ relation, field }) => `${relation}.${field}`}
          />
        )}
      </Loaded>
    </Card>
  )
}
