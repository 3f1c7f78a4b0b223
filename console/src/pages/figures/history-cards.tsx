import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type FigureSearch, paths } from '../../paths.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { dateTime, exactTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { CorrectedCard } from './corrected-card.tsx'
import styles from './figures.module.css'
import { type Figure, type History, historyQuery } from './queries.ts'
import { grownBy, numberOf } from './words.ts'

type Known = History['known'][number] & { before: number | null }
type Said = History['reports'][number]

interface HistoryProps {
  figure: Figure
  search: FigureSearch
  asOf: string | undefined
}

/** What records that came late and corrections made of the number, and what the reports before said. */
export function HistoryCards({ figure, search, asOf }: HistoryProps) {
  const history = useQuery(historyQuery(figure.name, { area: search.area, asOf }))
  return (
    <Loaded query={history} skeleton={<Skeleton lines={4} />} empty="never">
      {(told) => (
        <>
          <SinceCard figure={figure} search={search} history={told} />
          <CorrectedCard corrected={told.corrected} />
          <ReportsCard figure={figure} reports={told.reports} />
        </>
      )}
    </Loaded>
  )
}

function SinceCard({ figure, search, history }: { figure: Figure; search: FigureSearch; history: History }) {
  const { t } = useTranslation()
  const rows = history.known.map((one, at) => ({
    ...one,
    before: at > 0 ? (history.known[at - 1]?.value ?? null) : null,
  }))
  const columns: Column<Known>[] = [
    {
      key: 'knownBy',
      title: t('figures.knownBy'),
      phone: 'heading',
      cell: ({ knownBy }) => (
        <Link {...paths.figure(figure.name, { ...search, asOf: history.asOf, knownBy })}>{exactTime(knownBy)}</Link>
      ),
    },
    { key: 'value', title: t('figures.value'), align: 'end', cell: ({ value }) => numberOf(value, figure) },
    {
      key: 'change',
      title: t('figures.change'),
      align: 'end',
      cell: ({ value, before }) => grownBy(before, value, figure),
    },
  ]
  return (
    <Card title={t('figures.since')}>
      <p className={styles.note}>{t(history.told ? 'figures.sinceAbout' : 'figures.sinceUntold')}</p>
      {history.told && rows.length < 2 && <p>{t('figures.sinceNothing')}</p>}
      {rows.length > 1 && (
        <DataTable caption={t('figures.since')} columns={columns} rows={rows} rowKey={({ knownBy }) => knownBy} />
      )}
    </Card>
  )
}

function ReportsCard({ figure, reports }: { figure: Figure; reports: Said[] }) {
  const { t } = useTranslation()
  const columns: Column<Said>[] = [
    {
      key: 'title',
      title: t('shell.reports'),
      phone: 'heading',
      cell: ({ id, title, number }) => (
        <Link {...paths.report(id)}>
          {title} · {t('figures.sealNumber', { number })}
        </Link>
      ),
    },
    { key: 'asOf', title: t('reports.asOf'), cell: ({ asOf }) => dateTime(asOf) },
    { key: 'value', title: t('figures.value'), align: 'end', cell: ({ value }) => numberOf(value, figure) },
  ]
  return (
    <Card flush title={t('figures.reports')}>
      {reports.length === 0 ? (
        <Nothing title={t('figures.noReports')} />
      ) : (
        <DataTable caption={t('figures.reports')} columns={columns} rows={reports} rowKey={({ id }) => id} />
      )}
    </Card>
  )
}
