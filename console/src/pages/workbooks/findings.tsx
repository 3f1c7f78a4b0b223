import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { language } from '../../i18n/i18n.ts'
import type { Column } from '../../ui/data-table.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { type Finding, findingsQuery, type Workbook } from './queries.ts'

const tones = { changed: 'brand', conflict: 'caution', rejected: 'alarm' } as const

/** Where in the file, and what is the matter; never what stands there. */
export function Findings({ workbook: { id, orderedAt, done } }: { workbook: Workbook }) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(findingsQuery(id, orderedAt && done > 0 ? 'apply' : 'preview', done))
  const columns: Column<Finding>[] = [
    {
      key: 'cell',
      title: t('workbooks.cell'),
      phone: 'heading',
      cell: ({ sheetName, column, row }) =>
        `${sheetName[language()]} ${column === '' ? t('workbooks.row', { row }) : `${column}${row}`}`,
    },
    {
      key: 'what',
      title: t('workbooks.what'),
      cell: ({ outcome }) => <Tag tone={tones[outcome]}>{t(`workbooks.${outcome}`)}</Tag>,
    },
    { key: 'why', title: t('workbooks.why'), phone: 'wide', cell: (one) => one[language()] },
  ]
  return (
    <Card flush title={t('workbooks.findings')}>
      <PagedTable
        query={query}
        skeleton={<Skeleton lines={5} height={26} />}
        none={<Nothing title={t('workbooks.noFindings')}>{t('workbooks.noFindingsWhy')}</Nothing>}
        caption={t('workbooks.findings')}
        columns={columns}
        rowKey={({ sheet, row, column, zh }) => `${sheet} ${row} ${column} ${zh}`}
      />
    </Card>
  )
}
