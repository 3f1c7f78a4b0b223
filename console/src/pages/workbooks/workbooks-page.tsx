import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import type { Column } from '../../ui/data-table.tsx'
import { Views } from '../../ui/filters.tsx'
import { dateTime, number } from '../../ui/format.ts'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { Exports } from './exports.tsx'
import { StateTag } from './parts.tsx'
import { type Workbook, workbooksQuery } from './queries.ts'
import { useWorkbookTransfer } from './send-workbook.tsx'

const route = getRouteApi('/desk/workbooks')

const sum = ({ preview }: Workbook, of: (sheet: Workbook['preview'][number]) => number): string =>
  preview.length === 0 ? '—' : number(preview.reduce((total, sheet) => total + of(sheet), 0))

export default function WorkbooksPage() {
  const { t } = useTranslation()
  const { view = 'load' } = route.useSearch()
  const navigate = route.useNavigate()
  const views = (
    <Views
      label={t('workbooks.views')}
      value={view}
      options={(['load', 'exports'] as const).map((one) => [one, t(`workbooks.view.${one}`)] as const)}
      onChange={(wanted) => void navigate({ search: { view: wanted === 'load' ? undefined : wanted }, replace: true })}
    />
  )
  return view === 'load' ? <Loading views={views} /> : <Exports views={views} />
}

function Loading({ views }: { views: ReactNode }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const query = useInfiniteQuery(workbooksQuery)
  const { actions, notice } = useWorkbookTransfer(({ id }) => void navigate(paths.workbook(id)))
  const columns: Column<Workbook>[] = [
    {
      key: 'received',
      title: t('workbooks.received'),
      phone: 'heading',
      cell: (one) => <Link {...paths.workbook(one.id)}>{dateTime(one.receivedAt)}</Link>,
    },
    { key: 'state', title: t('workbooks.state'), cell: (one) => <StateTag workbook={one} /> },
    {
      key: 'size',
      title: t('workbooks.size'),
      align: 'end',
      cell: (one) => `${number(Math.ceil(one.bytes / 1024))} KB`,
    },
    {
      key: 'rows',
      title: t('workbooks.rows'),
      align: 'end',
      cell: (one) => sum(one, ({ read, blank }) => read - blank),
    },
    {
      key: 'refused',
      title: t('workbooks.refused'),
      align: 'end',
      cell: (one) => sum(one, ({ conflict, rejected }) => conflict + rejected),
    },
  ]
  return (
    <Page title={t('workbooks.title')} about={t('workbooks.about')} actions={actions}>
      <div>{views}</div>
      {notice}
      <Card flush label={t('workbooks.list')}>
        <PagedTable
          query={query}
          skeleton={<Skeleton lines={5} height={26} />}
          none={<Nothing title={t('workbooks.none')}>{t('workbooks.noneWhy')}</Nothing>}
          caption={t('workbooks.list')}
          columns={columns}
          rowKey={({ id }) => id}
          rowTone={({ state }) => (state === 'destroyed' ? 'quiet' : undefined)}
        />
      </Card>
    </Page>
  )
}
