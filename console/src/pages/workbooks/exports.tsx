import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Column } from '../../ui/data-table.tsx'
import { dateTime, number } from '../../ui/format.ts'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'
import { useDivisionName } from '../places/queries.ts'
import { AskExport } from './ask-export.tsx'
import { useCategoryName } from './category-choice.tsx'
import { type ExportAct, ExportDialog } from './export-dialog.tsx'
import { type Export, exportsQuery } from './queries.ts'

const tones: Record<Export['state'], Tone> = {
  waiting: 'caution',
  running: 'brand',
  ready: 'ok',
  downloaded: 'plain',
  cancelled: 'plain',
  refused: 'alarm',
  expired: 'plain',
}

const actsOf = ({ mayDecide, mayDownload, mayCancel }: Export): ExportAct[] => [
  ...(mayDownload ? (['download'] as const) : []),
  ...(mayDecide ? (['approve', 'refuse'] as const) : []),
  ...(mayCancel ? (['cancel'] as const) : []),
]

/** What was asked for, and what waits for a second person: one list, because either may be the same desk's. */
export function Exports({ views }: { views: ReactNode }) {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  const categoryName = useCategoryName()
  const query = useInfiniteQuery(exportsQuery)
  const [asking, setAsking] = useState(false)
  const [act, setAct] = useState<{ act: ExportAct; one: Export } | null>(null)
  const columns: Column<Export>[] = [
    { key: 'area', title: t('workbooks.area'), phone: 'heading', cell: (one) => divisionName(one.division) },
    {
      key: 'kind',
      title: t('workbooks.kindOf'),
      cell: ({ kind, lineList }) => (
        <>
          {t(`workbooks.kind.${kind}`)}
          {lineList && <span className="small muted"> {categoryName(lineList.category)}</span>}
        </>
      ),
    },
    {
      key: 'state',
      title: t('workbooks.state'),
      cell: (one) => (
        <>
          <Tag tone={tones[one.state]}>{t(`workbooks.exportStates.${one.state}`)}</Tag>
          {one.decidedBy !== null && (
            <span className="small muted"> {t('workbooks.decidedBy', { who: one.decidedBy })}</span>
          )}
        </>
      ),
    },
    { key: 'by', title: t('workbooks.askedBy'), cell: (one) => `${one.askedBy} ${dateTime(one.askedAt)}` },
    {
      key: 'people',
      title: t('workbooks.people'),
      align: 'end',
      cell: ({ state, rows, rowsRead }) =>
        state === 'running' ? t('workbooks.soFar', { read: number(rowsRead), rows: number(rows) }) : number(rows),
    },
    { key: 'ground', title: t('workbooks.ground'), phone: 'wide', cell: ({ ground }) => ground },
    {
      key: 'act',
      title: t('workbooks.act'),
      align: 'end',
      phone: 'wide',
      cell: (one) =>
        actsOf(one).map((wanted) => (
          <Button key={wanted} size="small" type="link" onClick={() => setAct({ act: wanted, one })}>
            {t(`workbooks.${wanted}`)}
          </Button>
        )),
    },
  ]
  return (
    <Page
      title={t('workbooks.title')}
      about={t('workbooks.noExportsWhy')}
      actions={
        <Button type="primary" onClick={() => setAsking(true)}>
          {t('workbooks.ask')}
        </Button>
      }
    >
      <div>{views}</div>
      <Card flush label={t('workbooks.exports')}>
        <PagedTable
          query={query}
          skeleton={<Skeleton lines={5} height={26} />}
          none={<Nothing title={t('workbooks.noExports')}>{t('workbooks.noExportsWhy')}</Nothing>}
          caption={t('workbooks.exports')}
          columns={columns}
          rowKey={({ id }) => id}
          rowTone={({ endedAt }) => (endedAt ? 'quiet' : undefined)}
        />
      </Card>
      {asking && <AskExport onClose={() => setAsking(false)} />}
      {act && <ExportDialog {...act} onClose={() => setAct(null)} />}
    </Page>
  )
}
